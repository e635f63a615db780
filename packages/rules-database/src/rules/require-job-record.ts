import {
  lineOfExit,
  defineRule,
  enclosingSymbol,
  matchesGlob,
  NAME_PATTERNS,
  nameGlob,
  STRINGS,
  testFiles,
} from "@gopherwood/core";
import { JobPaths } from "../job-paths.ts";
import { JobRecords, type Declaration } from "../job-records.ts";

const BY_HAND = "what the record says is not known";

export default defineRule({
  name: "database/require-job-record",
  meta: {
    type: "problem",
    docs: {
      description: "Require operations to record their job, when they begin and when they end.",
      task: "Record the jobs of operations",
      category: "Database Integration",
    },
    messages: {
      missing: "Record the job of '{{name}}' with '{{record}}'.",
      open: "Record how the job of '{{name}}' ends with '{{record}}' before line {{lines}}: it stays as it was begun.",
    },
    options: {
      paths: {
        description: "Globs of the files that operations start in.",
        ...STRINGS,
        default: ["**/*failover*/**", "**/*failover*.go"],
      },
      entryPoints: {
        description: "Names of exported functions and methods that start an operation.",
        ...STRINGS,
        default: ["Execute*", "Run*"],
      },
      records: {
        description: "Functions and methods that record a job.",
        ...NAME_PATTERNS,
        default: ["database.FailoverJobs.Save"],
      },
    },
    exemptions: { tests: testFiles() },
    prefilter: ({ entryPoints }) => entryPoints.map((glob) => glob.split("*")[0] ?? ""),
  },
  create(context, options) {
    const { projectPath, sourceCode, semantics } = context;
    if (!options.paths.some((glob) => matchesGlob(projectPath, glob))) return {};

    const entryPoints = options.entryPoints.map((glob) => nameGlob(glob));
    const record = options.records.join("' or '");
    let paths: JobPaths | undefined;
    let records: JobRecords | undefined;

    function judge(declaration: Declaration): void {
      const { name: node, body } = declaration;
      if (!body || !/^\p{Lu}/u.test(node.text)) return;
      if (!entryPoints.some((glob) => glob.test(node.text))) return;
      records ??= new JobRecords(sourceCode, semantics, options.records);
      paths ??= new JobPaths(sourceCode, semantics, records);
      const state = paths.of(declaration);
      const name = enclosingSymbol(declaration);
      switch (state.kind) {
        case "closed":
          context.attest({ node, verdict: "compliant" });
          break;
        case "undecided":
          context.attest({ node, verdict: "undecided", reason: state.reason });
          break;
        case "open": {
          const lines = state.exits.map(lineOfExit).join(", ");
          const noFixReason = BY_HAND;
          context.report({
            node,
            messageId: "open",
            data: { name, record, lines },
            noFixReason,
          });
          break;
        }
        case "missing": {
          const reason = records.unknownReason;
          if (reason !== null) context.attest({ node, verdict: "undecided", reason });
          else
            context.report({
              node,
              messageId: "missing",
              data: { name, record },
              noFixReason: BY_HAND,
            });
        }
      }
    }

    return { function_declaration: judge, method_declaration: judge };
  },
});
