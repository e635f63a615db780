import { describe, expect, test } from "@jest/globals";
import { rmSync } from "node:fs";
import {
  hashOf,
  RecordedFiles,
  type DirectoryReads,
} from "../../src/runner/cache/recorded-files.ts";
import { disk } from "../../src/source/disk.node.ts";
import { newProject, type Project } from "./fixture.ts";

const GO = "package p\n";

function newFiles(): Project {
  return newProject({
    "d/b.go": GO,
    "d/a.go": `\uFEFF${GO}`,
    "d/notes.txt": "x",
    "d/gopherwood.config.yaml": "",
    "d/sub/c.go": GO,
    "cache/m@v1/m.go": GO,
  });
}

const recorder = (project: Project) =>
  new RecordedFiles({ ...disk, moduleCache: project.path("cache") });

test("texts are read without their byte order mark, and what was read is known by its hash", () => {
  using project = newFiles();
  const files = recorder(project);
  const path = project.path("d/a.go");
  expect(files.readText(path)).toBe(GO);
  expect(files.readText(project.path("d/gone.go"))).toBeNull();
  expect(files.readText(project.path("gone.mod"))).toBeNull();
  expect(files.readText(project.path("cache/m@v1/m.go"))).toBe(GO);
  expect([...files.reads]).toEqual([
    [`text ${path}`, hashOf(`\uFEFF${GO}`)],
    [`text ${project.path("d/gone.go")}`, "-"],
    [`text ${project.path("gone.mod")}`, "-"],
  ]);
});

test("of a directory the names count that core looks for, and all where a rule asks", () => {
  using project = newFiles();
  const files = recorder(project);
  const d = project.path("d");
  const names = ["a.go", "b.go", "gopherwood.config.yaml", "notes.txt"];
  expect(files.listFiles(d)).toEqual(names);
  const core = [
    [`go-files ${d}`, hashOf("a.go/b.go")],
    [`configs ${d}`, hashOf("gopherwood.config.yaml")],
  ];
  expect([...files.reads]).toEqual(core);
  expect(files.forRules.listFiles(d)).toEqual(names);
  expect(files.forRules.listDirectories(d)).toEqual(["sub"]);
  expect(files.forRules.readText(project.path("d/b.go"))).toBe(GO);
  expect([...files.reads]).toEqual([
    ...core,
    [`files ${d}`, hashOf("gopherwood.config.yaml/notes.txt")],
    [`directories ${d}`, hashOf("sub")],
    [`text ${project.path("d/b.go")}`, hashOf(GO)],
  ]);
});

const READS: DirectoryReads = {
  names: { "go-files": "", configs: "", files: "", directories: "" },
  texts: { "b.go": "", "none.go": "", "none.mod": "" },
};

describe("what is read again", () => {
  const read = (files: RecordedFiles, { root }: Project) => {
    files.readAgain(`${root}/d`, READS);
    return Object.fromEntries(
      [...files.reads].map(([key, hash]) => [key.replace(root, "ROOT"), hash]),
    );
  };

  test("has the hashes that it had when it was read at first", () => {
    using project = newFiles();
    const files = recorder(project);
    files.listAllFiles(project.path("d"));
    files.listDirectories(project.path("d"));
    for (const name of Object.keys(READS.texts)) files.readText(project.path(`d/${name}`));
    const first = new Map(files.reads);
    files.forget();
    files.readAgain(project.path("d"), READS);
    expect(new Map(files.reads)).toEqual(first);
  });

  test("is no more than was asked for", () => {
    using project = newFiles();
    const files = recorder(project);
    files.readAgain(project.path("d"), { names: { configs: "" }, texts: {} });
    expect([...files.reads.keys()]).toEqual([`configs ${project.path("d")}`]);
  });

  test("is missing in a directory that is gone", () => {
    using project = newFiles();
    const files = recorder(project);
    files.readAgain(project.path("gone"), READS);
    expect(files.reads.get(`text ${project.path("gone/b.go")}`)).toBe("-");
    expect(files.reads.get(`go-files ${project.path("gone")}`)).toBe(hashOf(""));
  });

  test.each<[key: string, change: (project: Project) => void]>([
    [
      "text ROOT/d/b.go",
      (project) => {
        project.write("d/b.go", `${GO}\n`);
      },
    ],
    [
      "text ROOT/d/none.mod",
      (project) => {
        project.write("d/none.mod", "module m");
      },
    ],
    [
      "go-files ROOT/d",
      (project) => {
        project.write("d/none.go", GO);
      },
    ],
    [
      "configs ROOT/d",
      (project) => {
        project.write("d/gopherwood.config.mjs", "");
      },
    ],
    [
      "files ROOT/d",
      (project) => {
        project.write("d/more.txt", "");
      },
    ],
    [
      "directories ROOT/d",
      (project) => {
        rmSync(project.path("d/sub"), { recursive: true });
      },
    ],
  ])("%s has another hash in the next run if it changed", (key, change) => {
    using project = newFiles();
    const files = recorder(project);
    const first = read(files, project);
    expect(first[key]).toMatch(/^(?:-|[\w+/]{27}=)$/u);
    expect(read(files, project)).toEqual(first);
    expect(files.isUnstable).toBe(false);
    change(project);
    expect(read(recorder(project), project)[key]).not.toBe(first[key]);
    // In this run the first hash stands; a text that was there is read again, and not trusted.
    expect(read(files, project)).toEqual(first);
    expect(files.isUnstable).toBe(key === "text ROOT/d/b.go");
    files.forget();
    expect([files.isUnstable, files.reads.size]).toEqual([false, 0]);
    expect(read(files, project)[key]).not.toBe(first[key]);
  });
});

test("rules have to read again what they kept, after it is forgotten", () => {
  using project = newFiles();
  const files = recorder(project);
  const view = files.forRules;
  expect(files.forRules).toBe(view);
  expect(view.base).toBe(files);
  expect(view.moduleCache).toBe(project.path("cache"));
  expect(view.standardLibrary).toBe(disk.standardLibrary);
  files.forget();
  expect(files.forRules).not.toBe(view);
});
