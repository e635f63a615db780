import type { GoNode } from "../../syntax/node.ts";
import type { GoImport } from "./imports.ts";

export type SymbolKind =
  | "import"
  | "function"
  | "type"
  | "type parameter"
  | "variable"
  | "constant"
  | "parameter"
  | "receiver"
  | "result";

/** A symbol that the file declares. */
export interface DeclaredSymbol {
  readonly isUniverse: false;
  readonly kind: SymbolKind;
  readonly name: string;
  /** The identifier that declares the name. */
  readonly node: GoNode;
  /**
   * The construct that declares it: a spec, a parameter, `:=`, a range clause, a case of a
   * type switch.
   */
  readonly declaration: GoNode;
  /** The first offset at which the name refers to the symbol, in UTF-16 units. */
  readonly visibleFrom: number;
  /** True for symbols that other files of the package see too. */
  readonly packageLevel: boolean;
  /** The import that the symbol stands for. */
  readonly import?: GoImport;
}

/** A symbol of the universe, which Go declares before any package: `error`, `len`, `nil`. */
export interface UniverseSymbol {
  readonly isUniverse: true;
  readonly name: string;
}

/** A named language entity, as in go/types. */
export type GoSymbol = DeclaredSymbol | UniverseSymbol;
