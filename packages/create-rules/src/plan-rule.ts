import { fill } from "./template.ts";
import { UsageError } from "./usage-error.ts";

const NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/u;
const DESCRIPTION = /^(?:Disallow|Require|Enforce) \S.*\.$/u;

/** A rule to be made. */
export interface NewRule {
  /** `pack/rule-name`. */
  readonly id: string;
  /** One sentence; by default made of the rule's name. */
  readonly description?: string | undefined;
  /** The chapter of a report that the rule belongs to. */
  readonly category: string;
}

/**
 * Returns the namespace and the name of a rule.
 *
 * @throws {UsageError} If there can be no such rule.
 */
export function parseRuleId(id: string): { namespace: string; name: string } {
  const [namespace = "", name, ...rest] = id.split("/");
  if (name === undefined || rest.length > 0) {
    throw new UsageError(`"${id}" is not of the form <pack>/<rule-name>.`);
  }
  if (!NAME.test(name)) {
    throw new UsageError(
      `"${name}" is no rule name: write words in small letters with hyphens, such as no-println.`,
    );
  }
  return { namespace, name };
}

/**
 * Returns the files of a new rule, made of the template: their texts by their paths in the pack.
 *
 * @throws {UsageError} If there can be no such rule.
 */
export function planRule({ id, description, category }: NewRule): Map<string, string> {
  const { name } = parseRuleId(id);
  const sentence = description ?? describe(name);
  if (!DESCRIPTION.test(sentence)) {
    throw new UsageError(
      `"${sentence}" is no description: it is one sentence that begins with Disallow, Require or Enforce and ends with a full stop.`,
    );
  }
  const rule = fill("rule/rule.ts", {
    '"example/no-println"': JSON.stringify(id),
    '"Disallow calls of println."': JSON.stringify(sentence),
    '"Example"': JSON.stringify(category),
  });
  const test = fill("rule/rule.test.ts", {
    '"example/no-println"': JSON.stringify(id),
    '"./rule.ts"': `"../src/rules/${name}.ts"`,
  });
  const page = fill("rule/page.md", {
    "example/no-println": id,
    "Disallow calls of println.": sentence,
  });
  return new Map([
    [`src/rules/${name}.ts`, rule],
    [`tests/${name}.test.ts`, test],
    [`docs/rules/${name}.md`, page],
  ]);
}

/** Returns `Disallow naked returns.` for `no-naked-returns`. */
function describe(name: string): string {
  const words = name.replace(/^(?:no|prefer|require)-/u, "").replaceAll("-", " ");
  if (name.startsWith("no-")) return `Disallow ${words}.`;
  return name.startsWith("require-") ? `Require ${words}.` : `Enforce ${words}.`;
}
