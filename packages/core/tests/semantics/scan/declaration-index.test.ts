import { expect, test } from "@jest/globals";
import {
  SyntaxTree,
  type FunctionDeclarationNode,
  type GoNode,
  type MethodDeclarationNode,
} from "../../../src/index.ts";
import { readHeader } from "../../../src/semantics/scan/file-header.ts";
import { indexDeclarations } from "../../../src/semantics/scan/declaration-index.ts";
import { EVERYTHING, toolchainFiles } from "../../source/go-files.ts";

/** A file in lines, as the outline tells it. */
function outlined(text: string): string[] {
  const { packageName, packageAt, imports, end } = readHeader(text);
  const declarations = indexDeclarations(text, end);
  return [
    `${packageAt}: package ${packageName}`,
    ...imports.map(({ alias, path }) => `import ${String(alias)} ${path}`),
    ...declarations.flatMap(({ keyword, names, aliases, receiver, start, end, specs }) => [
      `${start}-${end}: ${keyword} (${String(receiver)}) ${names.join()} = ${aliases.join()}`,
      ...specs.map(
        (spec) => `${spec.start}-${spec.namesEnd}-${spec.end}: ${spec.names.join()}`,
      ),
    ]),
  ];
}

/** The same lines, as the parser tells them. */
function parsed(text: string): string[] {
  const tree = SyntaxTree.parse(text);
  const [clause] = tree.nodesOfKind(["package_clause"]);
  const [name] = tree.nodesOfKind(["package_identifier"], clause);
  return [
    `${clause?.range[0] ?? 0}: package ${name?.text ?? ""}`,
    ...tree
      .nodesOfKind(["import_spec"])
      .map((node) => `import ${node.name?.text ?? "null"} ${node.path.text.slice(1, -1)}`),
    ...tree.root.namedChildren.flatMap((node) => {
      switch (node.kind) {
        case "function_declaration":
          return functionLine(node, null);
        case "method_declaration":
          // The first of its types; those after are type arguments.
          return functionLine(node, tree.nodesOfKind(["type_identifier"], node.receiver)[0]);
        case "type_declaration":
        case "const_declaration":
        case "var_declaration":
          return groupLines(node);
        default:
          return [];
      }
    }),
  ];
}

function functionLine(
  { name, parameters, result, range }: FunctionDeclarationNode | MethodDeclarationNode,
  receiver: GoNode | null | undefined,
): string {
  const end = (result ?? parameters).range[1];
  return `${range[0]}-${end}: func (${receiver?.text ?? "null"}) ${name.text} = `;
}

function groupLines({ kind, range, namedChildren }: GoNode): string[] {
  const specs = namedChildren
    .flatMap((node) => (node.kind === "var_spec_list" ? node.namedChildren : node))
    .filter((node) => /_(?:spec|alias)$/u.test(node.kind));
  if (specs.length === 0) return [];
  const textOf = (names: readonly GoNode[]) => names.map(({ text }) => text).join();
  const aliases = specs.filter((spec) => spec.kind === "type_alias").flatMap(semanticsOf);
  return [
    `${range.join("-")}: ${kind.split("_")[0] ?? ""} (null) ${textOf(specs.flatMap(semanticsOf))} = ${textOf(aliases)}`,
    ...specs.map((spec) => {
      const names = semanticsOf(spec);
      const after = names.at(-1)?.range[1] ?? 0;
      return `${spec.range[0]}-${after}-${spec.range[1]}: ${textOf(names)}`;
    }),
  ];
}

function semanticsOf(spec: GoNode): readonly GoNode[] {
  if (spec.kind === "type_spec" || spec.kind === "type_alias") return [spec.name];
  if (spec.kind !== "var_spec" && spec.kind !== "const_spec") return [];
  return spec.name.filter(({ kind }) => kind === "identifier");
}

test.each([
  EVERYTHING,
  '// c\n/* d */ package /* e */ p\nimport (\n"a/b" // c\n_ `c`; . "d"\n)\nimport e "f"',
  "package p; type A int; var B, C = 1, 2; func D() {}",
  "package p\nfunc\nA() {}\nfunc /* c */ B() /* d */ {}\nfunc (t T)C() {}\nfunc(t *T[K]) D[X any]() {}",
  "package p\nfunc (T) A()\nfunc (*T) B() (a, b int)\nfunc (_ ((*T))) C() interface{ M() } { }",
  "package p\nfunc (t/* c */*/* d */T) A() struct {\n\tb int\n} {\n}\nfunc b() chan<- int",
  "package p\nvar A,\n\tB int\nvar C, D = 1, 2 // c\nconst E = 1; const F, G = 2, 3",
  "package p\ntype (\nA int; B string // c\n\tC = B\n)\nconst (D, E = iota, iota\n F, G\n)",
  "package p\ntype (A struct{}; B struct{})\nvar ( C, D int )\nvar /* c */ (E (int))",
  "package p\r\n\r\nvar (\r\n\tA = 1\r\n\tB int\r\n)\r\nfunc\tC\t()\t{}\r\n",
  "package p\ntype A[T any] struct{}\ntype B[T any] = A[T]\ntype C []int\ntype D [2]int\n",
  "package p\nvar a = 1 + // d\n\t2 /* c\n */\nvar 𝛼 = []int{\n1}\nvar b = f(\n).\n\tg\nvar é, ñ1 = `\n`, '\"'\ntype ()\n",
  // Bodies: of one line, not formatted, and with texts and comments over several lines.
  "package p\nfunc A() { a() }\nfunc B() {\n}\nfunc C() {\n\tc()\n}\nfunc D() {\n\td() }\nvar e int\n",
  "package p\nfunc A() {\n\tif a {\n}\nb()\n}\nvar c int\n",
  "package p\nfunc A() {\n\tif a {\n}\n// b\n}\nvar c int\n",
  "package p\nfunc A() {\n\ta(`\n}\nfunc B() {\n`)\n}\nvar c int\n",
  "package p\nfunc A() {\n\t/* a\n}\nfunc B() {\n*/\n}\nvar c int\n",
  "package p\nfunc A() {\n\t// ` /* b\n}\n\n// c\n\nfunc D() {\n\td()\n}\n",
  "package p\nfunc A() {\n\ta(func() {\n\t\tb()\n\t})\n}; func C() {\n\tc()\n}",
])("an outline is what the parser finds: %#", (text) => {
  expect(outlined(text)).toEqual(parsed(text));
});

test.each([
  "package p\nvar (\n\t]\n\ta int\n)\nvar b int\n",
  "package p\n)\nvar a int\n}\nvar b int\n",
  'package p\nvar a = "\nvar b int\n',
  "package p\nvar a = 'x\nvar b int\n",
  'package p\nimport "\nvar a = "c\nvar b int\n',
])("a bracket that closes nothing, or a quote, leaves the rest whole: %#", (text) => {
  const names = indexDeclarations(text, readHeader(text).end).flatMap((one) => one.names);
  expect(names).toEqual(["a", "b"]);
});

const files = toolchainFiles(300);

(files.length > 0 ? test : test.skip)("so it is in the Go toolchain's files", () => {
  expect(files.map(({ name, text }) => [name, ...outlined(text)])).toEqual(
    files.map(({ name, text }) => [name, ...parsed(text)]),
  );
});
