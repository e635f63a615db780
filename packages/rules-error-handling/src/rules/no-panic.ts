import {
  argumentsOf,
  defineRule,
  enclosingSymbol,
  initializerOf,
  paths,
  testFiles,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { FUNCTION_NAMES, FunctionNames, isInMain } from "../functions.ts";
import { errorExpression } from "../suggestions/error-expression.ts";
import { proposeErrorReturn } from "../suggestions/error-return.ts";
import { suggestionFor } from "../suggestions/proposal.ts";

/** Fakes, mocks and stubs have no error to return. */
const TEST_DOUBLES = [
  "{fake,fakes,mock,mocks,stub,stubs}/**",
  "{fake,fakes,mock,mocks}*.go",
  "*_{fake,mock,stub}.go",
];

export default defineRule({
  name: "error-handling/no-panic",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow panics where an error can be returned.",
      category: "Error Handling",
    },
    messages: {
      panic: "Return an error instead of panicking.",
      return: "Return the error.",
    },
    options: {
      inFunctions: {
        ...FUNCTION_NAMES,
        default: ["init", "Must*", "must*", "*OrPanic", "Panic*", "panic*"],
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths(TEST_DOUBLES) },
    prefilter: ["panic"],
  },
  create(context, options) {
    const { semantics } = context;
    const inFunctions = new FunctionNames(options.inFunctions);

    function exemptionFor(node: CallExpressionNode): string | null {
      if (enclosingSymbol(node) === "") return "at the start of the program";
      if (semantics.packageName === "main" && isInMain(node)) return "in main";
      const glob = inFunctions.matchAround(node);
      if (glob !== null) return `allowed function: ${glob}`;
      return isRecovered(argumentsOf(node)[0], semantics)
        ? "panics again with what was recovered"
        : null;
    }

    return {
      call_expression(node) {
        const { function: callee } = node;
        if (callee.text !== "panic" || semantics.resolve(callee)?.isUniverse !== true) return;
        const reason = exemptionFor(node);
        if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
          return;
        }
        const error = errorExpression(node, false, semantics);
        const proposal = proposeErrorReturn(node, error, semantics);
        context.report({ node, messageId: "panic", ...suggestionFor(proposal, "return") });
      },
    };
  },
});

/** Returns true for `r` of `r := recover()`. */
function isRecovered(value: GoNode | undefined, semantics: SemanticModel): boolean {
  const from = value?.kind === "identifier" ? initializerOf(value, semantics) : null;
  return (
    from?.kind === "call_expression" &&
    from.function.text === "recover" &&
    semantics.resolve(from.function)?.isUniverse === true
  );
}
