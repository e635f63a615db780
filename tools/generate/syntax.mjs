/**
 * Node kinds and fields as TypeScript, from the grammar's node-types.json.
 *
 * A supertype (`_expression`) becomes a union type, a named kind an interface
 * with one property per field. An anonymous token has its text as its kind.
 */

const pascal = (kind) =>
  kind
    .split("_")
    .filter(Boolean)
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join("");

const typeName = (kind) => `${pascal(kind)}Node`;

const union = (types) => {
  const named = types.filter((type) => type.named).map((type) => typeName(type.type));
  const tokens = types.filter((type) => !type.named).map((type) => JSON.stringify(type.type));
  return [...named, ...(tokens.length > 0 ? [`Token<${tokens.join(" | ")}>`] : [])].join(" | ");
};

/** The types that do not depend on the grammar. They refer to nodes, and nodes to them. */
const NODE_TYPES = [
  "/** The properties of every node of a Go syntax tree, beside its fields. */",
  "export interface SyntaxNodeBase {",
  "  /** The node kind as in the grammar. (Not `type`: many Go nodes have a field of that name.) */",
  "  readonly kind: string;",
  "  /** Offsets into the text in UTF-16 units: `[start, end)`. */",
  "  readonly range: readonly [start: number, end: number];",
  "  readonly loc: SourceRange;",
  "  /** The text of the node as it stands in the file. */",
  "  readonly text: string;",
  "  readonly parent: GoNode | null;",
  "  /** The named children, comments included, in the order of the text. */",
  "  readonly namedChildren: readonly GoNode[];",
  "  /** True for a node that the parser inserted to recover from a syntax error. */",
  "  readonly isMissing: boolean;",
  "  /** True if there is a syntax error anywhere inside. */",
  "  readonly hasError: boolean;",
  "}",
  "",
  "/** An anonymous node, such as an operator: its kind is its text. */",
  "export interface Token<K extends string = string> extends SyntaxNodeBase {",
  "  readonly kind: K;",
  "}",
  "",
  "/** The name of a node kind; a misspelt one does not compile. */",
  "export type NodeKind = keyof NodesByKind;",
  "",
  "/** A named node of a Go syntax tree: narrow it by its `kind`. */",
  "export type GoNode = NodesByKind[NodeKind];",
];

/** The commas of a comma-separated field belong to the list, not to its members. */
const members = (field) =>
  field.multiple ? field.types.filter((type) => type.named) : field.types;

const fieldType = (field) => {
  const member = union(members(field));
  if (field.multiple) {
    return member.includes("|") ? `readonly (${member})[]` : `readonly ${member}[]`;
  }
  return field.required ? member : `${member} | null`;
};

/**
 * @param {object[]} nodeTypes The parsed node-types.json.
 * @returns {string} The text of the generated module.
 */
export function generateSyntax(nodeTypes) {
  const supertypes = nodeTypes.filter((node) => node.subtypes);
  const kinds = nodeTypes.filter((node) => node.named && !node.subtypes);
  const fields = [...new Set(kinds.flatMap((kind) => Object.keys(kind.fields ?? {})))].sort();
  const tokens = nodeTypes.filter((node) => !node.named).map((node) => node.type);
  const lists = kinds
    .map((kind) => [
      kind.type,
      Object.entries(kind.fields ?? {})
        .filter(([, field]) => field.multiple)
        .map(([name]) => name),
    ])
    .filter(([, names]) => names.length > 0);

  const out = [
    "// Generated from grammar/node-types.json by 'npm run generate'. Do not edit.",
    "",
    'import type { SourceRange } from "./position.ts";',
    "",
    ...NODE_TYPES,
    "",
    "/** Every field name of the grammar. */",
    `export const FIELD_NAMES = ${JSON.stringify(fields)} as const;`,
    "",
    "/** The numbers of the fields; a node in no field has 0. */",
    "export const FIELD = {",
    ...fields.map((field, index) => `  ${field}: ${index + 1},`),
    "} as const;",
    "",
    "/** The fields that hold a list, by node kind. */",
    "export const LIST_FIELDS: Readonly<Record<string, readonly string[]>> = {",
    ...lists.map(([kind, names]) => `  ${kind}: ${JSON.stringify(names)},`),
    "};",
    "",
    "/** Every named node kind of the grammar, error nodes included. */",
    "export const NODE_KINDS = [",
    ...[...kinds.map((kind) => kind.type), "ERROR"].map((kind) => `  ${JSON.stringify(kind)},`),
    "] as const;",
    "",
    "/** The numbers of the node kinds in `NODE_KINDS`. */",
    "export const NODE = {",
    ...[...kinds.map((kind) => kind.type), "ERROR"].map(
      (kind, index) => `  ${kind}: ${index},`,
    ),
    "} as const;",
    "",
    "/** Every anonymous node kind: the number of one is its place after all of `NODE_KINDS`. */",
    `export const TOKEN_KINDS = ${JSON.stringify(tokens)} as const;`,
    "",
    "/** The members of each supertype of the grammar, by its public name. */",
    "export const SUPERTYPES: Readonly<Record<string, readonly string[]>> = {",
    ...supertypes.map(
      (node) => `  ${node.type.slice(1)}: ${JSON.stringify(flatten(node, nodeTypes))},`,
    ),
    "};",
    "",
  ];

  for (const node of supertypes) {
    out.push(`export type ${typeName(node.type)} = ${union(node.subtypes)};`, "");
  }
  for (const kind of kinds) {
    out.push(`export interface ${typeName(kind.type)} extends SyntaxNodeBase {`);
    out.push(`  readonly kind: ${JSON.stringify(kind.type)};`);
    for (const [name, field] of Object.entries(kind.fields ?? {})) {
      out.push(`  readonly ${name}: ${fieldType(field)};`);
    }
    out.push("}", "");
  }
  out.push(
    "export interface ErrorNode extends SyntaxNodeBase {",
    '  readonly kind: "ERROR";',
    "}",
    "",
    "/** The node type of each kind. */",
    "export interface NodesByKind {",
    ...kinds.map((kind) => `  ${kind.type}: ${typeName(kind.type)};`),
    "  ERROR: ErrorNode;",
    "}",
    "",
  );
  return out.join("\n");
}

/**
 * Returns the module that lists the fields of each node kind, for the lint rules of authors.
 *
 * @param {object[]} nodeTypes The parsed node-types.json.
 */
export function generateFields(nodeTypes) {
  const kinds = nodeTypes.filter((node) => node.named && !node.subtypes);
  const entries = [...kinds, { type: "ERROR" }].map(
    ({ type, fields = {} }) => `  ${type}: ${JSON.stringify(Object.keys(fields))},`,
  );
  return [
    "// Generated from grammar/node-types.json by 'npm run generate'. Do not edit.",
    "",
    "/** The fields of each node kind of Go's grammar. */",
    "export const FIELDS: Readonly<Record<string, readonly string[]>> = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}

function flatten(node, nodeTypes) {
  return node.subtypes.flatMap((subtype) => {
    const inner = nodeTypes.find((other) => other.type === subtype.type && other.subtypes);
    return inner ? flatten(inner, nodeTypes) : [subtype.type];
  });
}
