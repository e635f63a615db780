import {
  defineLegacyRule,
  semanticsOf,
  STRING_LIST,
  StaticStrings,
  STRING_HOLE,
  unquote,
  type GoFixer,
  type GoNode,
} from "@gopherwood/core";
import {
  checkColumn,
  checkTokens,
  doubtOf,
  type Check,
  type WrongColumn,
} from "../column-check.ts";
import { Chains } from "../gorm/chains.ts";
import { columnTextsOf, selectedNames } from "../gorm/columns.ts";
import { columnFor } from "../gorm/naming.ts";
import { ModelTables, type Model } from "../gorm/tables.ts";
import { schemaFor } from "../migrations.ts";
import type { Schema } from "../sql/schema.ts";
import { tokensOf } from "../sql/tokens.ts";
import { SqlSites } from "../sql-sites.ts";
import { isGormModel, taggedColumns } from "../struct-tags.ts";

export interface Options {
  /** Directories of migration files, or files, relative to a directory above the file. */
  readonly migrations: readonly string[];
  /** Types and the tables that they are kept in, where GORM's names do not say. */
  readonly models: readonly Model[];
}

const NAME = /^\w+$/u;

const FIELD = /^\p{Lu}\w*\p{Ll}\w*$/u;

const NO_NAMES: ReadonlySet<string> = new Set();

export default defineLegacyRule<[Options], "column" | "rename">({
  name: "database/known-columns",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Require columns that the migrations make.",
      category: "Database Integration",
      recommended: false,
    },
    messages: {
      column: "Use a column that '{{tables}}' has instead of '{{column}}'{{hint}}.",
      rename: "Write '{{right}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          migrations: {
            description:
              "Directories of migration files, or files, relative to a directory above the file.",
            ...STRING_LIST,
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
          },
        },
      },
    ],
    defaultOptions: [{ migrations: ["migrations", "db/migrations"], models: [] }],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const schema = schemaFor(sourceCode, options.migrations);
    if (schema === null) return {};

    const semantics = semanticsOf(sourceCode);
    const strings = new StaticStrings(sourceCode);
    const sites = new SqlSites(sourceCode, semantics);
    const chains = new Chains(semantics, ["gorm.io/gorm.DB", "github.com/jinzhu/gorm.DB"]);
    const tables = new ModelTables(sourceCode, semantics, strings, options.models);

    /** Reports the wrong columns of a text, or attests that there are none. */
    function settle(node: GoNode, { wrong, doubt }: Check): void {
      for (const column of wrong) reportColumn(node, column);
      if (wrong.length > 0) return;
      if (doubt === null) context.attest({ node, verdict: "compliant" });
      else context.attest({ node, verdict: "undecided", reason: doubt });
    }

    function reportColumn(node: GoNode, { name, range, right, tables: of }: WrongColumn): void {
      const place = placeIn(node, range, name);
      const hint = right === null ? "" : `: it may be '${right}'`;
      context.report({
        node,
        ...(place && {
          loc: {
            start: sourceCode.getLocFromIndex(place[0]),
            end: sourceCode.getLocFromIndex(place[1]),
          },
        }),
        messageId: "column",
        data: { tables: of, column: name, hint },
        ...(place && right !== null
          ? {
              suggest: [
                {
                  messageId: "rename" as const,
                  data: { right },
                  fix: (fixer: GoFixer) => fixer.replaceTextRange(place, right),
                },
              ],
            }
          : { noFixReason: place ? "no column is like it" : "the text is put together" }),
      });
    }

    function judgeLiteral(literal: GoNode): void {
      const found = schema && sites.at(literal);
      const queries = found?.statements.filter(({ kind }) => kind === "query") ?? [];
      if (!found || queries.length === 0) return;
      settle(found.node, merged(queries.map(({ tokens }) => checkTokens(tokens, schema))));
    }

    return {
      interpreted_string_literal: judgeLiteral,
      raw_string_literal: judgeLiteral,
      call_expression(node) {
        const chain = chains.endingWith(node);
        if (chain === null || typeof chain === "string") return;
        const named = columnTextsOf(chain, semantics);
        if (named.length === 0) return;
        const table = tables.ofChain(chain);
        const joins = [...chain.before, ...chain.links].some(({ method }) =>
          /Joins$/u.test(method),
        );
        const doubt =
          table === null
            ? "the table of the chain is not known"
            : joins
              ? "the chain joins other tables"
              : doubtOf(table, schema);
        for (const { node: text, isName } of named) {
          if (doubt !== null || table === null) {
            context.attest({ node: text, verdict: "undecided", reason: doubt ?? "" });
            continue;
          }
          const outputs = selectedNames(node, sourceCode, strings);
          const checks = strings.of(text).map((value): Check => {
            if (value.includes(STRING_HOLE))
              return { wrong: [], doubt: "a part of the text is not known" };
            if (FIELD.test(value)) return checkField(value, table, schema);
            const check =
              isName && NAME.test(value)
                ? checkName(value, table, schema)
                : checkTokens(tokensOf(value), schema, { table, outputs: outputs ?? NO_NAMES });
            return outputs === null && check.wrong.length > 0
              ? { wrong: [], doubt: "what the chain selects is not known" }
              : check;
          });
          settle(text, merged(checks));
        }
      },
      type_spec(node) {
        const columns = taggedColumns(node);
        if (columns.length === 0) return;
        const type = { importPath: semantics.importPath, name: node.name.text };
        const isModel = isGormModel(node);
        const table = isModel || options.models.length > 0 ? tables.ofType(type) : null;
        if (table === null || (!isModel && !schema.table(table))) return;
        const doubt = doubtOf(table, schema);
        for (const { node: tag, column, offset } of columns) {
          const checked = doubt === null ? checkColumn(column, [table], schema) : null;
          const range = [offset - 1, offset - 1 + column.length] as const;
          const wrong = checked ? [{ ...checked, name: column, range }] : [];
          settle(tag, { wrong, doubt });
        }
      },
    };
  },
});

/** GORM takes the names of fields for those of their columns. */
function checkField(field: string, table: string, schema: Schema): Check {
  const { wrong } = checkName(columnFor(field), table, schema);
  return {
    wrong: [],
    doubt: wrong.length > 0 ? `'${field}' may be the name of a field` : null,
  };
}

function checkName(name: string, table: string, schema: Schema): Check {
  const checked = checkColumn(name, [table], schema);
  const range = [0, name.length] as const;
  return { wrong: checked ? [{ ...checked, name, range }] : [], doubt: null };
}

/** Where a part of a literal's text stands in the file, if the literal says it as it is. */
function placeIn(
  literal: GoNode,
  [start, end]: readonly [number, number],
  name: string,
): readonly [number, number] | null {
  const node =
    literal.kind === "literal_element" ? (literal.namedChildren[0] ?? literal) : literal;
  const isLiteral =
    node.kind === "raw_string_literal" || node.kind === "interpreted_string_literal";
  if (!isLiteral || unquote(node.text) !== node.text.slice(1, -1)) return null;
  // Of a quoted name, what stands between the quotes.
  const margin = (end - start - name.length) / 2;
  const first = node.range[0] + 1;
  return [first + start + margin, first + end - margin];
}

function merged(checks: readonly Check[]): Check {
  return {
    wrong: checks.flatMap(({ wrong }) => wrong),
    doubt: checks.map(({ doubt }) => doubt).find((doubt) => doubt !== null) ?? null,
  };
}
