/**
 * Holds Gopherwood's answers about names and types against go/types'.
 *
 *   go run . [-values] <module> > answers.jsonl
 *   node compare.mjs [--module [--no-cache]] [--package-names] [--list 20] <module> answers.jsonl
 *
 * With --module types are read across the module, its vendored packages and the module
 * cache (not with --no-cache); without, from each file alone.
 * With --package-names the names of the imported packages are given, as one who reads
 * the whole module knows them; without, they are guessed from the import paths.
 *
 * Prints confusion counts for `resolve` and `typeOf` and the first disagreements: of the
 * receivers of calls what they are called, and with -values of all expressions the types
 * with all that is in them, type arguments too.
 */
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "string", default: "20" },
    module: { type: "boolean", default: false },
    "no-cache": { type: "boolean", default: false },
    "package-names": { type: "boolean", default: false },
    core: {
      type: "string",
      default: join(import.meta.dirname, "../../packages/core/dist/index.js"),
    },
  },
});
const [directory, answers] = positionals;
if (!directory || !answers) throw new Error("Give a module's directory and go/types' answers.");
const { GoSourceCode, SyntaxTree, semanticsOf } = await import(
  pathToFileURL(options.core).href
);
const { disk } = await import(new URL("source/disk.node.js", pathToFileURL(options.core)).href);
const files = options["no-cache"] ? { ...disk, moduleCache: null } : disk;
const modulePaths = [...modulesOf(resolve(directory))];

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
const VALUE_KINDS = [
  "identifier",
  "selector_expression",
  "call_expression",
  "type_conversion_expression",
  "index_expression",
  "composite_literal",
  "slice_expression",
  "type_assertion_expression",
  "unary_expression",
  // The grammar takes values for types here.
  "qualified_type",
  "generic_type",
  "type_identifier",
  "type_instantiation_expression",
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
const values = new Counts();
const valueReasons = new Counts();
const methods = new Counts();
const reasons = new Counts();
let count = 0;
let damaged = 0;

for await (const line of createInterface({ input: createReadStream(answers) })) {
  compareFile(JSON.parse(line));
}

const agreed = names.sum((key) => key.endsWith("agrees"));
const scoped = names.sum((key) => SCOPED.has(key.split(":")[0]) && !key.endsWith("no node"));
const scopedAgreed = names.sum(
  (key) => SCOPED.has(key.split(":")[0]) && key.endsWith("agrees"),
);
console.log(`${directory}: ${count} files, ${damaged} of them with syntax errors in our tree`);
console.log(
  `\nresolve: ${percent(scopedAgreed, scoped)} of ${scoped} scope-resolved names agree; ` +
    `${agreed} of all names agree`,
);
names.print();
console.log("\nimports without a name:");
imports.print();
console.log("\ntypeOf, by where the receiver's type is declared:");
const total = types.sum((key) => !key.startsWith("no node"));
for (const owner of [
  "",
  "the tree",
  "the standard library",
  "another module",
  "Go",
  "nowhere",
]) {
  const has = (verdict) => types.sum((key) => key.startsWith(`${verdict}: ${owner}`));
  const [right, wrong, missing] = ["right", "wrong", "unknown"].map(has);
  const all = right + wrong + missing;
  console.log(
    `${(owner || "all").padEnd(21)} ${String(all).padStart(7)} ` +
      `(${percent(all, total).padStart(10)}), precision ${percent(right, right + wrong)}, ` +
      `recall ${percent(right, all)}`,
  );
}
types.print();
console.log("\nunknown because:");
reasons.print();

const valueCount = values.sum((key) => /^(?:right|wrong|unknown)$/u.test(key));
if (valueCount > 0) {
  const [right, wrong] = ["right", "wrong"].map((key) => values.get(key));
  console.log(
    `\ntypes of all expressions: precision ${percent(right, right + wrong)}, ` +
      `recall ${percent(right, valueCount)}`,
  );
  values.print();
  valueReasons.print();
}

console.log("\nmethod sets of declared types:");
methods.print();

function percent(part, whole) {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(4)} %`;
}

function compareFile({
  path,
  imports: imported,
  names: nameAnswers,
  calls,
  values: all = [],
  methods: sets = [],
}) {
  const bytes = readFileSync(join(directory, path));
  const unitOf = unitsOfBytes(bytes);
  const text = bytes.toString("utf8");
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const tree = SyntaxTree.parse(text.slice(bom));
  count += 1;
  if (tree.root.hasError) damaged += 1;
  const realNames = new Map(imported);
  const nameOf = (path) => (options["package-names"] ? (realNames.get(path) ?? null) : null);
  const place = options.module ? { path: join(resolve(directory), path), files } : {};
  const semantics = semanticsOf(new GoSourceCode(tree, {}, place), {
    packageOf: () => null,
    nameOf,
  });
  const unit = (byte) => unitOf(byte) - bom;
  const at = (offset) => {
    const before = tree.text.slice(0, offset).split("\n");
    return `${path}:${before.length}:${before.at(-1).length + 1}${tree.root.hasError ? " (damaged)" : ""}`;
  };
  compareImports(semantics, realNames, path);
  compareNames(tree, semantics, nameAnswers, unit, at);
  compareTypes(tree, semantics, calls, unit, at);
  compareValues(tree, semantics, all, unit, at);
  compareMethods(tree, semantics, sets, unit, at);
}

function compareImports(semantics, realNames, file) {
  for (const { path, alias, name } of semantics.imports) {
    const real = realNames.get(path);
    if (alias !== null || real === undefined) continue;
    if (real === name) imports.add("name guessed right");
    else imports.add(`name guessed wrong: ${path} is ${real}, not ${name}`, () => file);
  }
}

function compareNames(tree, semantics, nameAnswers, unit, place) {
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
    const got = describe(semantics.resolve(node));
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
  if (resolution.isUniverse) return "universe";
  if (resolution.import) return `import ${resolution.import.path}`;
  return `local ${resolution.node.range[0]}`;
}

function compareTypes(tree, semantics, calls, unit, place) {
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
    const type = semantics.typeOf(operand);
    const accepted = [known.slice(0, 3), known.slice(3)].map(typeText);
    const got = typeText(shapeOf(type, semantics.importPath));
    if (got.startsWith("unknown")) {
      types.add(`unknown: ${ownerOf(accepted[0])}`);
      reasons.add(
        `${ownerOf(accepted[0])}: ${reasonOf(type)}`,
        () => `${excerpt(operand, place)}: ${accepted[0]}`,
      );
    } else if (accepted.includes(got)) {
      const by = got === accepted[0] ? "" : ", by the alias that is written";
      types.add(`right: ${ownerOf(accepted[0])}${by}`);
    } else {
      types.add(
        `wrong: ${ownerOf(accepted[0])}`,
        () => `${excerpt(operand, place)}: ${got}, not ${accepted[0]}`,
      );
    }
  }
}

function compareValues(tree, semantics, answers, unit, place) {
  if (answers.length === 0) return;
  const nodes = new Map(tree.nodesOfKind(VALUE_KINDS).map((node) => [node.range.join(), node]));
  for (const [start, end, ...accepted] of answers) {
    const node = nodes.get([unit(start), unit(end)].join());
    if (!node) {
      values.add("no node", () => place(unit(start)));
      continue;
    }
    const type = semantics.typeOf(node);
    const got = fullText(type, semantics.importPath);
    const example = () => `${excerpt(node, place)}: ${got}, not ${accepted[0]}`;
    const reason = reasonIn(type);
    // A type parameter is unknown, with that as the reason.
    const known = accepted.map((text) => text.replaceAll("type parameter", "unknown"));
    if (accepted.includes(got)) values.add("right");
    else if (known.includes(got)) values.add("names a type parameter");
    else if (reason === null) values.add("wrong", example);
    else {
      values.add("unknown");
      valueReasons.add(withoutNames(reason), example);
    }
  }
}

function compareMethods(tree, semantics, answers, unit, place) {
  const nodes = new Map(
    tree.nodesOfKind(["type_identifier"]).map((node) => [node.range[0], node]),
  );
  for (const { start, value, pointer } of answers) {
    const node = nodes.get(unit(start));
    const type = node && semantics.typeNamed(node);
    if (!type) {
      methods.add("no type", () => place(unit(start)));
      continue;
    }
    const expected = [
      ...value.map((name) => [name, true]),
      ...[...pointer, "noSuchMethod"].map((name) => [name, false]),
    ];
    for (const [name, has] of expected) {
      const got = semantics.hasMethod(type, name);
      const verdict = got === null ? "unknown" : got === has ? "right" : "wrong";
      const example = () => `${place(unit(start))} ${node.text}.${name}: ${got}, not ${has}`;
      methods.add(verdict, verdict === "right" ? undefined : example);
    }
  }
}

/** A type as the oracle writes it. */
function fullText(type, own) {
  const text = (part) => fullText(part, own);
  const list = (parts) => parts.map(text).join(", ");
  switch (type.kind) {
    case "named": {
      if (type.importPath === "" && type.name === "any") return "interface";
      const path = type.importPath === own ? "." : type.importPath;
      const name = (path === "" && { byte: "uint8", rune: "int32" }[type.name]) || type.name;
      return `${path}#${name}${type.arguments ? `[${list(type.arguments)}]` : ""}`;
    }
    case "pointer":
      return `*${text(type.element)}`;
    case "slice":
      return `[]${text(type.element)}`;
    case "array":
      return `[n]${text(type.element)}`;
    case "channel":
      return `chan ${text(type.element)}`;
    case "map":
      return `map[${text(type.key)}]${text(type.element)}`;
    case "function":
      return `func(${list(type.results)})`;
    case "tuple":
      return type.types.length === 1 ? text(type.types[0]) : `(${list(type.types)})`;
    default:
      return type.kind;
  }
}

/** Returns the reason why a part of a type is unknown; null if all of it is known. */
function reasonIn(type) {
  if (type.kind === "unknown") return type.reason;
  const parts = [
    type.element,
    type.key,
    ...(type.types ?? []),
    ...(type.results ?? []),
    ...(type.arguments ?? []),
  ];
  return parts.reduce((reason, part) => reason ?? (part ? reasonIn(part) : null), null);
}

/** Returns the reason why a type is unknown, without the names that make each one of a kind. */
function reasonOf(type) {
  if (type.kind === "pointer") return reasonOf(type.element);
  return withoutNames(type.reason);
}

function withoutNames(reason) {
  return reason.replaceAll(/'[^']*'/gu, "'...'").replaceAll(/"[^"]*"/gu, '"..."');
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

/** Returns the place where a type is declared. */
function ownerOf(type) {
  if (!type.includes("#")) return "nowhere";
  const path = type.slice(type.indexOf(" ") + 1, type.lastIndexOf("#"));
  if (path === "") return "Go";
  if (path === "." || modulePaths.some((module) => `${path}/`.startsWith(`${module}/`)))
    return "the tree";
  return path.split("/")[0].includes(".") ? "another module" : "the standard library";
}

/** The paths of the modules in a tree. */
function* modulesOf(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory() && !/^(?:vendor|node_modules|testdata|\.git)$/u.test(entry.name))
      yield* modulesOf(join(directory, entry.name));
    if (entry.name !== "go.mod") continue;
    const text = readFileSync(join(directory, entry.name), "utf8");
    const path = /^module\s+"?([^\s"]+)/mu.exec(text)?.[1];
    if (path !== undefined) yield path;
  }
}

function shapeOf(type, own) {
  switch (type.kind) {
    case "named":
      return ["named", type.importPath === own ? "." : type.importPath, type.name];
    case "pointer": {
      const [shape, path, name] = shapeOf(type.element, own);
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
