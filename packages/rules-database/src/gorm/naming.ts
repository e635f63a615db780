/** The plurals of words; the first expression that matches a word decides. */
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(?:equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/u, "$&"],
  [/person$/u, "people"],
  [/child$/u, "children"],
  [/(?<!hu|ger)man$/u, "men"],
  [/(?:children|men|people)$/u, "$&"],
  [/sis$/u, "ses"],
  [/(ax|test)is$/u, "$1es"],
  [/(alias|status|bus)(?:es)?$/u, "$1es"],
  [/(octop|vir)us$/u, "$1i"],
  [/(matr|vert|ind)(?:ix|ex)$/u, "$1ices"],
  [/quiz$/u, "quizzes"],
  [/(x|ch|ss|sh)$/u, "$1es"],
  [/s$/u, "s"],
  [/([ti])um$/u, "$1a"],
  [/(buffal|tomat)o$/u, "$1oes"],
  [/([^f])fe$/u, "$1ves"],
  [/([lr])f$/u, "$1ves"],
  [/([^aeiouy]|qu)y$/u, "$1ies"],
  [/([ml])ouse$/u, "$1ice"],
  [/$/u, "s"],
];

/** Returns the column of a field that has no tag: `created_at` for `CreatedAt`. */
export function columnFor(field: string): string {
  return field
    .replaceAll(/([a-z\d])([A-Z])/gu, "$1_$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/gu, "$1_$2")
    .toLowerCase();
}

/** Returns the table of a type, as GORM names it: `failover_jobs` for `FailoverJob`. */
export function tableFor(type: string): string {
  const word = columnFor(type);
  const [ending, replacement] = PLURALS.find(([pattern]) => pattern.test(word)) ?? [/$/u, "s"];
  return word.replace(ending, replacement);
}
