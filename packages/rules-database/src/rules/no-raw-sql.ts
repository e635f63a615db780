import { defineRule, testFiles, type GoNode } from "@gopherwood/core";
import { matchesAny, REPOSITORY_OPTIONS } from "../repositories.ts";
import { SQL_WORDS, SqlSites } from "../sql-sites.ts";

export default defineRule({
  name: "database/no-raw-sql",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow SQL outside of the packages that keep it.",
      task: "Move SQL into the packages that keep it",
      category: "Database Integration",
    },
    messages: {
      raw: "Move this {{verb}} to a repository: SQL belongs to the packages that keep it.",
    },
    options: REPOSITORY_OPTIONS,
    exemptions: { tests: testFiles() },
    prefilter: SQL_WORDS,
  },
  create(context, { repositoryPaths }) {
    const { projectPath, sourceCode, semantics } = context;
    const sites = new SqlSites(sourceCode, semantics);
    const isRepository = matchesAny(projectPath, repositoryPaths);

    function judge(literal: GoNode): void {
      const site = sites.at(literal);
      if (!site) return;
      const { node, statements } = site;
      if (isRepository) context.attest({ node, verdict: "compliant" });
      else
        context.report({ node, messageId: "raw", data: { verb: statements[0]?.verb ?? "" } });
    }

    return { interpreted_string_literal: judge, raw_string_literal: judge };
  },
});
