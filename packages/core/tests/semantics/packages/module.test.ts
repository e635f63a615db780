import { describe, expect, test } from "@jest/globals";
import { GoSourceCode, semanticsOf, SyntaxTree } from "../../../src/index.ts";
import { Project } from "../../../src/semantics/packages/project.ts";
import { asking, fileSystem, MOD, typeIn, type Files } from "../module-files.ts";

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
    ["a field that there is not", "e.other", "? m.Engine has no field or method 'other'"],
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

  test.each([
    ["a constant that repeats another of its group", "b", "example.com/m#ID"],
    ["a constant of the value of another", "d", "example.com/m#ID"],
    ["a variable with a comment before its type", "size", "example.com/m#ID"],
    ["a variable whose value has another type than it", "wide", "example.com/m#Wide"],
    ["a variable with a comment before its value", "text", "#string"],
  ])("%s", (_name, name, type) => {
    const values =
      "package m\ntype ID int\ntype Wide any\nconst (\n\ta ID = iota\n\tb\n\tc = 2\n\td = a + c\n)\n" +
      'var size /* of all */ ID\nvar wide Wide = size\nvar text /* a */ = "x"\n';
    const files = { ...MOD, "/m/values.go": values, "/m/ask.go": asking(name) };
    expect(typeIn("/m/ask.go", files)).toBe(type);
  });

  test.each([
    ["limit", true],
    ["own", true],
    ["changing", false],
    ["iota", false],
    ["client.New()", false],
    ["client.Max", true],
    ["shared", false],
    ["client.New", false],
    ["nil", false],
    ["unknown.Max", false],
    ["len", false],
  ])("is %s a constant: %s", (expression, expected) => {
    const files = {
      ...MOD,
      "/m/a.go": "package m\nconst limit = 1\nvar shared = 2\n",
      "/m/client/client.go": `${CLIENT}\nconst Max = 3\n`,
      "/m/ask.go": asking(
        expression,
        'import "example.com/m/client"\nconst own = 1\nvar changing = 1',
      ),
    };
    const path = "/m/ask.go";
    const tree = SyntaxTree.parse(files[path]);
    const sourceCode = new GoSourceCode(tree, {}, { path, files: fileSystem(files) });
    const asked = tree.nodesOfKind(["assignment_statement"]).at(-1)?.right.namedChildren[0];
    expect(asked && semanticsOf(sourceCode).isConstant(asked)).toBe(expected);
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

  test.each<[string, Files, string]>([
    ["of another name than its path", { "/m/lib/a.go": "package other" }, "other"],
    ["beside a program", { "/m/lib/a.go": "package main", "/m/lib/b.go": "package x" }, "x"],
    [
      "beside the documentation of a program",
      { "/m/lib/a.go": "package documentation", "/m/lib/b.go": "package x" },
      "x",
    ],
    [
      "with a test outside of it",
      { "/m/lib/a_test.go": "package a", "/m/lib/b.go": "package x" },
      "x",
    ],
    [
      "of programs alone",
      { "/m/lib/a.go": "package main", "/m/lib/b.go": "package main" },
      "-",
    ],
  ])("a package %s", (_name, lib, name) => {
    const use = 'package m\nimport "example.com/m/lib"\nfunc f() { _ = ' + name + ".New() }\n";
    const files = { ...MOD, ...lib, "/m/u.go": use };
    const [last = ""] = Object.keys(lib).slice(-1);
    const declared = { [last]: `${lib[last]}\nfunc New() error { return nil }\n` };
    const type = typeIn("/m/u.go", { ...files, ...declared });
    expect(type).toMatch(name === "-" ? /^\?/u : /^#error$/u);
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

  describe("one of Go's own types, declared anew", () => {
    const declaration = "type any struct{}\n";
    const lib = "package lib\nfunc New() *any { return nil }\n";
    const vendoring = {
      "/u/go.mod": require,
      "/u/vendor/modules.txt": "",
      "/u/u.go": USE,
    };
    const vendored = "/u/vendor/example.com/lib/lib.go";

    test("by the file of a library that uses it", () => {
      expect(typeIn("/u/u.go", { ...vendoring, [vendored]: lib + declaration })).toBe(
        "*example.com/lib#any",
      );
    });

    test("by no one", () => {
      expect(typeIn("/u/u.go", { ...vendoring, [vendored]: lib })).toBe("*#any");
    });

    test("by any file of a package in the tree", () => {
      const files = {
        "/u/go.mod": "module example.com\n",
        "/u/lib/lib.go": lib,
        "/u/lib/any.go": `package lib\n${declaration}`,
        "/u/u.go": USE,
      };
      expect(typeIn("/u/u.go", files)).toBe("*example.com/lib#any");
    });
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

test.each([
  ["New", true],
  ["Client", true],
  ["Volume", true],
  ["Run", false],
])("another package declares %s: %s", (name, expected) => {
  const sourceCode = new GoSourceCode(
    SyntaxTree.parse(ENGINE),
    {},
    { path: "/m/engine.go", files: fileSystem(TREE) },
  );
  expect(semanticsOf(sourceCode).packageDeclares("example.com/m/client", name)).toBe(expected);
  expect(semanticsOf(sourceCode).packageDeclares("example.com/m/none", name)).toBeNull();
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

describe("how much is read", () => {
  const text = 'package m\nimport "example.com/m/client"\nvar x = client.New()\n';
  const files = { ...TREE, "/m/x.go": text };

  test("nothing before the first question, and each file once", () => {
    const reads: string[] = [];
    const around = new Project(fileSystem(files, reads)).visibleTo("/m/x.go", text);
    expect(reads.filter((path) => path.endsWith(".go"))).toEqual([]);
    around.packages.packageOf("example.com/m/client");
    around.packages.packageOf("example.com/m/client");
    expect(reads.filter((path) => path.endsWith(".go"))).toEqual(["/m/client/client.go"]);
  });

  describe("of a library, files up to the one that says it", () => {
    const library = {
      "/u/go.mod": "module example.com/u\nrequire example.com/lib v1.2.0\n",
      "/cache/example.com/lib@v1.2.0/lib.go":
        "package lib\ntype T struct { Field error; Opener }\ntype Opener interface { Open() }\n",
      "/cache/example.com/lib@v1.2.0/methods.go": "package lib\nfunc (t *T) Close() {}\n",
      "/cache/example.com/lib@v1.2.0/zz_generated.go": "package lib\nfunc (t *T) Copy() {}\n",
    };

    test.each([
      ["a field", "t.Field", "#error", ["lib"]],
      ["a method of an interface", "lib.Opener(t).Open", "func", ["lib"]],
      ["a method", "t.Close", "func", ["lib", "methods"]],
      ["a method in a generated file", "t.Copy", "func", ["lib", "methods", "zz_generated"]],
      ["what is promoted", "t.Open", "func", ["lib", "methods", "zz_generated"]],
      ["what is not there", "t.open", "?", ["lib", "methods", "zz_generated"]],
    ])("%s", (_name, expression, type, expected) => {
      const reads: string[] = [];
      const text = `package u\nimport "example.com/lib"\nfunc f(t lib.T) { _ = ${expression} }\n`;
      expect(typeIn("/u/u.go", { ...library, "/u/u.go": text }, reads)).toContain(type);
      expect(reads.flatMap((path) => /@v1\.2\.0\/(\w+)\.go$/u.exec(path)?.[1] ?? [])).toEqual(
        expected,
      );
    });
  });

  test("a directory that was not used for long is dropped, and read again", () => {
    const reads: string[] = [];
    const { own, packages } = new Project(fileSystem(files, reads), 2_000).visibleTo(
      "/m/x.go",
      text,
    );
    expect(packages.packageOf("example.com/m/client")?.functions.has("New")).toBe(true);
    expect(own().values.has("shared")).toBe(true);
    expect(packages.packageOf("example.com/m/client")?.functions.has("New")).toBe(true);
    expect(reads.filter((path) => path === "/m/client/client.go")).toHaveLength(2);
  });
});
