import {
  argumentsOf,
  calledName,
  calleeOf,
  CalleePatterns,
  defineRule,
  enclosingSymbol,
  paths,
  testFiles,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { assignedValues } from "../calls/assigned-values.ts";
import { FUNCTION_NAMES, FunctionNames, isInMain } from "../functions.ts";
import { errorExpression } from "../suggestions/error-expression.ts";
import { proposeErrorReturn } from "../suggestions/error-return.ts";
import { suggestionFor } from "../suggestions/proposal.ts";

/** As far as a value is followed through variables. */
const MAX_DEPTH = 3;

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
      task: "Return errors instead of panicking",
      category: "Error Handling",
    },
    messages: {
      panic: "Return an error instead of panicking.",
      return: "Return the error.",
    },
    options: {
      inFunctions: {
        ...FUNCTION_NAMES,
        default: [
          "init",
          "Must*",
          "must*",
          "*OrPanic",
          "Panic*",
          "panic*",
          "Register*",
          "register*",
          "*ForTest",
          "*ForTests",
        ],
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths(TEST_DOUBLES) },
    prefilter: ["panic"],
  },
  create(context, options) {
    const { semantics, sourceCode } = context;
    const inFunctions = new FunctionNames(options.inFunctions);
    const wire = new CalleePatterns(["wire.Build"], semantics);

    function exemptionFor(node: CallExpressionNode): string | null {
      if (enclosingSymbol(node) === "") return "at the start of the program";
      if (semantics.packageName === "main" && isInMain(node)) return "in main";
      const glob = inFunctions.matchAround(node);
      if (glob !== null) return `allowed function: ${glob}`;
      const [value] = argumentsOf(node);
      if (!value) return null;
      if (abortsHandler(value, semantics)) return "ends an HTTP handler, as net/http asks for";
      if (isInjector(value)) return "an injector, which Wire replaces";
      return isRecovered(value, semantics, sourceCode.tree)
        ? "panics again with what was recovered"
        : null;
    }

    function isInjector(value: GoNode): boolean {
      return (
        value.kind === "call_expression" &&
        calledName(value) === "Build" &&
        wire.match(calleeOf(value, semantics)) !== null
      );
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
        const proposal = proposeErrorReturn(node, error, semantics, sourceCode);
        context.report({ node, messageId: "panic", ...suggestionFor(proposal, "return") });
      },
    };
  },
});

/** Returns true for `http.ErrAbortHandler`, a panic that the server recovers. */
function abortsHandler(value: GoNode, semantics: SemanticModel): boolean {
  return (
    value.kind === "selector_expression" &&
    value.field.text === "ErrAbortHandler" &&
    semantics.importOf(value.operand)?.path === "net/http"
  );
}

/** Returns true for a value that was recovered: `r` of `r := recover()`, and `r.(error)`. */
function isRecovered(
  value: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
  depth = MAX_DEPTH,
): boolean {
  switch (value.kind) {
    case "call_expression":
      return (
        value.function.text === "recover" &&
        semantics.resolve(value.function)?.isUniverse === true
      );
    case "type_assertion_expression":
      return isRecovered(value.operand, semantics, tree, depth);
    case "identifier":
      return (
        depth > 0 &&
        [...assignedValues(value, semantics, tree), ...switchedValues(value, semantics)].some(
          (assigned) => isRecovered(assigned, semantics, tree, depth - 1),
        )
      );
    default:
      return false;
  }
}

/** Returns the value of the type switch that declares a name, or none. */
function switchedValues(name: GoNode, semantics: SemanticModel): GoNode[] {
  const symbol = semantics.resolve(name);
  let around = symbol === null || symbol.isUniverse ? null : symbol.declaration;
  while (around && /^(?:type_case|default_case|expression_list)$/u.test(around.kind))
    around = around.parent;
  return around?.kind === "type_switch_statement" ? [around.value] : [];
}
