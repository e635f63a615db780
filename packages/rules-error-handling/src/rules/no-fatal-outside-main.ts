import {
  argumentsOf,
  calledName,
  calleeOf,
  CalleePatterns,
  calleeText,
  calleeWords,
  defineRule,
  enclosingSymbol,
  mainPackages,
  NAME_PATTERNS,
  paths,
  testFiles,
  type GoNode,
} from "@gopherwood/core";
import { runsOnSignal } from "../calls/signals.ts";
import { FUNCTION_NAMES, FunctionNames, isInMain } from "../functions.ts";
import { errorExpression } from "../suggestions/error-expression.ts";
import { proposeErrorReturn } from "../suggestions/error-return.ts";
import { suggestionFor } from "../suggestions/proposal.ts";

export default defineRule({
  name: "error-handling/no-fatal-outside-main",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow ending the program anywhere but in main.",
      task: "Return errors instead of ending the program",
      category: "Error Handling",
    },
    messages: {
      fatal:
        "Return an error instead of calling '{{callee}}': it ends the program, and no deferred call runs.",
      return: "Return the error.",
    },
    options: {
      functions: {
        description: "Functions and methods that end the program.",
        ...NAME_PATTERNS,
        default: [
          "os.Exit",
          "syscall.Exit",
          "log.Fatal*",
          "log.Logger.Fatal*",
          "github.com/rs/zerolog.Logger.Fatal",
          "github.com/rs/zerolog/log.Fatal",
          "github.com/sirupsen/logrus.Exit",
          "github.com/sirupsen/logrus.Fatal*",
          "github.com/sirupsen/logrus.Logger.Exit",
          "github.com/sirupsen/logrus.Logger.Fatal*",
          "github.com/sirupsen/logrus.Entry.Fatal*",
          "go.uber.org/zap.Logger.Fatal",
          "go.uber.org/zap.SugaredLogger.Fatal*",
          "k8s.io/klog.Exit*",
          "k8s.io/klog.Fatal*",
          "k8s.io/klog/v2.Exit*",
          "k8s.io/klog/v2.Fatal*",
          "github.com/golang/glog.Exit*",
          "github.com/golang/glog.Fatal*",
          "github.com/spf13/cobra.CheckErr",
        ],
      },
      inFunctions: {
        ...FUNCTION_NAMES,
        default: ["init", "Must*", "must*", "*OrDie", "*OrExit", "Fatal*", "fatal*"],
      },
    },
    exemptions: {
      tests: testFiles(),
      exemptPaths: paths(["cmd/**"]),
      mains: mainPackages(),
    },
    prefilter: ({ functions }) => calleeWords(functions),
  },
  create(context, options) {
    const { semantics, sourceCode } = context;
    const functions = new CalleePatterns(options.functions, semantics);
    const reexec = new CalleePatterns(["reexec.Register"], semantics);
    const inFunctions = new FunctionNames(options.inFunctions);

    function exemptionFor(node: GoNode): string | null {
      const glob = inFunctions.matchAround(node);
      if (glob !== null) return `allowed function: ${glob}`;
      if (isChildMain(enclosingSymbol(node))) return "main of a child process";
      return runsOnSignal(node, semantics, sourceCode.tree) ? "ends on a signal" : null;
    }

    /** Returns true for a function that `reexec.Register` gets: a main of its own. */
    function isChildMain(name: string): boolean {
      return sourceCode.tree
        .nodesOfKind(["call_expression"])
        .some(
          (call) =>
            calledName(call) === "Register" &&
            argumentsOf(call).at(-1)?.text === name &&
            reexec.match(calleeOf(call, semantics)) !== null,
        );
    }

    return {
      call_expression(node) {
        const name = calledName(node);
        if (name === "" || !functions.mayMatch(name)) return;
        const callee = calleeOf(node, semantics);
        const ends = functions.match(callee) !== null;
        if (!ends && callee.kind !== "unknown") return;
        if (ends && semantics.packageName === "main" && isInMain(node)) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const reason = exemptionFor(node);
        if (ends && reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
        } else if (ends) {
          const error = name.startsWith("Fatal")
            ? errorExpression(node, name === "Fatalf", semantics)
            : null;
          const proposal = proposeErrorReturn(node, error, semantics, sourceCode);
          context.report({
            node,
            messageId: "fatal",
            data: { callee: calleeText(node) },
            ...suggestionFor(proposal, "return"),
          });
        } else if (callee.kind === "unknown" && reason === null) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
      },
    };
  },
});
