import { NAME_PATTERNS } from "@gopherwood/core";

/** The name of a source of loggers that calls can be replaced with. */
export type SourceName = "logger" | "tracker" | "context" | "slog";

/** All options of one source of loggers. */
export interface SourceOptions {
  readonly use: SourceName;
  /** The kind of edits that the team wants, unless the code speaks against a fix; or null. */
  readonly as: "fix" | "suggestion" | null;
  /** Of `logger`: functions that return one. */
  readonly functions: readonly string[];
  /** Of `logger`: types of which each value is one. */
  readonly types: readonly string[];
  /** Of `context`: the Go expression that gives a logger for `ctx`. */
  readonly expression: string;
  /** Of `context`: the import path of the package that the expression starts with. */
  readonly package: string | null;
}

/** A source by its name, or with some of its options. */
export type ReplacementOption =
  Exclude<SourceName, "context"> | (Pick<SourceOptions, "use"> & Partial<SourceOptions>);

/** Returns the options of a source, with defaults for those that the team left out. */
export function sourceOptionsOf(option: ReplacementOption): SourceOptions {
  const own = typeof option === "string" ? { use: option } : option;
  const defaults = { as: null, functions: [], types: [], expression: "", package: null };
  return { ...defaults, ...own };
}

/**
 * Returns the reason for which a source is only suggested, or null if it is a fix.
 *
 * @param byDefault The kind of edits if the team does not say.
 */
export function unsafeReasonOf(
  as: SourceOptions["as"],
  byDefault: "fix" | "suggestion" = "fix",
): string | null {
  return (as ?? byDefault) === "fix" ? null : "see that it does what the call did";
}

const AS = {
  description: "Offer it as a fix or as a suggestion.",
  enum: ["fix", "suggestion"],
} as const;

/** The schema of the option `replacement`. */
export const REPLACEMENT_LIST = {
  description: "What a call is replaced with: the first that there is a logger of.",
  type: "array",
  uniqueItems: true,
  items: {
    anyOf: [
      { enum: ["logger", "tracker", "slog"] },
      {
        description: "A variable that holds the logger of the job.",
        type: "object",
        additionalProperties: false,
        required: ["use"],
        properties: {
          use: { description: "The replacement.", enum: ["logger"] },
          as: AS,
          functions: {
            description: "Functions that give such a logger, beside trackers.",
            ...NAME_PATTERNS,
          },
          types: {
            description: "Types of which each value is such a logger.",
            ...NAME_PATTERNS,
          },
        },
      },
      {
        description: "The logger that a tracker gives, or the standard library's.",
        type: "object",
        additionalProperties: false,
        required: ["use"],
        properties: {
          use: { description: "The replacement.", enum: ["tracker", "slog"] },
          as: AS,
        },
      },
      {
        description: "The logger that an expression gives for a context.",
        type: "object",
        additionalProperties: false,
        required: ["use", "expression"],
        properties: {
          use: { description: "The replacement.", enum: ["context"] },
          as: AS,
          expression: {
            description: "The Go expression, in which 'ctx' stands for the context.",
            type: "string",
            pattern: String.raw`\bctx\b`,
          },
          package: {
            description: "The import path of the package that the expression starts with.",
            type: "string",
          },
        },
      },
    ],
  },
} as const;
