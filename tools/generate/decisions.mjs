import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./write.mjs";

/** `# 1. The title`, and below it `Accepted, 2026-11-23.` or `Replaced by ..., ...`. */
const HEAD = /^# (?<number>\d+)\. (?<title>.+)\n\n(?<status>.+), (?<date>\d{4}-\d\d-\d\d)\.\n/u;

/**
 * Returns the index of the decisions.
 *
 * @throws {Error} If a decision does not begin with its number, title, status and date.
 */
export function generateDecisions() {
  const files = readdirSync(join(root, "decisions")).filter((name) => /^\d/u.test(name));
  return `# Decisions

The reasons for the design, one page each. A new decision takes the next number and begins
like the others, with its title, its status and its date. A decision that no longer holds
stays, and its status names the one that replaced it. \`npm run generate\` writes this table.

| number | decision | date | status |
| --- | --- | --- | --- |
${files.map(row).join("\n")}
`;
}

function row(file) {
  const head = HEAD.exec(readFileSync(join(root, "decisions", file), "utf8"));
  if (!head) {
    throw new Error(
      `decisions/${file} must begin with '# <number>. <title>' and 'Accepted, <yyyy-mm-dd>.'`,
    );
  }
  const { number, title, date, status } = head.groups;
  return `| ${number} | [${title}](${file}) | ${date} | ${status.toLowerCase()} |`;
}
