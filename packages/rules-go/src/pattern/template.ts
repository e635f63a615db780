import { lineIndentAt, OptionsError, type GoNode, type SemanticModel } from "@gopherwood/core";
import { shadowedReason } from "../options/replacement.ts";
import { parseFragment } from "./fragment.ts";
import { GoPattern, type PatternImports } from "./go-pattern.ts";
import type { PatternMatch } from "./match.ts";

/** The place in a file that gets the code of a template. */
export interface Place {
  /** The text of the file. */
  readonly text: string;
  /** The indentation of the line on which the code begins. */
  readonly indent: string;
  /** Returns the name to write for a package, from its import path and its name in the template. */
  readonly nameOf: (importPath: string, name: string) => string;
}

/** A part of the template's text that a match decides; offsets are in UTF-16 units. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The expressions that others have to stand in parentheses in. */
const OPERATIONS: ReadonlySet<string> = new Set([
  "binary_expression",
  "unary_expression",
  "selector_expression",
  "slice_expression",
  "type_assertion_expression",
]);

const NEED_PARENTHESES: ReadonlySet<string> = new Set([
  "binary_expression",
  "unary_expression",
  "func_literal",
]);

/** Go code whose holes are those of a pattern, and are filled with what these stand for. */
export class Template {
  readonly #template: GoPattern;

  /**
   * @param pattern The pattern whose matches it replaces.
   * @throws {OptionsError} If it is not Go of the pattern's kind, or has other holes.
   */
  constructor(source: string, pattern: GoPattern, imports: PatternImports) {
    this.#template = new GoPattern(source, imports);
    for (const name of this.#template.holes) {
      if (name !== "" && pattern.holes.has(name)) continue;
      throw new OptionsError(
        `The replacement '${source}' has the hole '$${name || "_"}', which the pattern ` +
          `'${pattern.source}' does not name.`,
      );
    }
    if (this.#template.kind !== pattern.kind) {
      throw new OptionsError(
        `The replacement '${source}' is of the kind '${this.#template.kind}', and the pattern ` +
          `'${pattern.source}' of the kind '${pattern.kind}': one cannot stand for the other.`,
      );
    }
  }

  /** Returns the import paths of the packages that the code for a match names, by their names. */
  packagesFor({ packages }: PatternMatch): ReadonlyMap<string, string> {
    const names = this.#template.nodes.flatMap((node) => packagesIn(node, this.#template));
    const paths = names.map(
      (name) => [name, this.#template.imports[name] ?? packages.get(name) ?? name] as const,
    );
    return new Map(paths);
  }

  /** Returns the reason why the code for a match cannot stand there, or null. */
  refusalFor(match: PatternMatch, semantics: SemanticModel): string | null {
    const [place] = match.nodes;
    for (const [name, path] of this.packagesFor(match)) {
      const isKnown = path !== name || semantics.nameOfPackage(path) !== null;
      if (!isKnown) return `the import path of '${name}' is not in 'imports'`;
      const reason = place ? shadowedReason(path, name, place, semantics) : null;
      if (reason !== null) return reason;
    }
    return null;
  }

  /** Returns the code for a match; its first line begins where the place does. */
  fill(match: PatternMatch, place: Place): string {
    const { text, nodes } = this.#template;
    const offset = nodes[0]?.range[0] ?? 0;
    const pieces = nodes.flatMap((node) => this.#piecesOf(node, match, place));
    const lineBreak = hasRawString(text) ? "\n" : `\n${place.indent}`;
    const indented = (part: string) => part.replaceAll("\n", lineBreak);
    let written = "";
    let at = 0;
    for (const piece of pieces) {
      written += indented(text.slice(at, piece.start - offset));
      at = piece.end - offset;
      if (piece.text === "") {
        // A list of nothing takes a comma with it.
        const comma = /,\s*$/u.exec(written);
        if (comma) written = written.slice(0, comma.index);
        else at += /^,\s*/u.exec(text.slice(at))?.[0].length ?? 0;
      }
      written += piece.text;
    }
    return written + indented(text.slice(at));
  }

  #piecesOf(node: GoNode, match: PatternMatch, place: Place): Piece[] {
    const [start, end] = node.range;
    const hole = this.#template.holeAt(node);
    if (hole) {
      const bound = match.bindings.get(hole.name) ?? [];
      const { text, nodes } = this.#template;
      const inner = lineIndentAt(text, start - (nodes[0]?.range[0] ?? 0));
      const indent = place.indent + inner;
      const codes = bound.map((one) => movedCode(one, place.text, indent));
      const [first] = bound;
      const isStatement = first?.parent?.kind === "statement_list";
      const code = codes.join(isStatement ? `\n${indent}` : ", ");
      return [{ start, end, text: isOperandToEnclose(first, node) ? `(${code})` : code }];
    }
    const name = node.parent && this.#template.packageAt(node.parent);
    const isPackage = name === node.text && node.range[0] === node.parent?.range[0];
    if (isPackage) {
      const path = this.packagesFor(match).get(name) ?? name;
      return [{ start, end, text: place.nameOf(path, name) }];
    }
    return node.namedChildren.flatMap((child) => this.#piecesOf(child, match, place));
  }
}

function packagesIn(node: GoNode, template: GoPattern): string[] {
  const name = template.packageAt(node);
  const inner = node.namedChildren.flatMap((child) => packagesIn(child, template));
  return name === null ? inner : [name, ...inner];
}

/** Returns the code of a node with its lines indented for the line on which it now begins. */
function movedCode(node: GoNode, source: string, indent: string): string {
  const text = node.text.trimEnd();
  if (hasRawString(text)) return text;
  const before = lineIndentAt(source, node.range[0]);
  return text.replaceAll(/\n([\t ]*)/gu, (all, space: string) =>
    space.startsWith(before) ? `\n${indent}${space.slice(before.length)}` : all,
  );
}

/** Returns true for code with a raw string, whose lines are its value. */
function hasRawString(code: string): boolean {
  return code.includes("`");
}

/** Returns true for an expression that needs parentheses in the place of a hole. */
function isOperandToEnclose(expression: GoNode | undefined, { parent }: GoNode): boolean {
  const isOperand = parent !== null && OPERATIONS.has(parent.kind);
  return isOperand && expression !== undefined && NEED_PARENTHESES.has(expression.kind);
}

/** Returns an expression with parentheses, if it needs them where another one stood. */
export function inPlaceOf(expression: string, { parent }: GoNode): string {
  if (!parent || !OPERATIONS.has(parent.kind)) return expression;
  const [node] = parseFragment(expression)?.nodes ?? [];
  return node && !NEED_PARENTHESES.has(node.kind) ? expression : `(${expression})`;
}
