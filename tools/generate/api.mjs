/**
 * The page that lists what core exports, from the declarations of its build.
 */
import { join } from "node:path";
import ts from "typescript";
import { root } from "./write.mjs";

const ENTRIES = new Map([
  ["@gopherwood/core", "index.d.ts"],
  ["@gopherwood/core/runner", "runner/index.d.ts"],
  ["@gopherwood/core/report", "report/index.d.ts"],
  ["@gopherwood/core/changes", "changes/index.d.ts"],
  ["@gopherwood/core/documents", "documents/index.d.ts"],
]);

const directory = join(root, "packages/core/dist");

/**
 * Returns the page.
 *
 * @throws {Error} If an export has no doc comment.
 */
export function generateApi() {
  const files = [...ENTRIES.values()].map((file) => join(directory, file));
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, types: [] });
  const page = ["# What core exports", "", "From the doc comments, by `npm run generate`."];
  for (const [specifier, file] of ENTRIES) {
    page.push("", `## ${specifier}`);
    for (const [folder, rows] of tablesOf(program, join(directory, file))) {
      page.push("", `### ${folder}`, "", "| export | kind | |", "| --- | --- | --- |", ...rows);
    }
  }
  return `${page.join("\n")}\n`;
}

/** Returns the rows of an entry's exports by the folder that declares them. */
function tablesOf(program, entry) {
  const checker = program.getTypeChecker();
  const tables = new Map();
  let nodeTypes = 0;
  for (const { name, symbol } of exportsOf(program.getSourceFile(entry), checker)) {
    const path = symbol.declarations[0].getSourceFile().fileName.split("/core/dist/")[1];
    if (path.endsWith(".generated.d.ts") && name.endsWith("Node")) {
      nodeTypes += 1;
      continue;
    }
    const folder = path.includes("/") ? path.split("/")[0] : "plugin";
    const sentence = firstSentence(symbol.getDocumentationComment(checker));
    if (sentence === "")
      throw new Error(`${name} of ${path} is exported without a doc comment.`);
    const parameters = parametersOf(symbol, checker);
    const kind = parameters === "" ? kindOf(symbol) : "function";
    const row = `| \`${name}${parameters}\` | ${kind} | ${sentence} |`;
    tables.set(folder, [...(tables.get(folder) ?? []), row]);
  }
  if (nodeTypes > 0) {
    const row = `| \`CallExpressionNode\` ... | type | One of ${nodeTypes} types, for the node kinds of the grammar and their groups. |`;
    tables.get("syntax").push(row);
  }
  return tables;
}

/** Returns the exports of a module that can be used: a function exported as a type cannot. */
function exportsOf(file, checker) {
  const types = new Set(
    file.statements
      .filter((statement) => ts.isExportDeclaration(statement) && statement.isTypeOnly)
      .flatMap(({ moduleSpecifier }) =>
        checker.getExportsOfModule(checker.getSymbolAtLocation(moduleSpecifier)),
      ),
  );
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(file))
    .filter((symbol) => !types.has(symbol) || symbol.flags & ts.SymbolFlags.Type)
    .map((symbol) => ({
      name: symbol.name,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }));
}

/** Returns `(node, kind)` of something that can be called, and else an empty text. */
function parametersOf(symbol, checker) {
  if (!(symbol.flags & ts.SymbolFlags.Value)) return "";
  const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
  if (!signature) return "";
  const names = signature.parameters.map((parameter) =>
    parameter.valueDeclaration.name.getText(),
  );
  return `(${names.join(", ")})`;
}

function kindOf({ flags }) {
  if (flags & ts.SymbolFlags.Class) return "class";
  return flags & ts.SymbolFlags.Type ? "type" : "value";
}

/** Returns the first sentence of a doc comment as the text of a table's cell. */
function firstSentence(parts) {
  const [paragraph] = ts.displayPartsToString(parts).split(/\n(?:\n|[-*] )/u);
  const text = paragraph.replaceAll("\n", " ").trim();
  const sentence = /^.+?\.(?= |$)/u.exec(text)?.[0] ?? text;
  return sentence.replace(/:$/u, ".").replaceAll("|", "\\|");
}
