import type { ImportDeclarationNode, ImportSpecNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { Edit } from "./edits.ts";
import type { WantedImport } from "./go-fix.ts";

interface Line {
  readonly text: string;
  /** The path of the import on this line, if there is one. */
  readonly path: string | null;
}

/** An import declaration as lines, to which imports are added and from which they are taken. */
export class ImportBlock {
  readonly node: ImportDeclarationNode;
  readonly hasParentheses: boolean;
  /** False for a declaration with several imports on a line. */
  readonly isPlain: boolean;
  readonly isCgo: boolean;
  readonly #text: string;
  readonly #range: readonly [number, number];
  /** The lines between the parentheses. */
  readonly #lines: Line[];
  readonly #opening: string;
  readonly #closing: string;
  #isChanged = false;

  constructor(node: ImportDeclarationNode, text: string) {
    this.node = node;
    this.#text = text;
    const specs = specsOf(node);
    this.hasParentheses = node.namedChildren.some(({ kind }) => kind === "import_spec_list");
    const [start, end] = node.range;
    // The rest of a single import's line, such as a comment, stays with it.
    const rest = this.hasParentheses ? "" : (/^[^\r\n]*/u.exec(text.slice(end))?.[0] ?? "");
    this.#range = [start, end + rest.length];
    const lines = text.slice(...this.#range).split(/\r?\n/u);
    const pathAt = new Map(
      specs.map((spec) => [spec.loc.start.line - node.loc.start.line, pathOf(spec)]),
    );
    const isSpread = !pathAt.has(0) && !pathAt.has(lines.length - 1);
    this.isPlain =
      pathAt.size === specs.length && (this.hasParentheses ? isSpread : lines.length === 1);
    this.isCgo = specs.some((spec) => pathOf(spec) === "C");
    const withPaths = lines.map((line, index) => ({
      text: line,
      path: pathAt.get(index) ?? null,
    }));
    if (this.hasParentheses) {
      this.#opening = lines[0] ?? "";
      this.#closing = lines.at(-1) ?? "";
      this.#lines = withPaths.slice(1, -1);
    } else {
      this.#opening = "import (";
      this.#closing = ")";
      this.#lines = withPaths.map((line) => ({
        ...line,
        text: line.text.replace(/^import\s*/u, "\t"),
      }));
    }
  }

  /** True if nothing is left in it, and an import that is added takes its place. */
  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  remove(spec: ImportSpecNode): void {
    const at = this.#lines.findIndex(
      ({ text, path }) => path === pathOf(spec) && text.includes(spec.text),
    );
    if (at === -1) return;
    const isAlone = isBlank(this.#lines[at - 1]) && isBlank(this.#lines[at + 1]);
    this.#lines.splice(at, isAlone && at + 1 < this.#lines.length ? 2 : 1);
    while (this.#lines.length > 0 && isBlank(this.#lines.at(-1))) this.#lines.pop();
    while (this.#lines.length > 0 && isBlank(this.#lines[0])) this.#lines.shift();
    this.#isChanged = true;
  }

  add({ path, alias }: WantedImport): void {
    const line = { text: `\t${alias ? `${alias} ` : ""}"${path}"`, path };
    this.#isChanged = true;
    const group = this.#groupFor(path);
    if (group) {
      this.#lines.splice(positionIn(this.#lines, group, path), 0, line);
      // gofmt keeps a blank line at the start before a comment alone.
      const first = this.#lines.findIndex((one) => !isBlank(one));
      if (this.#lines[first] === line) this.#lines.splice(0, first);
    } else if (isStandard(path)) {
      this.#lines.unshift(...(this.#lines.length > 0 ? [line, BLANK] : [line]));
    } else {
      this.#lines.push(...(this.#lines.length > 0 ? [BLANK, line] : [line]));
    }
  }

  /** Returns the edits that change the declaration in the file; none if it stays as it is. */
  edits(): Edit[] {
    if (!this.#isChanged) return [];
    const [only] = this.#lines;
    if (!only) {
      const [start, end] = this.#range;
      // Between blank lines one of them goes; below another declaration its own line alone.
      const isApart = /(?:^|\n)\r?\n$/u.test(this.#text.slice(0, start));
      const space = isApart ? /^\s*/u : /^[ \t]*(?:\r?\n)?/u;
      const after = space.exec(this.#text.slice(end))?.[0] ?? "";
      return [{ range: [start, end + after.length], text: "" }];
    }
    const isSingle = this.#lines.length === 1 && !this.hasParentheses;
    const text = isSingle
      ? `import ${only.text.trimStart()}`
      : [this.#opening, ...this.#lines.map((line) => line.text), this.#closing].join("\n");
    return [{ range: this.#range, text }];
  }

  /** Returns the group of imports that a path belongs to, or null if it starts its own. */
  #groupFor(path: string): Group | null {
    const groups = groupsOf(this.#lines).map((group) => ({
      ...group,
      paths: this.#lines.slice(group.from, group.to).flatMap((line) => line.path ?? []),
    }));
    if (isStandard(path)) return groups.find(({ paths }) => paths.some(isStandard)) ?? null;
    const foreign = groups.filter(({ paths }) => paths.some((other) => !isStandard(other)));
    const host = path.split("/").slice(0, 2).join("/");
    return (
      foreign.find(({ paths }) => paths.some((other) => other.startsWith(host))) ??
      foreign[0] ??
      null
    );
  }
}

interface Group {
  readonly from: number;
  readonly to: number;
}

const BLANK: Line = { text: "", path: null };

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** Returns the runs of lines without a blank one. */
function groupsOf(lines: readonly Line[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (!isBlank(lines[at])) continue;
    if (at > from) groups.push({ from, to: at });
    from = at + 1;
  }
  return groups;
}

/**
 * Returns the index at which an import is inserted: after the last one of the group that sorts
 * before it.
 */
function positionIn(lines: readonly Line[], { from, to }: Group, path: string): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const other = lines[at]?.path;
    if (other && other < path) return at + 1;
  }
  return from;
}

/** Returns true for the import path of a standard package: no dot in its first element. */
function isStandard(path: string): boolean {
  return !(path.split("/", 1)[0] ?? "").includes(".");
}

function specsOf(node: GoNode): ImportSpecNode[] {
  return node.namedChildren.flatMap((child) =>
    child.kind === "import_spec"
      ? [child]
      : child.kind === "import_spec_list"
        ? specsOf(child)
        : [],
  );
}

function pathOf(spec: ImportSpecNode): string {
  return spec.path.text.slice(1, -1);
}
