import { expect, test } from "@jest/globals";
import { Project } from "./project.ts";

const GO = `package p

import "net/http"

type fetcher struct{ client *http.Client }

func (f fetcher) get(url string) int {
	resp, err := f.client.Get(url)
	return len("a\\tb") + other.Size
}
`;

async function ast(place: string, text = GO): Promise<string[]> {
  using project = new Project({ "a.go": text }, { config: null });
  const { code, stdout, stderr } = await project.run(["ast", place]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
}

test("a line: fields, what names mean, types", async () => {
  expect(await ast("a.go:8")).toEqual([
    "source_file  1:1",
    "  method_declaration  7:1",
    "    body: block  7:38",
    "      statement_list  8:2",
    "        short_var_declaration  8:2",
    "          left: expression_list  8:2",
    "            identifier `resp`  8:2  declared here: variable  type: *net/http.Response",
    "            identifier `err`  8:8  declared here: variable  type: error",
    "          right: expression_list  8:15",
    "            call_expression  8:15  type: (*net/http.Response, error)",
    "              function: selector_expression  8:15  type: func",
    "                operand: selector_expression  8:15  type: *net/http.Client",
    "                  operand: identifier `f`  8:15  receiver of 7:7  type: fetcher",
    "                  field: field_identifier `client`  8:17  member of fetcher",
    "                field: field_identifier `Get`  8:24  member of net/http.Client",
    "              arguments: argument_list  8:27",
    "                identifier `url`  8:28  parameter of 7:22  type: string",
  ]);
});

test("a place: the nodes around it, down to tokens", async () => {
  expect((await ast("a.go:9:21")).map((line) => line.trim())).toEqual([
    "source_file  1:1",
    "method_declaration  7:1",
    "body: block  7:38",
    "statement_list  8:2",
    "return_statement  9:2",
    "expression_list  9:9",
    "binary_expression  9:9  type: int",
    "operator: +  9:21",
  ]);
});

test("the whole file, with why a type is not known, and packages", async () => {
  const lines = (await ast("a.go")).map((line) => line.trim());
  expect(lines).toContain('package: package_identifier `http`  5:30  import "net/http" of 3:8');
  expect(lines).toContain(
    "function: identifier `len`  9:9  of the universe  type: not known: 'len' is a built-in function",
  );
  expect(lines).toContain(
    'name: type_identifier `Client`  5:35  declared by package "net/http"  type: net/http.Client',
  );
});

test("long texts are cut, and of several lines the first is shown", async () => {
  const [fits, long] = ["x".repeat(60), "x".repeat(61)];
  const text = `package p\n\n// ${"x".repeat(57)}\n// ${"x".repeat(58)}\nvar a, b, c = "${fits}", "${long}", \`1\n2\`\n`;
  const lines = (await ast("a.go", text)).map((line) => line.trim());
  expect(lines.filter((line) => /^comment|content/u.test(line))).toEqual([
    `comment \`// ${"x".repeat(57)}\`  3:1`,
    `comment \`// ${"x".repeat(57)}...\`  4:1`,
    `interpreted_string_literal_content \`${fits}\`  5:16`,
    `interpreted_string_literal_content \`${fits}...\`  5:80`,
    "raw_string_literal_content `1...`  5:145",
  ]);
});

test("a line after the indentation, an empty one, and the end of a line", async () => {
  const text = "package p\n\nfunc f() {\n\t\ta()\n\n\tb()\n}\n";
  const leaves = async (place: string) =>
    (await ast(place, text)).map((line) => line.trim()).filter((line) => line.includes("`"));
  expect(await leaves("a.go:4")).toEqual([
    expect.stringContaining("identifier `a`  4:3"),
    "arguments: argument_list `()`  4:4",
  ]);
  expect(await leaves("a.go:5")).toEqual([]);
  expect(await leaves("a.go:6:2")).toEqual([expect.stringContaining("identifier `b`  6:2")]);
  expect(await leaves("a.go:6:3")).toEqual(["arguments: argument_list `()`  6:3"]);
  expect((await ast("a.go:6:5", text)).length).toBeGreaterThan(0);
});

test("syntax errors, and texts that a terminal would obey", async () => {
  const lines = await ast("a.go", 'package p\n\nfunc f( {\n\tx := "\u001b[2J"\n}\n');
  expect(lines.join("\n")).toMatch(/ERROR|MISSING/u);
  expect(lines.join("\n")).not.toContain("\u001b");
});

test.each([
  [[], "It takes one file"],
  [["a.go", "b.go"], "It takes one file"],
  [["nope.go"], "nope.go cannot be read: "],
  [["a.go:99"], "a.go has 11 lines, and no line 99."],
  [["a.go:0"], "no line 0"],
  [["a.go:3:99"], "Line 3 of a.go has 17 characters, and no column 99."],
  [["a.go:3:19"], "Line 3 of a.go has 17 characters, and no column 19."],
  [["a.go:3:0"], "Line 3 of a.go has 17 characters, and no column 0."],
])("%j: exit code 2 and why", async (args, message) => {
  using project = new Project({ "a.go": GO }, { config: null });
  const outcome = await project.run(["ast", ...args]);
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
  expect(outcome.stderr).toContain(message);
});

test("--help", async () => {
  using project = new Project({}, { config: null });
  for (const flag of ["--help", "-h"]) {
    expect(await project.run(["ast", flag])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Usage: gopherwood ast <file>/u),
      stderr: "",
    });
  }
});
