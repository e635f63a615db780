import {
  assignmentTargetsOf,
  calleeOf,
  controlFlowGraphOf,
  defineRule,
  enclosingSymbol,
  matchesGlob,
  matchesName,
  nameGlob,
  NAME_PATTERNS,
  STRINGS,
  testFiles,
  type CallExpressionNode,
  type FunctionDeclarationNode,
  type GoNode,
  type MethodDeclarationNode,
} from "@gopherwood/core";

/** How deep calls are followed through the functions of a file. */
const MAX_DEPTH = 4;

const BY_HAND = "what the record says is not known";

export default defineRule({
  name: "database/require-job-record",
  meta: {
    type: "problem",
    docs: {
      description: "Require operations to record their job, when they begin and when they end.",
      category: "Database Integration",
    },
    messages: {
      missing: "Record the job of '{{name}}' with '{{record}}'.",
      open: "Record how the job of '{{name}}' ends with '{{record}}' before line {{lines}}: it stays as it was begun.",
    },
    options: {
      paths: {
        description: "Globs of the files that operations start in.",
        ...STRINGS,
        default: ["**/*failover*/**", "**/*failover*.go"],
      },
      entryPoints: {
        description: "Names of exported functions and methods that start an operation.",
        ...STRINGS,
        default: ["Execute*", "Run*"],
      },
      records: {
        description: "Functions and methods that record a job.",
        ...NAME_PATTERNS,
        default: ["database.FailoverJobs.Save"],
      },
    },
    exemptions: { tests: testFiles() },
    prefilter: ({ entryPoints }) => entryPoints.map((glob) => glob.split("*")[0] ?? ""),
  },
  create(context, options) {
    const { filename, sourceCode, semantics } = context;
    if (!options.paths.some((glob) => matchesGlob(filename, glob))) return {};

    const { tree } = sourceCode;
    const entryPoints = options.entryPoints.map((glob) => nameGlob(glob));
    const record = options.records.join("' or '");

    /** Returns true for a call that records a job, itself or by way of functions of the file. */
    function records(call: CallExpressionNode, depth = MAX_DEPTH): boolean {
      const callee = calleeOf(call, semantics);
      const owner =
        callee.kind === "method" ? callee.receiver : callee.kind === "function" ? callee : null;
      const isRecord = options.records.some((pattern) => {
        const dot = pattern.lastIndexOf(".");
        if (!owner || pattern.slice(dot + 1) !== callee.name) return false;
        return callee.kind === "function"
          ? matchesName(pattern, owner, semantics.packageName)
          : matchesName(pattern.slice(0, dot), owner, semantics.packageName);
      });
      return (
        isRecord ||
        (depth > 0 && bodiesOf(callee.name).some((body) => recordsIn(body, depth - 1)))
      );
    }

    function recordsIn(body: GoNode, depth: number): boolean {
      return tree.nodesOfKind(["call_expression"], body).some((call) => records(call, depth));
    }

    /** Returns why a call with the name of a record is not known, or null. */
    function unknownRecordReason(body: GoNode): string | null {
      for (const call of tree.nodesOfKind(["call_expression"], body)) {
        const callee = calleeOf(call, semantics);
        const isNamed = options.records.some((pattern) => pattern.endsWith(`.${callee.name}`));
        if (callee.kind === "unknown" && callee.name !== "" && isNamed) return callee.reason;
      }
      return null;
    }

    function bodiesOf(name: string): GoNode[] {
      return tree.root.namedChildren.filter(
        (node) =>
          (node.kind === "function_declaration" || node.kind === "method_declaration") &&
          name !== "" &&
          node.name.text === name,
      );
    }

    const passes = (node: GoNode) =>
      node.kind === "call_expression"
        ? records(node)
        : node.kind === "func_literal" && recordsIn(node, MAX_DEPTH);

    function judge(declaration: FunctionDeclarationNode | MethodDeclarationNode): void {
      const { name: node, body } = declaration;
      if (!body || !/^\p{Lu}/u.test(node.text)) return;
      if (!entryPoints.some((glob) => glob.test(node.text))) return;
      const name = enclosingSymbol(declaration);
      const calls = tree.nodesOfKind(["call_expression"], body).filter((call) => records(call));
      const [first] = calls;
      const unknownReason = first ? null : unknownRecordReason(tree.root);
      if (unknownReason !== null) {
        context.attest({ node, verdict: "undecided", reason: unknownReason });
        return;
      }
      if (context.exemption !== null) {
        context.attest({ node, verdict: "exempt" });
        return;
      }
      if (!first) {
        context.report({
          node,
          messageId: "missing",
          data: { name, record },
          noFixReason: BY_HAND,
        });
        return;
      }
      const error = assignmentTargetsOf(first).at(-1) ?? null;
      const left = controlFlowGraphOf(declaration, semantics).exitsAvoiding(first, {
        passes,
        error,
      });
      const open = left.filter(({ kind }) => kind === "return" || kind === "end");
      if (open.length === 0) {
        context.attest({ node, verdict: "compliant" });
        return;
      }
      const lines = open.map((exit) =>
        exit.kind === "end" ? exit.node.loc.end.line : exit.node.loc.start.line,
      );
      const data = { name, record, lines: lines.join(", ") };
      context.report({ node, messageId: "open", data, noFixReason: BY_HAND });
    }

    return { function_declaration: judge, method_declaration: judge };
  },
});
