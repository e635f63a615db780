import {
  calleeOf,
  defineLegacyRule,
  semanticsOf,
  STRING_LIST,
  type GoNode,
} from "@gopherwood/core";
import { isLeftOut, isOneOf } from "../files.ts";
import { SQL_WORDS, SqlSites } from "../sql-sites.ts";

export interface Options {
  /** Globs of the files that may change the schema. */
  readonly migrationPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

const CHANGES =
  /^(?:Add|Alter|Auto|Create|Drop|Rename)(?:Column|Constraint|ForeignKey|Index|Migrate|Table|UniqueIndex|View)$/u;

const CHANGE_WORDS = ["AutoMigrate", "Migrator", "ModifyColumn", "AddForeignKey"];

const BY_HAND = "a migration is written by hand";

export default defineLegacyRule<[Options], "statement" | "call">({
  name: "database/no-schema-changes",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow changes of the database's schema outside of migrations.",
      category: "Database Integration",
      recommended: false,
    },
    messages: {
      statement: "Write a migration for this {{verb}}: code does not change the schema.",
      call: "Write a migration instead of calling '{{method}}': code does not change the schema.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          migrationPaths: {
            description: "Globs of the files that may change the schema.",
            ...STRING_LIST,
          },
          tests: { description: "Look at _test.go files as well.", type: "boolean" },
        },
      },
    ],
    defaultOptions: [
      { migrationPaths: ["**/{migrate,migration,migrations}/**"], tests: false },
    ],
    prefilter: [...SQL_WORDS, ...CHANGE_WORDS],
  },
  create(context) {
    const [{ migrationPaths, tests }] = context.options;
    const { filename, sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const sites = new SqlSites(sourceCode, semantics);
    const isMigration = isOneOf(filename, migrationPaths);
    const isTest = isLeftOut(filename, tests);

    /** True if the site is settled: it stands where it may. */
    function isAllowed(node: GoNode): boolean {
      if (isMigration) context.attest({ node, verdict: "compliant" });
      else if (isTest) context.attest({ node, verdict: "exempt", reason: "test file" });
      return isMigration || isTest;
    }

    function judge(literal: GoNode): void {
      const found = sites.at(literal);
      const change = found?.statements.find(({ kind }) => kind === "schema");
      if (!found || !change || isAllowed(found.node)) return;
      const { node } = found;
      context.report({
        node,
        messageId: "statement",
        data: { verb: change.verb },
        noFixReason: BY_HAND,
      });
    }

    return {
      interpreted_string_literal: judge,
      raw_string_literal: judge,
      call_expression(node) {
        const { function: called } = node;
        if (called.kind !== "selector_expression") return;
        const method = called.field.text;
        if (!CHANGES.test(method) && method !== "ModifyColumn") return;
        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown" && method === "AutoMigrate" && !isMigration && !isTest) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
        if (callee.kind !== "method") return;
        const { importPath, name } = callee.receiver;
        const isGorm = /(?:^|\/)gorm$/u.test(importPath) && /^(?:DB|Migrator)$/u.test(name);
        if (!isGorm || isAllowed(node)) return;
        context.report({ node, messageId: "call", data: { method }, noFixReason: BY_HAND });
      },
    };
  },
});
