import { describe, expect, test } from "@jest/globals";
import {
  controlFlowGraphOf,
  enclosingFunction,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  assignmentTargetsOf,
  type GoNode,
} from "../../src/index.ts";

/** Bodies of a function by their names, and the exits of each as `exitsWithoutDone` has them. */
export type Cases = Readonly<Record<string, readonly [body: string, exits: readonly string[]]>>;

/**
 * Tests the exits of cases, in groups by their names.
 *
 * @param declarations What stands below the function.
 */
export function testExits(groups: Readonly<Record<string, Cases>>, declarations = ""): void {
  describe.each(Object.entries(groups))("%s", (_, cases) => {
    test.each(Object.entries(cases))("%s", (__, [body, exits]) => {
      expect(exitsWithoutDone(body, declarations)).toEqual(exits);
    });
  });
}

/**
 * The exits of `func f(c, d bool) error` that ways from `start()` lead to without `done()`,
 * or from the start of the body if there is no `start()`: the code of a return or a call,
 * after its kind where that is not `return`; `end` for the end of the body.
 */
function exitsWithoutDone(body: string, declarations: string): string[] {
  const code = `package p

import (
	"errors"
	"log"
	"os"
	"runtime"
	"syscall"
	"testing"

	"github.com/golang/glog"
	"github.com/sirupsen/logrus"
	"k8s.io/klog/v2"

	zl "github.com/rs/zerolog/log"
)

func f(c, d bool, n int, xs []int, ch chan int, t *testing.T) (err error) {
${body}
}

${declarations}
`;
  const sourceCode = new GoSourceCode(SyntaxTree.parse(code));
  const { tree } = sourceCode;
  const semantics = semanticsOf(sourceCode);
  const calls = tree.nodesOfKind(["call_expression"]);
  const start = calls.find((call) => call.function.text === "start") ?? null;
  const around = start
    ? enclosingFunction(start)
    : tree.nodesOfKind(["function_declaration"])[0];
  if (!around) throw new Error("There is no function.");
  const error =
    (start ? assignmentTargetsOf(start) : []).find(({ text }) => text === "err") ?? null;
  const exits = controlFlowGraphOf(around, semantics).exitsAvoiding(start, {
    passes: isDone,
    error,
  });
  return exits.map(({ kind, node }) => {
    if (kind === "end") return "end";
    return kind === "return" ? node.text : `${kind}: ${node.text}`;
  });
}

function isDone(node: GoNode): boolean {
  return node.kind === "call_expression" && node.function.text === "done";
}
