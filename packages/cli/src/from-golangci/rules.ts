import { isOn, textsOf, type GolangciConfig } from "./golangci-config.ts";
import type { Translate } from "./translation.ts";

/** Calls that errcheck leaves alone by itself. */
const ALLOWED = [
  "fmt.Print*",
  "crypto/rand.Read",
  "math/rand.Read",
  "math/rand.Rand.Read",
  "io.PipeReader.CloseWithError",
  "io.PipeWriter.CloseWithError",
];
const WRITERS = [
  "bytes.Buffer",
  "strings.Builder",
  "hash.Hash",
  "hash.Hash32",
  "hash.Hash64",
  "hash/maphash.Hash",
  "os.Stderr",
];

/** Functions that the preset `std-error-handling` leaves alone beside them. */
const PRESET = {
  allowed: [
    "fmt.Fprint*",
    "os.Setenv",
    "os.Unsetenv",
    "os.Remove",
    "os.RemoveAll",
    "os.File.Close",
    "archive/tar.Writer.Close",
    "archive/zip.Writer.Close",
    "compress/gzip.Writer.Close",
  ],
  writers: ["os.Stdout"],
  cleanups: ["*Close", "*Flush"],
};

/** Translates errcheck. */
export const errcheck: Translate = (settings, config) => {
  const hasPreset = config.presets.includes("std-error-handling");
  const preset = hasPreset ? PRESET : { allowed: [], writers: [], cleanups: [] };
  const excluded = textsOf(settings["exclude-functions"]).map(functionName);
  return {
    rules: {
      "error-handling/no-ignored-errors": {
        allowed: [
          ...ALLOWED,
          ...preset.allowed,
          ...excluded.filter(({ on }) => on === null).map(({ name }) => name),
        ],
        writers: [...WRITERS, ...preset.writers, ...excluded.flatMap(({ on }) => on ?? [])],
        cleanups: preset.cleanups,
        blank: settings["check-blank"] === true ? "never" : "always",
        tests: config.lintsTests,
      },
    },
    missing: [
      ...(settings["check-type-assertions"] === true
        ? ["errcheck's 'check-type-assertions'"]
        : []),
      ...(settings["exclude"] === undefined ? [] : ["errcheck's 'exclude', a file of its own"]),
    ],
  };
};

/** Returns `os.File.Close` of `(*os.File).Close`; of `io.Copy(os.Stdout)` the writer too. */
function functionName(written: string): { name: string; on: string | null } {
  const [, receiver, method] = /^\(\*?(.+?)\)\.(\w+)$/u.exec(written) ?? [];
  if (receiver !== undefined) return { name: `${receiver}.${method ?? ""}`, on: null };
  const [, name = written, on = null] = /^([^(]+)\(\*?([^)]+)\)$/u.exec(written) ?? [];
  return { name, on };
}

/** Translates wrapcheck, and the part of errorlint that looks at `fmt.Errorf`. */
export function errorWrapping(config: GolangciConfig): ReturnType<Translate> {
  const wrapcheck = isOn("wrapcheck", config);
  const { [wrapcheck ? "wrapcheck" : "errorlint"]: settings = {} } = config.settings;
  const globs = textsOf(settings["ignore-package-globs"] ?? settings["ignorePackageGlobs"]);
  const options = wrapcheck
    ? { bareReturns: true, barePackages: ["errors", "*/errors", "fmt", ...globs] }
    : {};
  return {
    rules: {
      "error-handling/require-error-wrapping": { ...options, tests: config.lintsTests },
    },
    missing: wrapcheck
      ? ["ignore-sig-regexps", "ignore-interface-regexps"]
          .filter((key) => textsOf(settings[key]).length > 0)
          .map((key) => `wrapcheck's '${key}'`)
      : ["errorlint's 'asserts' and 'comparison'"],
  };
}

/** Translates godox. */
export const godox: Translate = (settings, config) => {
  const keywords = textsOf(settings["keywords"]);
  return {
    rules: {
      "architecture/no-placeholder-code": {
        marks: keywords.length > 0 ? keywords : ["TODO", "BUG", "FIXME"],
        phrases: [],
        missing: [],
        tracked: "",
        exemptPaths: [],
        tests: config.lintsTests,
      },
    },
  };
};

/** Translates funlen. */
export const funlen: Translate = ({ lines = 60, statements = 40 }, config) => ({
  ...(Number(lines) > 0 && {
    rules: {
      "architecture/no-large-functions": { max: Number(lines), tests: config.lintsTests },
    },
  }),
  missing: Number(statements) > 0 ? ["funlen's 'statements'"] : [],
});

/** The functions of log/slog that a linter is about. */
const SLOG = ["Debug", "Info", "Warn", "Error"];

/** Translates what sloglint and loggercheck look at: the pairs of a structured logger. */
export function structuredArguments(config: GolangciConfig): ReturnType<Translate> {
  const [sloglint, loggercheck] = [isOn("sloglint", config), isOn("loggercheck", config)];
  const { sloglint: slog = {}, loggercheck: check = {} } = config.settings;
  const checks = [
    ...(loggercheck ? ["missing-value"] : []),
    ...(check["require-string-key"] === true && loggercheck ? ["non-string-key"] : []),
    ...(sloglint && slog["static-msg"] === true ? ["formatted-message"] : []),
  ];
  return {
    ...(checks.length > 0 && { rules: { "logging/structured-arguments": { checks } } }),
    restrictions: { "go/restricted-calls": sloglint ? slogRestrictions(slog) : [] },
    missing: [
      ...(sloglint ? sloglintMissing(slog) : []),
      ...(loggercheck ? loggercheckMissing(check) : []),
    ],
  };
}

function slogRestrictions(settings: Readonly<Record<string, unknown>>) {
  const { context } = settings;
  const global = settings["no-global"];
  return [
    ...(global === "all" || global === "default"
      ? [
          {
            functions: [...SLOG, "Log"]
              .map((name) => `log/slog.${name}*`)
              .concat("log/slog.Default"),
            message: "pass a logger",
          },
        ]
      : []),
    ...(context === "all" || context === "scope"
      ? [
          {
            functions: SLOG.flatMap((name) => [`log/slog.${name}`, `log/slog.Logger.${name}`]),
            message: "pass a context: there is a function that takes one",
            ...(context === "scope" && { within: { parameters: ["context.Context"] } }),
          },
        ]
      : []),
  ];
}

const SLOGLINT_KEYS = [
  "kv-only",
  "attr-only",
  "no-raw-keys",
  "key-naming-case",
  "forbidden-keys",
  "args-on-sep-lines",
  "msg-style",
];

function sloglintMissing(settings: Readonly<Record<string, unknown>>): string[] {
  const mixed = settings["no-mixed-args"] === false ? [] : ["no-mixed-args"];
  return [...mixed, ...SLOGLINT_KEYS.filter((key) => Boolean(settings[key]))].map(
    (key) => `sloglint's '${key}'`,
  );
}

function loggercheckMissing(settings: Readonly<Record<string, unknown>>): string[] {
  const off = ["kitlog", "klog", "logr", "slog", "zap"].filter(
    (key) => settings[key] === false,
  );
  return [
    ...(settings["no-printf-like"] === true ? ["loggercheck's 'no-printf-like'"] : []),
    ...(textsOf(settings["rules"]).length > 0
      ? [
          "loggercheck's 'rules': name these loggers in 'loggers' of logging/structured-arguments",
        ]
      : []),
    ...off.map((logger) => `loggercheck's '${logger}: false'`),
  ];
}

/** Translates dupl: nothing finds copies of parts of a file. */
export const dupl: Translate = () => ({
  missing: [
    "dupl's copies within files; architecture/no-duplicate-files finds whole files that are copies",
  ],
});
