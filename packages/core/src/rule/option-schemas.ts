/** The schema of an option that is a list of texts. */
export const STRING_LIST = {
  type: "array",
  items: { type: "string" },
  uniqueItems: true,
} as const;

/** The schema of an option that is a list of types or functions; see `matchesName`. */
export const NAME_PATTERN_LIST = {
  type: "array",
  items: { type: "string", pattern: String.raw`^.+\.[^./]+$` },
  uniqueItems: true,
} as const;
