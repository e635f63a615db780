import { describe, expect, test } from "@jest/globals";
import { formatType, GoSourceCode, namesOf, SyntaxTree, type GoType } from "../../src/index.ts";
import { Project } from "../../src/names/module/project.ts";
import type { FileSystem } from "../../src/source/file-system.ts";

type Files = Readonly<Record<string, string>>;

function fileSystem(files: Files, reads: string[] = []): FileSystem {
  return {
    readText(path) {
      reads.push(path);
      return files[path] ?? null;
    },
    listFiles: (directory) =>
      Object.keys(files)
        .filter((path) => path.slice(0, path.lastIndexOf("/")) === directory)
        .map((path) => path.slice(path.lastIndexOf("/") + 1))
        .sort(),
    moduleCache: "/cache",
    standardLibrary: () => ({
      sync: "package sync\ntype Mutex struct{}\nfunc (m *Mutex) Lock()",
    }),
  };
}

/** The type of the expression in the last `_ = ...` of a file, or `?` and the reason. */
function typeIn(path: string, files: Files): string {
  const text = files[path] ?? "";
  const tree = SyntaxTree.parse(text);
  const sourceCode = new GoSourceCode(tree, {}, { path, files: fileSystem(files) });
  const asked = tree.nodesOfKind(["assignment_statement"]).at(-1)?.right.namedChildren[0];
  if (!asked) throw new Error("There is no '_ = ...'.");
  return shown(namesOf(sourceCode).typeOf(asked));
}

function shown(type: GoType): string {
  if (type.kind === "unknown") return `? ${type.reason}`;
  if (type.kind === "pointer") return `*${shown(type.element)}`;
  return type.kind === "named" ? `${type.importPath}#${type.name}` : formatType(type);
}

const MOD = { "/m/go.mod": "module example.com/m\n" };
const asking = (expression: string, before = "") =>
  `package m\n${before}\nfunc ask(e *Engine) { _ = ${expression} }\n`;

const ENGINE = `package m
  import "example.com/m/client"
  type Engine struct { client *client.Client; *Base }
  type Base struct { inner client.Other }
  func (e *Engine) setup() (int, *client.Client) { return 0, nil }
  var shared = client.New()`;
const CLIENT = `package client
  type Client struct{}
  type Other struct{}
  func New() *Client { return nil }
  func (c *Client) Volume() (Volume, error) { return Volume{}, nil }
  type Volume struct{}`;
const TREE = { ...MOD, "/m/engine.go": ENGINE, "/m/client/client.go": CLIENT };

describe("what other files of the package declare", () => {
  test.each([
    ["a field", "e.client", "*example.com/m/client#Client"],
    ["a promoted field", "e.inner", "example.com/m/client#Other"],
    ["a field that there is not", "e.other", "? *m.Engine has no field or method 'other'"],
    ["a variable", "shared", "*example.com/m/client#Client"],
    ["a chain of calls", "shared.Volume", "func"],
  ])("%s", (_name, expression, type) => {
    const files = { ...TREE, "/m/ask.go": asking(expression) };
    expect(typeIn("/m/ask.go", files)).toContain(type);
  });

  test("the second of two results", () => {
    const ask = "package m\nfunc ask(e *Engine) { n, c := e.setup(); _ = n; _ = c }\n";
    expect(typeIn("/m/ask.go", { ...TREE, "/m/ask.go": ask })).toBe(
      "*example.com/m/client#Client",
    );
  });

  test("a local of the same name is another thing", () => {
    const ask = "package m\nfunc ask(shared string) { _ = shared }\n";
    expect(typeIn("/m/ask.go", { ...TREE, "/m/ask.go": ask })).toBe("#string");
  });

  test("tests are seen by tests alone", () => {
    const files = { ...TREE, "/m/x_test.go": "package m\nvar helper = Engine{}\n" };
    const ask = asking("helper");
    expect(typeIn("/m/ask_test.go", { ...files, "/m/ask_test.go": ask })).toBe(
      "example.com/m#Engine",
    );
    expect(typeIn("/m/ask.go", { ...files, "/m/ask.go": ask })).toMatch(/^\?/u);
  });

  test("a test outside the package sees what its tests inside export for it", () => {
    const files = {
      ...TREE,
      "/m/export_test.go": "package m\nvar Shared = shared\n",
      "/m/ask_test.go": 'package m_test\nimport "example.com/m"\nfunc f() { _ = m.Shared }\n',
    };
    expect(typeIn("/m/ask_test.go", files)).toBe("*example.com/m/client#Client");
    const other = { ...files, "/m/o/o.go": files["/m/ask_test.go"].replace("m_test", "o") };
    expect(typeIn("/m/o/o.go", other)).toMatch(/^\?/u);
  });
});

describe("where an import path leads", () => {
  const USE = 'package u\nimport "example.com/lib"\nfunc f() { _ = lib.New() }\n';
  const LIB = "package lib\ntype T struct{}\nfunc New() *T { return nil }\n";
  const FOUND = "*example.com/lib#T";
  const require = "module example.com/u\nrequire example.com/lib v1.2.0\n";

  test.each<[string, Files, string]>([
    ["nowhere", { "/u/go.mod": require }, "? the declarations of package"],
    [
      "a replaced module",
      { "/u/go.mod": `${require}replace example.com/lib => ./x\n`, "/u/x/lib.go": LIB },
      FOUND,
    ],
    [
      "a replaced module of another version",
      { "/u/go.mod": `${require}replace example.com/lib v1.0.0 => ./x\n`, "/u/x/lib.go": LIB },
      "? the declarations of package",
    ],
    [
      "a module that another stands for",
      {
        "/u/go.mod": `${require}replace example.com/lib => example.com/Fork v1.3.0\n`,
        "/cache/example.com/!fork@v1.3.0/lib.go": LIB,
      },
      FOUND,
    ],
    [
      "a downloaded module",
      { "/u/go.mod": require, "/cache/example.com/lib@v1.2.0/lib.go": LIB },
      FOUND,
    ],
    [
      "a downloaded module of another version",
      { "/u/go.mod": require, "/cache/example.com/lib@v1.9.0/lib.go": LIB },
      "? the declarations of package",
    ],
    [
      "a vendored module",
      {
        "/u/go.mod": require,
        "/u/vendor/modules.txt": "",
        "/u/vendor/example.com/lib/lib.go": LIB,
      },
      FOUND,
    ],
    ["no go.mod", { "/u/lib/lib.go": LIB }, "? the declarations of package"],
  ])("%s", (_name, files, type) => {
    expect(typeIn("/u/u.go", { ...files, "/u/u.go": USE })).toContain(type);
  });

  test("a module of the same workspace", () => {
    const files = {
      "/w/go.work": "use (\n\t./u\n\t./other\n)\n",
      "/w/u/go.mod": "module example.com/u\n",
      "/w/other/go.mod": "module example.com/lib\n",
      "/w/other/lib.go": LIB,
      "/w/u/u.go": USE,
    };
    expect(typeIn("/w/u/u.go", files)).toBe(FOUND);
    expect(typeIn("/w/u/u.go", { ...files, "/w/go.work": "use ./u\n" })).toMatch(/^\?/u);
  });

  test("of two modules with the same path, the one that the file is in", () => {
    const use = 'package u\nimport "example.com/m/lib"\nfunc f() { _ = lib.New() }\n';
    const files = {
      "/a/go.mod": "module example.com/m\n",
      "/a/lib/lib.go": LIB,
      "/a/u.go": use,
      "/b/go.mod": "module example.com/m\n",
      "/b/lib/lib.go": "package lib\nfunc New() error { return nil }\n",
      "/b/u.go": use,
    };
    expect(typeIn("/a/u.go", files)).toBe("*example.com/m/lib#T");
    expect(typeIn("/b/u.go", files)).toBe("#error");
  });

  test("a nested module is not the module around it", () => {
    const files = {
      "/u/go.mod": "module example.com\n",
      "/u/lib/go.mod": "module example.com/elsewhere\n",
      "/u/lib/lib.go": LIB,
      "/u/u.go": USE,
    };
    expect(typeIn("/u/u.go", files)).toMatch(/^\? the declarations/u);
    const one = { "/u/go.mod": files["/u/go.mod"], "/u/lib/lib.go": LIB, "/u/u.go": USE };
    expect(typeIn("/u/u.go", one)).toBe(FOUND);
  });

  test("a package has the name that its files say", () => {
    const files = {
      ...MOD,
      "/m/go-lib.v2/lib.go": LIB,
      "/m/u.go": 'package m\nimport "example.com/m/go-lib.v2"\nfunc f() { _ = lib.New() }\n',
    };
    expect(typeIn("/m/u.go", files)).toBe("*example.com/m/go-lib.v2#T");
  });
});

describe("dot imports", () => {
  const files = {
    ...MOD,
    "/m/own.go": "package m\ntype Own struct{}\nvar Mine Own\n",
    "/m/dot/dot.go":
      "package dot\ntype Theirs struct{}\nfunc Make() Theirs { return Theirs{} }\n",
  };
  const ask = (expression: string, ...dots: string[]) =>
    typeIn("/m/ask.go", {
      ...files,
      "/m/ask.go": `package m\n${dots.map((dot) => `import . "${dot}"\n`).join("")}func f() { _ = ${expression} }\n`,
    });

  test("a name is the own package's or the imported one's", () => {
    expect(ask("Mine", "example.com/m/dot")).toBe("example.com/m#Own");
    expect(ask("Make()", "example.com/m/dot")).toBe("example.com/m/dot#Theirs");
    expect(ask("Mine", "example.com/unread")).toBe("example.com/m#Own");
  });

  test("of two packages that were not read it may be either's", () => {
    expect(ask("Make()", "example.com/unread", "example.com/other")).toMatch(/dot import/u);
    expect(ask("Make()", "example.com/unread")).toMatch(/declarations|not declared/u);
  });
});

describe("code that is not as it should be", () => {
  test.each<[string, Files, string, string]>([
    [
      "structs that differ between builds agree on a field",
      {
        "/m/a_linux.go": "package m\ntype Engine struct { fd int; same error }\n",
        "/m/a_windows.go": "package m\ntype Engine struct { fd string; same error }\n",
      },
      "e.same",
      "#error",
    ],
    [
      "a field that differs between builds",
      {
        "/m/a_linux.go": "package m\ntype Engine struct { fd int; same error }\n",
        "/m/a_windows.go": "package m\ntype Engine struct { fd string; same error }\n",
      },
      "e.fd",
      "? 'fd' is declared differently",
    ],
    [
      "a function that differs between builds",
      {
        "/m/a.go": "package m\nfunc open() int { return 0 }\n",
        "/m/b.go": 'package m\nfunc open() string { return "" }\n',
      },
      "open()",
      "? it is declared differently",
    ],
    [
      "a function that is declared twice alike",
      {
        "/m/a.go": "package m\nfunc open() int { return 0 }\n",
        "/m/b.go": "package m\nfunc open() int { return 1 }\n",
      },
      "open()",
      "#int",
    ],
    [
      "a file of another package in the directory",
      {
        "/m/a.go": "package main\nvar engine = Engine{}\n",
      },
      "engine",
      "? 'engine' is not declared",
    ],
    [
      "a file of which a function does not parse",
      { "/m/a.go": "package m\nfunc broken() { if ( }\n}\nvar engine error\n" },
      "engine",
      "#error",
    ],
    [
      "a file that ends in the middle",
      { "/m/a.go": "package m\nfunc broken( {\n}\nvar engine error\n" },
      "engine",
      "? 'engine' is not declared",
    ],
    [
      "types that are made of each other",
      {
        "/m/a.go": "package m\ntype A B\ntype B A\nvar a A\n",
      },
      "a.x",
      "?",
    ],
    [
      "aliases of each other",
      { "/m/a.go": "package m\ntype A = B\ntype B = A\nvar a A\n" },
      "a.x",
      "?",
    ],
    [
      "a type that embeds itself",
      {
        "/m/a.go": "package m\ntype A struct { *A; x error }\nvar a A\n",
      },
      "a.y",
      "?",
    ],
    [
      "a variable by way of itself",
      { "/m/a.go": "package m\nvar a = b\nvar b = a\n" },
      "a",
      "?",
    ],
    ["a missing directory", {}, "e.client", "?"],
    [
      "an alias of a group",
      { "/m/a.go": "package m\ntype (\n\tE = error\n\tF error\n)\nvar e1 E\n" },
      "e1",
      "#error",
    ],
    [
      "a type of a group that is no alias",
      { "/m/a.go": "package m\ntype (\n\tE = error\n\tF error\n)\nvar f F\n" },
      "f",
      "example.com/m#F",
    ],
    [
      "a generic type that is no alias",
      { "/m/a.go": "package m\ntype G[T any] struct{}\nvar g G[int]\n" },
      "g",
      "example.com/m#G",
    ],
    [
      "a method of a type made of a number",
      { "/m/a.go": "package m\ntype N int64\nfunc (n N) Next() N { return n }\nvar n N\n" },
      "n.Next()",
      "example.com/m#N",
    ],
  ])("%s", (_name, files, expression, type) => {
    const all = { ...MOD, ...files, "/m/ask.go": asking(expression) };
    expect(typeIn("/m/ask.go", all)).toContain(type);
  });

  test("packages that import each other", () => {
    const files = {
      ...MOD,
      "/m/a/a.go": 'package a\nimport "example.com/m/b"\nvar X = b.Y\nvar Z error\n',
      "/m/b/b.go": 'package b\nimport "example.com/m/a"\nvar Y = a.X\nvar Z = a.Z\n',
      "/m/ask.go": 'package m\nimport "example.com/m/b"\nfunc f() { _ = b.Y }\n',
    };
    expect(typeIn("/m/ask.go", files)).toMatch(/^\?/u);
    const other = { ...files, "/m/ask.go": files["/m/ask.go"].replace("b.Y", "b.Z") };
    expect(typeIn("/m/ask.go", other)).toBe("#error");
  });

  test("Go's names that another file declares anew", () => {
    const own = "package m\nfunc max(a int) error { return nil }\ntype string struct{}\n";
    const files = { ...MOD, "/m/own.go": own };
    expect(typeIn("/m/ask.go", { ...files, "/m/ask.go": asking("max(1)") })).toBe("#error");
    const ask = "package m\nvar s string\nfunc f() { _ = s }\n";
    expect(typeIn("/m/ask.go", { ...files, "/m/ask.go": ask })).toBe("example.com/m#string");
    expect(typeIn("/m/ask.go", { ...MOD, "/m/ask.go": asking("max(1)") })).toBe("#int");
  });

  test("the standard library's packages", () => {
    const ask = 'package m\nimport "sync"\nvar mu sync.Mutex\nfunc f() { _ = mu }\n';
    expect(typeIn("/m/ask.go", { ...MOD, "/m/ask.go": ask })).toBe("sync#Mutex");
  });
});

describe("how much is read", () => {
  const text = 'package m\nimport "example.com/m/client"\nvar x = client.New()\n';
  const files = { ...TREE, "/m/x.go": text };

  test("nothing before it is asked for, and each file once", () => {
    const reads: string[] = [];
    const around = new Project(fileSystem(files, reads)).around("/m/x.go", text);
    expect(reads.filter((path) => path.endsWith(".go"))).toEqual([]);
    around.packages.packageOf("example.com/m/client");
    around.packages.packageOf("example.com/m/client");
    expect(reads.filter((path) => path.endsWith(".go"))).toEqual(["/m/client/client.go"]);
  });

  test("what does not fit is dropped and read again", () => {
    const reads: string[] = [];
    const { own, packages } = new Project(fileSystem(files, reads), 100).around(
      "/m/x.go",
      text,
    );
    expect(packages.packageOf("example.com/m/client")?.functions.has("New")).toBe(true);
    expect(own().values.has("shared")).toBe(true);
    expect(packages.packageOf("example.com/m/client")?.functions.has("New")).toBe(true);
    expect(reads.filter((path) => path === "/m/client/client.go")).toHaveLength(2);
  });
});
