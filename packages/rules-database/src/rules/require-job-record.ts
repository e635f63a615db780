import {
  calleeOf,
  defineLegacyRule,
  enclosingSymbol,
  controlFlowGraphOf,
  matchesGlob,
  matchesName,
  semanticsOf,
  STRING_LIST,
  assignmentTargetsOf,
  type CallExpressionNode,
  type FunctionDeclarationNode,
  type GoNode,
  type MethodDeclarationNode,
} from "@gopherwood/core";
import { isLeftOut } from "../files.ts";

export interface Options {
  /** Globs of the files that operations start in. */
  readonly paths: readonly string[];
  /** Names of exported functions and methods, with `*`, that start an operation. */
  readonly entryPoints: readonly string[];
  /** Functions and methods that record a job: `database.FailoverJobs.Save`. */
  readonly records: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

/** As far as calls are followed through the functions of a file. */
const MAX_DEPTH = 4;

const BY_HAND = "what the record says is not known";

export default defineLegacyRule<[Options], "missing" | "open">({
  name: "database/require-job-record",
  meta: {
    type: "problem",
    docs: {
      description: "Require operations to record their job, when they begin and when they end.",
      category: "Database Integration",
      recommended: false,
    },
    messages: {
      missing: "Record the job of '{{name}}' with '{{record}}'.",
      open: "Record how the job of '{{name}}' ends with '{{record}}' before line {{lines}}: it stays as it was begun.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          paths: {
            description: "Globs of the files that operations start in.",
            ...STRING_LIST,
          },
          entryPoints: {
            description: "Names of exported functions and methods that start an operation.",
            ...STRING_LIST,
          },
          records: {
            description: "Functions and methods that record a job.",
            type: "array",
            items: { type: "string", pattern: String.raw`^.+\.[^./]+$` },
            uniqueItems: true,
          },
          tests: { description: "Look at _test.go files as well.", type: "boolean" },
        },
      },
    ],
    defaultOptions: [
      {
        paths: ["**/*failover*/**", "**/*failover*.go"],
        entryPoints: ["Execute*", "Run*"],
        records: ["database.FailoverJobs.Save"],
        tests: false,
      },
    ],
    prefilter: ([{ entryPoints }]) => entryPoints.map((glob) => glob.split("*")[0] ?? ""),
  },
  create(context) {
    const [options] = context.options;
    const { filename, sourceCode } = context;
    if (!options.paths.some((glob) => matchesGlob(filename, glob))) return {};

    const { tree } = sourceCode;
    const semantics = semanticsOf(sourceCode);
    const entryPoints = options.entryPoints.map(
      (glob) => new RegExp(`^${glob.replaceAll("*", ".*")}$`, "u"),
    );
    const record = options.records.join("' or '");
    const isTest = isLeftOut(filename, options.tests);

    /** Whether a call records a job: itself, or by way of the functions of the file. */
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

    /** A call in the dark of which only the name is right. */
    function doubtIn(body: GoNode): string | null {
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
      const doubt = first ? null : doubtIn(tree.root);
      if (!first && doubt !== null) {
        context.attest({ node, verdict: "undecided", reason: doubt });
        return;
      }
      if (isTest) {
        context.attest({ node, verdict: "exempt", reason: "test file" });
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
        passes: passes,
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
