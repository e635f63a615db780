import { defineRule, STRINGS, type GoNode } from "@gopherwood/core";
import { proposal } from "../options/replacement.ts";
import { judge, restrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";
import { syntaxRestriction } from "../options/syntax-restriction.ts";
import { typeMismatch } from "../options/types.ts";
import { matchesIn, type PatternMatch } from "../pattern/match.ts";
import { replaceMatch } from "../pattern/replace-match.ts";

export default defineRule({
  name: "go/restricted-syntax",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description: "Disallow code that matches a pattern of Go or a tree-sitter query.",
      task: "Rewrite the restricted code",
      category: "Team Rules",
    },
    messages: {
      syntax: "Do not write '{{code}}': {{message}}.",
      replace: "Write '{{replacement}}'.",
    },
    options: {
      restrictions: {
        description: "The restrictions; of several that match the same code, the first counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["message"],
          properties: {
            pattern: {
              description:
                "Go with holes: '$x' for any code, '$_' for code that may differ, '$*xs' for any number in a list.",
              type: "string",
              minLength: 1,
            },
            query: {
              description:
                "A tree-sitter query. The capture '@report' is reported, or else the first one.",
              type: "string",
              minLength: 1,
            },
            imports: {
              description:
                "The import paths of packages in the patterns, by their names there.",
              type: "object",
              additionalProperties: { type: "string" },
            },
            types: {
              description: "The types of holes or captures, by their names: one of each list.",
              type: "object",
              additionalProperties: STRINGS,
            },
            unless: {
              description:
                "Regular expressions for the code of holes or captures, by their names; code that one matches is compliant.",
              type: "object",
              additionalProperties: { type: "string", minLength: 1 },
            },
            message: MESSAGE,
            instead: {
              description: "A pattern of the code to write instead, which reports count.",
              type: "string",
              minLength: 1,
            },
            replacement: {
              description: "Go with the holes of the pattern, which takes its place.",
              type: "string",
              minLength: 1,
            },
            fix: {
              description: "Write the replacement with --fix; otherwise it is a suggestion.",
              type: "boolean",
            },
            ...SCOPE,
          },
        },
        default: [],
      },
    },
    prefilter: ({ restrictions }) =>
      restrictions.flatMap((entry) => {
        const { pattern, instead } = syntaxRestriction(entry);
        return [pattern?.word ?? "", ...(instead ? [instead.word] : [])];
      }),
  },
  create(context, options) {
    const { semantics, sourceCode } = context;
    const restrictions = restrictionsOf(options.restrictions, context).map((entry) => ({
      ...entry,
      ...syntaxRestriction(entry),
      source: entry.pattern ?? entry.query ?? "",
    }));
    type Restriction = (typeof restrictions)[number];
    const judged = new Set<GoNode>();

    function matchesOf({ pattern, query }: Restriction): PatternMatch[] {
      if (pattern) return matchesIn(pattern, sourceCode.tree, semantics);
      return (query?.matches(sourceCode.tree) ?? []).flatMap((bindings) => {
        const [first] = bindings.get("report") ?? [...bindings.values()].flat();
        return first ? [{ nodes: [first], bindings, packages: new Map() }] : [];
      });
    }

    function judgeMatch(match: PatternMatch, restriction: Restriction): void {
      const { message, template, types = {}, source: approach } = restriction;
      const [node] = match.nodes;
      const last = match.nodes.at(-1);
      if (!node || !last || judged.has(node)) return;
      const mismatch = typeMismatch(match.bindings, types, semantics);
      if (mismatch?.kind === "other") return;
      judged.add(node);
      const isWanted = [...restriction.unless].some(([name, expression]) =>
        match.bindings.get(name)?.some(({ text }) => expression.test(text)),
      );
      const outcome = judge(node, [restriction], () => ({ approach, isWanted }), context);
      if (outcome.kind !== "broken") return;
      if (mismatch) {
        context.attest({ node, verdict: "undecided", reason: mismatch.reason });
        return;
      }
      const written = template && replaceMatch(match, template, context);
      const fixes =
        written === null
          ? { noFixReason: "the config names no replacement" }
          : written.kind === "refused"
            ? { noFixReason: written.reason }
            : proposal(restriction, "replace", written.fix);
      context.report({
        node,
        loc: { start: node.loc.start, end: last.loc.end },
        messageId: "syntax",
        approach,
        data: { code: excerptOf(node.text), message: messageText(message) },
        ...fixes,
      });
    }

    return {
      source_file() {
        for (const restriction of restrictions) {
          for (const match of matchesOf(restriction)) judgeMatch(match, restriction);
          const { instead, scope } = restriction;
          const wanted = instead ? matchesIn(instead, sourceCode.tree, semantics) : [];
          for (const { nodes } of wanted) {
            const [node] = nodes;
            if (!node || judged.has(node) || !scope.includes(node)) continue;
            judged.add(node);
            const approach = instead?.source ?? "";
            context.attest({ node, verdict: "compliant", approach });
          }
        }
      },
    };
  },
});

/** Returns the first line of code, cut where it is long. */
function excerptOf(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return line.length > 60 || line !== text ? `${line.slice(0, 60)}...` : line;
}
