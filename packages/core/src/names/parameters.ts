import type {
  ParameterDeclarationNode,
  ParameterListNode,
  VariadicParameterDeclarationNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";

/** One parameter or result of a list. */
export interface Parameter {
  /** The node of its name, or null if the list has types only. */
  readonly name: GoNode | null;
  /** What writes its type. */
  readonly declaration: ParameterDeclarationNode | VariadicParameterDeclarationNode;
}

/**
 * A parameter list as Go reads it: either all parameters have names or none. The
 * parser gives up that question for the first of ten names or more (`a, b, ... any`)
 * and takes them for types; they are names of the type that follows.
 */
export function parametersOf(list: ParameterListNode): Parameter[] {
  const declarations = list.namedChildren.filter(
    (child) =>
      child.kind === "parameter_declaration" || child.kind === "variadic_parameter_declaration",
  );
  const named = declarations.map((declaration) => [declaration, namesOf(declaration)] as const);
  if (named.every(([, names]) => names.length === 0)) {
    return declarations.map((declaration) => ({ name: null, declaration }));
  }
  const parameters: Parameter[] = [];
  let waiting: GoNode[] = [];
  for (const [declaration, names] of named) {
    if (names.length === 0) {
      waiting.push(declaration.type);
      continue;
    }
    parameters.push(...[...waiting, ...names].map((name) => ({ name, declaration })));
    waiting = [];
  }
  return parameters;
}

function namesOf(declaration: Parameter["declaration"]): readonly GoNode[] {
  if (declaration.kind === "parameter_declaration") return declaration.name;
  return declaration.name ? [declaration.name] : [];
}
