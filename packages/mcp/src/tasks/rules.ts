import { OpenDocuments } from "@gopherwood/core/documents";
import { enabledRules, Gopherwood, type FileConfig } from "@gopherwood/core/runner";
import { counted, printableLines } from "gopherwood/printing";
import type { Answer } from "../pages.ts";
import { RefusedError } from "../errors.ts";
import type { WorkspacePath } from "../workspace.ts";
import { rulesOn } from "./one-rule.ts";

/** Lists the rules that a config turns on for a file, with the team's options. */
export async function listRules({ root, path }: WorkspacePath): Promise<Answer> {
  const config = await new Gopherwood({ cwd: root }).configFor(path);
  if (!config) throw new RefusedError(`The config ignores ${path} or has nothing for it.`);
  const documents = new OpenDocuments(root);
  const on = rulesOn(config);
  const blocks: string[] = [];
  for (const ruleId of on) {
    const page = await documents.rulePage(path, ruleId);
    const [head, ...options] = configured(config, ruleId);
    blocks.push([`${head}: ${page?.description ?? ""}`, ...options].join("\n"));
  }
  return {
    blocks,
    summary: `${counted(on.length, "rule")}. explain_rule has the page of each.`,
  };
}

/** Returns the page of a rule, with its options in a config. */
export async function explainRule({
  root,
  path,
  rule,
}: WorkspacePath & { readonly rule: string }): Promise<Answer> {
  const config = await new Gopherwood({ cwd: root }).configFor(path);
  const page = config && (await new OpenDocuments(root).rulePage(path, rule));
  if (!config || !page) {
    throw new RefusedError(
      `The config has no rule '${rule}' for ${path}. These are on: ${rulesOn(config).join(", ")}.`,
    );
  }
  const sections = page.text.split(/^(?=## )/mu).map((section) => section.trimEnd());
  return {
    blocks: [
      [...configured(config, rule), page.description].join("\n"),
      ...sections.filter(Boolean).map(printableLines),
    ],
    summary: page.url,
  };
}

/** Returns a rule with its severity, and on another line its options that are not the default. */
function configured(config: FileConfig, ruleId: string): string[] {
  const on = enabledRules(config).find((one) => one.ruleId === ruleId);
  if (!on) return [`${ruleId} (off)`];
  const severity = config.rules?.[ruleId]?.[0] === 1 ? "warn" : "error";
  const { defaultOptions = [] } = (on.rule?.meta ?? {}) as { defaultOptions?: unknown[] };
  const own = on.options.flatMap((option, index) =>
    withoutDefaults(option, defaultOptions[index]),
  );
  return [
    `${ruleId} (${severity})`,
    ...(own.length > 0
      ? [`options: ${own.map((option) => JSON.stringify(option)).join(", ")}`]
      : []),
  ];
}

/** Returns an option without what it has by default; none if nothing is left. */
function withoutDefaults(option: unknown, byDefault: unknown): unknown[] {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (!isRecord(option) || !isRecord(byDefault))
    return isSame(option, byDefault) ? [] : [option];
  const own = Object.entries(option).filter(([key, value]) => !isSame(value, byDefault[key]));
  return own.length > 0 ? [Object.fromEntries(own)] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
