import { describe, expect, test } from "@jest/globals";
import { requiredModules, requiredRoots } from "../../../src/semantics/modules/build-list.ts";
import { readGoMod, readGoWork } from "../../../src/semantics/modules/go-mod.ts";

describe("readGoMod", () => {
  test("reads directives that stand alone and in blocks, quoted, commented, and with any line end", () => {
    const text = `// module example.com/no
module "example.com/m" // the path

go 1.22

require example.com/a v1.0.0
require (
\texample.com/b v1.1.0 // indirect
\t// example.com/c v1.2.0

\t\`example.com/d\` v1.3.0
)
exclude example.com/e v1.4.0
replace example.com/a => ../a
replace (
\texample.com/b v1.1.0 => example.com/fork v1.5.0
\t=> nothing
)
`;
    const expected = {
      path: "example.com/m",
      requirements: new Map([
        ["example.com/a", "v1.0.0"],
        ["example.com/b", "v1.1.0"],
        ["example.com/d", "v1.3.0"],
      ]),
      replacements: [
        { path: "example.com/a", version: null, target: "../a", targetVersion: null },
        {
          path: "example.com/b",
          version: "v1.1.0",
          target: "example.com/fork",
          targetVersion: "v1.5.0",
        },
      ],
    };
    expect(readGoMod(text)).toEqual(expected);
    expect(readGoMod(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  test.each(["", "go 1.22\n", "module", "replace a\n", "no such line\n"])(
    "finds no module in %j",
    (text) => {
      expect(readGoMod(text)).toEqual({
        path: "",
        requirements: new Map(),
        replacements: [],
      });
    },
  );
});

test("readGoWork reads what a workspace uses", () => {
  const text = "go 1.22\n\nuse ./a // first\nuse (\n\t../b\n\t.\n)\nreplace x => ./c\n";
  expect(readGoWork(text)).toEqual(["./a", "../b", "."]);
});

describe("the modules that a go.mod requires", () => {
  const MOD = readGoMod(`module example.com/m
require (
	example.com/plain v1.0.0
	github.com/Upper/Case v1.1.0
	example.com/forked v1.2.0
	example.com/other v1.3.0
	example.com/local v1.4.0
)
replace (
	example.com/forked => example.com/Fork v2.0.0
	example.com/other v0.0.1 => ../other
	example.com/local v1.4.0 => ../local
	example.com/absolute => /somewhere/else
)
`);

  test("are in the directories that replace them, or in the module cache", () => {
    expect(requiredRoots([{ directory: "/src/m", goMod: MOD }], "/cache")).toEqual([
      { path: "example.com/forked", directory: "/cache/example.com/!fork@v2.0.0" },
      { path: "example.com/local", directory: "/src/local" },
      { path: "example.com/absolute", directory: "/somewhere/else" },
      { path: "example.com/plain", directory: "/cache/example.com/plain@v1.0.0" },
      {
        path: "github.com/Upper/Case",
        directory: "/cache/github.com/!upper/!case@v1.1.0",
      },
      { path: "example.com/forked", directory: "/cache/example.com/forked@v1.2.0" },
      { path: "example.com/other", directory: "/cache/example.com/other@v1.3.0" },
      { path: "example.com/local", directory: "/cache/example.com/local@v1.4.0" },
    ]);
  });

  test("without a module cache, are only in directories", () => {
    expect(requiredRoots([{ directory: "/src/m", goMod: MOD }], null)).toEqual([
      { path: "example.com/local", directory: "/src/local" },
      { path: "example.com/absolute", directory: "/somewhere/else" },
    ]);
  });

  test("have no directory if they would have to be downloaded", () => {
    expect(requiredModules([{ directory: "/src/m", goMod: MOD }])).toEqual([
      { path: "example.com/forked", directory: null },
      { path: "example.com/local", directory: "/src/local" },
      { path: "example.com/absolute", directory: "/somewhere/else" },
      { path: "example.com/plain", directory: null },
      { path: "github.com/Upper/Case", directory: null },
      { path: "example.com/forked", directory: null },
      { path: "example.com/other", directory: null },
      { path: "example.com/local", directory: null },
    ]);
  });
});
