import type { UniverseSymbol } from "./symbol.ts";

const TYPES = new Set(
  (
    "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 " +
    "int64 rune string uint uint8 uint16 uint32 uint64 uintptr"
  ).split(" "),
);

const FUNCTIONS = new Set(
  (
    "append cap clear close complex copy delete imag len make max min new panic print println " +
    "real recover"
  ).split(" "),
);

const VALUES = new Set(["true", "false", "iota", "nil"]);

const SYMBOLS = new Map<string, UniverseSymbol>();

/** Returns the symbol that the universe has for a name, or null. */
export function universeSymbol(name: string): UniverseSymbol | null {
  if (!isUniverseName(name)) return null;
  let symbol = SYMBOLS.get(name);
  if (!symbol) SYMBOLS.set(name, (symbol = { isUniverse: true, name }));
  return symbol;
}

/** Returns true for the name of a type of the universe. */
export function isUniverseType(name: string): boolean {
  return TYPES.has(name);
}

/** Returns true for a name of the universe. */
export function isUniverseName(name: string): boolean {
  return TYPES.has(name) || FUNCTIONS.has(name) || VALUES.has(name);
}
