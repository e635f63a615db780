import {
  calleeOf,
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  semanticsOf,
  STRING_LIST,
  type CallExpressionNode,
  type ExemptFiles,
} from "@gopherwood/core";
import { CALLEE_PATTERN_LIST, CalleePatterns } from "../callee-patterns.ts";
import { isConstantCall } from "../constant-calls.ts";
import { ErrorChecks } from "../error-checks.ts";
import { Cleanups } from "../cleanups.ts";
import { dropOf, type Drop, type Dropped } from "../dropped-results.ts";
import { lastResultIsError } from "../errors.ts";
import { SafeWriters, WRITER_LIST } from "../safe-writers.ts";

export interface Options extends ExemptFiles {
  /** Functions and methods whose error may be ignored: `fmt.Print*`, `rand.Rand.Read`. */
  readonly allowed: readonly string[];
  /** Types and variables to which a write does not fail, or fails where nobody can help. */
  readonly writers: readonly string[];
  /** Names of functions and methods that clean up, whose error may be ignored if nothing is lost. */
  readonly cleanups: readonly string[];
  /** Whether an assignment to `_` may ignore an error: if it stands alone, always or never. */
  readonly blank: "alone" | "always" | "never";
}

type MessageId = "ignored" | "deferred" | "goroutine" | "blank" | "check";

const MESSAGES: Readonly<Record<Drop, MessageId>> = {
  statement: "ignored",
  defer: "deferred",
  go: "goroutine",
  blank: "blank",
  "partly blank": "blank",
};

export default defineLegacyRule<[Options], MessageId>({
  name: "error-handling/no-ignored-errors",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow calls whose error is dropped.",
      category: "Error Handling",
      recommended: true,
    },
    messages: {
      ignored: "Handle the error that '{{callee}}' returns.",
      deferred:
        "Handle the error of '{{callee}}' in a deferred function, or call it before the return as well.",
      goroutine: "Handle the error that '{{callee}}' returns inside of the goroutine.",
      blank: "Handle the error that '{{callee}}' returns instead of assigning it to '_'.",
      check: "Return the error.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          allowed: {
            description: "Functions and methods whose error may be ignored.",
            ...CALLEE_PATTERN_LIST,
          },
          writers: {
            description: "Types and variables to which a failing write is no one's concern.",
            ...WRITER_LIST,
          },
          cleanups: {
            description:
              "Names of functions and methods that clean up, whose error may be ignored where nothing is lost.",
            ...STRING_LIST,
          },
          blank: {
            description: "Whether an assignment to _ may ignore an error.",
            enum: ["alone", "always", "never"],
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        allowed: [
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
          "github.com/spf13/cobra.Command.Help",
          "github.com/spf13/cobra.Command.Mark*",
          "github.com/spf13/cobra.Command.Usage",
          "github.com/spf13/pflag.FlagSet.Get*",
          "github.com/spf13/pflag.FlagSet.Mark*",
        ],
        writers: [
          "bytes.Buffer",
          "strings.Builder",
          "hash.Hash",
          "hash.Hash32",
          "hash.Hash64",
          "hash/maphash.Hash",
          "bufio.Writer",
          "fmt.State",
          "io.Writer",
          "text/tabwriter.Writer",
          "net/http.ResponseWriter",
          "os.Stderr",
          "os.Stdout",
        ],
        cleanups: ["Close", "Release", "Remove", "RemoveAll", "Rollback", "Shutdown", "Unlock"],
        blank: "alone",
        exemptPaths: [],
        tests: false,
      },
    ],
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const allowed = new CalleePatterns(options.allowed, semantics);
    const writers = new SafeWriters(options.writers, semantics);
    const exemption = fileExemption(context.filename, options);

    const checks = new ErrorChecks(semantics, context.sourceCode.text);
    const cleanups = new Cleanups(options.cleanups, semantics, context.sourceCode);

    function reasonToIgnore(node: CallExpressionNode, dropped: Dropped): string | null {
      const { drop } = dropped;
      if (options.blank === "always" && drop.endsWith("blank")) return "assigned to '_'";
      if (options.blank === "alone" && drop === "blank") return "assigned to '_' alone";
      const pattern = allowed.match(calleeOf(node, semantics));
      if (pattern !== null) return `allowed: ${pattern}`;
      const writer = writers.writtenBy(node);
      if (writer !== null) return `allowed writer: ${writer}`;
      return isConstantCall(node, semantics)
        ? "with these constants it fails always or never"
        : cleanups.reasonFor(node, dropped);
    }

    return {
      call_expression(node) {
        const dropped = dropOf(node);
        const isFallible = lastResultIsError(node, semantics);
        if (isFallible === false) return;
        if (dropped === null) {
          if (isFallible === true) context.attest({ node, verdict: "compliant" });
          return;
        }
        const reason = exemption ?? reasonToIgnore(node, dropped);
        if (isFallible !== true) {
          if (reason === null)
            context.attest({ node, verdict: "undecided", reason: isFallible });
        } else if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
        } else {
          const fix = checks.fixFor(node, dropped);
          context.report({
            node,
            messageId: MESSAGES[dropped.drop],
            data: { callee: node.function.text.replaceAll(/\s+/gu, " ") },
            ...(typeof fix === "string"
              ? { noFixReason: fix }
              : { suggest: [{ messageId: "check", fix }] }),
          });
        }
      },
    };
  },
});
