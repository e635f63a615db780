import { fixesOf, type PreparedFix } from "../fix/file-fixes.ts";
import type { GoRuleContext } from "./types.ts";

type Context = GoRuleContext<unknown[], string>;
type Violation = Parameters<Context["report"]>[0];

interface Suggested {
  readonly messageId?: string;
  readonly desc?: string;
  readonly data?: Readonly<Record<string, string | number>> | undefined;
  readonly prepared: PreparedFix;
}

const LOSES_COMMENT = "Apply the fix: a comment in the code would go.";

/**
 * A violation as ESLint takes it, with fixes of one edit; a fix that would lose a
 * comment is a suggestion.
 */
export function withFixes(violation: Violation, context: Context): Violation {
  const { fix: build, suggest: wanted, ...rest } = violation;
  if (!build && !wanted) return rest;
  const fixes = fixesOf(context.sourceCode);
  const built = build ? fixes.prepare(build) : null;
  const reasons = typeof built === "string" ? [built] : [];
  const prepared = typeof built === "string" ? null : built;
  const isFix = prepared !== null && !prepared.losesComment;
  const suggestions: Suggested[] = (wanted ?? []).flatMap((suggestion) => {
    const its = fixes.prepare(suggestion.fix);
    if (typeof its === "string") reasons.push(its);
    return its && typeof its !== "string" ? [{ ...suggestion, prepared: its }] : [];
  });
  const isLeft = !isFix && suggestions.length === 0;
  if (prepared?.losesComment) suggestions.unshift({ desc: LOSES_COMMENT, prepared });
  for (const { prepared: its } of suggestions) fixes.remember(context.id, its);
  if (isFix) fixes.remember(context.id, prepared);
  return {
    ...rest,
    noFixReason: rest.noFixReason ?? (isLeft ? reasons[0] : undefined),
    ...(isFix && { fix: () => prepared.merged }),
    ...(suggestions.length > 0 && {
      suggest: suggestions.map(({ prepared: { merged }, ...text }) => ({
        ...text,
        fix: () => merged,
      })),
    }),
  } as unknown as Violation;
}
