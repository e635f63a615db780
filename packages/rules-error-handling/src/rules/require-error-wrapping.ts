import {
  argumentsOf,
  calledName,
  calleeOf,
  defineRule,
  isCallTo,
  isErrorType,
  paths,
  STRING_HOLE,
  StaticStrings,
  STRINGS,
  testFiles,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";
import { refused, suggestionFor, type Proposal } from "../suggestions/proposal.ts";
import { DeferredWraps } from "../wrapping/deferred-wraps.ts";
import { isIdentified, printedErrorOf } from "../wrapping/printed-errors.ts";
import { ForeignErrors } from "../wrapping/foreign-errors.ts";
import { formatVerbsOf, verbsOfText, type Verb } from "../wrapping/format-verbs.ts";

export default defineRule({
  name: "error-handling/require-error-wrapping",
  meta: {
    type: "suggestion",
    hasSuggestions: true,
    docs: {
      description: "Require errors to be wrapped when text is added to them.",
      task: "Wrap errors that get text",
      category: "Error Handling",
    },
    messages: {
      verb: "Wrap '{{error}}' with '%w' instead of '{{verb}}': errors.Is and errors.As do not find it otherwise.",
      bare: "Wrap the error of '{{callee}}' before you return it, and say what failed.",
      wrap: "Wrap it with '%w'.",
    },
    options: {
      bareReturns: {
        description: "Report errors of other packages that are returned as they are.",
        type: "boolean",
        default: false,
      },
      barePackages: {
        description:
          "Import paths, with *, of packages whose errors may be returned as they are.",
        ...STRINGS,
        default: ["context", "errors", "*/errors", "fmt", "io"],
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ({ bareReturns }) =>
      bareReturns ? ["return"] : ["Errorf", "Wrap", "WithMessage"],
  },
  create(context, { bareReturns, barePackages }) {
    const { semantics, sourceCode } = context;
    const wraps = new DeferredWraps(semantics, sourceCode.tree);
    const foreign = new ForeignErrors(semantics, sourceCode.tree, barePackages);

    const strings = new StaticStrings(sourceCode, { acrossFiles: true });

    /** Returns the verbs of a format that is a constant, or a variable with one value. */
    function declaredVerbs(format: GoNode): Verb[] | null {
      const [text = STRING_HOLE, ...others] = strings.of(format);
      return others.length > 0 || text.includes(STRING_HOLE) ? null : verbsOfText(text);
    }

    function judgeErrorf(node: CallExpressionNode): void {
      const [format, ...values] = argumentsOf(node);
      if (!format || values.at(-1)?.kind === "variadic_argument") return;
      const written = formatVerbsOf(format);
      const verbs = written ?? declaredVerbs(format);
      if (verbs === null) {
        if (values.some((value) => isErrorType(semantics.typeOf(value))))
          context.attest({ node, verdict: "undecided", reason: "the format is not known" });
        return;
      }
      if (verbs.some(({ letter }) => letter === "w")) {
        context.attest({ node, verdict: "compliant", approach: "fmt.Errorf" });
        return;
      }
      let unknown: { node: GoNode; reason: string } | null = null;
      for (const verb of verbs) {
        const value = values[verb.argument];
        if (!value || !/^[vsq]$/u.test(verb.letter)) continue;
        const printed = printedErrorOf(value, semantics);
        if (printed?.kind === "error" && isIdentified(printed.error, semantics)) {
          const reason = "the branch asks which error it is, and may hide it on purpose";
          unknown ??= { node: value, reason };
        } else if (printed?.kind === "error") {
          context.report({
            node: value,
            messageId: "verb",
            data: { error: printed.error.text, verb: verb.text },
            ...suggestionFor(
              written === null
                ? refused("other calls may have the same format")
                : proposeWrapping(value, printed.error, verb),
              "wrap",
            ),
          });
          return;
        }
        if (printed?.kind === "unknown") unknown ??= { node: value, reason: printed.reason };
      }
      if (unknown !== null) context.attest({ verdict: "undecided", ...unknown });
    }

    return {
      call_expression(node) {
        const name = calledName(node);
        if (name === "Errorf") {
          if (isCallTo(node, "fmt.Errorf", semantics)) judgeErrorf(node);
        } else if (/^(?:Wrapf?|WithMessagef?)$/u.test(name)) {
          const callee = calleeOf(node, semantics);
          if (callee.kind !== "function" || !/(?:^|\/)errors$/u.test(callee.importPath)) return;
          context.attest({ node, verdict: "compliant", approach: `errors.${name}` });
        }
      },
      return_statement(node) {
        if (!bareReturns) return;
        const found = foreign.returnedBy(node);
        if (!found) return;
        const deferred =
          found.kind === "unknown" || found.exemption !== null ? null : wraps.of(node);
        if (deferred?.kind === "wrapped") {
          context.attest({ node, verdict: "compliant", approach: "a deferred function" });
        } else if (deferred) {
          context.attest({ node, verdict: "undecided", reason: deferred.reason });
        } else if (found.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: found.reason });
        } else if (found.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: found.exemption });
        } else {
          context.report({
            node,
            messageId: "bare",
            data: { callee: found.callee },
            noFixReason: "it is not known what failed",
          });
        }
      },
    };
  },
});

/** Proposes `%w` for a verb, and the error for its text. */
function proposeWrapping(value: GoNode, error: GoNode, { range, text }: Verb): Proposal {
  if (!/^%\+?[vs]$/u.test(text))
    return refused(`'${text}' does not print the error's text as it is`);
  if (range === null) return refused("an escape in the format hides its verbs");
  return {
    kind: "edit",
    fix: (fixer) => [
      fixer.replaceTextRange(range, "%w"),
      ...(value === error ? [] : [fixer.replaceText(value, error.text)]),
    ],
  };
}
