import { childrenOf, SyntaxTree, type GoNode } from "@gopherwood/core";
import { formatLikelihood } from "./code-format.ts";
import { combined, lowest, type Likelihood } from "./likelihood.ts";
import { statementLikelihood } from "./statement-likelihood.ts";

/** Go that is neither statement nor declaration by itself, but a part of a list. */
interface Fragment {
  /** A pattern for the last line of such a fragment; of a clause it is the first. */
  readonly line: RegExp;
  /** True for the clauses of a statement, which have statements in them. */
  readonly isClause?: true;
  /** The text that makes a declaration of it. */
  readonly around: readonly [before: string, after: string];
  /** @param siblings The parts that are not turned off. */
  readonly likelihoodOf: (part: GoNode, siblings: readonly GoNode[]) => Likelihood;
}

const ELEMENTS = {
  line: /[\w\]})"'`],\s*(?:\/\/.*)?$/u,
  likelihoodOf: elementLikelihood,
};
const SPECS = { line: /\w\s*=\s*\S/u, likelihoodOf: specLikelihood };
const CLAUSES = {
  line: /^\s*(?:case\s.*|default):\s*(?:\/\/.*)?$/u,
  isClause: true as const,
  likelihoodOf: clauseLikelihood,
};

/**
 * A field of a struct: after its names one word is its type, unless that is a longer one or has
 * type arguments. Most lines of prose are longer.
 */
const FIELD_LINE =
  /^\s*[A-Z]\w*(?:, [A-Z]\w*)* (?:(?:func\(|(?:<-)?chan\b|struct\b|interface\b|\S*\[).*|\S+\s*(?:`.*)?(?:\/[/*].*)?)$/u;

/** The fragments by the kinds of the nodes that they are parts of. */
const FRAGMENTS: ReadonlyMap<string, Fragment> = new Map<string, Fragment>([
  ["literal_value", { ...ELEMENTS, around: ["var _ = T{", "}"] }],
  ["argument_list", { ...ELEMENTS, around: ["var _ = f(", ")"] }],
  ["const_declaration", { ...SPECS, around: ["const (", ")"] }],
  ["var_spec_list", { ...SPECS, around: ["var (", ")"] }],
  [
    "import_spec_list",
    {
      line: /^\s*(?:[\w.]+\s+)?"[^"\s]+"\s*$/u,
      around: ["import (", ")"],
      likelihoodOf: () => "certain",
    },
  ],
  [
    "field_declaration_list",
    {
      line: FIELD_LINE,
      around: ["type _ struct {", "}"],
      likelihoodOf: fieldLikelihood,
    },
  ],
  [
    "interface_type",
    {
      line: /^\s*[A-Z]\w*\((?:\w+ \S.*)?\)(?: (?:error|bool|string|int|\(.*\)|[*[]\S+))?$/u,
      around: ["type _ interface {", "}"],
      likelihoodOf: ({ kind }) => (kind === "method_elem" ? "possible" : null),
    },
  ],
  ["expression_switch_statement", { ...CLAUSES, around: ["func _() { switch {", "} }"] }],
  ["type_switch_statement", { ...CLAUSES, around: ["func _() { switch x.(type) {", "} }"] }],
  ["select_statement", { ...CLAUSES, around: ["func _() { select {", "} }"] }],
]);

const PREFIX = "package p\n";

const ELEMENT = /^(?:keyed|literal)_element$/u;

const VALUE = /^(?:call_expression|composite_literal|func_literal|literal_value)$/u;

const PREDECLARED =
  /^(?:any|bool|byte|error|float(?:32|64)|u?int(?:8|16|32|64)?|rune|string)$/u;

/** A line that one of the fragments may have. */
const ANY_LINE = new RegExp(
  [...new Set([...FRAGMENTS.values()].map(({ line }) => `(?:${line.source})`))].join("|"),
  "u",
);

/** Returns true if lines are elements, specs or clauses in some list. */
export function mayBeFragment(lines: readonly string[]): boolean {
  // Most comments are prose, of which no line is one of them.
  if (!ANY_LINE.test(lines[0] ?? "") && !ANY_LINE.test(lastOf(lines))) return false;
  return [...FRAGMENTS].some(([kind, fragment]) => judge(lines, kind, fragment, []) !== null);
}

/** Returns true for a list of parts that are no statements, and have none. */
export function isPartList({ kind }: GoNode): boolean {
  const fragment = FRAGMENTS.get(kind);
  return fragment !== undefined && !fragment.isClause;
}

/** Returns how likely lines are parts of a list, whose other parts are its children. */
export function fragmentLikelihood(lines: readonly string[], list: GoNode): Likelihood {
  const fragment = FRAGMENTS.get(list.kind);
  return fragment ? judge(lines, list.kind, fragment, childrenOf(list)) : null;
}

function judge(
  lines: readonly string[],
  kind: string,
  { line, isClause, around: [before, after], likelihoodOf }: Fragment,
  siblings: readonly GoNode[],
): Likelihood {
  const tested = isClause ? (lines[0] ?? "") : lastOf(lines);
  if (!line.test(tested)) return null;
  const text = `${PREFIX}${before}\n${lines.join("\n")}\n${after}\n`;
  const tree = SyntaxTree.parseValid(text);
  const list = tree && firstOfKind(tree.root, kind);
  // In front of the first part a list may have a subject: `x.(type)`.
  const start = PREFIX.length + before.length;
  const parts = list ? childrenOf(list).filter(({ range }) => range[0] > start) : [];
  return combined(
    parts.map((part) => lowest(likelihoodOf(part, siblings), formatLikelihood(part))),
  );
}

/** Returns the last line that is not empty. */
function lastOf(lines: readonly string[]): string {
  return lines.findLast((line) => line !== "") ?? "";
}

function firstOfKind(node: GoNode, kind: string): GoNode | null {
  if (node.kind === kind) return node;
  for (const child of node.namedChildren) {
    const found = firstOfKind(child, kind);
    if (found) return found;
  }
  return null;
}

/** Elements with and without keys do not stand side by side: `"/dev/null",` says what they are. */
function elementLikelihood(part: GoNode, siblings: readonly GoNode[]): Likelihood {
  const elements = siblings.filter(({ kind }) => ELEMENT.test(kind));
  const isOfList = elements.length === 0 || elements.some(({ kind }) => kind === part.kind);
  return lowest(valueLikelihood(part), isOfList ? "certain" : "possible");
}

/** A legend has names alone: `{name, want},`. */
function valueLikelihood(part: GoNode): Likelihood {
  const [element, value] = part.kind === "keyed_element" ? part.namedChildren : [null, part];
  const node = value?.kind === "literal_element" ? value.namedChildren[0] : value;
  if (!node || node.kind === "identifier") return null;
  if (element) return "certain";
  if (node.kind.endsWith("string_literal")) return "certain";
  return VALUE.test(node.kind) && /["'`\d:&(]/u.test(node.text) ? "certain" : "possible";
}

/** Prose in the form of a field has a word for a type: `Optional name`. */
function fieldLikelihood(part: GoNode): Likelihood {
  if (part.kind !== "field_declaration" || part.name.length === 0) return null;
  if (part.tag) return "certain";
  const { kind, text } = part.type;
  return kind !== "type_identifier" || PREDECLARED.test(text) ? "possible" : null;
}

/** Prose in the form of a spec has no type of the group: `max size = 10`. */
function specLikelihood(part: GoNode, siblings: readonly GoNode[]): Likelihood {
  const typeOf = (spec: GoNode) =>
    spec.kind === "const_spec" || spec.kind === "var_spec" ? spec.type?.text : undefined;
  const type = typeOf(part);
  const isOfGroup = type !== undefined && siblings.some((spec) => typeOf(spec) === type);
  return isOfGroup ? "certain" : "possible";
}

function clauseLikelihood(part: GoNode): Likelihood {
  if (!part.kind.endsWith("_case")) return null;
  const list = part.namedChildren.find(({ kind }) => kind === "statement_list");
  const statements = list ? childrenOf(list) : [];
  if (statements.length === 0) return "possible";
  const isGo = combined(statements.map(statementLikelihood)) !== null;
  if (!isGo) return null;
  return part.text.trim().includes("\n") ? "certain" : "possible";
}
