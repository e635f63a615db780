import { calleeOf, type CallExpressionNode, type SemanticModel } from "@gopherwood/core";

/** Functions that answer whether something is so, by the custom of their names. */
const QUESTION =
  /(?:^|\.)(?:Access|Atoi|L?[Ee]xists|LookPath|Lookup\w*|L?stat|L?Stat|Parse\w*)$/u;

/** Functions of the standard library that fail because of the text they get, or tell a state. */
const PARSER =
  /^(?:context\.Context\.Err|encoding\/\w+\.(?:\w+\.)?(?:Decode\w*|Unmarshal\w*)|mime\.ParseMediaType|net\.(?:Resolve\w+Addr|SplitHostPort)|net\/(?:mail|netip|url)\.\w+|path(?:\/filepath)?\.(?:Match|Rel)|regexp\.Compile\w*|strconv\.(?:Unquote\w*)|time\.LoadLocation)$/u;

/** Returns true for a call whose error answers a question: is this text a number? */
export function isQuestion(call: CallExpressionNode, semantics: SemanticModel): boolean {
  if (QUESTION.test(call.function.text)) return true;
  const callee = calleeOf(call, semantics);
  if (callee.kind === "unknown") return false;
  const owner =
    callee.kind === "function"
      ? callee.importPath
      : `${callee.receiver.importPath}.${callee.receiver.name}`;
  return PARSER.test(`${owner}.${callee.name}`);
}
