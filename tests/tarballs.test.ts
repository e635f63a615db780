import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Tarball {
  readonly name: string;
  readonly files: readonly { readonly path: string }[];
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly homepage: string;
  readonly repository: { readonly directory: string };
  readonly bugs: { readonly url: string };
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

const pack = ["pack", "--dry-run", "--json", "--workspaces", "--ignore-scripts"];
const tarballs = JSON.parse(
  execFileSync("npm", pack, { cwd: root, encoding: "utf8" }),
) as Tarball[];

const packages = readdirSync(join(root, "packages")).flatMap((directory) => {
  const manifest = JSON.parse(read("packages", directory, "package.json")) as Manifest;
  // The VS Code extension does not go to npm.
  if (manifest.private === true) return [];
  const tarball = tarballs.find(({ name }) => name === manifest.name);
  return [{ directory, manifest, paths: tarball?.files.map(({ path }) => path) ?? [] }];
});

describe.each(packages)("the tarball of $manifest.name", ({ directory, manifest, paths }) => {
  test("has a license, a README and what its package.json names", () => {
    const named = Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target),
    );
    const expected = ["LICENSE", "README.md", ...named, ...Object.values(manifest.bin ?? {})];
    for (const path of expected) expect(paths).toContain(path.replace("./", ""));
    expect(read("packages", directory, "LICENSE")).toBe(read("LICENSE"));
  });

  test("has no sources, tests, source maps or build info", () => {
    expect(
      paths.filter((path) =>
        /^(?:src|tests)\/|\.map$|\.tsbuildinfo$|^(?!template\/).*\.test\./u.test(path),
      ),
    ).toEqual([]);
  });

  test("has a README whose links work on its npm page, too", () => {
    expect(read("packages", directory, "README.md")).not.toMatch(/\]\(\.\.\/|\]: \.\.\//u);
  });

  test("says in its package.json where it comes from", () => {
    expect(manifest.description).toMatch(/\.$/u);
    expect(manifest.keywords).toEqual([...new Set(manifest.keywords)].sort());
    expect(manifest.homepage).toContain(`/packages/${directory}#readme`);
    expect(manifest.repository.directory).toBe(`packages/${directory}`);
    expect(manifest.bugs.url).toMatch(/\/issues$/u);
  });
});
