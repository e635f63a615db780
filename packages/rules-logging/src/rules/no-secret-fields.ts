import {
  defineRule,
  mainPackages,
  NAME_PATTERNS,
  packageNames,
  paths,
  testFiles,
} from "@gopherwood/core";
import { FieldReader, type LogField } from "../records/fields.ts";
import { SECRET_OPTIONS } from "../secrets/options.ts";
import { SecretNames } from "../secrets/secret-names.ts";
import { SecretValues } from "../secrets/secret-values.ts";
import { spellingsOf } from "../secrets/words.ts";

export default defineRule({
  name: "logging/no-secret-fields",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow fields of log records that hold credentials as they are.",
      task: "Take credentials out of log records",
      category: "Security",
    },
    messages: {
      secret:
        "Do not log the value of '{{key}}': leave the field out or pass the value through a redaction helper.",
    },
    options: {
      ...SECRET_OPTIONS,
      types: {
        description: "Other types whose methods take pairs, fields or maps of fields.",
        ...NAME_PATTERNS,
        default: [],
      },
      functions: {
        description: "Other functions that take pairs of a key and a value.",
        ...NAME_PATTERNS,
        default: [],
      },
    },
    exemptions: {
      tests: testFiles(),
      exemptPaths: paths(),
      mains: mainPackages(true),
      exemptPackages: packageNames(),
    },
    prefilter: ({ secrets }) => secrets.flatMap(spellingsOf),
  },
  create(context, options) {
    const { sourceCode, semantics } = context;
    const reader = new FieldReader(sourceCode, semantics, options);
    const secretNames = new SecretNames(options);
    const values = new SecretValues(
      semantics,
      secretNames,
      options.redactors,
      context.projectPath,
    );

    function judge({ key, value: node, logger, unknownReason }: LogField) {
      if (secretNames.judge(key) !== "secret") return;
      const found = values.judge(key, node);
      if (found === "harmless") return;
      if (context.exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: context.exemption });
      } else if (unknownReason !== null) {
        context.attest({ node, verdict: "undecided", reason: unknownReason });
      } else if (found === "redacted" || (logger === "log/slog" && values.isLogValuer(node))) {
        context.attest({ node, verdict: "compliant" });
      } else if (found === "ambiguous") {
        const reason = `'${node.text}' may be no credential`;
        context.attest({ node, verdict: "undecided", reason });
      } else {
        context.report({ node, messageId: "secret", data: { key } });
      }
    }

    return {
      call_expression(node) {
        reader.ofCall(node).forEach(judge);
      },
      assignment_statement(node) {
        reader.ofAssignment(node).forEach(judge);
      },
      composite_literal(node) {
        reader.ofLiteral(node).forEach(judge);
      },
    };
  },
});
