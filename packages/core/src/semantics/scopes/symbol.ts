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

/** A name that the file declares, and its declaration. */
export interface DeclaredSymbol {
  readonly isUniverse: false;
  readonly kind: SymbolKind;
  readonly name: string;
  /** The identifier that declares the name. */
  readonly node: GoNode;
  /** The construct around it: a spec, a parameter, `:=`, a range clause, a case of a type switch. */
  readonly declaration: GoNode;
  /** The offset from which the name means this. */
  readonly visibleFrom: number;
  /** True for names that other files of the package see too. */
  readonly packageLevel: boolean;
  /** Of an import. */
  readonly import?: GoImport;
}

/** A name that Go declares before any package does: `error`, `len`, `nil`. */
export interface UniverseSymbol {
  readonly isUniverse: true;
  readonly name: string;
}

/** A named language entity, as in go/types. */
export type GoSymbol = DeclaredSymbol | UniverseSymbol;
