import { readFileSync } from "node:fs";

/** A piece of code, and what becomes of its direct calls. */
export interface JobCase {
  readonly name: string;
  /** A whole file. */
  readonly before: string;
  /** The whole file after; null if nothing is to be fixed. */
  readonly after: string | null;
  /** True if it takes suggestions. */
  readonly suggested: boolean;
  /** The reason why a call is left. */
  readonly reason: string | null;
}

const IMPORTS: Readonly<Record<string, string>> = {
  context: '"context"',
  errors: '"errors"',
  fmt: '"fmt"',
  http: '"net/http"',
  os: '"os"',
  slog: '"log/slog"',
  strings: '"strings"',
  joblog: '"example.com/app/joblog"',
  log: 'log "github.com/sirupsen/logrus"',
};

const HEADER = `
type engine struct {
	tracker *joblog.Tracker
}
`;

/**
 * Reads the cases of a file in `testdata/jobs`. A case starts with `=== name`; after
 * `---` stands the code after fixes, after `--- suggested` that after suggestions, and
 * after `--- left: reason` nothing. Imports are written for what the code uses.
 */
export function readJobCases(name: string): JobCase[] {
  const text = readFileSync(new URL(`../testdata/jobs/${name}.txt`, import.meta.url), "utf8");
  return text
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [, title = "", before = "", how = "", after = ""] =
        /^(.*)\n([^]*?)^---(.*)\n([^]*)$/mu.exec(part) ?? [];
      const reason = /^ left: (.*)$/u.exec(how)?.[1] ?? null;
      return {
        name: title,
        before: fileOf(before),
        after: reason !== null && after.trim() === "" ? null : fileOf(after),
        suggested: how === " suggested",
        reason,
      };
    });
}

function fileOf(code: string): string {
  const body = `${HEADER}\n${code.trim()}\n`;
  const used = Object.entries(IMPORTS)
    .filter(([name]) => new RegExp(`(?<![\\w."])${name}\\.[A-Z]`, "u").test(body))
    .map(([, spec]) => spec);
  const isOwn = (spec: string) => spec.includes(".com/");
  const groups = [used.filter((spec) => !isOwn(spec)), used.filter(isOwn)]
    .filter((group) => group.length > 0)
    .map((group) =>
      group
        .toSorted(byPath)
        .map((spec) => `\t${spec}\n`)
        .join(""),
    );
  return `package failover\n\nimport (\n${groups.join("\n")})\n${body}`;
}

function byPath(a: string, b: string): number {
  const [pathA, pathB] = [a, b].map((spec) => spec.slice(spec.indexOf('"')));
  return (pathA ?? "") < (pathB ?? "") ? -1 : 1;
}
