import {
  argumentsOf,
  childrenOf,
  defineRule,
  enclosingString,
  isDisplayString,
  NAME_PATTERNS,
  STRING_HOLE,
  StaticStrings,
  STRINGS,
  type GoNode,
  rangeInLiteral,
} from "@gopherwood/core";
import { readsOf, tableUsesOf, writesOf, type TableUse } from "@gopherwood/sql";
import { ownerExemptions } from "../owners.ts";
import { TableCalls } from "../table-calls.ts";

/** A literal that is a part of a statement has its verb in it, or the table. */
const VERB =
  /\b(?:ALTER|DELETE|DROP|INSERT|MERGE|REPLACE|SELECT|TRUNCATE|UPDATE|UPSERT|WITH)\b/iu;

/** Source: the Volume Daemon chapter of the failover systems assessment. */
export default defineRule({
  name: "volume-daemon/no-daemon-table-writes",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow writes to the tables that the Volume Daemon owns.",
      task: "Leave the Volume Daemon's tables to the daemon",
      category: "Volume Daemon Usage",
    },
    messages: {
      write:
        "Ask the Volume Daemon for the change instead of '{{verb}}': '{{table}}' is the daemon's, others only read it.",
    },
    options: {
      tables: {
        description: "The tables that the daemon owns.",
        ...STRINGS,
        default: ["device_mappings", "volume_mounts", "volume_operations"],
      },
      models: {
        description: "The types that GORM keeps in these tables.",
        ...NAME_PATTERNS,
        default: [],
      },
    },
    exemptions: ownerExemptions("Globs of the files that may write to the tables.", [
      "volume-daemon/**",
    ]),
    // The name of a table may stand in another file, as the result of 'TableName'.
    prefilter: ({ tables, models }) => [
      "TableName(",
      ...tables,
      ...models.map((model) => model.slice(model.lastIndexOf(".") + 1)),
    ],
  },
  create(context, options) {
    const { sourceCode, semantics } = context;
    const strings = new StaticStrings(sourceCode, { acrossFiles: true });
    const calls = new TableCalls(semantics, strings, options);
    const tables = new Set(options.tables);
    const judged = new Set<GoNode>();
    const isOwned = ({ table }: TableUse) => tables.has(table);

    function judge(literal: GoNode): void {
      const { text } = literal;
      if (!VERB.test(text) && !options.tables.some((table) => text.includes(table))) return;
      const node = enclosingString(literal, semantics);
      if (judged.has(node)) return;
      judged.add(node);
      const texts = strings.of(node);
      const writes = texts.flatMap(writesOf);
      const write = writes.find(isOwned);
      const isRead = texts.flatMap(readsOf).some(isOwned);
      const unclear = writes.find(({ table }) => mayBeOneOf(table, tables));
      if ((!write && !isRead && !unclear) || isDisplayString(node, semantics)) return;
      if ((write || isRead) && isPartOwned(node, write ? writesOf : tableUsesOf)) return;
      if (write) reportWrite(node, write);
      else attest(node, unclear ? `the table of this ${unclear.verb} is not known` : null);
    }

    /** Returns true if a constant or variable in a string holds the statement and is judged. */
    function isPartOwned(node: GoNode, usesOf: (text: string) => TableUse[]): boolean {
      return identifiersIn(node).some((identifier) =>
        strings.of(identifier).some((text) => usesOf(text).some(isOwned)),
      );
    }

    /** Attests a read, or a site that is undecided. */
    function attest(node: GoNode, undecidedReason: string | null): void {
      if (undecidedReason !== null)
        context.attest({ node, verdict: "undecided", reason: undecidedReason });
      else if (context.exemption === null) context.attest({ node, verdict: "compliant" });
    }

    function reportWrite(node: GoNode, { verb, table, range }: TableUse): void {
      const data = { verb, table };
      // A raw string may be a script: the statement in it is shown.
      const shown = node.kind === "raw_string_literal" ? rangeInLiteral(node, range) : null;
      if (!shown || context.exemption !== null) {
        context.report({ node, messageId: "write", data });
        return;
      }
      const loc = {
        start: sourceCode.getLocFromIndex(shown[0]),
        end: sourceCode.getLocFromIndex(shown[1]),
      };
      context.report({ node, loc, messageId: "write", data });
    }

    return {
      interpreted_string_literal: judge,
      raw_string_literal: judge,
      call_expression(node) {
        const call = calls.read(node);
        if (!call) return;
        const { method, target, isWrite, unknownReason } = call;
        if (!isWrite) attest(node, null);
        else if (unknownReason !== null && context.exemption === null)
          context.attest({ node, verdict: "undecided", reason: unknownReason });
        else
          context.report({ node, messageId: "write", data: { verb: method, table: target } });
      },
    };
  },
});

/** Returns true for a name with a part that is not known, if it may be one of the tables. */
function mayBeOneOf(name: string, tables: ReadonlySet<string>): boolean {
  if (!name.includes(STRING_HOLE)) return false;
  const parts = name.split(STRING_HOLE).map((part) => part.replace(/\$/gu, "\\$"));
  const pattern = new RegExp(`^${parts.join(".+")}$`, "u");
  return [...tables].some((table) => pattern.test(table));
}

function identifiersIn(node: GoNode): readonly GoNode[] {
  switch (node.kind) {
    case "identifier":
      return [node];
    case "binary_expression":
    case "parenthesized_expression":
      return childrenOf(node).flatMap(identifiersIn);
    case "call_expression":
      return argumentsOf(node).flatMap(identifiersIn);
    default:
      return [];
  }
}
