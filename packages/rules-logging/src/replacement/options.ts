import { NAME_PATTERN_LIST } from "@gopherwood/core";

/** What a call can be replaced with. */
export type SourceName = "logger" | "tracker" | "context" | "slog";

/** One of the replacements that a team wants, with all that is said about it. */
export interface SourceOptions {
  readonly use: SourceName;
  /** What it is offered as where nothing else speaks against a fix. */
  readonly as: "fix" | "suggestion";
  /** Of `logger`: functions that give one. */
  readonly functions: readonly string[];
  /** Of `logger`: types of which each value is one. */
  readonly types: readonly string[];
  /** Of `context`: the Go expression that gives a logger for `ctx`. */
  readonly expression: string;
  /** Of `context`: the import path of the package that the expression starts with. */
  readonly package: string | null;
}

/** A replacement by its name, or with what the team says about it. */
export type ReplacementOption =
  Exclude<SourceName, "context"> | (Pick<SourceOptions, "use"> & Partial<SourceOptions>);

/** What each is offered as: whether a context has a logger in it, no code says. */
const KINDS: Readonly<Record<SourceName, SourceOptions["as"]>> = {
  logger: "fix",
  tracker: "fix",
  context: "suggestion",
  slog: "fix",
};

export function sourceOptionsOf(option: ReplacementOption): SourceOptions {
  const given = typeof option === "string" ? { use: option } : option;
  const rest = { functions: [], types: [], expression: "", package: null };
  return { as: KINDS[given.use], ...rest, ...given };
}

/** What a person has to look at, from what a replacement is offered as. */
export function doubtOf(as: SourceOptions["as"]): string | null {
  return as === "fix" ? null : "see that it does what the call did";
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
            ...NAME_PATTERN_LIST,
          },
          types: {
            description: "Types of which each value is such a logger.",
            ...NAME_PATTERN_LIST,
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
