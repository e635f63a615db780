import {
  calledName,
  calleeOf,
  defineRule,
  STRINGS,
  testFiles,
  type GoNode,
} from "@gopherwood/core";
import { matchesAny } from "../repositories.ts";
import { SQL_WORDS, SqlSites } from "../sql-sites.ts";
import { isInWrittenMigration } from "../written-migration.ts";

/** Methods of GORM that change the schema. */
const CHANGES =
  /^(?:Add|Alter|Auto|Create|Drop|Modify|Rename)(?:Column|Constraint|ForeignKey|Index|Migrate|Table|UniqueIndex|View)$/u;

/** The ends of calls of these methods. */
const CHANGE_WORDS = "Column( Constraint( ForeignKey( Index( Migrate( Table( View(".split(" ");

const BY_HAND = "a migration is written by hand";

export default defineRule({
  name: "database/no-schema-changes",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow changes of the database's schema outside of migrations.",
      task: "Move changes of the schema into migrations",
      category: "Database Integration",
    },
    messages: {
      statement: "Write a migration for this {{verb}}: code does not change the schema.",
      call: "Write a migration instead of calling '{{method}}': code does not change the schema.",
    },
    options: {
      migrationPaths: {
        description: "Globs of the files that may change the schema.",
        ...STRINGS,
        default: [
          "**/{migrate,migration,migrations}/**",
          "**/{migrate,migration,migrations}*.go",
        ],
      },
    },
    exemptions: { tests: testFiles() },
    prefilter: [...SQL_WORDS, ...CHANGE_WORDS],
  },
  create(context, { migrationPaths }) {
    const { projectPath, sourceCode, semantics } = context;
    const sites = new SqlSites(sourceCode, semantics);
    const isMigrationFile = matchesAny(projectPath, migrationPaths);
    const isMigration = (node: GoNode) =>
      isMigrationFile || isInWrittenMigration(node, sourceCode.tree);

    function judge(literal: GoNode): void {
      const site = sites.at(literal);
      const change = site?.statements.find(({ kind }) => kind === "schema");
      if (!site || !change) return;
      const { node } = site;
      if (isMigration(node)) {
        context.attest({ node, verdict: "compliant" });
        return;
      }
      const data = { verb: change.verb };
      context.report({ node, messageId: "statement", data, noFixReason: BY_HAND });
    }

    return {
      interpreted_string_literal: judge,
      raw_string_literal: judge,
      call_expression(node) {
        const method = calledName(node);
        if (!CHANGES.test(method)) return;
        const callee = calleeOf(node, semantics);
        if (
          callee.kind === "unknown" &&
          callee.operand &&
          method === "AutoMigrate" &&
          !isMigration(node)
        ) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
        if (callee.kind !== "method") return;
        const { importPath, name } = callee.receiver;
        const isGorm = /(?:^|\/)gorm$/u.test(importPath) && /^(?:DB|Migrator)$/u.test(name);
        if (!isGorm) return;
        if (isMigration(node)) context.attest({ node, verdict: "compliant" });
        else
          context.report({ node, messageId: "call", data: { method }, noFixReason: BY_HAND });
      },
    };
  },
});
