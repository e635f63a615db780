import type { NodeTable } from "../../syntax/node-table.ts";
import type { DeclaredSymbol, SymbolKind } from "./symbol.ts";

/** The file scope; its number is that of the root. */
export const FILE = 0;

/** A declared symbol, by the numbers of nodes. */
export interface SymbolEntry {
  readonly kind: SymbolKind;
  readonly node: number;
  readonly declaration: number;
  readonly scope: number;
  readonly visibleFrom: number;
  /** The symbol with the same name in an outer scope, if that is not the file scope. */
  readonly outer: SymbolEntry | undefined;
  /** The symbol as callers see it, made on demand. */
  symbol: DeclaredSymbol | null;
}

/** The symbols of a file, in the order of the text. */
export class SymbolTable {
  readonly #table: NodeTable;
  /** The symbols of the file scope, by name. */
  readonly #ofFile = new Map<string, SymbolEntry[]>();
  /** The symbols of other scopes, by name. */
  readonly #local = new Map<string, SymbolEntry[]>();
  /** The symbols by the numbers of their identifiers; of several at one identifier the first. */
  readonly #definitions = new Map<number, SymbolEntry>();

  constructor(table: NodeTable) {
    this.#table = table;
  }

  /**
   * Adds a symbol. Symbols are added in the order of the text, except those that are visible
   * before they are declared.
   */
  add(name: string, entry: SymbolEntry): void {
    const names = entry.scope === FILE ? this.#ofFile : this.#local;
    const known = names.get(name);
    if (known) known.push(entry);
    else names.set(name, [entry]);
    if (!this.#definitions.has(entry.node)) this.#definitions.set(entry.node, entry);
  }

  /**
   * Returns the symbol that was last added for a name, in a scope or in one around it except
   * the file scope.
   */
  lastIn(scope: number, name: string): SymbolEntry | undefined {
    let entry = this.#local.get(name)?.at(-1);
    while (entry && !this.#isWithin(scope, entry.scope)) entry = entry.outer;
    return entry;
  }

  /** Returns true if a scope itself declares a name. */
  has(scope: number, name: string): boolean {
    return scope === FILE ? this.#ofFile.has(name) : this.lastIn(scope, name)?.scope === scope;
  }

  /** Returns the symbol that an identifier declares, by its number. */
  definedBy(identifier: number): SymbolEntry | undefined {
    return this.#definitions.get(identifier);
  }

  /** Returns the symbol that a name refers to at an offset, in UTF-16 units. */
  meaning(name: string, offset: number): SymbolEntry | undefined {
    const local = this.#local.get(name);
    return (local && this.#visible(local, offset)) ?? this.#ofFile.get(name)?.at(-1);
  }

  /**
   * Returns the symbols of other scopes than the file scope that are visible at an offset, in
   * UTF-16 units, innermost first.
   */
  visibleAt(offset: number): SymbolEntry[] {
    return [...this.#local.values()]
      .flatMap((local) => this.#visible(local, offset) ?? [])
      .sort((one, other) => other.scope - one.scope || one.node - other.node);
  }

  /**
   * Returns the innermost of some symbols of one name that is visible at an offset, in UTF-16
   * units. It is the last one that is declared before the offset, or an outer one of it.
   */
  #visible(local: readonly SymbolEntry[], offset: number): SymbolEntry | undefined {
    let low = 0;
    let high = local.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = local[middle];
      if (entry && this.#startOf(entry) <= offset) low = middle + 1;
      else high = middle;
    }
    let entry = local[low - 1];
    while (entry && !this.#isVisible(entry, offset)) entry = entry.outer;
    return entry;
  }

  /**
   * Returns the first offset at which a symbol may be visible: type parameters are visible
   * before they are declared.
   */
  #startOf({ declaration, visibleFrom }: SymbolEntry): number {
    return Math.min(this.#table.startOf(declaration), visibleFrom);
  }

  #isVisible({ visibleFrom, scope }: SymbolEntry, offset: number): boolean {
    return visibleFrom <= offset && offset < this.#table.endOf(scope);
  }

  #isWithin(scope: number, outer: number): boolean {
    return outer <= scope && scope < this.#table.subtreeEnd(outer);
  }
}
