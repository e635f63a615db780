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
  ])("%s", (_, text, path, expected) => {
    expect(changed(text, { add: [path] })).toContain(expected);
  });
});

describe("an import is dropped", () => {
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
