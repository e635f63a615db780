import { STRING_HOLE } from "@gopherwood/core";

/** A table that a statement names. */
export interface TableUse {
  /** `UPDATE`, `INSERT`, ... */
  readonly verb: string;
  /** As written, without schema and quotes; may hold `UNKNOWN_TEXT`. */
  readonly table: string;
  /** Where in the text the statement starts, and where the table's name ends. */
  readonly range: readonly [number, number];
}

/** Comments and quoted values are not statements. */
const NOT_SQL = /--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'/gu;

/** What stands before a statement; an unknown part may be another statement. */
const HEAD = `(?<=^|[;(){}${STRING_HOLE}]|\\b(?:BEGIN|THEN|ELSE|EXPLAIN|ANALYZE)\\s)\\s*`;

const NAME = `[\\w$${STRING_HOLE}]+`;

const END = `\\s*(?:$|[;)${STRING_HOLE}])`;

const ONE = `(?:["\`[]?${NAME}["\`\\]]?\\s*\\.\\s*)*["\`[]?(?<table>${NAME})["\`\\]]?(?![\\w$.${STRING_HOLE}])`;

/** The names before it, of a statement that takes several. */
const OTHERS = `(?:["\`]?[\\w$.]+["\`]?\\s*,\\s*)*`;

/** Statements that write to a table, each told from prose by what follows the name. */
const WRITES = [
  `INSERT\\s+(?:OR\\s+\\w+\\s+|IGNORE\\s+|LOW_PRIORITY\\s+|DELAYED\\s+)*INTO\\s+${ONE}(?=\\s*\\(|${END}|\\s+(?:AS|DEFAULT|OVERRIDING|PARTITION|SELECT|SET|TABLE|VALUES?|WITH)\\b)`,
  `(?:MERGE|REPLACE|UPSERT)\\s+INTO\\s+${ONE}(?=\\s*\\(|${END}|\\s+(?:AS|\\w+\\s+USING|USING|SELECT|SET|VALUES?)\\b)`,
  `UPDATE\\s+(?:OR\\s+\\w+\\s+|ONLY\\s+|IGNORE\\s+|LOW_PRIORITY\\s+)*${ONE}(?=\\s(?:[^;]*?\\s)?SET(?:\\s+[^;=]*=|\\s*\\(|\\s*$|\\s*${STRING_HOLE})|\\s*${STRING_HOLE})`,
  `DELETE\\s+FROM\\s+(?:ONLY\\s+)?${ONE}(?=${END}|\\s+(?:AS\\s+\\w+|(?:AS\\s+)?(?:\\w+\\s+)?(?:END|LIMIT|ORDER|RETURNING|USING|WHERE))\\b)`,
  `TRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?${OTHERS}${ONE}(?=${END}|\\s*,|\\s+(?:CASCADE|CONTINUE|RESTART|RESTRICT)\\b)`,
  `ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?${ONE}(?=\\s+\\w|\\s*$|\\s*${STRING_HOLE})`,
  `DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?${OTHERS}${ONE}(?=${END}|\\s*,|\\s+(?:CASCADE|RESTRICT)\\b)`,
].map((statement) => new RegExp(`${HEAD}(?<statement>${statement})`, "dgiu"));

/** `UPDATE t` to which the rest is added later; in small letters it may be prose. */
const STARTED = new RegExp(`^\\s*(?<statement>UPDATE\\s+${ONE})\\s*$`, "dgu");

const QUERY = new RegExp(`${HEAD}(?:SELECT|WITH)\\s`, "iu");

const READ = new RegExp(`\\b(?<statement>(?:FROM|JOIN)\\s+${ONE})`, "dgiu");

/** The tables that the statements of a text write to, in the order of the text. */
export function writesOf(text: string): TableUse[] {
  const sql = withoutValues(text);
  return [...WRITES, STARTED]
    .flatMap((pattern) => matchesOf(sql, pattern))
    .sort((a, b) => a.range[0] - b.range[0]);
}

/** The tables that the queries of a text read. */
export function readsOf(text: string): TableUse[] {
  const sql = withoutValues(text);
  return QUERY.test(sql) ? matchesOf(sql, READ) : [];
}

/** Both. */
export function usesOf(text: string): TableUse[] {
  return [...writesOf(text), ...readsOf(text)];
}

function withoutValues(text: string): string {
  return text.replace(NOT_SQL, (match) => " ".repeat(match.length));
}

function matchesOf(sql: string, pattern: RegExp): TableUse[] {
  return [...sql.matchAll(pattern)].map(({ groups, indices }) => ({
    verb: /^\w+/u.exec(groups?.["statement"] ?? "")?.[0].toUpperCase() ?? "",
    table: groups?.["table"] ?? "",
    range: [
      indices?.groups?.["statement"]?.[0] ?? 0,
      indices?.groups?.["table"]?.[1] ?? 0,
    ] as const,
  }));
}
