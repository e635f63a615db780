import {
  calledName,
  calleeOf,
  CalleePatterns,
  contains,
  controlFlowGraphOf,
  defineRule,
  enclosingFunction,
  lineOfExit,
  NAME_PATTERNS,
  statementsOf,
  type CallExpressionNode,
  type FunctionNode,
  type GoNode,
} from "@gopherwood/core";
import { FUNCTION_SHAPE, FunctionShape } from "../options/function-shape.ts";
import { judge, restrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";

const { files, exempt } = SCOPE;

/** The calls that a requirement asks for, and those that may come before them. */
interface CallTests {
  readonly isWanted: (node: GoNode) => boolean;
  readonly mayPrecede: (node: GoNode) => boolean;
}

/** The state of a call that is required of a function. */
type State =
  | { readonly kind: "present" }
  | { readonly kind: "missing"; readonly where: string }
  | { readonly kind: "unknown"; readonly reason: string };

export default defineRule({
  name: "go/required-call",
  meta: {
    type: "problem",
    docs: {
      description: "Require functions of a shape to call one of some functions.",
      task: "Add the required calls",
      category: "Team Rules",
    },
    messages: {
      missing: "Call '{{call}}'{{where}}: {{message}}.",
    },
    options: {
      requirements: {
        description: "The requirements; each is judged by itself.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["functions", "calls", "message"],
          properties: {
            functions: {
              description: "What the functions have in common that have to call.",
              ...FUNCTION_SHAPE,
            },
            calls: {
              description: "The functions and methods, one of which has to be called.",
              ...NAME_PATTERNS,
              minItems: 1,
            },
            position: {
              description:
                "Where: in the first statement, on every path, deferred before the first return, or anywhere. Default: every path.",
              enum: ["first", "every path", "deferred", "anywhere"],
            },
            after: {
              description:
                "For 'first': the functions and methods that may be called before. Default: none.",
              ...NAME_PATTERNS,
            },
            message: MESSAGE,
            files,
            exempt,
          },
        },
        default: [],
      },
    },
    prefilter: ({ requirements }) =>
      requirements.flatMap(({ functions: { names = [""] } }) =>
        names.map((name) => name.split("*", 1)[0] ?? ""),
      ),
  },
  create(context, options) {
    const { semantics } = context;
    const requirements = restrictionsOf(options.requirements, context).map((entry) => ({
      ...entry,
      shape: new FunctionShape(entry.functions, semantics),
      patterns: new CalleePatterns(entry.calls, semantics),
      before: new CalleePatterns(entry.after ?? [], semantics),
    }));
    type Requirement = (typeof requirements)[number];

    function judgeFunction(declaration: FunctionNode): void {
      const { body } = declaration;
      if (!body) return;
      for (const requirement of requirements) {
        if (!requirement.shape.matches(declaration)) continue;
        const node = declaration.kind === "func_literal" ? declaration : declaration.name;
        const [approach = ""] = requirement.calls;
        const state = stateOf(declaration, body, requirement);
        const isWanted = state.kind === "present";
        const outcome = judge(node, [requirement], () => ({ approach, isWanted }), context);
        if (outcome.kind !== "broken") continue;
        if (state.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: state.reason });
        } else if (state.kind === "missing") {
          const { where } = state;
          const call = requirement.calls.join("' or '");
          const data = { call, where, message: messageText(requirement.message) };
          const noFixReason = "the arguments of the call are not known";
          context.report({ node, messageId: "missing", approach, data, noFixReason });
        }
      }
    }

    function stateOf(
      declaration: FunctionNode,
      body: GoNode,
      { patterns, before, position = "every path" }: Requirement,
    ): State {
      let unknownReason: string | null = null;
      const matches = (node: GoNode, wanted: CalleePatterns): boolean => {
        if (node.kind !== "call_expression" || !wanted.mayMatch(calledName(node))) return false;
        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown") unknownReason = callee.reason;
        return wanted.match(callee) !== null;
      };
      const isWanted = (node: GoNode) => matches(node, patterns);
      const mayPrecede = (node: GoNode) => matches(node, before);
      const where = missingWhere(declaration, body, position, { isWanted, mayPrecede });
      if (where === null) return { kind: "present" };
      return unknownReason === null
        ? { kind: "missing", where }
        : { kind: "unknown", reason: unknownReason };
    }

    /** Returns where a call is missing, as a part of a sentence; null if it is not. */
    function missingWhere(
      declaration: FunctionNode,
      body: GoNode,
      position: NonNullable<Requirement["position"]>,
      { isWanted, mayPrecede }: CallTests,
    ): string | null {
      const callsIn = (node: GoNode): CallExpressionNode[] =>
        context.sourceCode.tree.nodesOfKind(["call_expression"], node);
      switch (position) {
        case "first": {
          const isPreparation = (statement: GoNode) => {
            const calls = callsIn(statement);
            return isDefinition(statement) && calls.length > 0 && calls.every(mayPrecede);
          };
          const first = statementsOf(body).find((statement) => !isPreparation(statement));
          const calls = first ? callsIn(headOf(first)) : [];
          const isOwn = (call: GoNode) => enclosingFunction(call) === declaration;
          return calls.some((call) => isOwn(call) && isWanted(call)) ? null : " first";
        }
        case "anywhere":
          return callsIn(body).some(isWanted) ? null : "";
        case "deferred":
        case "every path": {
          const isDeferred = position === "deferred";
          const passes = (node: GoNode) =>
            isWanted(node) && (!isDeferred || isInDefer(node, body));
          const graph = controlFlowGraphOf(declaration, semantics);
          const [exit] = graph.exitsAvoiding(null, { passes });
          if (!exit) return null;
          const line = lineOfExit(exit);
          return isDeferred
            ? ` in a defer, before line ${line}`
            : ` on every path, also before line ${line}`;
        }
      }
    }

    return {
      function_declaration: judgeFunction,
      method_declaration: judgeFunction,
      func_literal: judgeFunction,
    };
  },
});

function isDefinition({ kind }: GoNode): boolean {
  return kind === "short_var_declaration" || kind === "var_declaration";
}

/** Returns the part of a statement that is evaluated whatever follows: the head of an if. */
function headOf(statement: GoNode): GoNode {
  if (statement.kind === "if_statement") return statement.initializer ?? statement.condition;
  return statement;
}

function isInDefer(node: GoNode, body: GoNode): boolean {
  for (let at: GoNode | null = node; at && contains(body, at); at = at.parent) {
    if (at.kind === "defer_statement") return true;
  }
  return false;
}
