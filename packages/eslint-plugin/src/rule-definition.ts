import {
  ASTUtils,
  AST_NODE_TYPES,
  type TSESLint,
  type TSESTree,
} from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

/** The parts of a call of `defineRule`. */
export interface RuleDefinition {
  readonly meta: TSESTree.ObjectExpression | null;
  readonly create: FunctionNode | null;
}

/** A listener of a rule. */
export interface Listener {
  readonly key: TSESTree.Node;
  /** The node kind or selector. */
  readonly selector: string;
  /** Null for a function that is not known, or is more than a listener. */
  readonly listen: FunctionNode | null;
}

/** Returns the parts of a rule, or null for another call than one of `defineRule`. */
export function ruleDefinitionOf(call: TSESTree.CallExpression): RuleDefinition | null {
  const { callee } = call;
  const [rule] = call.arguments;
  if (callee.type !== AST_NODE_TYPES.Identifier || callee.name !== "defineRule") return null;
  if (rule?.type !== AST_NODE_TYPES.ObjectExpression) return null;
  const meta = valueOf(rule, "meta");
  return {
    meta: meta?.type === AST_NODE_TYPES.ObjectExpression ? meta : null,
    create: asFunction(valueOf(rule, "create")),
  };
}

/** Returns the value of a property that an object literal gives by its name. */
export function valueOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | null {
  return propertiesOf(object).find(({ key }) => nameOf(key) === name)?.value ?? null;
}

/** Returns the keys that an object literal gives by their names. */
export function keysOf(object: TSESTree.ObjectExpression): TSESTree.PropertyName[] {
  return propertiesOf(object).flatMap(({ key }) => (nameOf(key) === null ? [] : [key]));
}

/** Returns true for a literal that spreads another object, which may have any property. */
export function hasSpread({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.some(({ type }) => type === AST_NODE_TYPES.SpreadElement);
}

/** Returns the listeners in the object literals that a `create` returns. */
export function listenersOf(create: FunctionNode, sourceCode: SourceCode): Listener[] {
  return returnedObjects(create)
    .flatMap(propertiesOf)
    .flatMap(({ key, value }) => {
      const selector = nameOf(key);
      const listen = asFunction(value) ?? listenerNamed(value, sourceCode);
      return selector === null ? [] : [{ key, selector, listen }];
    });
}

/** Returns the function that a name declares, if nothing but listeners uses the name. */
function listenerNamed(node: TSESTree.Node, sourceCode: SourceCode): FunctionNode | null {
  if (node.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = ASTUtils.findVariable(sourceCode.getScope(node), node.name);
  const [definition] = variable?.defs ?? [];
  if (definition?.node.type !== AST_NODE_TYPES.FunctionDeclaration) return null;
  const isListener = ({ identifier: { parent } }: { identifier: TSESTree.Node }) =>
    parent?.type === AST_NODE_TYPES.Property;
  return variable?.references.every(isListener) ? definition.node : null;
}

/** Returns the properties whose names are written. */
function propertiesOf({ properties }: TSESTree.ObjectExpression): TSESTree.Property[] {
  return properties.filter(
    (property) => property.type === AST_NODE_TYPES.Property && !property.computed,
  );
}

/** Returns the name that a key gives, or null for a number. */
export function nameOf(key: TSESTree.Node): string | null {
  if (key.type === AST_NODE_TYPES.Identifier) return key.name;
  return key.type === AST_NODE_TYPES.Literal && typeof key.value === "string"
    ? key.value
    : null;
}

function asFunction(node: TSESTree.Node | null): FunctionNode | null {
  return node?.type === AST_NODE_TYPES.FunctionExpression ||
    node?.type === AST_NODE_TYPES.ArrowFunctionExpression
    ? node
    : null;
}

function returnedObjects({ body }: FunctionNode): TSESTree.ObjectExpression[] {
  const values =
    body.type === AST_NODE_TYPES.BlockStatement
      ? body.body.map((statement) =>
          statement.type === AST_NODE_TYPES.ReturnStatement ? statement.argument : null,
        )
      : [body];
  return values.filter((value) => value?.type === AST_NODE_TYPES.ObjectExpression);
}
