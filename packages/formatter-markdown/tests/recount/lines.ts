import type { Site } from "../reports.ts";

/** A line of a document with what it stands under. */
export interface Line {
  readonly text: string;
  readonly h2: string;
  readonly h3: string;
  /** The last bold words that began a paragraph, and the first code after them. */
  readonly lead: string;
  readonly about: string;
  /** Of a row of a table: the heads of its columns. */
  readonly head: readonly string[];
}

/** Code or a diagram, with the heading that it stands under. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  readonly h2: string;
}

/** Returns the lines of a document outside code, and the code. */
export function read(document: string): { lines: Line[]; fences: Fence[] } {
  const lines: Line[] = [];
  const fences: Fence[] = [];
  let [h2, h3, lead, about] = ["", "", "", ""];
  let head: readonly string[] = [];
  const parts = document.split(/^```(\w*)\n([^]*?)^```$/gmu);
  for (const [index, part] of parts.entries()) {
    if (index % 3 === 1) fences.push({ language: part, text: parts[index + 1] ?? "", h2 });
    if (index % 3 !== 0) continue;
    for (const text of part.split("\n")) {
      if (text.startsWith("## ")) [h2, h3, lead] = [text.slice(3), "", ""];
      if (text.startsWith("### ")) [h3, lead] = [text.slice(4), ""];
      if (text.startsWith("**")) {
        [, lead = "", about = ""] = /^\*\*(.+?)\*\*(?:[^`]*`([^`]+)`)?/u.exec(text) ?? [];
      }
      if (!text.startsWith("|")) head = [];
      else if (head.length === 0) head = cells(text);
      lines.push({ text, h2, h3, lead, about, head });
    }
  }
  return { lines, fences };
}

/** Returns the cells of a row, without code marks. */
export function cells(text: string): string[] {
  return text
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => plain(cell));
}

/** Returns a line as plain text: code and links are their text, and no character is escaped. */
export function plain(text: string): string {
  return text
    .replace(/\]\([^)]*\)/gu, "")
    .replace(/(?<!\\)[[`]/gu, "")
    .replaceAll("\\", "")
    .trim();
}

/** Returns the numbers of a text, without those in code and in addresses. */
export function numbers(text: string): number[] {
  const words = text.replace(/`[^`]*`/gu, "").replace(/\]\([^)]*\)/gu, "]");
  return [...words.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([digits]) =>
    Number(digits.replaceAll(",", "")),
  );
}

/** Returns the lines that a cell names, or -1 if no violations are there. */
export function places(where: string, sites: readonly Site[]): number[] {
  const starts = sites.map(({ range }) => range.start.line);
  const groups = [...where.matchAll(/(\d+)(?:-(\d+))?(?: \((\d+)\))?/gu)];
  const found = groups.flatMap(([, first, last = first, times]) => {
    const [low, high] = [Number(first), Number(last)];
    const within = starts.filter((line) => line >= low && line <= high);
    const isRight = starts.includes(low) && starts.includes(high);
    if (!isRight || within.length !== Number(times ?? 1)) return [-1];
    return [
      low,
      ...(high > low ? [high] : []),
      ...(times === undefined ? [] : [within.length]),
    ];
  });
  const named = groups.reduce((sum, [, , , times = "1"]) => sum + Number(times), 0);
  return named === sites.length ? found : [-1];
}

/** The parts in which reasons of one kind differ. */
const NAMES = /'[^']*'|[\w./-]+\.go\b/gu;

/** Returns true if a text gives a reason, or stands for all that differ from it in names. */
export function isReason(reason: string, text: string): boolean {
  const start = text.replace(/, and the like$/u, "");
  if (start === text) return reason === text;
  return reason.replace(NAMES, "") === start.replace(NAMES, "");
}

/** Returns the number of sites that a reason in a list has, or undefined for another line. */
export function inReason(text: string, sites: readonly Site[]): number[] | undefined {
  const [, reason = ""] = /^- (.*) \([\d,]+\)$/u.exec(plain(text)) ?? [];
  const reasonOf = ({ noFixReason = "the rule has no fix" }: Site) => noFixReason;
  if (reason === "other reasons") {
    const kinds = new Map<string, number>();
    for (const site of sites) {
      const kind = reasonOf(site).replace(NAMES, "");
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const counts = [...kinds.values()].sort((a, b) => b - a);
    return [counts.slice(6).reduce((sum, count) => sum + count, 0)];
  }
  const own = sites.filter((site) => isReason(reasonOf(site), reason));
  return own.length === 0 ? undefined : [own.length];
}
