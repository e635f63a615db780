import {
  calleeOf,
  CalleePatterns,
  calleeText,
  defineRule,
  NAME_PATTERNS,
  paths,
  STRINGS,
  testFiles,
  type CallExpressionNode,
} from "@gopherwood/core";
import { Cleanups } from "../calls/cleanups.ts";
import { isValueChecked } from "../calls/checked-values.ts";
import { isConstantCall } from "../calls/constant-calls.ts";
import {
  discardedResultOf,
  type DiscardedResult,
  type DiscardKind,
} from "../calls/discarded-result.ts";
import { makesError } from "../calls/error-makers.ts";
import { errorResultOf } from "../calls/error-result.ts";
import { Explanations } from "../calls/explanations.ts";
import { isSafeMarshal } from "../calls/safe-marshals.ts";
import { SafeWriters } from "../calls/safe-writers.ts";
import { ErrorChecks } from "../suggestions/error-check.ts";
import { suggestionFor } from "../suggestions/proposal.ts";

const MESSAGE_IDS = {
  statement: "ignored",
  defer: "deferred",
  go: "goroutine",
  blank: "blank",
  "partly blank": "blank",
} as const satisfies Record<DiscardKind, string>;

// eslint-disable-next-line gopherwood-authoring/require-prefilter -- nearly every file has a call
export default defineRule({
  name: "error-handling/no-ignored-errors",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow calls whose error is discarded.",
      task: "Handle the errors of calls",
      category: "Error Handling",
    },
    messages: {
      ignored: "Handle the error that '{{callee}}' returns.",
      deferred:
        "Handle the error of '{{callee}}' in a deferred function, or call it before the return as well.",
      goroutine: "Handle the error that '{{callee}}' returns inside of the goroutine.",
      blank: "Handle the error that '{{callee}}' returns instead of assigning it to '_'.",
      check: "Return the error.",
    },
    options: {
      allowed: {
        description: "Functions and methods whose error may be ignored.",
        ...NAME_PATTERNS,
        default: [
          "fmt.Print*",
          "os.Setenv",
          "os.Unsetenv",
          "crypto/rand.Read",
          "math/rand.Read",
          "math/rand.Rand.Read",
          "io.PipeReader.CloseWithError",
          "io.PipeWriter.CloseWithError",
          "syscall.LazyProc.Call",
          "golang.org/x/sys/windows.LazyProc.Call",
          "github.com/go-kit/kit/log.Logger.Log",
          "github.com/go-kit/log.Logger.Log",
          "github.com/fatih/color.Color.Print*",
          "github.com/mitchellh/colorstring.Print*",
          "github.com/spf13/cobra.Command.Help",
          "github.com/spf13/cobra.Command.Mark*",
          "github.com/spf13/cobra.Command.Usage",
          "github.com/spf13/pflag.FlagSet.Get*",
          "github.com/spf13/pflag.FlagSet.Mark*",
        ],
      },
      writers: {
        description:
          "Types and variables to which a write does not fail, or fails where nobody can help.",
        ...NAME_PATTERNS,
        default: [
          "bytes.Buffer",
          "strings.Builder",
          "hash.Hash",
          "hash.Hash32",
          "hash.Hash64",
          "hash/maphash.Hash",
          "bufio.Writer",
          "fmt.State",
          "io.Discard",
          "io.Writer",
          "text/tabwriter.Writer",
          "net/http.ResponseWriter",
          "os.Stderr",
          "os.Stdout",
        ],
      },
      cleanups: {
        description:
          "Names of functions and methods that clean up, whose error may be ignored where nothing is lost.",
        ...STRINGS,
        default: [
          "Clean*",
          "clean*",
          "Close",
          "CloseHandle",
          "Disconnect",
          "FreeLibrary",
          "Kill",
          "Release",
          "Remove",
          "RemoveAll",
          "Rollback",
          "SetDeadline",
          "SetReadDeadline",
          "SetWriteDeadline",
          "Shutdown",
          "Stop",
          "Unlock",
        ],
      },
      blank: {
        description: "Whether an assignment to _ may ignore an error.",
        enum: ["alone", "always", "never"],
        default: "alone",
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
  },
  create(context, options) {
    const { semantics, sourceCode } = context;
    const allowed = new CalleePatterns(options.allowed, semantics);
    const writers = new SafeWriters(options.writers, semantics, sourceCode.tree);
    const checks = new ErrorChecks(semantics, sourceCode);
    const explanations = new Explanations(sourceCode);
    const cleanups = new Cleanups(options.cleanups, semantics, sourceCode);

    function exemptionFor(node: CallExpressionNode, discarded: DiscardedResult): string | null {
      const { kind } = discarded;
      if (options.blank === "always" && kind.endsWith("blank")) return "assigned to '_'";
      if (options.blank === "alone" && kind === "blank" && !makesError(node, semantics))
        return "assigned to '_' alone";
      const pattern = allowed.match(calleeOf(node, semantics));
      if (pattern !== null) return `allowed: ${pattern}`;
      const writer = writers.writtenBy(node);
      if (writer !== null) return `allowed writer: ${writer}`;
      if (isConstantCall(node, semantics))
        return "with these constants it fails always or never";
      if (isSafeMarshal(node, semantics)) return "a value of this type can be marshalled";
      if (kind === "partly blank" && isValueChecked(node, semantics, sourceCode.tree))
        return "its value is checked";
      return cleanups.reasonFor(node, discarded) ?? explanations.reasonFor(discarded.statement);
    }

    return {
      call_expression(node) {
        const result = errorResultOf(node, semantics);
        if (result.kind === "none") return;
        const discarded = discardedResultOf(node);
        if (discarded === null) {
          if (result.kind === "error") context.attest({ node, verdict: "compliant" });
          return;
        }
        const reason = context.exemption ?? exemptionFor(node, discarded);
        const unknown = result.kind === "unknown" ? result.reason : writers.whyUnknown(node);
        if (reason !== null) {
          if (result.kind === "error") context.attest({ node, verdict: "exempt", reason });
        } else if (unknown !== null) {
          context.attest({ node, verdict: "undecided", reason: unknown });
        } else {
          context.report({
            node,
            messageId: MESSAGE_IDS[discarded.kind],
            data: { callee: calleeText(node) },
            ...suggestionFor(checks.propose(node, discarded), "check"),
          });
        }
      },
    };
  },
});
