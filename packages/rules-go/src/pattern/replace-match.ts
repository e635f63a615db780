import {
  contains,
  lineIndentAt,
  type FixFunction,
  type GoNode,
  type GoRuleContext,
} from "@gopherwood/core";
import type { PatternMatch } from "./match.ts";
import { inPlaceOf, type Template } from "./template.ts";

/** The fix that replaces a match, or the reason why there is none. */
type Replacement =
  | { readonly kind: "fix"; readonly fix: FixFunction }
  | { readonly kind: "refused"; readonly reason: string };

/** Returns the fix that writes a template in the place of a match. */
export function replaceMatch(
  match: PatternMatch,
  template: Template,
  { semantics, sourceCode }: Pick<GoRuleContext<unknown[], string>, "semantics" | "sourceCode">,
): Replacement {
  const { nodes, bindings, packages } = match;
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return { kind: "refused", reason: "nothing matches" };
  const reason = template.refusalFor(match, semantics);
  if (reason !== null) return { kind: "refused", reason };
  const range = [first.range[0], last.range[1]] as const;
  const kept = [...bindings.values()].flat();
  const losesComment = sourceCode.tree
    .nodesOfKind(["comment"])
    .some(
      (comment) => isWithin(comment, range) && !kept.some((node) => contains(node, comment)),
    );
  if (losesComment) return { kind: "refused", reason: "a comment would be lost" };
  const indent = lineIndentAt(sourceCode.text, range[0]);
  return {
    kind: "fix",
    fix(fixer) {
      // A package that nobody has read may have another name than its path suggests.
      const nameOf = (path: string, name: string) =>
        fixer.ensureImport(path, semantics.nameOfPackage(path) === null ? { alias: name } : {});
      const place = { text: sourceCode.text, indent, nameOf };
      const code = inPlaceOf(template.fill(match, place), first);
      for (const path of packages.values()) fixer.dropImportIfUnused(path);
      return fixer.replaceTextRange(range, code);
    },
  };
}

function isWithin({ range }: GoNode, [start, end]: readonly [number, number]): boolean {
  return start <= range[0] && range[1] <= end;
}
