import {
  defineLegacyRule,
  enclosingSymbol,
  EXEMPT_FILES,
  fileExemption,
  initializerOf,
  semanticsOf,
  type CallExpressionNode,
  type ExemptFiles,
  type GoNode,
} from "@gopherwood/core";
import { AllowedFunctions, FUNCTION_NAMES, isInMain } from "../allowed-functions.ts";
import { errorFor } from "../error-values.ts";
import { itemsOf } from "../errors.ts";
import { returnOf } from "../returns.ts";

export interface Options extends ExemptFiles {
  /** Names of functions and methods, with `*`, in which that may be. */
  readonly inFunctions: readonly string[];
}

/** What stands for something in tests has nothing to return. */
const STAND_INS: readonly string[] = [
  "{fake,fakes,mock,mocks,stub,stubs}/**",
  "{fake,fakes,mock,mocks}*.go",
  "*_{fake,mock,stub}.go",
];

const NO_ERROR = "what it panics with is no error and no text";

const NO_RESULT = "the function around returns no error";

export default defineLegacyRule<[Options], "panic" | "return">({
  name: "error-handling/no-panic",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow panics where an error can be returned.",
      category: "Error Handling",
      recommended: false,
    },
    messages: {
      panic: "Return an error instead of panicking.",
      return: "Return the error.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          inFunctions: FUNCTION_NAMES,
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        inFunctions: ["init", "Must*", "must*", "*OrPanic", "Panic*", "panic*"],
        exemptPaths: STAND_INS,
        tests: false,
      },
    ],
    prefilter: ["panic"],
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const exemption = fileExemption(context.filename, options);
    const inFunctions = new AllowedFunctions(options.inFunctions);

    function reasonFor(node: CallExpressionNode): string | null {
      if (exemption !== null) return exemption;
      if (enclosingSymbol(node) === "") return "at the start of the program";
      if (semantics.packageName === "main" && isInMain(node)) return "in main";
      const allowed = inFunctions.reasonFor(node);
      if (allowed !== null) return allowed;
      return isRecovered(itemsOf(node.arguments)[0])
        ? "panics again with what was recovered"
        : null;
    }

    /** True for `r` of `r := recover()`. */
    function isRecovered(value: GoNode | undefined): boolean {
      const from = value?.kind === "identifier" ? initializerOf(value, semantics) : null;
      return (
        from?.kind === "call_expression" &&
        from.function.text === "recover" &&
        semantics.resolve(from.function)?.isUniverse === true
      );
    }

    return {
      call_expression(node) {
        const { function: called } = node;
        if (called.text !== "panic" || semantics.resolve(called)?.isUniverse !== true) return;
        const reason = reasonFor(node);
        if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
          return;
        }
        const { parent } = node;
        const error = errorFor(node.arguments, false, semantics);
        const isStatement = parent?.kind === "expression_statement";
        if (!isStatement || error === null || returnOf("", node, semantics) === null) {
          const noFixReason = isStatement && error === null ? NO_ERROR : NO_RESULT;
          context.report({ node, messageId: "panic", noFixReason: noFixReason });
          return;
        }
        context.report({
          node,
          messageId: "panic",
          suggest: [
            {
              messageId: "return",
              fix: (fixer) =>
                fixer.replaceText(parent, returnOf(error(fixer), node, semantics) ?? ""),
            },
          ],
        });
      },
    };
  },
});
