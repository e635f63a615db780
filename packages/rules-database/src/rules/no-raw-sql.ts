import { defineLegacyRule, semanticsOf, type GoNode } from "@gopherwood/core";
import {
  isLeftOut,
  isOneOf,
  REPOSITORY_PATHS,
  REPOSITORY_PROPERTIES,
  type RepositoryOptions,
} from "../files.ts";
import { SQL_WORDS, SqlSites } from "../sql-sites.ts";

export default defineLegacyRule<[RepositoryOptions], "raw">({
  name: "database/no-raw-sql",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow SQL outside of the packages that keep it.",
      category: "Database Integration",
      recommended: false,
    },
    messages: {
      raw: "Move this {{verb}} to a repository: SQL belongs to the packages that keep it.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: REPOSITORY_PROPERTIES,
      },
    ],
    defaultOptions: [{ repositoryPaths: REPOSITORY_PATHS, tests: false }],
    prefilter: SQL_WORDS,
  },
  create(context) {
    const [{ repositoryPaths, tests }] = context.options;
    const { filename, sourceCode } = context;
    const sites = new SqlSites(sourceCode, semanticsOf(sourceCode));
    const isRepository = isOneOf(filename, repositoryPaths);
    const isTest = isLeftOut(filename, tests);

    function judge(literal: GoNode): void {
      const found = sites.at(literal);
      if (!found) return;
      const { node, statements } = found;
      if (isRepository) context.attest({ node, verdict: "compliant" });
      else if (isTest) context.attest({ node, verdict: "exempt", reason: "test file" });
      else
        context.report({ node, messageId: "raw", data: { verb: statements[0]?.verb ?? "" } });
    }

    return { interpreted_string_literal: judge, raw_string_literal: judge };
  },
});
