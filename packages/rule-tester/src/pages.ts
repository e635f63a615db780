import type { GoPack } from "@gopherwood/core";
import { Linter } from "eslint";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeFrame } from "./code-frame.ts";
import { markOfMessage, RuleTestError } from "./failure.ts";
import { inTemporaryModule } from "./temporary-module.ts";
import { isTxtar, parseTxtar } from "./txtar.ts";

/** A rule of a pack, with the page about it. */
interface Page {
  readonly pack: GoPack<string>;
  readonly name: string;
  readonly text: string;
}

/**
 * Checks the page of a rule: its title, the description, every option, nothing to do, and that
 * the rule reports the code below `## Wrong` and not that below `## Right`.
 *
 * @param directory Of the pages, `docs/rules` of a pack.
 * @throws {RuleTestError} If the page is missing or wrong.
 */
export async function checkPage(
  pack: GoPack<string>,
  name: string,
  directory: string | URL,
): Promise<void> {
  const path = join(
    directory instanceof URL ? fileURLToPath(directory) : directory,
    `${name}.md`,
  );
  if (!existsSync(path)) throw new RuleTestError(`The rule has no page: ${path}.`);
  const page = { pack, name, text: readFileSync(path, "utf8") };
  for (const text of expectedTexts(page)) {
    if (!page.text.includes(text)) throw new RuleTestError(`${path} does not contain: ${text}`);
  }
  const [todo] = /^TODO:.*/mu.exec(page.text) ?? [];
  if (todo !== undefined) throw new RuleTestError(`${path} is not finished: ${todo}`);
  for (const heading of ["Wrong", "Right"] as const) {
    const codes = blocks(page.text, heading, "go|txtar");
    if (codes.length === 0) {
      throw new RuleTestError(`${path} has no Go code below '## ${heading}'.`);
    }
    for (const code of codes) await checkCode(page, code, heading);
  }
}

function expectedTexts({ pack, name }: Page): string[] {
  const { meta } = pack.rules[name] ?? {};
  const [defaults = {}] = (meta?.defaultOptions ?? []) as [object?];
  return [
    `# ${pack.meta.namespace}/${name}\n`,
    meta?.docs.description ?? "",
    ...Object.keys(defaults).map((option) => `\`${option}\``),
  ];
}

async function checkCode(page: Page, code: string, heading: "Wrong" | "Right"): Promise<void> {
  const messages = await lint(configOf(page), code);
  if (heading === "Wrong" && messages.length === 0) {
    throw new RuleTestError(
      `The rule reports nothing in this code below '## Wrong':\n\n${codeFrame(code, [])}`,
    );
  }
  if (heading === "Right" && messages.length > 0) {
    const frame = isTxtar(code)
      ? messages.map(({ message }) => message).join("\n")
      : codeFrame(code, messages.map(markOfMessage));
    throw new RuleTestError(`The rule reports code below '## Right':\n\n${frame}`);
  }
}

/** Returns the blocks of some languages below a heading of a page. */
function blocks(page: string, heading: string, languages: string): string[] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const block = new RegExp(`^\x60{3}(?:${languages})\\n([^]*?)^\x60{3}`, "gmu");
  return [...section.matchAll(block)].map(([, code = ""]) => code);
}

/** Returns the config of a page's code: the JSON below its heading Config, where it has one. */
function configOf({ pack, name, text }: Page): Linter.Config {
  const [json = "{}"] = blocks(text, "Config", "json");
  const rules = { [`${pack.meta.namespace}/${name}`]: "error" };
  const config = { ...pack.configs.base, rules, ...(JSON.parse(json) as object) };
  return config as unknown as Linter.Config;
}

/** Lints a file, or each Go file of a module in txtar. */
async function lint(config: Linter.Config, code: string): Promise<Linter.LintMessage[]> {
  if (!isTxtar(code)) return new Linter().verify(code, [config], { filename: "page.go" });
  const files = parseTxtar(code);
  const messages: Linter.LintMessage[] = [];
  await inTemporaryModule(files, (directory) => {
    const linter = new Linter({ cwd: directory });
    for (const [name, text] of Object.entries(files)) {
      const filename = join(directory, name);
      if (name.endsWith(".go")) messages.push(...linter.verify(text, [config], { filename }));
    }
    return Promise.resolve();
  });
  return messages;
}
