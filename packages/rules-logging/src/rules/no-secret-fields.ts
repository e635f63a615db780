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
      category: "Security",
    },
    messages: {
      secret:
        "Do not log the value of '{{key}}': leave the field out or pass the value through a redaction helper.",
    },
    options: {
      ...SECRET_OPTIONS,
      types: {
        description: "Other types whose methods take a message and pairs.",
        ...NAME_PATTERNS,
        default: [
          "logging.OperationContext",
          "github.com/go-logr/logr.Logger",
          "go.uber.org/zap.SugaredLogger",
          "github.com/hashicorp/go-hclog.Logger",
        ],
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
    const { semantics } = context;
    const reader = new FieldReader(semantics, options.types);
    const secretNames = new SecretNames(options);
    const values = new SecretValues(semantics, secretNames, options.redactors);

    function judge({ key, value: node, logger, unknownReason }: LogField) {
      if (secretNames.judge(key) !== "secret") return;
      const found = values.judge(node);
      if (found === "harmless") return;
      if (context.exemption !== null) {
        context.attest({ node, verdict: "exempt" });
      } else if (unknownReason !== null) {
        context.attest({ node, verdict: "undecided", reason: unknownReason });
      } else if (found === "redacted" || (logger === "log/slog" && values.isLogValuer(node))) {
        context.attest({ node, verdict: "compliant" });
      } else {
        context.report({ node, messageId: "secret", data: { key } });
      }
    }

    return {
      call_expression(node) {
        reader.ofCall(node).forEach(judge);
      },
      composite_literal(node) {
        reader.ofLiteral(node).forEach(judge);
      },
    };
  },
});
