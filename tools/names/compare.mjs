/**
 * Holds Gopherwood's answers about names and types against go/types'.
 *
 *   go run . <module> > answers.jsonl
 *   node compare.mjs [--list 20] [--package-names] [--core <index.js>] <module> answers.jsonl
 *
 * With --package-names the names of the imported packages are given, as one who reads
 * the whole module knows them; without, they are guessed from the import paths.
 *
 * Prints confusion counts for `resolve` and `typeOf` and the first disagreements.
 */
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "string", default: "20" },
    "package-names": { type: "boolean", default: false },
    core: {
      type: "string",
      default: join(import.meta.dirname, "../../packages/core/dist/index.js"),
    },
  },
});
const [directory, answers] = positionals;
if (!directory || !answers) throw new Error("Give a module's directory and go/types' answers.");
const { GoSourceCode, SyntaxTree, namesOf } = await import(pathToFileURL(options.core).href);

const NAME_KINDS = [
  "identifier",
  "type_identifier",
  "package_identifier",
  "field_identifier",
  "label_name",
  "blank_identifier",
  "nil",
  "true",
  "false",
  "iota",
];
/** Classes of go/types' answers that are scope-resolved. */
const SCOPED = new Set(["local", "import", "elsewhere", "dot", "universe"]);

class Counts {
  #counts = new Map();
  #examples = new Map();

  add(key, example) {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (example === undefined) return;
    const examples = this.#examples.get(key) ?? [];
    if (examples.length < Number(options.list)) examples.push(example());
    this.#examples.set(key, examples);
  }

  get(key) {
    return this.#counts.get(key) ?? 0;
  }

  sum(matches) {
    return [...this.#counts].reduce((sum, [key, count]) => sum + (matches(key) ? count : 0), 0);
  }

  print() {
    const rows = [...this.#counts].sort((one, other) => other[1] - one[1]);
    for (const [key, count] of rows) {
      console.log(`${String(count).padStart(9)}  ${key}`);
      for (const example of this.#examples.get(key) ?? [])
        console.log(`             ${example}`);
    }
  }
}

const names = new Counts();
const imports = new Counts();
const types = new Counts();
const reasons = new Counts();
let files = 0;
let damaged = 0;

for await (const line of createInterface({ input: createReadStream(answers) })) {
  compareFile(JSON.parse(line));
}

const agreed = names.sum((key) => key.endsWith("agrees"));
const scoped = names.sum((key) => SCOPED.has(key.split(":")[0]) && !key.endsWith("no node"));
const scopedAgreed = names.sum(
  (key) => SCOPED.has(key.split(":")[0]) && key.endsWith("agrees"),
);
const right = types.sum((key) => key.startsWith("right"));
const wrong = types.sum((key) => key.startsWith("wrong"));
const all = types.sum((key) => !key.startsWith("no node"));
console.log(`${directory}: ${files} files, ${damaged} of them with syntax errors in our tree`);
console.log(
  `\nresolve: ${percent(scopedAgreed, scoped)} of ${scoped} scope-resolved names agree; ` +
    `${agreed} of all names agree`,
);
names.print();
console.log("\nimports without a name:");
imports.print();
console.log(
  `\ntypeOf: precision ${percent(right, right + wrong)}, recall ${percent(right, all)} ` +
    `of ${all} receivers`,
);
types.print();
console.log("\nunknown because:");
reasons.print();

function percent(part, whole) {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(4)} %`;
}

function compareFile({ path, imports: imported, names: nameAnswers, calls }) {
  const bytes = readFileSync(join(directory, path));
  const unitOf = unitsOfBytes(bytes);
  const text = bytes.toString("utf8");
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const tree = SyntaxTree.parse(text.slice(bom));
  try {
    files += 1;
    if (tree.root.hasError) damaged += 1;
    const realNames = new Map(imported);
    const nameOf = (path) => (options["package-names"] ? (realNames.get(path) ?? null) : null);
    const goNames = namesOf(new GoSourceCode(tree), { packageOf: () => null, nameOf });
    const unit = (byte) => unitOf(byte) - bom;
    const place = (offset) => {
      const before = tree.text.slice(0, offset).split("\n");
      return `${path}:${before.length}:${before.at(-1).length + 1}${tree.root.hasError ? " (damaged)" : ""}`;
    };
    compareImports(goNames, realNames, path);
    compareNames(tree, goNames, nameAnswers, unit, place);
    compareTypes(tree, goNames, calls, unit, place);
  } finally {
    tree.dispose();
  }
}

function compareImports(goNames, realNames, file) {
  for (const { path, alias, name } of goNames.imports) {
    const real = realNames.get(path);
    if (alias !== null || real === undefined) continue;
    if (real === name) imports.add("name guessed right");
    else imports.add(`name guessed wrong: ${path} is ${real}, not ${name}`, () => file);
  }
}

function compareNames(tree, goNames, nameAnswers, unit, place) {
  const nodes = new Map(tree.nodesOfKind(NAME_KINDS).map((node) => [node.range[0], node]));
  for (const [byte, text, meaning, more] of nameAnswers) {
    const offset = unit(byte);
    const node = nodes.get(offset);
    // The key of a map is an expression, but the file may not say that it is a map.
    const kind = SCOPED.has(meaning) && node && isKey(node) ? `${meaning} key` : meaning;
    if (node?.text !== text) {
      names.add(`${kind}: no node`);
      continue;
    }
    const expected =
      meaning === "local"
        ? `local ${unit(more)}`
        : meaning === "import"
          ? `import ${more}`
          : meaning === "universe"
            ? "universe"
            : "nothing";
    const got = describe(goNames.resolve(node));
    if (got === expected) names.add(`${kind}: agrees`);
    else {
      names.add(
        `${kind}: ${got.split(" ")[0]} instead of ${expected.split(" ")[0]}`,
        () => `${place(offset)} ${text}: ${got}, not ${expected}`,
      );
    }
  }
}

function isKey(node) {
  const element = node.parent?.kind === "literal_element" ? node.parent : null;
  return element?.parent?.kind === "keyed_element" && element.parent.key === element;
}

function describe(resolution) {
  if (resolution === null) return "nothing";
  if (resolution === "universe") return "universe";
  if (resolution.import) return `import ${resolution.import.path}`;
  return `local ${resolution.node.range[0]}`;
}

function compareTypes(tree, goNames, calls, unit, place) {
  const receivers = new Map();
  for (const { operand } of tree.nodesOfKind(["selector_expression"])) {
    receivers.set(operand.range.join(), operand);
  }
  for (const [start, end, ...known] of calls) {
    const operand = receivers.get([unit(start), unit(end)].join());
    if (!operand) {
      types.add("no node");
      continue;
    }
    const type = goNames.typeOf(operand);
    const accepted = [known.slice(0, 3), known.slice(3)].map(typeText);
    const got = typeText(shapeOf(type));
    if (got.startsWith("unknown")) {
      types.add(`unknown: ${ownerOf(accepted[0])}`);
      reasons.add(reasonOf(type), () => `${excerpt(operand, place)}: ${accepted[0]}`);
    } else if (accepted.includes(got)) {
      const by = got === accepted[0] ? "" : ", by the alias that is written";
      types.add(`right: ${ownerOf(accepted[0])}${by}`);
    } else {
      types.add("wrong", () => `${excerpt(operand, place)}: ${got}, not ${accepted[0]}`);
    }
  }
}

/** Why a type is unknown, without the names that make each reason one of a kind. */
function reasonOf(type) {
  if (type.kind === "pointer") return reasonOf(type.element);
  return type.reason.replaceAll(/'[^']*'/gu, "'...'").replaceAll(/"[^"]*"/gu, '"..."');
}

function excerpt(node, place) {
  return `${place(node.range[0])} ${node.text.slice(0, 60).replaceAll(/\s+/gu, " ")}`;
}

function typeText([shape, path, name]) {
  // byte and rune are other names of uint8 and int32.
  const plain = path === "" ? { byte: "uint8", rune: "int32", any: "" }[name] : undefined;
  if (path === "" && name === "any") return shape.replace("named", "interface");
  return shape.endsWith("named") ? `${shape} ${path}#${plain ?? name}` : shape;
}

function ownerOf(type) {
  if (!type.includes("#")) return type;
  if (type.includes(" .#")) return "a type of the file's package";
  if (type.includes(" #")) return "a type of Go's own";
  return type.split("#")[0].split(" ")[1].split("/")[0].includes(".")
    ? "a type of another package"
    : "a type of the standard library";
}

function shapeOf(type) {
  switch (type.kind) {
    case "named":
      return ["named", type.importPath, type.name];
    case "pointer": {
      const [shape, path, name] = shapeOf(type.element);
      return [shape.startsWith("unknown") ? shape : `*${shape}`, path, name];
    }
    default:
      return [type.kind, "", ""];
  }
}

/** From offsets in bytes to offsets in UTF-16 units. */
function unitsOfBytes(bytes) {
  if (bytes.every((byte) => byte < 128)) return (offset) => offset;
  const units = new Uint32Array(bytes.length + 1);
  let unit = 0;
  for (let offset = 0; offset < bytes.length; offset += 1) {
    units[offset] = unit;
    // A character is counted at its first byte; those of four bytes are two units.
    if ((bytes[offset] & 0xc0) !== 0x80) unit += bytes[offset] >= 0xf0 ? 2 : 1;
  }
  units[bytes.length] = unit;
  return (offset) => units[offset];
}
