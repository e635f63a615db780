import { fill } from "./template.ts";
import { planRule } from "./plan-rule.ts";
import { ruleList } from "./rule-list.ts";
import { UsageError } from "./usage-error.ts";

/** A pack to be made. */
export interface NewPack {
  /** The npm package. */
  readonly name: string;
  /** The part of the ids of its rules before the slash. */
  readonly namespace: string;
}

/** The rule that a new pack starts with. */
const FIRST_RULE = "no-println";

/** The files of the template that are the same in every pack, by their paths in it. */
const FIXED = new Map([
  [".github/workflows/ci.yml", "ci.yml"],
  [".github/workflows/release.yml", "release.yml"],
  // npm leaves a file with this name out of a package.
  [".gitignore", "gitignore"],
  // ESLint finds a file with that name, and takes it for the config of the template.
  ["eslint.config.js", "eslint.js"],
  ["tests/all.js", "all.js"],
  ["tests/pack.test.ts", "pack.test.ts"],
  ["tsconfig.build.json", "tsconfig.build.json"],
  ["tsconfig.json", "tsconfig.json"],
]);

/**
 * Returns the files of a new pack: their texts by their paths.
 *
 * @throws {UsageError} If there can be no such pack.
 */
export function planPack({ name, namespace }: NewPack): Map<string, string> {
  if (!/^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/u.test(name)) {
    throw new UsageError(`"${name}" is no name of an npm package: give one with --name.`);
  }
  if (!/^[a-z][a-z\d-]*$/u.test(namespace)) {
    throw new UsageError(
      `"${namespace}" is no namespace: write small letters and hyphens after --namespace.`,
    );
  }
  const id = `${namespace}/${FIRST_RULE}`;
  const description = "Disallow calls of println.";
  const rule = planRule({ id, description, category: "Team Rules" });
  const page = `docs/rules/${FIRST_RULE}.md`;
  rule.set(page, finished(rule.get(page) ?? ""));
  return new Map([
    ["README.md", fill("pack/README.md", { "example-rules": name, example: namespace })],
    ["package.json", fill("pack/manifest.json", { "example-rules": name })],
    ["src/index.ts", fill("pack/index.ts", { '"example"': JSON.stringify(namespace) })],
    ["src/rules.ts", listOf([FIRST_RULE])],
    ...rule,
    ...[...FIXED].map(([path, file]) => [path, fill(`pack/${file}`, {})] as const),
  ]);
}

/** Returns the module `src/rules.ts` of a pack. */
export function listOf(names: readonly string[]): string {
  return ruleList(
    names,
    "The files of src/rules: 'npm run new-rule' adds to them. Remove what you delete there.",
  );
}

/** Returns the page of the first rule with a sentence for each one that is to be written. */
function finished(page: string): string {
  const sentences = [
    "Go's own println writes to standard error, without a level, a time or a job.",
    "In a program that has no logger.",
  ];
  return page.replaceAll(/^TODO: .*$/gmu, () => sentences.shift() ?? "");
}
