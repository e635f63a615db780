import { calleeOf } from "../semantics/queries/callee.ts";
import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { CallExpressionNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { NamedType } from "../semantics/types/go-type.ts";
import type { ExitKind } from "./blocks.ts";

type Termination = Extract<ExitKind, "panic" | "exit">;

/** Names of calls that may never return: other calls are not resolved. */
const MAY_TERMINATE =
  /^(?:Goexit|Exit|FailNow|Skip|Skipf|SkipNow|Send|Msgf?|(?:Exit|Fatal|Panic)(?:f|ln|w|Fn|Context|Depth)?)$/u;

/** Packages whose `Exit` ends the program. */
const EXIT_PACKAGES =
  /^(?:os|syscall|github\.com\/[sS]irupsen\/logrus|k8s\.io\/klog(?:\/v2)?|github\.com\/golang\/glog)$/u;

/**
 * Returns how a call ends the function if it never returns, or null. Besides Go's own these
 * are functions and methods called `Fatal` and `Panic`, as every logger has them.
 */
export function terminationOf(
  call: CallExpressionNode,
  semantics: SemanticModel,
): Termination | null {
  const { function: callee } = call;
  if (callee.kind === "identifier") {
    const isPanic = callee.text === "panic" && semantics.resolve(callee)?.isUniverse === true;
    return isPanic ? "panic" : null;
  }
  if (callee.kind !== "selector_expression" || !MAY_TERMINATE.test(callee.field.text))
    return null;
  const called = calleeOf(call, semantics);
  if (called.kind === "method" && called.receiver.importPath === "testing") return "panic";
  const { name } = called;
  if (called.kind === "method" && returnsInFile(call, called.receiver, name, semantics)) {
    return null;
  }
  if (name.startsWith("Fatal")) return "exit";
  if (name.startsWith("Panic")) return "panic";
  if (/^(?:Send|Msg)/u.test(name)) return terminationOfEvent(callee.operand);
  if (called.kind !== "function") return null;
  if (name === "Goexit") return called.importPath === "runtime" ? "panic" : null;
  return name.startsWith("Exit") && EXIT_PACKAGES.test(called.importPath) ? "exit" : null;
}

/** Returns true for a method that the file declares with a body which calls nothing that ends. */
function returnsInFile(
  call: CallExpressionNode,
  receiver: NamedType,
  name: string,
  { importPath }: SemanticModel,
): boolean {
  if (receiver.importPath !== importPath) return false;
  let root: GoNode = call;
  while (root.parent) root = root.parent;
  const method = root.namedChildren.find(
    (node) =>
      node.kind === "method_declaration" &&
      node.name.text === name &&
      node.receiver.text.split(/\W+/u).includes(receiver.name),
  );
  const body = method?.kind === "method_declaration" ? method.body : null;
  return !!body && !/\b(?:panic|Goexit|\w*(?:Exit|Fatal|Panic)\w*)\(/u.test(body.text);
}

/** Returns how a chain of zerolog ends the function, or null: `log.Fatal().Err(err).Msg("...")`. */
function terminationOfEvent(operand: GoNode): Termination | null {
  let current = operand;
  while (current.kind === "call_expression") {
    const { function: callee } = current;
    if (callee.kind !== "selector_expression") return null;
    if (callee.field.text === "Fatal") return "exit";
    if (callee.field.text === "Panic") return "panic";
    current = callee.operand;
  }
  return null;
}
