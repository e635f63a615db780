import {
  calleeOf,
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  semanticsOf,
  STRING_LIST,
  type CallExpressionNode,
  type ExemptFiles,
  type GoNode,
} from "@gopherwood/core";
import { isError, itemsOf, withoutParentheses } from "../errors.ts";
import { ForeignErrors } from "../foreign-errors.ts";
import { formatOf, type Verb } from "../formats.ts";

export interface Options extends ExemptFiles {
  /** Report errors of other packages that are returned as they are. */
  readonly bareReturns: boolean;
  /** Import paths, with `*`, of packages whose errors may be returned as they are. */
  readonly barePackages: readonly string[];
}

export default defineLegacyRule<[Options], "verb" | "bare" | "wrap">({
  name: "error-handling/require-error-wrapping",
  meta: {
    type: "suggestion",
    hasSuggestions: true,
    docs: {
      description: "Require errors to be wrapped when more is said about them.",
      category: "Error Handling",
      recommended: true,
    },
    messages: {
      verb: "Wrap '{{error}}' with '%w' instead of '{{verb}}': errors.Is and errors.As do not find it otherwise.",
      bare: "Wrap the error of '{{callee}}' with what was being done before it is returned.",
      wrap: "Wrap it with '%w'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          bareReturns: {
            description: "Report errors of other packages that are returned as they are.",
            type: "boolean",
          },
          barePackages: {
            description:
              "Import paths, with *, of packages whose errors may be returned as they are.",
            ...STRING_LIST,
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        bareReturns: false,
        barePackages: ["context", "errors", "*/errors", "fmt", "io"],
        exemptPaths: [],
        tests: false,
      },
    ],
    prefilter: ([{ bareReturns }]) =>
      bareReturns ? ["return"] : ["Errorf", "Wrap", "WithMessage"],
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const exemption = fileExemption(context.filename, options);
    const foreign = new ForeignErrors(semantics, context.sourceCode.tree, options.barePackages);

    /** The error that an argument is, or the text of: of `err.Error()` it is `err`. */
    function errorIn(
      argument: GoNode,
    ): { readonly error: GoNode } | { readonly doubt: string } | null {
      const value = withoutParentheses(argument);
      const type = semantics.typeOf(value);
      if (isError(type)) return { error: value };
      if (value.kind === "call_expression" && value.function.kind === "selector_expression") {
        const { field, operand } = value.function;
        if (field.text === "Error" && isError(semantics.typeOf(operand)))
          return { error: operand };
      }
      return type.kind === "unknown" ? { doubt: type.reason } : null;
    }

    function judgeErrorf(node: CallExpressionNode): void {
      const [formatNode, ...values] = itemsOf(node.arguments);
      if (!formatNode || values.at(-1)?.kind === "variadic_argument") return;
      const verbs = formatOf(formatNode);
      if (verbs === null) {
        const holdsError = values.some((value) => isError(semantics.typeOf(value)));
        if (holdsError)
          context.attest({ node, verdict: "undecided", reason: "the format is not a literal" });
        return;
      }
      if (verbs.some(({ letter }) => letter === "w")) {
        context.attest({ node, verdict: "compliant", approach: "fmt.Errorf" });
        return;
      }
      let doubt: string | null = null;
      for (const verb of verbs) {
        const value = values[verb.argument];
        if (!value || !/^[vsq]$/u.test(verb.letter)) continue;
        const found = errorIn(value);
        if (found && "error" in found) {
          report(value, found.error, verb);
          return;
        }
        doubt ??= found?.doubt ?? null;
      }
      if (doubt !== null) context.attest({ node, verdict: "undecided", reason: doubt });
    }

    function report(node: GoNode, error: GoNode, verb: Verb): void {
      if (exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: exemption });
        return;
      }
      const { range } = verb;
      const data = { error: error.text, verb: verb.text };
      if (range === null || !/^%\+?[vs]$/u.test(verb.text)) {
        const noFixReason = `'${verb.text}' writes something else than the error's text`;
        context.report({ node, messageId: "verb", data, noFixReason: noFixReason });
        return;
      }
      context.report({
        node,
        messageId: "verb",
        data,
        suggest: [
          {
            messageId: "wrap",
            fix: (fixer) => [
              fixer.replaceTextRange(range, "%w"),
              ...(node === error ? [] : [fixer.replaceText(node, error.text)]),
            ],
          },
        ],
      });
    }

    return {
      call_expression(node) {
        const { function: called } = node;
        const name = called.kind === "selector_expression" ? called.field.text : called.text;
        if (name === "Errorf") {
          const callee = calleeOf(node, semantics);
          if (callee.kind === "function" && callee.importPath === "fmt") judgeErrorf(node);
        } else if (/^(?:Wrapf?|WithMessagef?)$/u.test(name)) {
          const callee = calleeOf(node, semantics);
          if (callee.kind !== "function" || !/(?:^|\/)errors$/u.test(callee.importPath)) return;
          context.attest({ node, verdict: "compliant", approach: `errors.${name}` });
        }
      },
      return_statement(node) {
        if (!options.bareReturns) return;
        const value = node.namedChildren[0]?.namedChildren.at(-1);
        const found = value ? foreign.returnedBy(value) : null;
        if (!found) return;
        if ("doubt" in found) {
          context.attest({ node, verdict: "undecided", reason: found.doubt });
        } else if (exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: exemption });
        } else if (found.allowed !== null) {
          context.attest({ node, verdict: "exempt", reason: found.allowed });
        } else {
          const noFixReason = "what was being done is not known";
          context.report({
            node,
            messageId: "bare",
            data: { callee: found.callee },
            noFixReason: noFixReason,
          });
        }
      },
    };
  },
});
