import { expect, test } from "@jest/globals";
import { projectPathOf } from "../../../src/index.ts";
import { fileSystem, type Files } from "../module-files.ts";

test.each<[name: string, path: string, files: Files, expected: string]>([
  [
    "the directory of a config",
    "/cmd/app/a/b.go",
    { "/cmd/app/gopherwood.config.mjs": "" },
    "a/b.go",
  ],
  [
    "that of a config without code",
    "/r/app/a.go",
    { "/r/app/gopherwood.config.yaml": "", "/r/go.mod": "" },
    "a.go",
  ],
  ["that of ESLint's config", "/cmd/app/a/b.go", { "/cmd/app/eslint.config.ts": "" }, "a/b.go"],
  [
    "the nearest of several configs",
    "/r/a/b.go",
    { "/r/eslint.config.js": "", "/r/a/gopherwood.config.ts": "" },
    "b.go",
  ],
  [
    "a config rather than a module or a repository",
    "/r/m/a.go",
    { "/r/gopherwood.config.js": "", "/r/m/go.mod": "", "/.git/HEAD": "" },
    "m/a.go",
  ],
  [
    "a repository",
    "/cmd/r/m/a.go",
    { "/cmd/r/.git/HEAD": "", "/cmd/r/m/go.mod": "" },
    "m/a.go",
  ],
  [
    "a workspace",
    "/test/r/m/a.go",
    { "/test/r/go.work": "", "/test/r/m/go.mod": "" },
    "m/a.go",
  ],
  [
    "the outermost module",
    "/e2e/m/n/a.go",
    { "/e2e/m/go.mod": "", "/e2e/m/n/go.mod": "" },
    "n/a.go",
  ],
  ["nothing but the whole path", "/cmd/a.go", {}, "/cmd/a.go"],
  [
    "no file that only looks like a config",
    "/c/a.go",
    { "/c/my.eslint.config.js": "" },
    "/c/a.go",
  ],
])("globs count from %s", (_name, path, files, expected) => {
  expect(projectPathOf(path, fileSystem(files))).toBe(expected);
});

test("separators of Windows are slashes", () => {
  expect(projectPathOf("\\r\\a\\b.go", fileSystem({ "/r/go.mod": "" }))).toBe("a/b.go");
});
