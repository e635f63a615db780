import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  TableCell,
} from "mdast";
import { cleanLine, cleanLines } from "./clean.ts";

/** A piece of running text: words, which may come from anywhere, or a node. */
export type Inline = string | PhrasingContent;

/** Blocks of a document. */
export type Block = RootContent;

export function heading(depth: 1 | 2 | 3 | 4, ...parts: readonly Inline[]): Block {
  return { type: "heading", depth, children: inlines(parts) };
}

export function paragraph(...parts: readonly Inline[]): Block {
  return { type: "paragraph", children: inlines(parts) };
}

export function strong(...parts: readonly Inline[]): PhrasingContent {
  return { type: "strong", children: inlines(parts) };
}

/**
 * Returns code in running text, on one line. Spaces at its ends are escaped, and so is a
 * backslash before a pipe: in a table, GitHub takes the pipe for the end of the cell.
 */
export function code(text: string): PhrasingContent {
  const value = cleanLine(text)
    .replace(/^ | $/gu, "\\u0020")
    .replace(/\\(?=\|)/gu, "\\u005c");
  return { type: "inlineCode", value: value === "" ? "(empty)" : value };
}

/** Returns a link, or its text alone if the address is not one of the web. */
export function link(url: string, ...parts: readonly Inline[]): Inline[] {
  if (!/^https?:\/\//u.test(url)) return [...parts];
  return [{ type: "link", url, children: inlines(parts) }];
}

/** Returns lines of code in a language, such as `go`. */
export function codeBlock(lang: string, text: string): Block {
  return { type: "code", lang, value: cleanLines(text) };
}

export interface Column {
  readonly title: string;
  /** For columns of numbers. */
  readonly align?: "right";
}

/** Returns a table; a cell is one piece of text or several, and `-` if it is empty. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (Inline | readonly Inline[])[])[],
): Block {
  const head = columns.map(({ title }) => cell(title));
  return {
    type: "table",
    align: columns.map(({ align }) => align ?? null),
    children: [head, ...rows.map((row) => row.map(cell))].map((children) => ({
      type: "tableRow",
      children,
    })),
  };
}

/** Returns a list; an item is text, or text followed by blocks. */
export function list(items: readonly Item[], ordered = false): List {
  const children = items.map(listItem);
  return { type: "list", ordered, spread: false, children };
}

/** Returns a list of boxes to tick. */
export function taskList(items: readonly { done: boolean; text: readonly Inline[] }[]): List {
  return {
    type: "list",
    spread: false,
    children: items.map(({ done, text }) => ({ ...listItem({ text }), checked: done })),
  };
}

export interface Item {
  readonly text: readonly Inline[];
  readonly blocks?: readonly Block[];
}

function listItem({ text, blocks = [] }: Item): ListItem {
  const below = blocks as (BlockContent | DefinitionContent)[];
  return {
    type: "listItem",
    spread: false,
    children: [{ type: "paragraph", children: inlines(text) }, ...below],
  };
}

/** Returns blocks that are folded away below a line of plain words. */
export function details(summary: string, blocks: readonly Block[]): Block[] {
  const words = cleanLine(summary).replace(/[&<>]/gu, (unit) => `&#${unit.charCodeAt(0)};`);
  return [
    { type: "html", value: `<details>\n<summary>${words}</summary>` },
    ...blocks,
    { type: "html", value: "</details>" },
  ];
}

function cell(content: Inline | readonly Inline[]): TableCell {
  const parts = Array.isArray(content) ? (content as Inline[]) : [content as Inline];
  const [first] = parts;
  const only = parts.length === 1 && typeof first === "string" ? [first.trim() || "-"] : parts;
  return { type: "tableCell", children: inlines(only) };
}

function inlines(parts: readonly Inline[]): PhrasingContent[] {
  return parts
    .filter((part) => part !== "")
    .flatMap((part) => (typeof part === "string" ? words(cleanLine(part)) : [part]));
}

/** People, issues and pull requests, which GitHub and GitLab would notify or link. */
const REFERENCE =
  /(?<![\w/])((?:@[a-z\d][\w-]*(?:\/[\w.-]+)*|(?:[\w-]+\/[\w.-]+)?[#!]\d+|GH-\d+))(?!\w)/giu;

/** Returns words in which what would notify somebody is code, and so does not. */
function words(text: string): PhrasingContent[] {
  const pieces = text.split(REFERENCE).map((value, index) => ({
    type: index % 2 === 1 ? ("inlineCode" as const) : ("text" as const),
    value,
  }));
  return pieces.filter(({ value }) => value !== "");
}
