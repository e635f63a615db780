/** The kinds of types that an expression may turn out to be: it is no type. */
export const NO_TYPE = 0;
/** The name of a type, or a pointer to it. */
export const NAME = 1;
/** A name with that of its package. */
export const QUALIFIED_NAME = 2;
/** A type with arguments. */
export const GENERIC = 3;
/** A type with arguments that have names of packages. */
const GENERIC_OF_QUALIFIED = 4;
/** A type with arguments that have arguments. */
export const NESTED_GENERIC = 5;

/** Returns what a name with an index can be. */
export function genericOf(index: number): number {
  if (index === NO_TYPE) return NO_TYPE;
  if (index === NAME) return GENERIC;
  return index === QUALIFIED_NAME ? GENERIC_OF_QUALIFIED : NESTED_GENERIC;
}

/** Returns true if the grammar takes an index for type arguments: `a[b.c][d.e]`, `a[b[c.d]]`. */
export function isInstantiation(operand: number, index: number): boolean {
  if (operand === NO_TYPE) return false;
  if (index === NESTED_GENERIC) return true;
  if (operand === GENERIC_OF_QUALIFIED) return index !== NO_TYPE && index !== NAME;
  return operand === GENERIC && index === GENERIC;
}
