import type {
  Binding,
  CallExpressionNode,
  GoNames,
  GoNode,
  GoSourceCode,
} from "@gopherwood/core";
import { readChain, type Chain } from "./chain.ts";
import { readLevelCall, type LevelCall } from "./level-call.ts";

/** A local variable that holds a logger with fields, and all that is done with it. */
export interface StoredEntry {
  readonly variable: Binding;
  /** The expressions that the variable is set to. */
  readonly makers: readonly { readonly node: GoNode; readonly chain: Chain }[];
  /** The type of its declaration, where one is written. */
  readonly type: GoNode | null;
  readonly calls: readonly LevelCall[];
}

/**
 * Reads all uses of a stored entry, or says why it cannot be converted: it leaves its
 * function, or a use of it has no counterpart.
 */
export function readStoredEntry(
  identifier: GoNode,
  names: GoNames,
  { tree, text }: Pick<GoSourceCode, "tree" | "text">,
): StoredEntry | string {
  const variable = names.resolve(identifier);
  if (variable === null || variable === "universe") return "its logger is declared elsewhere";
  if (variable.packageLevel) return "its logger is a variable of the package";
  if (variable.kind !== "variable") return `its logger is a ${variable.kind}`;
  const declared = declarationOf(variable);
  if (typeof declared === "string") return declared;

  const makers: { node: GoNode; chain: Chain }[] = [];
  const calls: LevelCall[] = [];
  const values = declared.value ? [declared.value] : [];
  for (const node of tree.nodesOfKind(["identifier"])) {
    if (node.text !== variable.name || node === variable.node) continue;
    if (names.resolve(node) !== variable) continue;
    const use = useOf(node);
    if (use.kind === "escapes") return use.where;
    if (use.kind === "set") {
      if (isInLoopAfter(node, variable)) return "its fields grow in a loop";
      values.push(use.value);
    } else if (use.kind === "call") {
      const call = readLevelCall(use.call, names, text);
      if (typeof call === "string") return `a use of '${variable.name}': ${call}`;
      calls.push(call);
    }
  }
  for (const node of values) {
    const chain = readChain(node, names);
    if (typeof chain === "string") return chain;
    if (chain.context) return "it keeps a context";
    if (chain.variable && names.resolve(chain.variable) !== variable) {
      return `its logger comes from '${chain.variable.text}'`;
    }
    makers.push({ node, chain });
  }
  const entry = { variable, makers, type: declared.type, calls };
  if (hasKeyTwice(entry)) return "a key is there twice";
  return standInOneAnother([...makers, ...calls]) ? "its calls stand in one another" : entry;
}

function declarationOf({ declaration }: Binding) {
  if (declaration.kind === "short_var_declaration") {
    const [name, ...others] = declaration.left.namedChildren;
    const [value] = declaration.right.namedChildren;
    if (name && others.length === 0 && value) return { value, type: null };
  } else if (declaration.kind === "var_spec" && declaration.name.length === 1) {
    const [value = null] = declaration.value?.namedChildren ?? [];
    return { value, type: declaration.type };
  }
  return "its logger is declared with others";
}

type Use =
  | { readonly kind: "call"; readonly call: CallExpressionNode }
  | { readonly kind: "set"; readonly value: GoNode }
  /** The value that the variable itself is set to. */
  | { readonly kind: "source" }
  | { readonly kind: "escapes"; readonly where: string };

function useOf(identifier: GoNode): Use {
  const { parent } = identifier;
  const statement = parent?.parent;
  if (parent?.kind === "expression_list" && statement?.kind === "assignment_statement") {
    const [value, ...others] = statement.right.namedChildren;
    if (statement.left === parent && value && others.length === 0)
      return { kind: "set", value };
  }
  let top = identifier;
  while (
    top.parent?.kind === "selector_expression" &&
    top.parent.parent?.kind === "call_expression" &&
    top.parent.parent.function === top.parent
  ) {
    const call = top.parent.parent;
    if (!top.parent.field.text.startsWith("With")) return { kind: "call", call };
    top = call;
  }
  const holder = top.parent?.parent;
  if (
    top !== identifier &&
    holder?.kind === "assignment_statement" &&
    holder.right === top.parent &&
    holder.left.text === identifier.text
  ) {
    return { kind: "source" };
  }
  return { kind: "escapes", where: whereTo(identifier.text, top) };
}

/** Where a logger leaves its function, as a person says it. */
function whereTo(name: string, { parent }: GoNode): string {
  if (parent?.kind === "argument_list" && parent.parent?.kind === "call_expression") {
    return `'${name}' is passed to '${parent.parent.function.text.replace(/\s+/gu, "")}'`;
  }
  switch (parent?.parent?.kind) {
    case "return_statement":
      return `'${name}' is returned`;
    case "assignment_statement":
    case "short_var_declaration":
    case "var_spec":
      return `'${name}' is given to another variable`;
    case "keyed_element":
    case "literal_value":
      return `'${name}' is kept in a literal`;
    default:
      return `'${name}' is used for more than logging`;
  }
}

/** True if the place is in a loop that the variable's declaration is not in. */
function isInLoopAfter(node: GoNode, { declaration }: Binding): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    const [start, end] = parent.range;
    if (start <= declaration.range[0] && declaration.range[1] <= end) return false;
    if (parent.kind === "for_statement") return true;
    if (parent.kind === "func_literal" && !isCalledAtOnce(parent)) return true;
  }
  return false;
}

/** True for the closure of `func() { ... }()`, deferred or not: it runs once. */
function isCalledAtOnce(closure: GoNode): boolean {
  return closure.parent?.kind === "call_expression" && closure.parent.function === closure;
}

/** True if the edits of two of these would overlap. */
function standInOneAnother(parts: readonly { readonly node: GoNode }[]): boolean {
  const ranges = parts.map(({ node }) => node.range).toSorted((a, b) => a[0] - b[0]);
  return ranges.some(([, end], index) => (ranges[index + 1]?.[0] ?? Infinity) < end);
}

/** A later value of a key takes the place of an earlier one in logrus, and joins it in slog. */
function hasKeyTwice({ makers, calls }: StoredEntry): boolean {
  const kept = makers.flatMap(({ chain }) => chain.pairs.map(({ name }) => name));
  const own = new Set(kept);
  return (
    own.size !== kept.length ||
    calls.some(({ chain }) => chain.pairs.some(({ name }) => own.has(name)))
  );
}
