import type { NodeTable } from "../../syntax/node-table.ts";
import type { DeclaredSymbol, SymbolKind } from "./symbol.ts";

/** The scope of what stands in no other: its number is the root's. */
export const FILE = 0;

/** A name that is declared, by the numbers of nodes. */
export interface SymbolEntry {
  readonly kind: SymbolKind;
  readonly node: number;
  readonly declaration: number;
  readonly scope: number;
  readonly visibleFrom: number;
  /** What the name means outside of the scope, if that is not declared for the whole file. */
  readonly outer: SymbolEntry | undefined;
  /** Made when it is asked for. */
  symbol: DeclaredSymbol | null;
}

/** What a file declares, in the order of the text. */
export class SymbolTable {
  readonly #table: NodeTable;
  /** What the whole file sees, by name. */
  readonly #ofFile = new Map<string, SymbolEntry[]>();
  /** What is declared in other scopes than the file's, by name. */
  readonly #local = new Map<string, SymbolEntry[]>();
  /** By the number of the identifier; where it declares its name several times, the first. */
  readonly #definitions = new Map<number, SymbolEntry>();

  constructor(table: NodeTable) {
    this.#table = table;
  }

  /** Adds what stands after all that was added before, apart from what is in sight at once. */
  add(name: string, declared: SymbolEntry): void {
    const names = declared.scope === FILE ? this.#ofFile : this.#local;
    const known = names.get(name);
    if (known) known.push(declared);
    else names.set(name, [declared]);
    if (!this.#definitions.has(declared.node)) this.#definitions.set(declared.node, declared);
  }

  /** What was added last of a name in a scope, or in one around it that is not the file's. */
  lastIn(scope: number, name: string): SymbolEntry | undefined {
    let declared = this.#local.get(name)?.at(-1);
    while (declared && !this.#isWithin(scope, declared.scope)) declared = declared.outer;
    return declared;
  }

  /** True if a scope itself declares a name. */
  has(scope: number, name: string): boolean {
    return scope === FILE ? this.#ofFile.has(name) : this.lastIn(scope, name)?.scope === scope;
  }

  /** What an identifier declares, by its number. */
  definedBy(identifier: number): SymbolEntry | undefined {
    return this.#definitions.get(identifier);
  }

  /** What a name means at an offset. */
  meaning(name: string, offset: number): SymbolEntry | undefined {
    const local = this.#local.get(name);
    return (local && this.#visible(local, offset)) ?? this.#ofFile.get(name)?.at(-1);
  }

  /** What other scopes than the file's declare and can be named at an offset, inner ones first. */
  visibleAt(offset: number): SymbolEntry[] {
    return [...this.#local.values()]
      .flatMap((local) => this.#visible(local, offset) ?? [])
      .sort((one, other) => other.scope - one.scope || one.node - other.node);
  }

  /** What is declared last before an offset is in sight there, or what is stands around it. */
  #visible(local: readonly SymbolEntry[], offset: number): SymbolEntry | undefined {
    let low = 0;
    let high = local.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const declared = local[middle];
      if (declared && this.#startOf(declared) <= offset) low = middle + 1;
      else high = middle;
    }
    let declared = local[low - 1];
    while (declared && !this.#isVisible(declared, offset)) declared = declared.outer;
    return declared;
  }

  /** Type parameters are in sight before they are declared. */
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
