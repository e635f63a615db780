import {
  assignmentTargetsOf,
  calledName,
  defineRule,
  NAME_PATTERNS,
  testFiles,
  type CallExpressionNode,
} from "@gopherwood/core";
import { Chains, FINISHERS, QUERY_METHODS, VariableChains } from "../gorm/chains.ts";
import { matchesAny, REPOSITORY_OPTIONS } from "../repositories.ts";

export default defineRule({
  name: "database/no-orm-outside-repositories",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow queries of an ORM outside of the repository packages.",
      task: "Move queries into the repository packages",
      category: "Database Integration",
    },
    messages: {
      chain: "Move this query ('{{methods}}') to a repository, and call that.",
    },
    options: {
      handles: {
        description: "The types that chains of the ORM start with.",
        ...NAME_PATTERNS,
        default: ["gorm.io/gorm.DB", "github.com/jinzhu/gorm.DB"],
      },
      ...REPOSITORY_OPTIONS,
    },
    exemptions: { tests: testFiles() },
    // Without the dot, which may stand at the end of the line before.
    prefilter: [...QUERY_METHODS].map((method) => `${method}(`),
  },
  create(context, { handles, repositoryPaths }) {
    const { projectPath, sourceCode, semantics } = context;
    const chains = new Chains(semantics, handles);
    const variableChains = new VariableChains(sourceCode, semantics);
    const isRepository = matchesAny(projectPath, repositoryPaths);
    const packages = handles.map((handle) => handle.slice(0, handle.lastIndexOf(".")));
    const importsOrm = semantics.importPaths.some((path) =>
      packages.some((name) => path === name || path.endsWith(`/${name}`)),
    );

    /** Returns true for a query that a variable holds, and another chain runs. */
    function isFinishedLater(node: CallExpressionNode): boolean {
      const [target] = assignmentTargetsOf(node);
      const symbol = target?.kind === "identifier" ? semantics.resolve(target) : null;
      if (symbol === null || symbol.isUniverse) return false;
      return variableChains
        .of(symbol, node)
        .some(({ calls }) => calls.some(({ method }) => FINISHERS.has(method)));
    }

    return {
      call_expression(node) {
        const chain = chains.endingWith(node);
        if (chain === null) return;
        if (chain.kind === "unknown") {
          // A value of another file may be a handle only where the package is imported.
          if (importsOrm && !isRepository && FINISHERS.has(calledName(node)))
            context.attest({ node, verdict: "undecided", reason: chain.reason });
          return;
        }
        const methods = chain.calls
          .map(({ method }) => method)
          .filter((method) => QUERY_METHODS.has(method));
        const isOnlyBuilt = !methods.some((method) => FINISHERS.has(method));
        if (isOnlyBuilt && isFinishedLater(node)) return;
        if (isRepository) context.attest({ node, verdict: "compliant" });
        else
          context.report({ node, messageId: "chain", data: { methods: methods.join(", ") } });
      },
    };
  },
});
