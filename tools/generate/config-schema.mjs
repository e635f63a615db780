/** Values that ESLint takes as the severity of a rule. */
const SEVERITY = { enum: ["off", "warn", "error", 0, 1, 2] };

const TEXTS = { type: "array", items: { type: "string" } };

/**
 * Returns the JSON Schema of a config in YAML or JSON, by which editors complete it: its keys,
 * and the options of the rules of these packs. Rules of other packs may have any.
 */
export function generateConfigSchema(plugins) {
  const rules = plugins.flatMap(({ meta, rules: ofPack }) =>
    Object.entries(ofPack).map(([name, rule]) => [
      `${meta.namespace}/${name}`,
      ruleSchema(rule),
    ]),
  );
  const entry = {
    files: { description: "Globs of the files. Default: all Go files.", ...TEXTS },
    ignores: { description: "Globs of files and directories to leave out.", ...TEXTS },
    rules: { $ref: "#/definitions/rules" },
    settings: { description: "What rules and reports share, such as systems.", type: "object" },
    languageOptions: { description: "Options of the language: 'generated'.", type: "object" },
    linterOptions: { description: "ESLint's linter options.", type: "object" },
  };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A config of Gopherwood without code",
    type: "object",
    additionalProperties: false,
    definitions: {
      rules: {
        description: "Rules with their severities and options.",
        type: "object",
        properties: Object.fromEntries(rules),
        additionalProperties: true,
      },
    },
    properties: {
      $schema: { type: "string" },
      extends: {
        description:
          "Presets: 'recommended', 'strict', 'logrus-to-slog'; a preset of a pack as 'acme-rules#recommended'; a file as './team.yaml'.",
        ...TEXTS,
      },
      packs: { description: "The npm packages of rule packs.", ...TEXTS },
      ...entry,
      overrides: {
        description: "More rules for some files.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files"],
          properties: entry,
        },
      },
    },
  };
  return JSON.stringify(schema);
}

function ruleSchema({ meta }) {
  return {
    description: meta.docs.description,
    anyOf: [
      SEVERITY,
      {
        type: "array",
        items: [SEVERITY, ...meta.schema],
        minItems: 1,
        maxItems: 1 + meta.schema.length,
      },
    ],
  };
}
