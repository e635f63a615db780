/**
 * Holds Gopherwood's types of what the standard library declares against go/types':
 * every exported function, variable and constant, and every field and method of every
 * exported type, promoted ones too.
 *
 *   node tools/std/compare.mjs [--list 20] [--platform linux/amd64]...
 *
 * It needs Go and a build of packages/core.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { GoSourceCode, SyntaxTree, semanticsOf } from "../../packages/core/dist/index.js";
import { disk } from "../../packages/core/dist/source/disk.node.js";

const { values: options } = parseArgs({
  options: {
    list: { type: "string", default: "20" },
    platform: { type: "string", multiple: true, default: ["linux/amd64"] },
  },
});

/** Names of Go's own that are other names of these. */
const SAME = { byte: "uint8", rune: "int32", any: "interface" };

const temporary = mkdtempSync(join(tmpdir(), "oracle-"));
const oracle = join(temporary, "oracle");
try {
  execFileSync("go", ["build", "-o", oracle, "./oracle"], { cwd: import.meta.dirname });
  for (const platform of options.platform) comparePlatform(platform);
} finally {
  rmSync(temporary, { recursive: true });
}

function comparePlatform(platform) {
  const [GOOS, GOARCH] = platform.split("/");
  const printed = execFileSync(oracle, {
    encoding: "utf8",
    env: { ...process.env, GOOS, GOARCH, CGO_ENABLED: "0" },
    maxBuffer: 2 ** 28,
  });
  const packages = printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const counts = { right: 0, wrong: 0, unknown: 0 };
  const generic = packages.reduce((sum, found) => sum + found.generic, 0);
  const wrong = [];
  const reasons = new Map();
  for (const found of packages) {
    for (const [expression, expected, type] of typesOf(found)) {
      const got = text(type);
      const reason = reasonOf(type);
      if (reason !== null) {
        counts.unknown += 1;
        const key = reason.replaceAll(/'[^']*'|"[^"]*"|^\*?\w+\.\w+/gu, "...");
        reasons.set(key, [...(reasons.get(key) ?? []), `${found.path} ${expression}`]);
      } else if (got === expected) {
        counts.right += 1;
      } else {
        counts.wrong += 1;
        wrong.push(`${found.path} ${expression}: ${got}, not ${expected}`);
      }
    }
  }
  const answered = counts.right + counts.wrong;
  console.log(
    `${platform}: ${packages.length} packages, ${answered + counts.unknown} expressions: ` +
      `precision ${percent(counts.right, answered)}, ` +
      `recall ${percent(counts.right, answered + counts.unknown)}; ` +
      `${generic} generic functions left out`,
  );
  console.log(counts);
  printSome(wrong);
  for (const [reason, expressions] of reasons) {
    console.log(`${String(expressions.length).padStart(6)} unknown: ${reason}`);
    printSome(expressions);
  }
}

function printSome(lines) {
  for (const line of lines.slice(0, Number(options.list))) console.log(`         ${line}`);
}

/** Each expression with its type as go/types has it, and ours. */
function* typesOf({ path, parameters, answers }) {
  const list = parameters.map((type, index) => `v${index} ${type}`).join(", ");
  const statements = answers.map(([expression]) => `\t_ = ${expression}\n`).join("");
  const tree = SyntaxTree.parse(
    `package p\n\nimport x "${path}"\n\nfunc f(${list}) {\n${statements}}\n`,
  );
  const names = semanticsOf(new GoSourceCode(tree, {}, { path: "/none/p.go", files: disk }));
  const assignments = tree.nodesOfKind(["assignment_statement"]);
  for (const [index, [expression, expected]] of answers.entries()) {
    const [node] = assignments[index].right.namedChildren;
    if (node.text !== expression) throw new Error(`'${node.text}' is not '${expression}'.`);
    yield [expression, expected, names.typeOf(node)];
  }
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(4)} %`;
}

/** A type as the oracle writes it: without type arguments. */
function text(type) {
  switch (type.kind) {
    case "named":
      return type.importPath === ""
        ? (SAME[type.name] ?? type.name)
        : `${type.importPath}.${type.name}`;
    case "pointer":
      return `*${text(type.element)}`;
    case "slice":
      return `[]${text(type.element)}`;
    case "array":
      return `[n]${text(type.element)}`;
    case "map":
      return `map[${text(type.key)}]${text(type.element)}`;
    case "channel":
      return `chan ${text(type.element)}`;
    case "function":
      return `func${type.results.length === 1 ? text(type.results[0]) : listOf(type.results)}`;
    case "tuple":
      return listOf(type.types);
    default:
      return type.kind;
  }
}

function listOf(types) {
  return `(${types.map(text).join(", ")})`;
}

/** Returns the reason why a part of a type is not known, or null. */
function reasonOf(type) {
  if (type.kind === "unknown") return type.reason;
  const parts = [type.element, type.key, ...(type.types ?? []), ...(type.results ?? [])];
  return parts.reduce((reason, part) => reason ?? (part ? reasonOf(part) : null), null);
}
