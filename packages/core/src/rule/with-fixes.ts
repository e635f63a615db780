import { fixesOf, type FixFunction, type PreparedFix } from "../fix/file-fixes.ts";
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
 * Returns a violation as ESLint takes it, with fixes of one edit, or without any where nobody
 * asks for them. A fix that would lose a comment becomes a suggestion.
 */
export function withFixes(violation: Violation, context: Context): Violation {
  const { isBrief } = context.sourceCode;
  const { remedy, ...reported } = violation;
  const { fix: build, suggest, ...rest } = { ...reported, ...(isBrief ? {} : remedy?.()) };
  if (isBrief || (!build && !suggest)) return rest;
  const fixes = fixesOf(context.sourceCode);
  const reasons: string[] = [];
  const prepare = (build: FixFunction): PreparedFix | null => {
    const prepared = fixes.prepare(build);
    if (prepared?.kind !== "refused") return prepared;
    reasons.push(prepared.reason);
    return null;
  };
  const fix = build ? prepare(build) : null;
  const isSafe = fix !== null && !fix.losesComment;
  const suggestions: Suggested[] = (suggest ?? []).flatMap((suggestion) => {
    const prepared = prepare(suggestion.fix);
    return prepared ? [{ ...suggestion, prepared }] : [];
  });
  if (fix?.losesComment) suggestions.unshift({ desc: LOSES_COMMENT, prepared: fix });
  const isManual = !isSafe && suggestions.length === 0;
  for (const { prepared } of suggestions) fixes.remember(context.id, prepared);
  if (isSafe) fixes.remember(context.id, fix);
  return {
    ...rest,
    noFixReason: rest.noFixReason ?? (isManual ? reasons[0] : undefined),
    ...(isSafe && { fix: () => fix.merged }),
    ...(suggestions.length > 0 && {
      suggest: suggestions.map(({ prepared: { merged }, ...text }) => ({
        ...text,
        fix: () => merged,
      })),
    }),
  } as unknown as Violation;
}
