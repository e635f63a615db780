import { describe, expect, test } from "@jest/globals";
import { Project } from "../../../src/semantics/packages/project.ts";
import { EditedModule } from "../edited-module.ts";
import { fileSystem, MOD } from "../module-files.ts";

const LIB = "example.com/m/lib";
const TREE = {
  ...MOD,
  "/m/m.go": 'package m\nimport "example.com/m/lib"\nvar shared = lib.New()\n',
  "/m/other.go": "package m\nvar other error\n",
  "/m/lib/lib.go": "package lib\ntype T struct{}\nfunc New() *T { return nil }\n",
  "/m/lib/more.go": "package lib\nvar More error\n",
};

describe("after a change of files", () => {
  test("what a changed file declares is read again, and no other file is", () => {
    const module = new EditedModule(TREE);
    expect(module.typeOf("shared", "/m/ask.go")).toBe("*example.com/m/lib.T");
    expect(module.typeOf("other", "/m/ask.go")).toBe("error");
    module.change({ "/m/m.go": "package m\nvar shared int\n" });
    expect(module.typeOf("shared", "/m/ask.go")).toBe("int");
    expect(module.typeOf("other", "/m/ask.go")).toBe("error");
    expect(module.reads.filter((path) => path.endsWith(".go"))).toEqual(["/m/m.go"]);
  });

  test("of which nobody said so, what was read stays", () => {
    const module = new EditedModule(TREE);
    expect(module.typeOf("other", "/m/ask.go")).toBe("error");
    module.changeUnsaid({ "/m/other.go": "package m\nvar other int\n" });
    expect(module.typeOf("other", "/m/ask.go")).toBe("error");
  });

  test("files that were added and removed are", () => {
    const module = new EditedModule(TREE);
    expect(module.typeOf("other", "/m/ask.go")).toBe("error");
    expect(module.typeOf("added", "/m/ask.go")).toBe("?");
    module.change({ "/m/added.go": "package m\nvar added string\n", "/m/other.go": null });
    expect(module.typeOf("added", "/m/ask.go")).toBe("string");
    expect(module.typeOf("other", "/m/ask.go")).toBe("?");
  });

  test("who imports a package sees its change, at first and second hand", () => {
    const module = new EditedModule(TREE);
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("*example.com/m/lib.T");
    expect(module.typeOf("shared", "/m/ask.go")).toBe("*example.com/m/lib.T");
    module.change({ "/m/lib/lib.go": "package lib\nfunc New() error { return nil }\n" });
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("error");
    expect(module.typeOf("shared", "/m/ask.go")).toBe("error");
    expect(module.typeOf("lib.More", "/m/ask.go", [LIB])).toBe("error");
  });

  test("a package may have another name", () => {
    const module = new EditedModule({ ...TREE, "/m/lib/more.go": "" });
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("*example.com/m/lib.T");
    module.change({ "/m/lib/lib.go": "package renamed\nfunc New() error { return nil }\n" });
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("?");
    expect(module.typeOf("renamed.New()", "/m/ask.go", [LIB])).toBe("error");
  });

  test("a directory may get its first Go file, and lose its last", () => {
    const module = new EditedModule(MOD);
    const newer = "example.com/m/newer";
    expect(module.typeOf("newer.X", "/m/ask.go", [newer])).toBe("?");
    module.change({ "/m/newer/x.go": "package newer\nvar X error\n" });
    expect(module.typeOf("newer.X", "/m/ask.go", [newer])).toBe("error");
    module.change({ "/m/newer/x.go": null });
    expect(module.typeOf("newer.X", "/m/ask.go", [newer])).toBe("?");
  });

  test("a go.mod among them may lead elsewhere", () => {
    const module = new EditedModule(TREE);
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("*example.com/m/lib.T");
    module.change({
      "/m/go.mod": "module example.com/other\n",
      "/m/other.go": "package m\nvar other int\n",
    });
    expect(module.typeOf("lib.New()", "/m/ask.go", [LIB])).toBe("?");
    const moved = ["example.com/other/lib"];
    expect(module.typeOf("lib.New()", "/m/ask.go", moved)).toBe("*example.com/other/lib.T");
    expect(module.typeOf("other", "/m/ask.go")).toBe("int");
  });
});

describe("a project", () => {
  const cached = {
    "/m/go.mod": "module example.com/m\nrequire example.com/far v1.0.0\n",
    "/cache/example.com/far@v1.0.0/far.go": "package far\nvar X error\n",
    "/m/m.go": "package m\n",
    "/m/lib/lib.go": "package lib\n",
  };

  test.each([
    ["a file of a directory that it knows", ["/m/lib/lib.go"], true],
    ["a file of one that it does not", ["/m/far/far.go"], true],
    ["the first file of a directory", ["/m/empty/x.go"], false],
    ["the first file of one after another", ["/m/lib/lib.go", "/m/empty/x.go"], false],
  ])("can read again %s: %s %s", (_title, paths, expected) => {
    const files: Record<string, string> = { ...cached };
    const project = new Project(fileSystem(files));
    const { packages } = project.visibleTo("/m/m.go", "package m\n");
    expect(packages.packageOf("example.com/m/lib")?.name).toBe("lib");
    expect(packages.packageOf("example.com/m/empty")).toBeNull();
    for (const path of paths) files[path] = "package x\n";
    expect(project.update(paths)).toBe(expected);
  });

  test.each([
    ["the last file of a directory", ["/m/lib/lib.go"], false],
    ["one of several files", ["/m/lib/more.go"], true],
    ["a file that it does not know", ["/m/far/far.go"], true],
  ])("can read again without %s: %s %s", (_title, paths, expected) => {
    const more = expected ? { "/m/lib/more.go": "package lib\n" } : {};
    const files: Record<string, string> = { ...cached, ...more };
    const project = new Project(fileSystem(files));
    const { packages } = project.visibleTo("/m/m.go", "package m\n");
    expect(packages.packageOf("example.com/m/lib")?.name).toBe("lib");
    for (const path of paths) Reflect.deleteProperty(files, path);
    expect(project.update(paths)).toBe(expected);
  });

  test("reads its own packages again after a change, and keeps downloaded ones", () => {
    const project = new Project(fileSystem(cached));
    const read = () => {
      const { packages } = project.visibleTo("/m/m.go", "package m\n");
      return ["example.com/m/lib", "example.com/far"].map((path) => packages.packageOf(path));
    };
    const [lib, far] = read();
    expect(read()[0]).toBe(lib);
    project.update(["/m/m.go"]);
    const [libAfter, farAfter] = read();
    expect(libAfter).not.toBe(lib);
    expect(farAfter).toBe(far);
    expect(far?.values.has("X")).toBe(true);
  });
});

describe("the text at hand", () => {
  const files = { ...MOD, "/m/a.go": "package m\nvar a error\n", "/m/b.go": "package m\n" };

  test.each([
    ["as it is saved", "package m\nvar a error\n", "error"],
    ["as it is not saved", "package m\nvar a string\n", "string"],
  ])("counts, %s", (_title, text, type) => {
    const { own } = new Project(fileSystem(files)).visibleTo("/m/a.go", text);
    expect(own().values.get("a")).toMatchObject({ kind: "named", name: type });
    expect(own().complete).toBe(true);
  });

  test("may be of another package than the saved one", () => {
    const project = new Project(fileSystem(files));
    const { own } = project.visibleTo("/m/a.go", "package other\nvar c error\n");
    expect([own().name, own().values.has("c"), own().complete]).toEqual(["other", true, false]);
  });

  test("may be of a file that is not there, or of no module", () => {
    const project = new Project(fileSystem(files));
    const unsaved = project.visibleTo("/m/c.go", "package m\nvar c error\n");
    expect(["a", "c"].map((name) => unsaved.own().values.has(name))).toEqual([true, true]);
    const alone = project.visibleTo("/else/c.go", "package m\nvar c error\n");
    expect([alone.importPath, alone.own().values.has("c"), alone.own().complete]).toEqual([
      ".",
      true,
      false,
    ]);
  });

  test("of a test outside its package has a path of its own", () => {
    const project = new Project(fileSystem(files));
    const paths = ["package m\n", "package m_test\n"].map(
      (text) => project.visibleTo("/m/a_test.go", text).importPath,
    );
    expect(paths).toEqual(["example.com/m", "example.com/m_test"]);
  });
});
