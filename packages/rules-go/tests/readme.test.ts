import { expect, test } from "@jest/globals";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import pack from "../src/index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

const HANDLER = "func show(w http.ResponseWriter, r *http.Request)";

/** Code that breaks each rule of the table, by what the team says there. */
const BROKEN: Readonly<Record<string, string>> = {
  "no default client of net/http":
    'package p\n\nimport "net/http"\n\nvar _, _ = http.Get("u")\n',
  "no sleep in tests": 'package p\n\nimport "time"\n\nfunc f() { time.Sleep(1) }\n',
  "errors are compared by `errors.Is`":
    'package p\n\nimport "io"\n\nfunc f(err error) bool { return err == io.EOF }\n',
  "no new context below a handler": `package p\n\nimport (\n\t"context"\n\t"net/http"\n)\n\n${HANDLER} { _ = context.Background() }\n`,
  "no `init`": "package p\n\nfunc init() {}\n",
  "handlers authorise first": `package p\n\nimport "net/http"\n\n${HANDLER} {}\n`,
  "a package is retired": 'package p\n\nimport _ "example.com/app/internal/failover"\n',
  "a field is retired":
    "package model\n\ntype Volume struct{ LegacyID string }\n\nvar v Volume\n\nvar _ = v.LegacyID\n",
  "`sql.DB` stays in repositories": 'package p\n\nimport "database/sql"\n\nvar db *sql.DB\n',
  "metrics go through the wrapper":
    'package p\n\nimport "example.com/prometheus"\n\nfunc init() { prometheus.MustRegister() }\n',
};

const rows = [...readme.matchAll(/^\| (.+?) +\| `([a-z-]+)` +\| `(\{.+\})` +\|$/gmu)].map(
  ([, says = "", rule = "", entry = ""]) => ({ says: says.trim(), rule, entry }),
);

test("each rule of the README's team finds its mistake", () => {
  expect(rows.map(({ says }) => says)).toEqual(Object.keys(BROKEN));
  for (const { says, rule, entry } of rows) {
    const list = rule === "required-call" ? "requirements" : "restrictions";
    const options: unknown = { [list]: [runInNewContext(`(${entry})`)] };
    const config = {
      ...pack.configs.base,
      rules: { [`go/${rule}`]: ["error", JSON.parse(JSON.stringify(options))] },
    } as unknown as Linter.Config;
    const messages = new Linter().verify(BROKEN[says] ?? "", [config], {
      filename: "a_test.go",
    });
    expect(messages.map(({ ruleId }) => `${says}: ${ruleId}`)).toEqual([`${says}: go/${rule}`]);
  }
});
