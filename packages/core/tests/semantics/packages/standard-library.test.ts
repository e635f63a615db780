import { describe, expect, test } from "@jest/globals";
import {
  formatType,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  type GoType,
} from "../../../src/index.ts";
import { parseStubs } from "../../../src/semantics/packages/stub-source.ts";
import { standardLibrary } from "../../../src/semantics/packages/standard-library.ts";
import { disk } from "../../../src/source/disk.node.ts";
import type { FileSystem } from "../../../src/source/file-system.ts";
import { itemAt } from "../marked-source.ts";

/** A disk with one package of one file, and the standard library's data. */
function diskOf(text: string): FileSystem {
  return {
    ...disk,
    readText: (path) => (path === "/tree/p.go" ? text : null),
    listFiles: (directory) => (directory === "/tree" ? ["p.go"] : []),
    moduleCache: null,
  };
}

/** The type of the value that is assigned in the last line of a function's body. */
function typeOfLast(imports: readonly string[], body: string, rest = ""): GoType {
  const specs = imports.map((path) => `import ${path}\n`).join("");
  const text = `package p\n${specs}${rest}\nfunc f(req *http.Request, t time.Time) {\n${body}\n}\n`;
  const tree = SyntaxTree.parse(text);
  expect(tree.root.hasError).toBe(false);
  const sourceCode = new GoSourceCode(tree, {}, { path: "/tree/p.go", files: diskOf(text) });
  const last = itemAt(tree.nodesOfKind(["assignment_statement"]), -1);
  return semanticsOf(sourceCode).typeOf(itemAt(last.right.namedChildren, 0));
}

function say(type: GoType): string {
  return type.kind === "unknown" ? `unknown: ${type.reason}` : formatType(type);
}

/** Imports, statements, and the type of what the last one assigns. */
const CASES: Readonly<Record<string, readonly [string[], string, string]>> = {
  "a function of two results": [['"os"'], '_ = os.Open("x")', "(*os.File, error)"],
  "the first of two results": [['"os"'], "x, _ := os.Open(n)\n_ = x", "*os.File"],
  "a function without results": [['"os"'], "_ = os.Clearenv()", "()"],
  "a variable": [['"net/http"'], "_ = http.DefaultClient", "*http.Client"],
  "a typed constant": [['"time"'], "_ = 2 * time.Second", "time.Duration"],
  "a constant without a type": [['"math"'], "_ = math.Pi", "float64"],
  "a method of a defined number": [['"time"'], "_ = time.Second.Seconds()", "float64"],
  "a method": [['"net/http"'], "_ = req.Context()", "context.Context"],
  "methods of results": [['"time"'], "_ = time.Now().Sub(t)", "time.Duration"],
  "a field of a field": [['"net/http"'], "_ = req.URL.User", "*url.Userinfo"],
  "an element of a defined map": [['"net/http"'], '_ = req.Header["x"]', "[]string"],
  "a promoted method": [
    ['"bufio"'],
    "var b bufio.ReadWriter\n_ = b.ReadString(1)",
    "(string, error)",
  ],
  "a method that is promoted from two": [
    ['"bufio"'],
    "var b bufio.ReadWriter\n_ = b.Size()",
    "unknown: 'Size' is ambiguous in bufio.ReadWriter",
  ],
  "a method of an embedded interface": [
    ['"io"'],
    "var b io.ReadWriter\n_ = b.Read(nil)",
    "(int, error)",
  ],
  "a method of an interface embedded in another package": [
    ['"net/http"'],
    "var b http.File\n_ = b.Close()",
    "error",
  ],
  "a method promoted from a type that is not exported": [
    ['"testing"'],
    "var b *testing.B\n_ = b.TempDir()",
    "string",
  ],
  "a variable of a type that is not exported": [
    ['"encoding/binary"'],
    "_ = binary.LittleEndian.Uint16(nil)",
    "uint16",
  ],
  "a function type": [
    ['"context"'],
    "_, cancel := context.WithCancel(c)\n_ = cancel",
    "context.CancelFunc",
  ],
  "a conversion": [['"time"'], "_ = time.Duration(1)", "time.Duration"],
  "a literal": [['"net/http"'], "_ = &http.Client{}", "*http.Client"],
  "an import by another name": [['h "net/http"'], "_ = h.DefaultClient", "*http.Client"],
  "a package whose name is not the path's end": [
    ['"math/rand/v2"'],
    "_ = rand.N(t)\n_ = rand.NewPCG(1, 2)",
    "*v2.PCG",
  ],
  "the older package of that name": [['"math/rand"'], "_ = rand.New(s)", "*rand.Rand"],
  "what only the newer one has": [
    ['"math/rand"'],
    "_ = rand.NewPCG(1, 2)",
    `unknown: package "math/rand" declares no 'NewPCG' that was read`,
  ],
  "unsafe, which has no source": [['"unsafe"'], "_ = unsafe.Pointer(p)", "unsafe.Pointer"],
  "the size of a value": [['"unsafe"'], "_ = unsafe.Sizeof(p)", "uintptr"],
  "what C declares is not known": [
    ['"C"'],
    "_ = C.getpid()",
    'unknown: the declarations of package "C" were not read',
  ],
  "a local that shadows a package": [['"os"'], "os := t\n_ = os.Open", "unknown"],
  "what is not exported": [
    ['"os"'],
    "_ = os.lstat()",
    `unknown: package "os" declares no 'lstat' that was read`,
  ],
};

describe("the standard library", () => {
  test.each(Object.entries(CASES))("%s", (_title, [imports, body, expected]) => {
    const others = ['"net/http"', '"time"'].filter((path) => !imports.includes(path));
    const said = say(typeOfLast([...imports, ...others], body));
    if (expected === "unknown") expect(said).toMatch(/^unknown/u);
    else expect(said).toBe(expected);
  });

  test("an alias is what it stands for", () => {
    const dirEntry = { kind: "named", importPath: "io/fs", name: "DirEntry" };
    expect(typeOfLast(['"os"'], "x, _ := os.ReadDir(n)\n_ = x")).toEqual({
      kind: "slice",
      element: dirEntry,
    });
    expect(typeOfLast(['"os"'], "var x os.DirEntry\n_ = x")).toEqual(dirEntry);
  });

  test("a parameter that shadows a package has its own type", () => {
    const type = typeOfLast(
      ['"os"'],
      "_ = func(os own) {\n_ = os.Open()\n}",
      "type own struct{}\nfunc (own) Open() own { return own{} }",
    );
    expect(formatType(type)).toBe("own");
  });

  test("a type of the same name is another type", () => {
    const declared =
      "type Mutex struct{}\nfunc (Mutex) TryLock() own { return 0 }\ntype own int";
    const ours = typeOfLast(['"sync"'], "var m Mutex\n_ = m.TryLock()", declared);
    expect(formatType(ours)).toBe("own");
    const theirs = typeOfLast(['"sync"'], "var m sync.Mutex\n_ = m.TryLock()", declared);
    expect(formatType(theirs)).toBe("bool");
  });

  test("a struct's own method hides what a type of the library promotes", () => {
    const declared =
      "type own struct{ sync.Mutex }\nfunc (own) TryLock() error { return nil }\ntype bare struct{ sync.Mutex }";
    const hidden = typeOfLast(['"sync"'], "var m own\n_ = m.TryLock()", declared);
    expect(formatType(hidden)).toBe("error");
    const promoted = typeOfLast(['"sync"'], "var m bare\n_ = m.TryLock()", declared);
    expect(formatType(promoted)).toBe("bool");
  });
});

describe("standardLibrary", () => {
  const texts = {
    fmt: "package fmt\nfunc Sprint()string",
    "math/rand/v2": "package rand",
  };

  test("loads once, and only for what may be of the standard library", () => {
    let loads = 0;
    const library = standardLibrary(() => {
      loads += 1;
      return texts;
    });
    expect(library.packageOf("example.com/fmt")).toBeNull();
    expect(library.nameOf("./fmt")).toBeNull();
    expect(loads).toBe(0);
    expect(library.packageOf("fmt")).toBe(library.packageOf("fmt"));
    expect(library.nameOf("math/rand/v2")).toBe("rand");
    expect(library.packageOf("constructor")).toBeNull();
    expect(loads).toBe(1);
  });

  test("is one for all who load it alike", () => {
    const load = () => texts;
    expect(standardLibrary(load)).toBe(standardLibrary(load));
    expect(standardLibrary(load)).not.toBe(standardLibrary(() => texts));
  });

  test("every package's text is read without an error", () => {
    const data = disk.standardLibrary();
    const library = parseStubs(data);
    expect(Object.keys(data).length).toBeGreaterThan(150);
    const broken = Object.entries(data).filter(([path, text]) => {
      const tree = SyntaxTree.parse(`${text}\n`);
      const { hasError } = tree.root;
      return hasError || !library.nameOf(path);
    });
    expect(broken.map(([path]) => path)).toEqual([]);
  });
});
