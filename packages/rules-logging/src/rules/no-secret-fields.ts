import {
  defineLegacyRule,
  semanticsOf,
  NAME_PATTERN_LIST,
  STRING_LIST,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { FieldReader, type LogField } from "../fields.ts";
import { DEFAULT_SECRETS, SecretNames, SecretValues, type SecretOptions } from "../secrets.ts";
import { spellingsOf } from "../words.ts";

export interface Options extends Exemptions, SecretOptions {
  /** Other types whose methods take a message and pairs, as `*slog.Logger` does. */
  readonly types: readonly string[];
}

export default defineLegacyRule<[Options], "secret">({
  name: "logging/no-secret-fields",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow fields of log records that hold credentials as they are.",
      category: "Security",
      recommended: true,
    },
    messages: {
      secret:
        "Do not log the value of '{{key}}': leave the field out or pass the value through a redaction helper.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          secrets: {
            description: "What credentials are called, in snake case.",
            ...STRING_LIST,
          },
          harmlessPrefixes: {
            description: "First words of names that tell of a credential and are none.",
            ...STRING_LIST,
          },
          harmlessSuffixes: {
            description: "Last words of names that tell of a credential and are none.",
            ...STRING_LIST,
          },
          redactors: {
            description:
              "What hides a secret: words of names, or name patterns of functions and types.",
            ...STRING_LIST,
          },
          types: {
            description: "Other types whose methods take a message and pairs.",
            ...NAME_PATTERN_LIST,
          },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        ...DEFAULT_SECRETS,
        types: [
          "logging.OperationContext",
          "github.com/go-logr/logr.Logger",
          "go.uber.org/zap.SugaredLogger",
          "github.com/hashicorp/go-hclog.Logger",
        ],
        exemptPaths: [],
        exemptPackages: [],
        tests: false,
        mains: true,
      },
    ],
    prefilter: ([{ secrets }]) => secrets.flatMap(spellingsOf),
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const reader = new FieldReader(semantics, options.types);
    const secretNames = new SecretNames(options);
    const values = new SecretValues(semantics, secretNames, options.redactors);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);

    function judge({ key, value: node, logger, undecided }: LogField) {
      if (secretNames.judge(key) !== "secret") return;
      const found = values.judge(node);
      if (found === "harmless") return;
      if (exemption) {
        context.attest({ node, verdict: "exempt", reason: exemption });
      } else if (undecided !== null) {
        context.attest({ node, verdict: "undecided", reason: undecided });
      } else if (found === "redacted" || (logger === "log/slog" && values.isLogValuer(node))) {
        context.attest({ node, verdict: "compliant" });
      } else {
        context.report({ node, messageId: "secret", data: { key } });
      }
    }

    return {
      call_expression: (node) => {
        reader.ofCall(node).forEach(judge);
      },
      composite_literal: (node) => {
        reader.ofLiteral(node).forEach(judge);
      },
    };
  },
});
