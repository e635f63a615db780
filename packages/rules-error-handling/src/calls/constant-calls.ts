import {
  argumentsOf,
  calleeOf,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions whose results depend on their arguments alone. */
const PURE =
  /^(?:encoding\/(?:base64|hex)|net\/(?:netip|url)|regexp|strconv)\.\w+$|^net\/http\/cookiejar\.New$|^(?:golang\.org\/x\/sys\/windows|syscall)\.(?:Byte|UTF16)PtrFromString$|^time\.Parse(?:Duration)?$/u;

const LITERAL =
  /^(?:interpreted_string|raw_string|int|float|rune)_literal$|^(?:true|false|nil)$/u;

/** Returns true for a call that fails whenever the program runs, or never: `url.Parse("/a")`. */
export function isConstantCall(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const values = argumentsOf(call);
  const isConstant = (value: GoNode) => LITERAL.test(value.kind) || semantics.isConstant(value);
  if (values.length === 0 || !values.every(isConstant)) return false;
  const callee = calleeOf(call, semantics);
  return callee.kind === "function" && PURE.test(`${callee.importPath}.${callee.name}`);
}
