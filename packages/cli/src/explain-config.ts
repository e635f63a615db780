import type { ConfigObject, Gopherwood } from "@gopherwood/core/runner";
import { UsageError, type Io } from "./io.ts";
import type { Options } from "./options/options.ts";
import { printable, table } from "./text.ts";

/**
 * Prints the config objects that apply to the file that `--explain-config` names, and which of
 * them sets each setting.
 *
 * @throws {UsageError} If paths or standard input are to be linted as well, or if the config
 *   has nothing for the file.
 */
export async function explainConfig(
  engine: Gopherwood,
  { explainConfig: file = "", paths, stdin, format }: Options,
  { stdout }: Io,
): Promise<void> {
  if (paths.length > 0 || stdin) {
    throw new UsageError(
      "--explain-config takes one file and lints nothing: leave the rest out.",
    );
  }
  const origins = await engine.originsFor(file);
  if (!origins) throw new UsageError(`${file}: the config ignores it or has nothing for it.`);
  if (format.includes("json")) {
    stdout.write(`${JSON.stringify(origins, null, 2)}\n`);
    return;
  }
  const { configFile, objects, settings } = origins;
  const lines = [
    configFile === null ? "The config is in no file." : `The config is ${configFile}.`,
    "",
    `These of its objects apply to ${file}; a later one wins:`,
    "",
    table(objects.map((object) => [`  ${nameOf(object)}`, printable(object.label)])),
    "",
    "Each setting, with its value and the objects that set it:",
    "",
    ...settings.map(
      ({ key, value, from }) =>
        `  ${printable(`${key}: ${valueOf(key, value)}`)}  ${from.map(nameOf).join(", ")}`,
    ),
  ];
  stdout.write(`${lines.join("\n")}\n`);
}

const SEVERITIES = ["off", "warn", "error"];

/** Returns a value as JSON; of a rule the severity by its name, before the options. */
function valueOf(key: string, value: unknown): string {
  if (!key.startsWith("rules/") || !Array.isArray(value)) return JSON.stringify(value);
  const [severity, ...options] = value as [number, ...unknown[]];
  return [SEVERITIES[severity], ...options.map((option) => JSON.stringify(option))].join(" ");
}

/** Returns the place of a config object in the exported array, or the option that it is. */
function nameOf({ index, label }: ConfigObject): string {
  return index === null ? label : `[${index}]`;
}
