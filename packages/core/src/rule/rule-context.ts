import { projectPathOf } from "../semantics/modules/project-path.ts";
import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { GoNode } from "../syntax/node.ts";
import { OwnerCache } from "../syntax/owner-cache.ts";
import type { Position, SourceRange } from "../syntax/position.ts";
import { ContextProperties } from "./context-properties.ts";
import { exemptionFor, type ExemptionFile, type Exemptions } from "./exemptions.ts";
import type { Attestation, GoRuleContext } from "./types.ts";
import { withFixes } from "./with-fixes.ts";

type Context = GoRuleContext<unknown[], string>;
type Violation = Parameters<Context["report"]>[0];

/** Returns ESLint's context with what our rules have besides. */
export function ruleContext<C extends Context>(context: C, exemptions: Exemptions): C {
  return new EvidenceContext(context, exemptions) as unknown as C;
}

/**
 * ESLint's context with `attest`, `semantics` and `exemption`; its `report` is remembered as
 * evidence, and in an exempt file is evidence alone.
 */
class EvidenceContext extends ContextProperties implements Context {
  readonly #context: Context;
  readonly #exemptions: Exemptions;
  #exemption: string | null | undefined;

  constructor(context: Context, exemptions: Exemptions) {
    super(context);
    this.#context = context;
    this.#exemptions = exemptions;
  }

  get semantics(): SemanticModel {
    return semanticsOf(this.sourceCode);
  }

  get projectPath(): string {
    return projectFiles.of(this.sourceCode).path;
  }

  get exemption(): string | null {
    if (this.#exemption === undefined) {
      const [values = {}] = this.options as readonly Readonly<Record<string, unknown>>[];
      const file = projectFiles.of(this.sourceCode);
      this.#exemption = exemptionFor(file, this.#exemptions, values);
    }
    return this.#exemption;
  }

  // Rules take `report` and `attest` out of their context.
  readonly report = (violation: Violation): void => {
    const { id: ruleId, sourceCode, exemption } = this;
    const { judgements } = sourceCode;
    const place = placeOf(violation, sourceCode);
    const { approach, related } = violation;
    if (exemption !== null) {
      judgements.push({ ruleId, verdict: "exempt", reason: exemption, approach, ...place });
      return;
    }
    const withFix = withFixes(violation, this.#context);
    const above = sourceCode.suppressions?.placeAbove(ruleId, place.loc ?? place.node.loc);
    this.#context.report(above ? { ...withFix, loc: above } : withFix);
    judgements.push({
      ruleId,
      verdict: "violation",
      messageId: "messageId" in violation ? violation.messageId : undefined,
      noFixReason: withFix.noFixReason,
      related,
      approach,
      ...place,
    });
  };

  readonly attest = (attestation: Attestation): void => {
    const { id: ruleId, sourceCode, exemption } = this;
    const { judgements } = sourceCode;
    if (exemption === null) judgements.push({ ruleId, ...attestation });
    else if (attestation.verdict !== "undecided") {
      // Compliant sites count only where violations do.
      judgements.push({ ruleId, ...attestation, verdict: "exempt", reason: exemption });
    }
  };
}

/** A file as exemptions see it: few of them ask for more than its path. */
class ProjectFile implements ExemptionFile {
  readonly #sourceCode: GoSourceCode;
  #path: string | undefined;

  constructor(sourceCode: GoSourceCode) {
    this.#sourceCode = sourceCode;
  }

  get path(): string {
    const { path, fileSystem } = this.#sourceCode;
    return (this.#path ??= projectPathOf(path, fileSystem));
  }

  get packageName(): string {
    return semanticsOf(this.#sourceCode).packageName;
  }

  get imports(): readonly string[] {
    return semanticsOf(this.#sourceCode).importPaths;
  }
}

/** One for each file: all of its rules ask for the same. */
const projectFiles = new OwnerCache((sourceCode: GoSourceCode) => new ProjectFile(sourceCode));

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
