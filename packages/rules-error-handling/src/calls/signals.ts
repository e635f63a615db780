import {
  argumentsOf,
  contains,
  enclosingFunction,
  isCallTo,
  refersTo,
  type DeclaredSymbol,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";

/**
 * Returns true for code that runs when the program gets a signal: after a receive, in the same
 * function, from a channel that `signal.Notify` sends to.
 */
export function runsOnSignal(
  node: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const around = enclosingFunction(node);
  if (around === null) return false;
  const channels = notifiedChannels(semantics, tree);
  return (
    channels.length > 0 &&
    tree
      .nodesOfKind(["unary_expression", "range_clause"], around)
      .some(
        (receive) =>
          channels.some((channel) => receivesFrom(receive, channel, semantics)) &&
          isAfter(node, receive),
      )
  );
}

/** Returns the variables that a file passes to `signal.Notify`. */
function notifiedChannels(semantics: SemanticModel, tree: SyntaxTree): DeclaredSymbol[] {
  return tree
    .nodesOfKind(["call_expression"])
    .filter((call) => isCallTo(call, "os/signal.Notify", semantics))
    .flatMap((call) => {
      const [channel] = argumentsOf(call);
      const symbol = channel?.kind === "identifier" ? semantics.resolve(channel) : null;
      return symbol === null || symbol.isUniverse ? [] : [symbol];
    });
}

function receivesFrom(receive: GoNode, channel: DeclaredSymbol, semantics: SemanticModel) {
  if (receive.kind === "range_clause") return refersTo(receive.right, channel, semantics);
  return (
    receive.kind === "unary_expression" &&
    receive.operator.text === "<-" &&
    refersTo(receive.operand, channel, semantics)
  );
}

/** Returns true for code that a receive leads to: of a `select`, that of its case. */
function isAfter(node: GoNode, receive: GoNode): boolean {
  let around = receive.parent;
  while (around && around.kind !== "communication_case" && around.kind !== "statement_list")
    around = around.parent;
  const isInCase = around?.kind !== "communication_case" || contains(around, node);
  return receive.range[1] <= node.range[0] && isInCase;
}
