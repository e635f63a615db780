import {
  argumentsOf,
  calleeOf,
  isCallTo,
  type Callee,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions whose results depend on their arguments alone. */
const PURE =
  /^(?:encoding\/(?:base64|hex)|net\/(?:netip|url)|regexp|strconv)\.\w+$|^net\/http\/cookiejar\.New$|^(?:golang\.org\/x\/sys\/windows|syscall)\.(?:Byte|UTF16)PtrFromString$|^time\.Parse(?:Duration)?$/u;

/** The arguments that decide whether a function fails, as offsets of the first and behind the last. */
const DECIDING: Readonly<Record<string, readonly [start: number, end: number]>> = {
  "io/fs.Glob": [1, 2],
  "net/http.NewRequest": [0, 2],
  "net/http.NewRequestWithContext": [1, 3],
  "path.Match": [0, 1],
  "path/filepath.Glob": [0, 1],
  "path/filepath.Match": [0, 1],
  "regexp.Match": [0, 1],
  "regexp.MatchReader": [0, 1],
  "regexp.MatchString": [0, 1],
};

/** Functions of any package that read a text, by the custom of their names. */
const PARSER =
  /^Parse(?:Addr|Bool|CIDR|Duration|Expr|Float|IP|Quantity|Time|U?Int|URL|Version)?$/u;

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
  const callee = calleeOf(call, semantics);
  const values = decidingArguments(call, callee);
  if (values.length === 0 || !values.every((value) => isConstant(value, semantics)))
    return false;
  if (callee.kind === "function") {
    const name = `${callee.importPath}.${callee.name}`;
    return PURE.test(name) || DECIDING[name] !== undefined || PARSER.test(callee.name);
  }
  return (
    callee.kind === "method" &&
    callee.name === "Parse" &&
    TEMPLATE.test(callee.receiver.importPath) &&
    isNewTemplate(call.function, semantics)
  );
}

/** Returns the arguments that decide whether a call fails: of a request, method and URL. */
function decidingArguments(call: CallExpressionNode, callee: Callee): GoNode[] {
  const values = argumentsOf(call);
  const range = callee.kind === "function" && DECIDING[`${callee.importPath}.${callee.name}`];
  return range ? values.slice(...range) : values;
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
