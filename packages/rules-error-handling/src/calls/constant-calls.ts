import {
  argumentsOf,
  calleeOf,
  isCallTo,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions whose results depend on their arguments alone. */
const PURE =
  /^(?:encoding\/(?:base64|hex)|net\/(?:netip|url)|regexp|strconv)\.\w+$|^net\/http\.NewRequest(?:WithContext)?$|^net\/http\/cookiejar\.New$|^(?:golang\.org\/x\/sys\/windows|syscall)\.(?:Byte|UTF16)PtrFromString$|^time\.Parse(?:Duration)?$/u;

/** Functions whose strings depend on their arguments alone. */
const TEXTS = /^(?:fmt\.Sprint(?:f|ln)?|strings\.\w+)$/u;

const TEMPLATE = /^(?:html|text)\/template$/u;

const LITERAL =
  /^(?:interpreted_string|raw_string|int|float|rune)_literal$|^(?:true|false|nil)$/u;

/**
 * Returns true for a call that fails whenever the program runs, or never: `url.Parse("/a")`,
 * `template.New("a").Parse(text)` with a constant.
 */
export function isConstantCall(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const values = decidingArguments(call, semantics);
  if (values.length === 0 || !values.every((value) => isConstant(value, semantics)))
    return false;
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") return PURE.test(`${callee.importPath}.${callee.name}`);
  return (
    callee.kind === "method" &&
    callee.name === "Parse" &&
    TEMPLATE.test(callee.receiver.importPath) &&
    isNewTemplate(call.function, semantics)
  );
}

/** Returns the arguments that decide whether a call fails: of a request, method and URL. */
function decidingArguments(call: CallExpressionNode, semantics: SemanticModel): GoNode[] {
  const values = argumentsOf(call);
  if (isCallTo(call, "net/http.NewRequest", semantics)) return values.slice(0, 2);
  return isCallTo(call, "net/http.NewRequestWithContext", semantics)
    ? values.slice(1, 3)
    : values;
}

/** Returns true for a method of a template that has nothing but a name. */
function isNewTemplate(method: GoNode, semantics: SemanticModel): boolean {
  return (
    method.kind === "selector_expression" &&
    method.operand.kind === "call_expression" &&
    isCallTo(method.operand, ["html/template.New", "text/template.New"], semantics)
  );
}

/** Returns true for a value that is the same whenever the program runs. */
function isConstant(value: GoNode, semantics: SemanticModel): boolean {
  if (LITERAL.test(value.kind) || semantics.isConstant(value)) return true;
  const isEach = (parts: readonly GoNode[]) =>
    parts.length > 0 && parts.every((part) => isConstant(part, semantics));
  switch (value.kind) {
    case "binary_expression":
      return isEach([value.left, value.right]);
    case "parenthesized_expression":
      return isEach(value.namedChildren);
    case "call_expression": {
      const callee = calleeOf(value, semantics);
      return (
        callee.kind === "function" &&
        TEXTS.test(`${callee.importPath}.${callee.name}`) &&
        isEach(argumentsOf(value))
      );
    }
    default:
      return false;
  }
}
