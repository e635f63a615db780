import { detached } from "../../source/detached.ts";
import type { DeclarationEntry, SpecEntry } from "./declaration-index.ts";

/** The declarations of a file, without the bodies of functions and most comments. */
export interface DeclaredCode {
  readonly code: string;
  /** Their offsets are offsets in `code`. */
  readonly declarations: readonly DeclarationEntry[];
}

/** A comment, or a string or rune, in which no comment begins. */
const STRING_OR_COMMENT =
  /`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//gu;

/**
 * Returns the code of a file's declarations alone, so that its whole text need not stay in memory:
 * no string of the result is a part of it.
 */
export function declaredCode(
  text: string,
  declarations: readonly DeclarationEntry[],
): DeclaredCode {
  const writer = new Writer(text);
  const moved = declarations.map((declaration) => writer.write(declaration));
  return { code: writer.code, declarations: moved };
}

class Writer {
  readonly #text: string;
  readonly #parts: string[] = [];
  #length = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get code(): string {
    return this.#parts.join("");
  }

  write(declaration: DeclarationEntry): DeclarationEntry {
    const { keyword, names, aliases, receiver, specs } = declaration;
    // A constant may repeat the expression of another one in its group.
    const isWhole = keyword === "func" || keyword === "const";
    const start = this.#length;
    if (isWhole) this.#add(this.#text.slice(declaration.start, declaration.end));
    const by = start - declaration.start;
    const moved = specs.map((spec) =>
      isWhole ? moveSpec(spec, by) : this.#addSpec(keyword, spec),
    );
    const [only] = moved;
    return {
      keyword,
      names: only && moved.length === 1 ? only.names : names.map(detached),
      aliases: aliases.length === 0 ? aliases : aliases.map(detached),
      receiver: receiver && detached(receiver),
      start,
      end: this.#length - 1,
      specs: moved.length === 0 ? specs : moved,
    };
  }

  #addSpec(keyword: string, spec: SpecEntry): SpecEntry {
    const by = this.#length - spec.start;
    const code = this.#text.slice(spec.start, spec.end);
    this.#add(keyword === "type" ? withoutComments(code) : code);
    return { ...moveSpec(spec, by), end: this.#length - 1 };
  }

  #add(code: string): void {
    this.#parts.push(code, "\n");
    this.#length += code.length + 1;
  }
}

function moveSpec({ names, start, namesEnd, end }: SpecEntry, by: number): SpecEntry {
  return {
    names: names.map(detached),
    start: start + by,
    namesEnd: namesEnd + by,
    end: end + by,
  };
}

/** A comment over several lines ends a statement, as a line end does. */
function withoutComments(code: string): string {
  if (!code.includes("//") && !code.includes("/*")) return code;
  return code.replaceAll(STRING_OR_COMMENT, (found) => {
    if (!found.startsWith("/")) return found;
    return found.includes("\n") ? "\n" : " ";
  });
}
