import {
  describeOptions,
  didYouMean,
  Gopherwood,
  readRulePage,
  ruleOf,
  type FileConfig,
} from "@gopherwood/core/runner";
import { join } from "node:path";
import { UsageError, type Io } from "./io.ts";
import { printableLines } from "./text.ts";

const USAGE = `Usage: gopherwood explain <rule>

Prints the page of a rule that the config for this directory knows, on or off:
'gopherwood --list-rules' lists them. Of a rule without a page it prints what it says of itself.
`;

/**
 * Prints the page of a rule.
 *
 * @param args The rule's id.
 * @returns The exit code.
 * @throws {UsageError} If the config has no such rule.
 */
export async function explain(args: readonly string[], { cwd, stdout }: Io): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    stdout.write(USAGE);
    return 0;
  }
  const [ruleId, ...others] = args;
  if (ruleId === undefined || others.length > 0) {
    throw new UsageError("It takes one rule: gopherwood explain <rule>");
  }
  const path = join(cwd, "main.go");
  const config = await new Gopherwood({ cwd }).configFor(path);
  const page = config && readRulePage(config, ruleId, path);
  if (!config || !page) throw new UsageError(unknownRule(ruleId, config));
  const text = page.text === "" ? describeRule(ruleId, config) : page.text;
  stdout.write(`${printableLines(text).trimEnd()}\n`);
  return 0;
}

function unknownRule(ruleId: string, config: FileConfig | null): string {
  const known = Object.entries(config?.plugins ?? {}).flatMap(([plugin, { rules = {} }]) =>
    Object.keys(rules).map((name) => `${plugin}/${name}`),
  );
  const hint = didYouMean(ruleId, known);
  return `The config for this directory has no rule '${ruleId}'${hint} 'gopherwood --list-rules' lists all.`;
}

/** The parts of a rule's `meta` that are printed. */
interface Meta {
  readonly type?: string;
  readonly docs?: { readonly description?: string; readonly url?: string };
  readonly fixable?: string;
  readonly hasSuggestions?: boolean;
  readonly messages?: Readonly<Record<string, string>>;
  readonly schema?: unknown;
  readonly defaultOptions?: readonly unknown[];
}

/** Returns what a rule says of itself, as a page in Markdown. */
function describeRule(ruleId: string, config: FileConfig): string {
  const { meta = {} } = ruleOf(config, ruleId) as { meta?: Meta };
  const { docs = {}, messages = {}, defaultOptions = [] } = meta;
  const fixes = [
    ...(meta.fixable === undefined ? [] : ["--fix fixes some of its findings."]),
    ...(meta.hasSuggestions === true ? ["Editors offer suggestions for some of them."] : []),
  ];
  const options = describeOptions(meta.schema);
  const paragraphs = [
    `# ${ruleId}`,
    docs.description ?? "The rule has no description.",
    fixes.join(" "),
    options === "[]" ? "" : `Options: ${options}`,
    defaultOptions.length === 0 ? "" : `Defaults: ${JSON.stringify(defaultOptions)}`,
    Object.keys(messages).length === 0 ? "" : "## Messages",
    Object.entries(messages)
      .map(([id, message]) => `- \`${id}\`: ${message}`)
      .join("\n"),
    docs.url ?? "",
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}
