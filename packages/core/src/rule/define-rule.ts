import type { GoSourceCode } from "../source/go-source-code.ts";
import type { Judgement } from "../source/sites.ts";
import type { GoNode } from "../syntax/node.ts";
import type { Position, SourceRange } from "../syntax/types.ts";
import { withFixes } from "./with-fixes.ts";
import { prefilterWords } from "./prefilter.ts";
import type { GoRule, GoRuleContext, GoRuleOptions, RuleListeners } from "./types.ts";

/**
 * Makes a `defineRule` for a family of packs.
 *
 * @param urlOf The address of a rule's page, from its name.
 */
export function ruleCreator(urlOf: (name: string) => string) {
  return function defineRule<
    const Options extends unknown[],
    MessageIds extends string,
    Listeners extends RuleListeners = RuleListeners,
  >(rule: GoRuleOptions<Options, MessageIds, Listeners>): GoRule<Options, MessageIds> {
    const { name, meta } = rule;
    return {
      name,
      meta: { ...meta, docs: { url: urlOf(name), ...meta.docs } },
      create(context) {
        const ours = withEvidence(context as unknown as GoRuleContext<Options, MessageIds>);
        const { skipped, text, subscriptions } = ours.sourceCode;
        // The runner asks before it parses; asking here makes plain ESLint say the same.
        const words = prefilterWords(this.meta.prefilter, ours.options);
        const isOutside = words !== null && !words.some((word) => text.includes(word));
        const listeners = skipped || isOutside ? {} : rule.create(ours);
        subscriptions.add(Object.keys(listeners));
        return listeners;
      },
    };
  };
}

/** Defines a rule of Gopherwood's own packs; its page is found from its name. */
export const defineRule = ruleCreator((name) => {
  const [pack = "", rule = ""] = name.split("/");
  return `https://github.com/gopherwood/gopherwood/blob/main/packages/rules-${pack}/docs/rules/${rule}.md`;
});

/** ESLint's context, whose `report` is remembered as evidence and which has `attest`. */
function withEvidence<C extends GoRuleContext<unknown[], string>>(context: C): C {
  const { judgements } = context.sourceCode;
  const ruleId = context.id;
  const report: C["report"] = (violation) => {
    const fixable = withFixes(violation, context);
    context.report(fixable);
    const messageId = "messageId" in violation ? violation.messageId : undefined;
    judgements.push({
      ruleId,
      verdict: "violation",
      messageId,
      noFixReason: fixable.noFixReason,
      related: violation.related,
      approach: violation.approach,
      ...placeOf(violation, context.sourceCode),
    });
  };
  const attest: C["attest"] = (attestation) => judgements.push({ ruleId, ...attestation });
  return Object.create(context, { report: { value: report }, attest: { value: attest } }) as C;
}

type Violation = Parameters<GoRuleContext<unknown[], string>["report"]>[0];

/** The node of a violation, and the place it is reported for if that is another. */
function placeOf(
  violation: Violation & { node?: GoNode; loc?: SourceRange | Position },
  sourceCode: GoSourceCode,
): Pick<Judgement, "node" | "loc"> {
  const { node, loc } = violation;
  if (!loc) return { node: node ?? sourceCode.ast };
  const range = "start" in loc ? loc : { start: loc, end: loc };
  return {
    node: node ?? sourceCode.tree.nodeAt(sourceCode.getIndexFromLoc(range.start)),
    loc: range,
  };
}
