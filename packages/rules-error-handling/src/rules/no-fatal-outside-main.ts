import {
  calledName,
  calleeOf,
  defineLegacyRule,
  enclosingSymbol,
  EXEMPT_FILES,
  fileExemption,
  semanticsOf,
  type Callee,
  type CallExpressionNode,
  type ExemptFiles,
  type GoNode,
  type SyntaxTree,
} from "@gopherwood/core";
import { AllowedFunctions, FUNCTION_NAMES, isInMain } from "../allowed-functions.ts";
import { CALLEE_PATTERN_LIST, CalleePatterns, wordsOf } from "../callee-patterns.ts";
import { errorFor } from "../error-values.ts";
import { returnOf } from "../returns.ts";

export interface Options extends ExemptFiles {
  /** Functions and methods that end the program. */
  readonly functions: readonly string[];
  /** Names of functions and methods, with `*`, in which that may be. */
  readonly inFunctions: readonly string[];
  /** Look at the functions of `main` packages other than `main` as well. */
  readonly mains: boolean;
}

export default defineLegacyRule<[Options], "fatal" | "return">({
  name: "error-handling/no-fatal-outside-main",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow ending the program anywhere but in main.",
      category: "Error Handling",
      recommended: true,
    },
    messages: {
      fatal:
        "Return an error instead of calling '{{callee}}': it ends the program, and no deferred call runs.",
      return: "Return the error.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          functions: {
            description: "Functions and methods that end the program.",
            ...CALLEE_PATTERN_LIST,
          },
          inFunctions: FUNCTION_NAMES,
          mains: {
            description: "Look at the functions of main packages other than main as well.",
            type: "boolean",
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        functions: [
          "os.Exit",
          "syscall.Exit",
          "log.Fatal*",
          "log.Logger.Fatal*",
          "github.com/sirupsen/logrus.Fatal*",
          "github.com/sirupsen/logrus.Logger.Fatal*",
          "github.com/sirupsen/logrus.Entry.Fatal*",
          "go.uber.org/zap.Logger.Fatal",
          "go.uber.org/zap.SugaredLogger.Fatal*",
          "k8s.io/klog.Fatal*",
          "k8s.io/klog/v2.Fatal*",
          "github.com/golang/glog.Fatal*",
        ],
        inFunctions: ["init", "Must*", "must*", "*OrDie", "*OrExit", "Fatal*", "fatal*"],
        mains: false,
        exemptPaths: ["cmd/**"],
        tests: false,
      },
    ],
    prefilter: ([{ functions }]) => wordsOf(functions),
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const patterns = new CalleePatterns(options.functions, semantics);
    const exemption = fileExemption(context.filename, options);
    const inFunctions = new AllowedFunctions(options.inFunctions);

    function report(node: CallExpressionNode, callee: Callee): void {
      const data = { callee: node.function.text.replaceAll(/\s+/gu, " ") };
      const { parent } = node;
      const error = callee.name.startsWith("Fatal")
        ? errorFor(node.arguments, callee.name.endsWith("f"), semantics)
        : null;
      const isStatement = parent?.kind === "expression_statement";
      if (!isStatement || error === null || returnOf("", node, semantics) === null) {
        const noFixReason = "the functions that call this one have to be told of the failure";
        context.report({ node, messageId: "fatal", data, noFixReason: noFixReason });
        return;
      }
      context.report({
        node,
        messageId: "fatal",
        data,
        suggest: [
          {
            messageId: "return",
            fix(fixer) {
              if (callee.kind === "function") fixer.dropImportIfUnused(callee.importPath);
              return fixer.replaceText(parent, returnOf(error(fixer), node, semantics) ?? "");
            },
          },
        ],
      });
    }

    return {
      call_expression(node) {
        const name = calledName(node);
        if (name === "" || !patterns.mayMatch(name)) return;
        const callee = calleeOf(node, semantics);
        const ends = patterns.match(callee) !== null;
        if (ends && semantics.packageName === "main" && isInMain(node)) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const isMain = semantics.packageName === "main" && !options.mains;
        const reason =
          exemption ??
          (isMain ? "main package" : inFunctions.reasonFor(node)) ??
          (isChildMain(node, context.sourceCode.tree) ? "main of a child process" : null);
        if (ends && reason !== null) context.attest({ node, verdict: "exempt", reason });
        else if (ends) {
          report(node, callee);
        } else if (callee.kind === "unknown" && reason === null) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
      },
    };
  },
});

/** True in a function that is given to `reexec.Register`: the program runs itself with it. */
function isChildMain(node: GoNode, tree: SyntaxTree): boolean {
  const name = enclosingSymbol(node);
  return tree
    .nodesOfKind(["call_expression"])
    .some(
      ({ function: called, arguments: given }) =>
        called.text === "reexec.Register" && given.namedChildren.at(-1)?.text === name,
    );
}
