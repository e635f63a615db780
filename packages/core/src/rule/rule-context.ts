import { projectPathOf } from "../semantics/modules/project-path.ts";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { GoNode } from "../syntax/node.ts";
import type { Position, SourceRange } from "../syntax/position.ts";
import { exemptionFor, type Exemptions } from "./exemptions.ts";
import type { Attestation, GoRuleContext } from "./types.ts";
import { withFixes } from "./with-fixes.ts";

type Context = GoRuleContext<unknown[], string>;
type Violation = Parameters<Context["report"]>[0];

/**
 * Returns ESLint's context with `attest`, `semantics` and `exemption`; its `report` is
 * remembered as evidence, and in an exempt file is evidence alone.
 */
export function ruleContext<C extends Context>(context: C, exemptions: Exemptions): C {
  const { sourceCode, id: ruleId } = context;
  const { judgements } = sourceCode;
  const projectPath = () =>
    projectPathOf(sourceCode.path || context.filename, sourceCode.fileSystem);
  let known: string | null | undefined;
  const exemption = (): string | null => {
    if (known === undefined) known = exemptionOf(projectPath, context, exemptions);
    return known;
  };
  const ours = {
    // ESLint's own context, which has all the rest.
    __proto__: context,
    get semantics() {
      return semanticsOf(sourceCode);
    },
    get projectPath() {
      return projectPath();
    },
    get exemption() {
      return exemption();
    },
    report(violation: Violation) {
      const place = placeOf(violation, sourceCode);
      const { approach, related } = violation;
      const reason = exemption();
      if (reason !== null) {
        judgements.push({ ruleId, verdict: "exempt", reason, approach, ...place });
        return;
      }
      const withFix = withFixes(violation, context);
      const above = sourceCode.suppressions?.placeAbove(ruleId, place.loc ?? place.node.loc);
      context.report(above ? { ...withFix, loc: above } : withFix);
      judgements.push({
        ruleId,
        verdict: "violation",
        messageId: "messageId" in violation ? violation.messageId : undefined,
        noFixReason: withFix.noFixReason,
        related,
        approach,
        ...place,
      });
    },
    attest(attestation: Attestation) {
      const reason = exemption();
      if (reason === null) judgements.push({ ruleId, ...attestation });
      else if (attestation.verdict !== "undecided") {
        // Compliant sites count only where violations do.
        judgements.push({ ruleId, ...attestation, verdict: "exempt", reason });
      }
    },
  };
  return ours as unknown as C;
}

function exemptionOf(
  projectPath: () => string,
  { options, sourceCode }: Context,
  exemptions: Exemptions,
): string | null {
  const [values = {}] = options as readonly Readonly<Record<string, unknown>>[];
  const file = {
    get path() {
      return projectPath();
    },
    get packageName() {
      return semanticsOf(sourceCode).packageName;
    },
    get imports() {
      return semanticsOf(sourceCode).imports.map(({ path }) => path);
    },
  };
  return exemptionFor(file, exemptions, values);
}

/** Returns the node of a violation, and the place it is reported for if that is another. */
function placeOf(
  violation: Violation & { node?: GoNode; loc?: SourceRange | Position },
  sourceCode: GoSourceCode,
): { readonly node: GoNode; readonly loc?: SourceRange } {
  const { node, loc } = violation;
  if (!loc) return { node: node ?? sourceCode.ast };
  const range = "start" in loc ? loc : { start: loc, end: loc };
  return {
    node: node ?? sourceCode.tree.nodeAt(sourceCode.getIndexFromLoc(range.start)),
    loc: range,
  };
}
