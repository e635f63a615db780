import { OptionsError, type GoNode } from "@gopherwood/core";
import { errorOffset, parseFragment, type Fragment } from "./fragment.ts";
import { withHoles, withoutIdentifiers, type Hole, type Holed } from "./holes.ts";

/** The import paths of the packages that a pattern names, by these names. */
export type PatternImports = Readonly<Record<string, string>>;

/** Go code with holes: `$x.Close()`, `if $err != nil { return $*_ }`. */
export class GoPattern {
  readonly source: string;
  readonly kind: Fragment["kind"];
  /** One node, or statements that follow each other. */
  readonly nodes: readonly GoNode[];
  /** The readings of the text: `nodes`, then the types and calls that it is in other places. */
  readonly readings: readonly (readonly GoNode[])[];
  readonly imports: PatternImports;
  readonly #holed: Holed;

  /**
   * @param imports The packages whose paths do not end with the name that the pattern has for
   *   them, or of which there are several.
   * @throws {OptionsError} If the text is not Go.
   */
  constructor(source: string, imports: PatternImports = {}) {
    this.source = source;
    this.imports = imports;
    this.#holed = withHoles(source);
    const fragment = parseFragment(this.#holed.text);
    if (!fragment) {
      const { text } = this.#holed;
      const before = withoutIdentifiers(text.slice(0, errorOffset(text)));
      throw new OptionsError(
        `The pattern '${source}' is not Go from column ${before.length + 1} on: write an expression, a type, statements or a declaration, ` +
          "with holes such as $x, $_ or $*args.",
      );
    }
    this.kind = fragment.kind;
    this.nodes = fragment.nodes;
    this.readings = [
      fragment.nodes,
      ...fragment.others.filter(([node]) => node && !this.#isTypeOfHole(node)),
    ];
  }

  /** True if it is holes alone, and so matches all code. */
  get isOpen(): boolean {
    return this.nodes.every((node) => this.holeAt(node));
  }

  /** The code with identifiers for its holes. */
  get text(): string {
    return this.#holed.text.trim();
  }

  /** Returns the hole that a node of the pattern is, or null. */
  holeAt({ text }: GoNode): Hole | null {
    // A list, a parameter or a statement of a hole alone is the hole as well.
    return this.#holed.holes.get(text) ?? null;
  }

  /** The names of the holes. */
  get holes(): ReadonlySet<string> {
    return new Set([...this.#holed.holes.values()].map(({ name }) => name));
  }

  /** Returns the name of the package in `pkg.Name` of the pattern, or null. */
  packageAt(node: GoNode): string | null {
    const [operand, name] =
      node.kind === "selector_expression"
        ? [node.operand, node.field]
        : node.kind === "qualified_type"
          ? [node.package, node.name]
          : [null, null];
    if (!name || (operand.kind !== "identifier" && operand.kind !== "package_identifier"))
      return null;
    const isName = this.holeAt(name) !== null || /^\p{Lu}/u.test(name.text);
    return isName && this.holeAt(operand) === null ? operand.text : null;
  }

  /** A word that stands in every file with a match; empty if there is none. */
  get word(): string {
    const words = this.nodes.flatMap((node) => this.#wordsIn(node));
    return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
  }

  /** Returns true for the types `*$x` and `$x[$i]`, which are meant as expressions. */
  #isTypeOfHole(node: GoNode): boolean {
    if (node.kind !== "pointer_type" && node.kind !== "generic_type") {
      return this.holeAt(node) !== null;
    }
    const [inner] = node.namedChildren;
    return inner !== undefined && this.#isTypeOfHole(inner);
  }

  #wordsIn(node: GoNode): string[] {
    if (this.holeAt(node)) return [];
    // A package may be imported by another name.
    const isPackage = node.parent && this.packageAt(node.parent) === node.text;
    if (/identifier$/u.test(node.kind)) return isPackage ? [] : [node.text];
    return node.namedChildren.flatMap((child) => this.#wordsIn(child));
  }
}
