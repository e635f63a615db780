import { utimesSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { FileTimes, sortChanges } from "../src/watching.ts";
import { newWorkspace } from "./workspace.ts";

test("Go files and what the project is read from are sources, scripts and locks are not", () => {
  const sources = ["/m/a.go", "/m/go.mod", "/m/x.gopherwood.config.json", "/m/a.jsx", "/m/js"];
  const others = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((end) => `/m/rule.${end}`);
  expect(sortChanges([...sources, ...others, "/m/yarn.lock"], new Set())).toEqual({
    sources,
    areConfigs: true,
  });
  expect(sortChanges([...sources, ...others], new Set())).toEqual({
    sources,
    areConfigs: false,
  });
});

test("configs, what they are made of and the locks of packages ask for a new engine", () => {
  const asks = (path: string) => sortChanges([path], new Set(["/m/base.js"])).areConfigs;
  const configs = [
    ...["js", "mjs", "cjs", "ts", "mts", "cts"].map((end) => `gopherwood.config.${end}`),
    ...["yaml", "yml", "json"].map((end) => `gopherwood.config.${end}`),
    ...["eslint.config.js", "base.js", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"],
  ];
  for (const name of configs) expect([name, asks(`/m/${name}`)]).toEqual([name, true]);
  const others = ["my-gopherwood.config.js", "gopherwood.config.json5", "eslint.config.xjs"];
  for (const name of [...others, "sub/base.js", "lock", "a.go"]) {
    expect([name, asks(`/m/${name}`)]).toEqual([name, false]);
  }
});

test("a file has changed if its time is another than at the last look, or it is gone", () => {
  using workspace = newWorkspace({ "a.go": "package p\n", "b.go": "package p\n" });
  const paths = ["a.go", "b.go", "none.go"].map((name) => workspace.path(name));
  const times = new FileTimes();
  expect(times.changed(paths)).toEqual([]);
  expect(times.changed(paths)).toEqual([]);
  utimesSync(workspace.path("b.go"), 1, 1);
  workspace.write("none.go", "package p\n");
  expect(times.changed(paths)).toEqual([workspace.path("b.go"), workspace.path("none.go")]);
  expect(times.changed(paths)).toEqual([]);
});
