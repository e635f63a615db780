import { expect, test } from "@jest/globals";
import { enclosingString, isDisplayString, semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";

/** Returns the literal of a function's body, with what rules ask of it. */
function literalIn(body: string) {
  const { sourceCode, marks } = parseMarked(`package p

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"example.com/errorsx"

	other "example.com/other"
)

func f() {
	${body.replace(/"(\w*)"/u, '‹"$1"|›')}
}
`);
  const [mark] = marks;
  if (!mark) throw new Error("There is no literal.");
  return { literal: mark.node, semantics: semanticsOf(sourceCode) };
}

test.each([
  ['x := "a"', '"a"'],
  ['x := "a" + b + c', '"a" + b + c'],
  ['x := b + ("a" + c)', 'b + ("a" + c)'],
  ['x := "a" == b', '"a"'],
  ['x := fmt.Sprintf("a", b) + c', 'fmt.Sprintf("a", b) + c'],
  ['x := fmt.Sprintf(b, "a")', '"a"'],
  ['x := fmt.Sprint("a", b)', '"a"'],
  ['x := fmt.Sprintf(/* old */ "a", b)', 'fmt.Sprintf(/* old */ "a", b)'],
  ['x := other.Sprintf("a", b)', '"a"'],
  ['x := func() { "a" }', '"a"'],
])("enclosingString in %s", (body, expected) => {
  const { literal, semantics } = literalIn(body);
  expect(enclosingString(literal, semantics).text).toBe(expected);
});

test.each([
  ['x := y == "a"', true],
  ['x := y != "a"', true],
  ['x := y < "a"', false],
  ['switch y { case "a": }', true],
  ['x, y = "a", z', false],
  ['log.Infof("a", y)', true],
  ['logger.WarnContext(ctx, "a")', true],
  ['klog.ErrorS(err, "a")', true],
  ['xerrors.Errorf("a")', true],
  ['status.Newf(codes.OK, "a")', true],
  ['errors.Wrap(err, "a")', true],
  ['panic("a")', true],
  ['errors.New("a")', true],
  ['other.New("a")', false],
  ['fmt.Fprintf(os.Stderr, "a")', true],
  ['fmt.Fprintln(os.Stdout, "a")', true],
  ['fmt.Fprintf(w, "a")', false],
  ['strings.HasPrefix(y, "a")', true],
  ['strings.Contains(y, "a")', true],
  ['strings.Join(y, "a")', false],
  ['other.HasPrefix(y, "a")', false],
  ['db.Exec("a")', false],
  ['errors.As(err, "a")', false],
  ['errorsx.New("a")', false],
  ['myFprintf(os.Stderr, "a")', false],
  ['fmt.Fprintln(p.os.Stdout, "a")', false],
  ['fmt.Fprintln(os.Stdouts, "a")', false],
  ['fmt.Fprint(/* errors */ os.Stderr, "a")', true],
  ['t.AddInfo("a")', false],
  ['t.InfoLevel("a")', false],
  ['x := ("a")', false],
  ['x := T{"a"}', false],
  ['exec("a")', false],
  ['Infof("a")', true],
  ['x := "a"', false],
])("isDisplayString in %s: %s", (body, expected) => {
  const { literal, semantics } = literalIn(body);
  expect(isDisplayString(literal, semantics)).toBe(expected);
});
