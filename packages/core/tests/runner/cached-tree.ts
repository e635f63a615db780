import { expect } from "@jest/globals";
import { Gopherwood, type GopherwoodOptions } from "@gopherwood/core/runner";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workFolder, writeFiles } from "../../../../tests/support/work-folder.ts";

const work = workFolder();

/** Code whose findings depend on other files: types, copies, imports, tables. */
const long = (name: string) =>
  Array.from({ length: 60 }, (_, at) => `\t${name}["k${at}"] = ${at} + len(${name})\n`).join(
    "",
  );
const FILES: Record<string, string> = {
  "go.mod": "module example.com/app\n\ngo 1.24\n",
  "gopherwood.config.mjs": `import { strict } from "@gopherwood/config";
import database from "@gopherwood/rules-database";
import { options } from "./options.mjs";
import { local } from "./rules/local.mjs";

export default [
  ...strict,
  { ...database.configs.base, rules: { "database/known-columns": "error" } },
  {
    files: ["**/*.go"],
    plugins: { local: { rules: { local } } },
    rules: { "error-handling/no-ignored-errors": ["error", options], "local/local": "warn" },
  },
];
`,
  "options.mjs": "export const options = { tests: false };\n",
  "rules/local.mjs": localRule("os"),
  "store/store.go":
    'package store\n\nimport "example.com/app/base"\n\ntype Store struct{ base.Closer }\n\nfunc Open() (*Store, error) { return nil, nil }\n',
  "base/base.go":
    "package base\n\ntype Closer struct{}\n\nfunc (Closer) Close() error { return nil }\n",
  "app/app.go":
    'package app\n\nimport "example.com/app/store"\n\nfunc Run() {\n\ts, err := store.Open()\n\tif err != nil {\n\t\treturn\n\t}\n\ts.Close()\n\thelp()\n}\n',
  "app/help.go": "package app\n\nfunc help() error { return nil }\n",
  "app/app_test.go": 'package app\n\nimport "os"\n\nfunc clean() { os.Remove("x") }\n',
  "alone/alone.go":
    'package alone\n\nimport (\n\t"example.com/app/gone"\n\t"os"\n)\n\nfunc clean() {\n\tgone.Do()\n\tos.Remove("x")\n}\n',
  "copy/one.go": `package copy\n\nfunc one(m map[string]int) {\n${long("m")}}\n`,
  "other/two.go": `package other\n\nfunc two(n map[string]int) {\n${long("n")}}\n`,
  "third/three.go": changedCopy(0),
  "db/db.go":
    'package db\n\nimport "database/sql"\n\nfunc get(db *sql.DB) error {\n\t_, err := db.Query("SELECT name, age FROM users")\n\treturn err\n}\n',
  "db/migrations/1_users.up.sql": "CREATE TABLE users (id int, name text);\n",
};

/** Returns a copy with some of its lines changed: from 7 on it is less than 85 % the same. */
export function changedCopy(count: number): string {
  const lines = long("m").split("\n");
  for (let at = 0; at < count; at += 1) lines[at * 5] = `\tdelete(m, "${at}")`;
  return `package third\n\nfunc three(m map[string]int) {\n${lines.join("\n")}}\n`;
}

export function localRule(pkg: string): string {
  return `export const local = {
  create: (context) => ({
    import_spec(node) {
      if (node.path.text === '"${pkg}"') context.report({ node, message: "no ${pkg}" });
    },
  }),
};
`;
}

export class CachedTree {
  readonly cwd: string;
  /** The files that were linted in the last run with a cache. */
  linted: string[] = [];

  constructor(name: string) {
    this.cwd = join(work, name);
    writeFiles(this.cwd, FILES);
  }

  at(path: string): string {
    return join(this.cwd, path);
  }

  write(path: string, text: string): void {
    writeFiles(this.cwd, { [path]: text });
  }

  /** Changes a file, if it is there. */
  edit(path: string, from: string, to: string): void {
    if (!existsSync(this.at(path))) return;
    const text = readFileSync(this.at(path), "utf8");
    this.write(
      path,
      text.includes(from) ? text.replaceAll(from, to) : text.replaceAll(to, from),
    );
  }

  async run(options: GopherwoodOptions = {}): Promise<string> {
    this.linted = [];
    const onDebug = (message: string) => {
      const path = /^(.*): (?:linted|nothing to say) in \d+ ms$/u.exec(message)?.[1];
      if (path !== undefined) this.linted.push(path.slice(this.cwd.length + 1));
    };
    const engine = new Gopherwood({ cwd: this.cwd, onDebug, ...options });
    const report = await engine.lintFiles(["."]);
    return JSON.stringify({ ...report, timings: null }, null, 1);
  }

  async expectCachedIsCold(options: GopherwoodOptions = {}): Promise<void> {
    const cached = await this.run({ ...options, cache: true });
    const { linted } = this;
    expect(cached).toBe(await this.run(options));
    this.linted = linted.sort();
  }
}

/** The Go files of a tree before it is changed. */
export const GO = Object.keys(FILES).filter((path) => path.endsWith(".go"));
