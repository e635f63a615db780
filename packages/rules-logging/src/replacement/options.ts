/** What a call can be replaced with. */
export type SourceName = "slog";

/** One of the replacements that a team wants, with what it says about it. */
export interface SourceOptions {
  readonly use: SourceName;
  /** What it is offered as where nothing else speaks against a fix. */
  readonly as: "fix" | "suggestion";
}

/** A replacement by its name, or with what the team says about it. */
export type ReplacementOption =
  SourceName | (Pick<SourceOptions, "use"> & Partial<SourceOptions>);

const DEFAULTS: Readonly<Record<SourceName, SourceOptions>> = {
  slog: { use: "slog", as: "fix" },
};

export function sourceOptionsOf(option: ReplacementOption): SourceOptions {
  if (typeof option === "string") return DEFAULTS[option];
  return { ...DEFAULTS[option.use], ...option };
}

/** The schema of the option `replacement`. */
export const REPLACEMENT_LIST = {
  description:
    "What a call is replaced with, the first that can be: slog, the standard library's logger.",
  type: "array",
  uniqueItems: true,
  items: {
    anyOf: [
      { enum: Object.keys(DEFAULTS) },
      {
        type: "object",
        additionalProperties: false,
        required: ["use"],
        properties: {
          use: { description: "The replacement's name.", enum: Object.keys(DEFAULTS) },
          as: {
            description: "Offer it as a fix or as a suggestion.",
            enum: ["fix", "suggestion"],
          },
        },
      },
    ],
  },
} as const;
