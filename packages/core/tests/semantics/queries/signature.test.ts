import { describe, expect, test } from "@jest/globals";
import {
  formatType,
  GoSourceCode,
  semanticsOf,
  signatureOf,
  SyntaxTree,
} from "../../../src/index.ts";

const SOURCE = `package p

import "github.com/sirupsen/logrus"

type Fields map[string]any

type Value interface{}

type Log interface {
	End(status string, summary Fields)
	Info(message string, pairs ...any) error
	Add(more ...Value)
}

func plain(a, b int, call func(...string)) (int, error) { return 0, nil }

func f(l Log, value func(int), unknown other) {
	CALL
}
`;

function signature(call: string): string | null {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(SOURCE.replace("CALL", call)));
  const [node] = sourceCode.tree.nodesOfKind(["call_expression"]);
  const found = node ? signatureOf(node, semanticsOf(sourceCode)) : null;
  if (!found) return null;
  const parameters = found.parameters?.map((type) => formatType(type)).join(", ");
  return found.variadic ? `${parameters}...` : (parameters ?? "");
}

describe("signatureOf", () => {
  test.each([
    ["a method of an interface", 'l.End("", nil)', "string, Fields"],
    ["a variadic method", 'l.Info("")', "string, []any..."],
    ["one of a type of the file", "l.Add()", "[]Value..."],
    ["a function", "plain(1, 2, nil)", "int, int, func"],
    ["a function value", "value(1)", "int"],
    ["a call that cannot be read", "unknown.Info()", null],
    ["a function whose parameters are not kept", "logrus.WithError(nil)", null],
    ["a builtin", "panic(1)", null],
  ])("%s", (_, call, expected) => {
    expect(signature(call)).toBe(expected);
  });
});

test("underlyingOf", () => {
  const code = "package p\n\ntype Value interface{}\n\ntype Alias = Value\n\nvar v Alias\n";
  const sourceCode = new GoSourceCode(SyntaxTree.parse(code));
  const semantics = semanticsOf(sourceCode);
  const [spec] = sourceCode.tree.nodesOfKind(["var_spec"]);
  const type = spec?.name[0] && semantics.typeOf(spec.name[0]);
  expect(type && formatType(type)).toBe("Value");
  expect(type && semantics.underlyingOf(type)).toMatchObject({ kind: "interface" });
});
