/** The kinds of types that an expression may turn out to be: it is no type. */
export const NO_TYPE = 0;
/** The name of a type, or a pointer to it. */
export const NAME = 1;
/** A name with that of its package. */
export const QUALIFIED_NAME = 2;
/** A type with arguments. */
export const GENERIC = 3;
