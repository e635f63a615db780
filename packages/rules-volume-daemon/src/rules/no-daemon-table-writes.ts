import {
  defineLegacyRule,
  semanticsOf,
  type GoNode,
  NAME_PATTERN_LIST,
  STRING_LIST,
  StaticStrings,
  STRING_HOLE,
  isDisplayString,
  enclosingString,
} from "@gopherwood/core";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";
import { readsOf, usesOf, writesOf, type TableUse } from "../sql.ts";
import { TableCalls } from "../table-calls.ts";

export interface Options extends OwnerOptions {
  /** The tables that the daemon owns, without schema. */
  readonly tables: readonly string[];
  /** The types that GORM keeps in these tables, such as `database.VolumeMount`. */
  readonly models: readonly string[];
}

/** A literal of a statement has its verb in it, or the table. */
const VERB =
  /\b(?:ALTER|DELETE|DROP|INSERT|MERGE|REPLACE|SELECT|TRUNCATE|UPDATE|UPSERT|WITH)\b/iu;

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineLegacyRule<[Options], "write">({
  name: "volume-daemon/no-daemon-table-writes",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow writes to the tables that the Volume Daemon owns.",
      category: "Volume Daemon Usage",
      recommended: false,
    },
    messages: {
      write:
        "Ask the Volume Daemon for the change instead of '{{verb}}': '{{table}}' is the daemon's, others only read it.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          tables: { description: "The tables that the daemon owns.", ...STRING_LIST },
          models: {
            description: "The types that GORM keeps in these tables.",
            ...NAME_PATTERN_LIST,
          },
          ownerPaths: {
            description: "Globs of the files that may write to the tables.",
            ...STRING_LIST,
          },
          tests: testsSchema,
        },
      },
    ],
    defaultOptions: [
      {
        tables: ["device_mappings", "volume_mounts", "volume_operations"],
        models: [],
        ownerPaths: ["volume-daemon/**"],
        tests: false,
      },
    ],
    prefilter: ([{ tables, models }]) => [
      ...tables,
      ...models.map((model) => model.slice(model.lastIndexOf(".") + 1)),
    ],
  },
  create(context) {
    const [options] = context.options;
    const { filename, sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const strings = new StaticStrings(sourceCode);
    const calls = new TableCalls(semantics, strings, options);
    const owner = ownerOf(filename, options);
    const tables = new Set(options.tables);
    const judged = new Set<GoNode>();

    function judge(literal: GoNode): void {
      const { text } = literal;
      if (!VERB.test(text) && !options.tables.some((table) => text.includes(table))) return;
      const node = enclosingString(literal, semantics);
      if (judged.has(node)) return;
      judged.add(node);
      const all = strings.of(node);
      const writes = all.flatMap(writesOf);
      const write = writes.find(({ table }) => tables.has(table));
      const read = all.flatMap(readsOf).find(({ table }) => tables.has(table));
      const unclear = writes.find(({ table }) => mayBeOneOf(table, tables));
      if ((!write && !read && !unclear) || isDisplayString(node, semantics)) return;
      if ((write ?? read) && isJudgedBefore(node, write ? writesOf : usesOf, tables, strings))
        return;

      if (!write && owner !== null) return;
      if (!write) {
        const reason = `the table of this ${unclear?.verb ?? ""} is not known`;
        if (unclear) context.attest({ node, verdict: "undecided", reason });
        else context.attest({ node, verdict: "compliant" });
      } else if (owner !== null) {
        context.attest({ node, verdict: "exempt", reason: owner });
      } else {
        const { verb, table, range } = write;
        const data = { verb, table };
        // A raw string may be a whole script: the statement in it is what is shown.
        if (node.kind === "raw_string_literal" && !node.text.includes("\r")) {
          const start = node.range[0] + 1;
          const loc = {
            start: sourceCode.getLocFromIndex(start + range[0]),
            end: sourceCode.getLocFromIndex(start + range[1]),
          };
          context.report({ node, loc, messageId: "write", data });
        } else context.report({ node, messageId: "write", data });
      }
    }

    return {
      interpreted_string_literal: judge,
      raw_string_literal: judge,
      call_expression(node) {
        const call = calls.read(node);
        if (!call || (owner !== null && !call.writes)) return;
        if (owner !== null) context.attest({ node, verdict: "exempt", reason: owner });
        else if (!call.writes) context.attest({ node, verdict: "compliant" });
        else if (call.doubt !== null) {
          context.attest({ node, verdict: "undecided", reason: call.doubt });
        } else {
          const data = { verb: call.method, table: call.target };
          context.report({ node, messageId: "write", data });
        }
      },
    };
  },
});

/** True for a name of which a part is not known, if it may be one of the tables. */
function mayBeOneOf(name: string, tables: ReadonlySet<string>): boolean {
  if (!name.includes(STRING_HOLE)) return false;
  const parts = name.split(STRING_HOLE).map((part) => part.replace(/\$/gu, "\\$"));
  const pattern = new RegExp(`^${parts.join(".+")}$`, "u");
  return [...tables].some((table) => pattern.test(table));
}

/** True if a constant or variable in a text holds the statement: it is judged where that stands. */
function isJudgedBefore(
  node: GoNode,
  uses: (text: string) => readonly TableUse[],
  tables: ReadonlySet<string>,
  strings: StaticStrings,
): boolean {
  return identifiersIn(node).some((identifier) =>
    strings.of(identifier).some((text) => uses(text).some(({ table }) => tables.has(table))),
  );
}

function identifiersIn(node: GoNode): readonly GoNode[] {
  switch (node.kind) {
    case "identifier":
      return [node];
    case "binary_expression":
    case "parenthesized_expression":
      return node.namedChildren.flatMap(identifiersIn);
    case "call_expression":
      return node.arguments.namedChildren.flatMap(identifiersIn);
    default:
      return [];
  }
}
