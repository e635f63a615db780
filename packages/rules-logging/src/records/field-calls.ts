import { pathsOf } from "../loggers/known-loggers.ts";

export const ZEROLOG = "github.com/rs/zerolog";

/** Functions and methods of a package whose first arguments are a key and its value. */
export const KEY_AND_VALUE: readonly (readonly [path: string, names: RegExp])[] = [
  ["github.com/sirupsen/logrus", /^WithField$/u],
  ["github.com/Sirupsen/logrus", /^WithField$/u],
  ["log/slog", /^(?:String|Any)$/u],
  ["go.uber.org/zap", /^(?:String|Strings|Any|Stringp|ByteString|Binary|Reflect|Stringer)$/u],
  [ZEROLOG, /^(?:Str|Strs|Any|Interface|Bytes|Hex|Stringer|RawJSON)$/u],
];

/** Functions and methods that take a message and pairs, by the names that most loggers use. */
export const PAIRS =
  /^(?:(?:Trace|Debug|Info|Notice|Warn|Error|DPanic|Panic|Fatal)(?:Context|w|S|SDepth)?|Logw?|With|WithValues|WithLazy|LoggerWithValues|Add|EndOperation)$/u;

/** Functions and methods that take a map of fields. */
export const MAPS = /^(?:WithFields|Fields)$/u;

/** Functions and methods that may take fields. */
export const FIELD_CALL = new RegExp(
  `^(?:WithFields?|Fields|Group|${KEY_AND_VALUE.map(([, names]) => names.source).join("|")})$|${PAIRS.source}`,
  "u",
);

/** Names of methods that few types but loggers have. */
export const LOGGERS_ONLY =
  /^(?:WithFields?|Str|(?:Trace|Debug|Info|Warn|Error)(?:Context|w)?)$/u;

/** Returns true for an import path of logrus. */
export function isLogrus(path: string): boolean {
  return pathsOf("logrus").includes(path);
}

/** Returns the number of arguments before the pairs: contexts, levels, messages, errors. */
export function firstPair(name: string, path: string | null): number {
  if (name.startsWith("With")) return 0;
  if (name === "Group") return 1;
  if (name === "Log") return 3;
  if (name.endsWith("Context")) return 2;
  // Loggers with a parameter for the error.
  return name === "Error" && path !== null && /logr$|\/logging$/u.test(path) ? 2 : 1;
}
