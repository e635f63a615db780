import { describe, expect, test } from "@jest/globals";
import { SyntaxTree } from "../../src/index.ts";
import { applyEdits } from "../../src/fix/edits.ts";
import { importEdits } from "../../src/fix/import-edits.ts";

interface Change {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

/** The file after imports were added (`path` or `alias path`) and dropped. */
function changed(text: string, { add = [], drop = [] }: Change): string {
  const tree = SyntaxTree.parse(text);
  const wanted = add.map((words) => {
    const [path = "", alias = null] = words.split(" ").reverse();
    return { path, alias, name: "" };
  });
  const specs = tree
    .nodesOfKind(["import_spec"])
    .filter((spec) => drop.includes(spec.path.text.slice(1, -1)));
  const result = applyEdits(text, importEdits(tree, wanted, specs));
  return result;
}

const GROUPS = `package p

import (
	"context"
	"os"

	"github.com/acme/a"
	log "github.com/sirupsen/logrus"
	"k8s.io/api"
)

func f() {}
`;

describe("an import is added", () => {
  test.each([
    ["between others of its group", GROUPS, "fmt", '"context"\n\t"fmt"\n\t"os"\n'],
    ["before the first of its group", GROUPS, "bytes", 'import (\n\t"bytes"\n\t"context"\n'],
    ["after the last of its group", GROUPS, "strings", '"os"\n\t"strings"\n\n'],
    [
      "before a comment at the start, without the blank line that stands there",
      'package p\n\nimport (\n\n\t// why\n\t"go/doc"\n)\n',
      "fmt",
      'import (\n\t"fmt"\n\t// why\n\t"go/doc"\n)',
    ],
    [
      "with its alias",
      GROUPS,
      "x github.com/acme/b",
      '"github.com/acme/a"\n\tx "github.com/acme/b"\n',
    ],
    [
      "to a file without imports",
      "package p\n\nvar a = 1\n",
      "os",
      'package p\n\nimport "os"\n\nvar a',
    ],
    [
      "to one without parentheses",
      'package p\n\nimport "os" // why\n\nvar a = 1\n',
      "fmt",
      'import (\n\t"fmt"\n\t"os" // why\n)\n',
    ],
    [
      "as a group of its own",
      'package p\n\nimport (\n\t"github.com/acme/a"\n)\n',
      "os",
      'import (\n\t"os"\n\n\t"github.com/acme/a"\n)\n',
    ],
    [
      "beside cgo's",
      'package p\n\n// #include <a.h>\nimport "C"\n\nvar a = 1\n',
      "os",
      'import "C"\nimport "os"\n',
    ],
    [
      "after single ones",
      'package p\n\nimport "a"\nimport "b"\n\nvar a = 1\n',
      "os",
      'import "a"\nimport "b"\nimport "os"\n\nvar',
    ],
    [
      "after single ones, with its alias",
      'package p\n\nimport "a"\nimport "b" // why\n\nvar a = 1\n',
      "x example.org/y",
      'import "a"\nimport "b" // why\nimport x "example.org/y"\n\nvar',
    ],
    [
      "to the group of its host, though another comes first",
      'package p\n\nimport (\n\t"k8s.io/api"\n\n\t"github.com/acme/a"\n\n\t"github.com/other/a"\n)\n',
      "github.com/acme/b",
      '\t"github.com/acme/a"\n\t"github.com/acme/b"\n\n',
    ],
    [
      "to the first group that is not the standard library's, if none is its host's",
      'package p\n\nimport (\n\t"os"\n\n\t"github.com/acme/a"\n\n\t"k8s.io/api"\n)\n',
      "example.org/b",
      '\t"os"\n\n\t"example.org/b"\n\t"github.com/acme/a"\n\n',
    ],
    [
      "behind the standard library's, as a group of its own",
      'package p\n\nimport (\n\t"os"\n)\n',
      "example.org/b",
      '(\n\t"os"\n\n\t"example.org/b"\n)\n',
    ],
    [
      "to an empty pair of parentheses",
      "package p\n\nimport (\n)\n",
      "example.org/b",
      'import (\n\t"example.org/b"\n)\n',
    ],
    [
      "behind a comment of its group",
      'package p\n\nimport (\n\t// files\n\t"os"\n)\n',
      "path",
      '(\n\t// files\n\t"os"\n\t"path"\n)\n',
    ],
    [
      "beside several on a line",
      'package p\n\nimport ("os"; "fmt")\n',
      "io",
      'import ("os"; "fmt")\nimport "io"\n',
    ],
    [
      "beside one on the line of its parenthesis",
      'package p\n\nimport ("os"\n\t"fmt"\n)\n',
      "io",
      '\t"fmt"\n)\nimport "io"\n',
    ],
    [
      "beside one on the line of its last parenthesis",
      'package p\n\nimport (\n\t"os"\n\t"fmt")\n',
      "io",
      '\t"fmt")\nimport "io"\n',
    ],
    [
      "to the one with parentheses, whichever it is",
      'package p\n\nimport "os"\nimport (\n\t"fmt"\n)\n',
      "io",
      'import "os"\nimport (\n\t"fmt"\n\t"io"\n)\n',
    ],
    [
      "beside one that stands on a line of its own",
      'package p\n\nimport\n\t"os"\n\nvar a = 1\n',
      "io",
      'import\n\t"os"\nimport "io"\n\nvar',
    ],
    [
      "behind a comment before the parenthesis",
      'package p\n\nimport /* all */ (\n\t"os"\n)\n',
      "io",
      'import /* all */ (\n\t"io"\n\t"os"\n)\n',
    ],
    [
      "to a file that begins with a comment",
      "// Package p is small.\npackage p\n",
      "os",
      'small.\npackage p\n\nimport "os"\n',
    ],
    ["to a file that ends with its clause", "package p", "os", 'package p\n\nimport "os"'],
    [
      "to a file with Windows line ends",
      "package p\r\n\r\nvar a = 1\r\n",
      "os",
      'package p\n\nimport "os"\r\n\r\nvar',
    ],
  ])("%s", (_, text, path, expected) => {
    expect(changed(text, { add: [path] })).toContain(expected);
  });
});

test("imports are added together, in their order", () => {
  expect(changed(GROUPS, { add: ["fmt", "x bytes", "github.com/acme/b", "io"] })).toContain(
    'import (\n\tx "bytes"\n\t"context"\n\t"fmt"\n\t"io"\n\t"os"\n\n\t"github.com/acme/a"\n\t"github.com/acme/b"\n',
  );
  expect(changed("package p\n", { add: ["os", "x fmt"] })).toBe(
    'package p\n\nimport "os"\nimport x "fmt"\n',
  );
});

test("imports of a group of their own are added together", () => {
  const text = 'package p\n\nimport (\n\t"github.com/acme/a"\n)\n';
  expect(changed(text, { add: ["os", "io"] })).toBe(
    'package p\n\nimport (\n\t"io"\n\t"os"\n\n\t"github.com/acme/a"\n)\n',
  );
});

test("nothing is changed where nothing is added or dropped", () => {
  expect(changed(GROUPS, {})).toBe(GROUPS);
});

describe("an import is dropped", () => {
  test("and the other of its path stays", () => {
    const text = 'package p\n\nimport (\n\ta "os"\n\tb "os"\n)\n';
    const tree = SyntaxTree.parse(text);
    const [, second] = tree.nodesOfKind(["import_spec"]);
    const edits = importEdits(tree, [], second ? [second] : []);
    expect(applyEdits(text, edits)).toBe('package p\n\nimport (\n\ta "os"\n)\n');
  });

  test.each([
    ["first", "a.org/a", '(\n\t"b.org/b"\n\t"c.org/c"\n)'],
    ["second", "b.org/b", '(\n\t"a.org/a"\n\t"c.org/c"\n)'],
    ["last", "c.org/c", '(\n\t"a.org/a"\n\t"b.org/b"\n)'],
  ])("the %s of a group", (_, path, expected) => {
    const text = 'package p\n\nimport (\n\t"a.org/a"\n\t"b.org/b"\n\t"c.org/c"\n)\n';
    expect(changed(text, { drop: [path] })).toBe(`package p\n\nimport ${expected}\n`);
  });

  test("behind a blank line that stands at the start, which goes with it", () => {
    const text = 'package p\n\nimport (\n\n\t"fmt"\n\t"os"\n\n)\n';
    expect(changed(text, { drop: ["fmt"] })).toBe('package p\n\nimport (\n\t"os"\n)\n');
  });

  test("that is alone in the first group, and the blank line behind it goes", () => {
    const text = 'package p\n\nimport (\n\t"os"\n\n\t// why\n\t"a.org/a"\n)\n';
    expect(changed(text, { drop: ["os"] })).toBe(
      'package p\n\nimport (\n\t// why\n\t"a.org/a"\n)\n',
    );
  });

  test("with what stands behind it, where it stands alone", () => {
    const text = 'package p\n\nimport "os" // why\n\nvar a = 1\n';
    expect(changed(text, { drop: ["os"] })).toBe("package p\n\nvar a = 1\n");
  });

  test.each([
    ["first", "os", 'import ("fmt"; "io")'],
    ["last", "io", 'import ("os"; "fmt"; )'],
  ])("the %s of several on a line", (_, path, expected) => {
    const text = 'package p\n\nimport ("os"; "fmt"; "io")\n';
    expect(changed(text, { drop: [path] })).toBe(`package p\n\n${expected}\n`);
  });

  test("from lines with Windows ends", () => {
    const text = 'package p\r\n\r\nimport "os"\r\nimport "fmt"\r\n\r\nvar a = 1\r\n';
    expect(changed(text, { drop: ["fmt"] })).toBe(
      'package p\r\n\r\nimport "os"\r\n\r\nvar a = 1\r\n',
    );
    expect(changed(text, { drop: ["os"] })).toBe(
      'package p\r\n\r\nimport "fmt"\r\n\r\nvar a = 1\r\n',
    );
  });

  test("from two declarations, each by an edit of its own", () => {
    const text = 'package p\n\nimport "os"\n\nimport (\n\t"fmt"\n\t"io"\n)\n';
    const specs = SyntaxTree.parse(text).nodesOfKind(["import_spec"]).slice(0, 2);
    expect(importEdits(SyntaxTree.parse(text), [], specs)).toEqual([
      { range: [11, 24], text: "" },
      { range: [24, 47], text: 'import (\n\t"io"\n)' },
    ]);
  });

  test("from two declarations, and another comes", () => {
    const text = 'package p\n\nimport "os"\nimport (\n\t"fmt"\n\t"io"\n)\n';
    expect(changed(text, { add: ["b.org/b"], drop: ["os", "fmt"] })).toBe(
      'package p\n\nimport (\n\t"io"\n\n\t"b.org/b"\n)\n',
    );
  });

  test("and its group stays", () => {
    expect(changed(GROUPS, { drop: ["github.com/sirupsen/logrus"] })).toContain(
      '\t"github.com/acme/a"\n\t"k8s.io/api"\n)',
    );
  });

  test("and its group goes with it", () => {
    const text = 'package p\n\nimport (\n\t"os"\n\n\t"example.org/b"\n\n\t"k8s.io/api"\n)\n';
    expect(changed(text, { drop: ["example.org/b"] })).toBe(
      'package p\n\nimport (\n\t"os"\n\n\t"k8s.io/api"\n)\n',
    );
    expect(changed(text, { drop: ["k8s.io/api"] })).toContain('"example.org/b"\n)\n');
  });

  test.each(['import "os"', 'import (\n\t"os"\n)'])(
    "and the declaration: %j",
    (declaration) => {
      const text = `package p\n\n${declaration}\n\nvar a = 1\n`;
      expect(changed(text, { drop: ["os"] })).toBe("package p\n\nvar a = 1\n");
    },
  );

  test("of several on a line", () => {
    const text = 'package p\n\nimport ("os"; "fmt"; "io")\n';
    expect(changed(text, { drop: ["fmt"] })).toBe('package p\n\nimport ("os"; "io")\n');
  });

  test.each([
    ["fmt", 'import ("os";"fmt";"io")', 'import ("os";"io")'],
    ["fmt", 'import ("os"; "fmt" )', 'import ("os"; )'],
    ["fmt", 'import ("os"; "fmt"  ;  "io")', 'import ("os"; "io")'],
  ])("%s of several on a line, with the blanks behind it: %s", (path, before, after) => {
    expect(changed(`package p\n\n${before}\n`, { drop: [path] })).toBe(
      `package p\n\n${after}\n`,
    );
  });

  test("below another declaration, and the blank line stays", () => {
    const text = 'package p\n\nimport "os"\nimport "example.org/b"\n\nvar a = 1\n';
    expect(changed(text, { drop: ["example.org/b"] })).toBe(
      'package p\n\nimport "os"\n\nvar a = 1\n',
    );
    expect(changed(text, { drop: ["os"] })).toBe(
      'package p\n\nimport "example.org/b"\n\nvar a = 1\n',
    );
  });

  test("of several declarations, and another takes its place", () => {
    const text = 'package p\n\nimport "os"\nimport "example.org/b"\n\nvar a = 1\n';
    expect(changed(text, { add: ["log/slog"], drop: ["example.org/b"] })).toBe(
      'package p\n\nimport "os"\nimport "log/slog"\n\nvar a = 1\n',
    );
  });

  test("and another takes its place", () => {
    const text = 'package p\n\nimport "github.com/sirupsen/logrus"\n\nvar a = 1\n';
    expect(changed(text, { add: ["log/slog"], drop: ["github.com/sirupsen/logrus"] })).toBe(
      'package p\n\nimport "log/slog"\n\nvar a = 1\n',
    );
  });
});
