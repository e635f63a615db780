import {
  defineRule,
  STRING_HOLE,
  StaticStrings,
  STRINGS,
  testFiles,
  type CallExpressionNode,
  type GoFixer,
  type GoNode,
} from "@gopherwood/core";
import { tokensOf, type Schema } from "@gopherwood/sql";
import {
  checkColumn,
  checkTokens,
  incompleteReason,
  mergeChecks,
  type ColumnCheck,
  type UnknownColumn,
} from "../column-check.ts";
import { Chains, type Chain } from "../gorm/chains.ts";
import { columnArgumentsOf, SelectedNames } from "../gorm/columns.ts";
import { columnFor } from "../gorm/naming.ts";
import { isGormModel, taggedColumns } from "../gorm/struct-tags.ts";
import { ModelTables } from "../gorm/tables.ts";
import { schemaFor } from "../migrations.ts";
import { SqlSites } from "../sql-sites.ts";
import { offsetsInFile } from "../string-offsets.ts";

const NAME = /^\w+$/u;

const FIELD = /^\p{Lu}\w*\p{Ll}\w*$/u;

const NO_NAMES: ReadonlySet<string> = new Set();

// eslint-disable-next-line gopherwood-authoring/require-prefilter -- the words come from a schema that options name
export default defineRule({
  name: "database/known-columns",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Require columns that the migrations make.",
      task: "Correct columns that no migration makes",
      category: "Database Integration",
    },
    messages: {
      column: "Use a column that '{{tables}}' has instead of '{{column}}'{{hint}}.",
      rename: "Write '{{right}}'.",
    },
    options: {
      migrations: {
        description:
          "Directories of migration files, or files, relative to a directory above the file.",
        ...STRINGS,
        default: ["migrations", "db/migrations"],
      },
      models: {
        description: "Types and the tables that they are kept in.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["type", "table"],
          properties: {
            type: { description: "A name pattern such as `database.Job`.", type: "string" },
            table: { description: "The table's name, without schema.", type: "string" },
          },
        },
        default: [],
      },
    },
    exemptions: { tests: testFiles() },
  },
  create(context, { migrations, models }) {
    const { sourceCode, semantics } = context;
    const schema = schemaFor(sourceCode, migrations);
    if (schema === null) return {};

    const strings = new StaticStrings(sourceCode, { acrossFiles: true });
    const sites = new SqlSites(sourceCode, semantics, strings);
    const chains = new Chains(semantics, ["gorm.io/gorm.DB", "github.com/jinzhu/gorm.DB"]);
    const selected = new SelectedNames(sourceCode, strings);
    const tables = new ModelTables(sourceCode, semantics, strings, models);

    /** Reports the unknown columns of a text, or attests that there are none. */
    function judge(node: GoNode, { unknown, undecidedReason }: ColumnCheck): void {
      for (const column of unknown) reportColumn(node, column);
      if (unknown.length > 0) return;
      if (undecidedReason === null) context.attest({ node, verdict: "compliant" });
      else context.attest({ node, verdict: "undecided", reason: undecidedReason });
    }

    function reportColumn(node: GoNode, column: UnknownColumn): void {
      const { name, range, similar } = column;
      // Of a quoted name, the part between the quotes.
      const margin = (range[1] - range[0] - name.length) / 2;
      const offsets = offsetsInFile(node, [range[0] + margin, range[1] - margin]);
      const hint = similar === null ? "" : `: it may be '${similar}'`;
      context.report({
        node,
        ...(offsets && {
          loc: {
            start: sourceCode.getLocFromIndex(offsets[0]),
            end: sourceCode.getLocFromIndex(offsets[1]),
          },
        }),
        messageId: "column",
        data: { tables: column.tables, column: name, hint },
        ...(offsets && similar !== null
          ? {
              suggest: [
                {
                  messageId: "rename" as const,
                  data: { right: similar },
                  fix: (fixer: GoFixer) => fixer.replaceTextRange(offsets, similar),
                },
              ],
            }
          : { noFixReason: offsets ? "no column is like it" : "the text is put together" }),
      });
    }

    function judgeLiteral(literal: GoNode): void {
      const site = schema && sites.at(literal);
      const queries = site?.statements.filter(({ kind }) => kind === "query") ?? [];
      if (!site || queries.length === 0) return;
      judge(site.node, mergeChecks(queries.map(({ tokens }) => checkTokens(tokens, schema))));
    }

    /** Returns the table of a chain, or why its columns cannot be checked. */
    function tableOf(chain: Chain) {
      const name = tables.ofChain(chain);
      if (name === null) return { undecidedReason: "the table of the chain is not known" };
      const joins = [...chain.earlier, ...chain.calls].some(({ method }) =>
        /Joins$/u.test(method),
      );
      const undecidedReason = joins
        ? "the chain joins other tables"
        : schema && incompleteReason(name, schema);
      return undecidedReason === null ? { name } : { undecidedReason };
    }

    function judgeChain(chain: Chain): void {
      const named = columnArgumentsOf(chain, semantics);
      if (!schema || named.length === 0) return;
      const table = tableOf(chain);
      for (const { node, isName } of named) {
        if (table.name === undefined) {
          context.attest({ node, verdict: "undecided", reason: table.undecidedReason });
          continue;
        }
        const { name } = table;
        const outputs = selected.around(chain.node);
        const checks = strings.of(node).map((value): ColumnCheck => {
          if (value.includes(STRING_HOLE))
            return { unknown: [], undecidedReason: "a part of the text is not known" };
          if (FIELD.test(value)) return checkField(value, name, schema);
          const check =
            isName && NAME.test(value)
              ? checkName(value, name, schema)
              : checkTokens(tokensOf(value), schema, {
                  table: name,
                  outputs: outputs ?? NO_NAMES,
                });
          return outputs === null && check.unknown.length > 0
            ? { unknown: [], undecidedReason: "what the chain selects is not known" }
            : check;
        });
        judge(node, mergeChecks(checks));
      }
    }

    return {
      interpreted_string_literal: judgeLiteral,
      raw_string_literal: judgeLiteral,
      call_expression(node: CallExpressionNode) {
        const chain = chains.endingWith(node);
        if (chain?.kind === "chain") judgeChain(chain);
      },
      type_spec(node) {
        const columns = taggedColumns(node);
        if (columns.length === 0) return;
        const type = { importPath: semantics.importPath, name: node.name.text };
        const isModel = isGormModel(node);
        const table = isModel || models.length > 0 ? tables.ofType(type) : null;
        if (table === null || (!isModel && !schema.table(table))) return;
        const undecidedReason = incompleteReason(table, schema);
        for (const { node: tag, column, offset } of columns) {
          const checked =
            undecidedReason === null ? checkColumn(column, [table], schema) : null;
          const range = [offset - 1, offset - 1 + column.length] as const;
          const unknown = checked ? [{ ...checked, name: column, range }] : [];
          judge(tag, { unknown, undecidedReason });
        }
      },
    };
  },
});

/** Checks the name of a field, which GORM takes for the name of its column. */
function checkField(field: string, table: string, schema: Schema): ColumnCheck {
  const { unknown } = checkName(columnFor(field), table, schema);
  return {
    unknown: [],
    undecidedReason: unknown.length > 0 ? `'${field}' may be the name of a field` : null,
  };
}

function checkName(name: string, table: string, schema: Schema): ColumnCheck {
  const checked = checkColumn(name, [table], schema);
  const range = [0, name.length] as const;
  return { unknown: checked ? [{ ...checked, name, range }] : [], undecidedReason: null };
}
