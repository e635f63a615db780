import { argumentsOf } from "../../ast/nodes.ts";
import type { GoNode } from "../../syntax/node.ts";
import { calleeOf } from "./callee.ts";
import type { SemanticModel } from "../model/semantic-model.ts";

/** Functions and methods whose arguments are for people to read, and are not run. */
const DISPLAYS =
  /^(?:(?:Debug|Info|Notice|Warn|Warning|Error|Fatal|Panic|Print|Trace|Log|Skip|Wrap|WithMessage)(?:f|ln|w|s|S|Context|Ctx)?|Newf|panic)$/u;

const EQUALITY = new Set(["==", "!="]);

/** Functions of `strings` that search or compare strings. */
const SEARCHES = /^(?:Compare|Contains|Count|EqualFold|HasPrefix|HasSuffix|Index|LastIndex)/u;

/**
 * Returns the whole string that a literal is a part of: the concatenation, or the
 * `fmt.Sprintf`.
 */
export function enclosingString(literal: GoNode, semantics: SemanticModel): GoNode {
  let node = literal;
  for (let { parent } = node; parent; { parent } = node) {
    const isPart =
      parent.kind === "parenthesized_expression" ||
      (parent.kind === "binary_expression" && parent.operator.text === "+");
    if (isPart) {
      node = parent;
      continue;
    }
    const call = parent.kind === "argument_list" ? parent.parent : null;
    if (call?.kind !== "call_expression" || argumentsOf(call)[0] !== node) break;
    const callee = calleeOf(call, semantics);
    const isFormat =
      callee.kind === "function" && callee.importPath === "fmt" && callee.name === "Sprintf";
    if (!isFormat) break;
    node = call;
  }
  return node;
}

/**
 * Returns true for a string that people read or that is compared: an error, a log line, an
 * operand of `==`.
 */
export function isDisplayString(text: GoNode, semantics: SemanticModel): boolean {
  const { parent } = text;
  if (parent?.kind === "binary_expression") return EQUALITY.has(parent.operator.text);
  if (parent?.kind === "expression_list") return parent.parent?.kind === "expression_case";
  const call = parent?.kind === "argument_list" ? parent.parent : null;
  if (call?.kind !== "call_expression") return false;
  const { function: called } = call;
  const name = called.kind === "selector_expression" ? called.field.text : called.text;
  if (DISPLAYS.test(name) || /Errorf$/u.test(name)) return true;
  // A text that is printed into something else may be a script.
  const [writer] = argumentsOf(call);
  if (/^Fprint/u.test(name)) return /^os\.Std(?:out|err)$/u.test(writer?.text ?? "");
  if (called.kind !== "selector_expression") return false;
  const path = semantics.importOf(called.operand)?.path ?? "";
  return (
    (name === "New" && /(?:^|\/)errors$/u.test(path)) ||
    (path === "strings" && SEARCHES.test(name))
  );
}
