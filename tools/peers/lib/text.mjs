import { readFileSync } from "node:fs";
import { join } from "node:path";

const CALL = /\b(?:Exec|Prepare|Query|QueryRow)(?:Context)?\(/u;
const CONTEXT = /^\s*(?:\w*ctx|context\.\w+\(\)|[\w.]+\.Context\(\)),/iu;

/**
 * Returns the finding of a call at the text that the call gets: at the argument after a context,
 * or where the variable or constant is set that is the argument. The message ends with the text.
 */
export function atText(finding, directory) {
  const lines = readFileSync(join(directory, finding.file), "utf8").split("\n");
  const code = lines
    .slice(finding.line - 1)
    .join("\n")
    .slice(finding.column - 1);
  const call = CALL.exec(code);
  let at = call.index + call[0].length;
  at += CONTEXT.exec(code.slice(at))?.[0].length ?? 0;
  at += /^\s*/u.exec(code.slice(at))[0].length;
  const [, name] = /^(\w+)(?:[,)]| \+)/u.exec(code.slice(at)) ?? [];
  const own = finding.line + code.slice(0, at).split("\n").length - 1;
  const line = (name && settingOf(name, lines, own)) ?? own;
  return { ...finding, line, message: `${finding.message}: ${textAt(lines, line)}` };
}

/**
 * Returns the line where a name gets its text: the last one before a line, or else the first one
 * after it; of `query = strings.Replace(text, ...)` and `query = text`, the line of `text`.
 */
function settingOf(name, lines, line) {
  const setting = new RegExp(
    String.raw`^\s*(?:(?:const|var)\s+)?(?:\w+, )*${name}\b[\s\w,]*:?=(?!=)\s*(?:(?:fmt|strings)\.\w+\()?(?:(?<from>\w+)(?:,|$))?`,
    "u",
  );
  const before = lines.slice(0, line - 1).findLastIndex((text) => setting.test(text));
  const index = before >= 0 ? before : lines.findIndex((text) => setting.test(text));
  if (index < 0) return undefined;
  const { from } = setting.exec(lines[index]).groups;
  return (from && settingOf(from, lines.slice(0, index), index + 1)) ?? index + 1;
}

/** Returns a line without its indentation, with the next one where a text starts in it. */
function textAt(lines, line) {
  const [first = "", next = ""] = lines.slice(line - 1, line + 1);
  return (/[`(]$/u.test(first) ? `${first} ${next}` : first).replace(/\s+/gu, " ").trim();
}
