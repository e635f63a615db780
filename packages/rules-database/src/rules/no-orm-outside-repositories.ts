import {
  defineLegacyRule,
  enclosingFunction,
  NAME_PATTERN_LIST,
  semanticsOf,
  assignmentTargetsOf,
  type CallExpressionNode,
} from "@gopherwood/core";
import {
  isLeftOut,
  isOneOf,
  REPOSITORY_PATHS,
  REPOSITORY_PROPERTIES,
  type RepositoryOptions,
} from "../files.ts";
import { Chains, linksOf } from "../gorm/chains.ts";
import { BUILDERS, FINISHERS } from "../gorm/methods.ts";

export interface Options extends RepositoryOptions {
  /** The types that chains start with, such as `gorm.io/gorm.DB`. */
  readonly handles: readonly string[];
}

export default defineLegacyRule<[Options], "chain">({
  name: "database/no-orm-outside-repositories",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow queries of an ORM outside of the repository packages.",
      category: "Database Integration",
      recommended: false,
    },
    messages: {
      chain: "Move this query ('{{methods}}') to a repository, and call that.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          handles: {
            description: "The types that chains of the ORM start with.",
            ...NAME_PATTERN_LIST,
          },
          ...REPOSITORY_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        handles: ["gorm.io/gorm.DB", "github.com/jinzhu/gorm.DB"],
        repositoryPaths: REPOSITORY_PATHS,
        tests: false,
      },
    ],
    prefilter: [...FINISHERS, ...BUILDERS].map((method) => `.${method}(`),
  },
  create(context) {
    const [{ handles, repositoryPaths, tests }] = context.options;
    const { filename, sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const chains = new Chains(semantics, handles);
    const isRepository = isOneOf(filename, repositoryPaths);
    const isTest = isLeftOut(filename, tests);
    const packages = handles.map((handle) => handle.slice(0, handle.lastIndexOf(".")));
    const importsOrm = semantics.imports.some(({ path }) =>
      packages.some((name) => path === name || path.endsWith(`/${name}`)),
    );

    /** True for a part of a query that is kept in a variable, and run by another chain. */
    function isFinishedLater(node: CallExpressionNode): boolean {
      const [target] = assignmentTargetsOf(node);
      const symbol = target?.kind === "identifier" ? semantics.resolve(target) : null;
      const around = enclosingFunction(node);
      if (symbol === null || around === null) return false;
      return sourceCode.tree.nodesOfKind(["call_expression"], around).some((call) => {
        const { links, start } = linksOf(call);
        return (
          links.some(({ method }) => FINISHERS.has(method)) &&
          start?.text === target?.text &&
          start !== null &&
          semantics.resolve(start) === symbol
        );
      });
    }

    return {
      call_expression(node) {
        const { function: called } = node;
        if (called.kind !== "selector_expression") return;
        const chain = chains.endingWith(node);
        if (chain === null) return;
        if (typeof chain === "string") {
          // Another file's value may be a handle only where the package is known at all.
          if (importsOrm && !isRepository && FINISHERS.has(called.field.text))
            context.attest({ node, verdict: "undecided", reason: chain });
          return;
        }
        const methods = chain.links
          .map(({ method }) => method)
          .filter((method) => FINISHERS.has(method) || BUILDERS.has(method));
        if (methods.length === 0) return;
        const isOnlyBuilt = !methods.some((method) => FINISHERS.has(method));
        if (isOnlyBuilt && isFinishedLater(node)) return;
        if (isRepository) context.attest({ node, verdict: "compliant" });
        else if (isTest) context.attest({ node, verdict: "exempt", reason: "test file" });
        else
          context.report({ node, messageId: "chain", data: { methods: methods.join(", ") } });
      },
    };
  },
});
