import { STRINGS, type OptionsOf } from "@gopherwood/core";

/** The names of credentials, and of code that hides them. */
export const SECRET_OPTIONS = {
  secrets: {
    description: "Names of credentials, in snake case.",
    ...STRINGS,
    default: [
      ...["password", "passwords", "passwd", "passphrase", "pwd", "secret", "token"],
      ...["api_key", "apikey", "private_key", "secret_key", "access_key", "signing_key"],
      ...["encryption_key", "authorization", "auth_header", "bearer", "jwt"],
      ...["credential", "credentials", "creds", "session_cookie"],
    ],
  },
  harmlessPrefixes: {
    description: "First words of names that mention a credential and hold none.",
    ...STRINGS,
    default: [
      ...["has", "is", "no", "num", "need", "needs", "use", "uses", "using", "with"],
      ...["skip", "enable", "enabled", "disable", "disabled", "require", "requires"],
      ...["allow", "missing", "invalid", "page", "next", "continue", "continuation"],
    ],
  },
  harmlessSuffixes: {
    description: "Last words of names that mention a credential and hold none.",
    ...STRINGS,
    default: [
      ...["id", "ids", "uid", "uuid", "name", "names", "namespace", "ref", "reference"],
      ...["count", "counts", "length", "len", "size", "limit", "budget", "usage", "index"],
      ...[
        "type",
        "kind",
        "scope",
        "scopes",
        "tag",
        "tags",
        "format",
        "version",
        "status",
        "state",
      ],
      ...["url", "uri", "endpoint", "host", "path", "file", "filename", "dir", "location"],
      ...["expiry", "expires", "expiration", "expired", "ttl", "age", "duration", "time"],
      ...["at", "date", "policy", "rotation", "store", "provider", "service", "manager"],
      ...["source", "driver", "mode", "method", "error", "err", "enabled", "disabled"],
      ...["required", "valid", "present", "set", "exists", "found", "changed", "created"],
      ...["issuer", "audience", "subject", "owner", "user", "username", "server", "client"],
      ...["hint", "prefix", "suffix", "field", "column", "label", "obj", "key", "keys"],
      ...["request", "model", "models", "review", "check", "checks", "rule", "rules"],
    ],
  },
  redactors: {
    description: "Words of names, or name patterns of functions and types, that hide a secret.",
    ...STRINGS,
    default: [
      ...["redact", "redacted", "redactor", "mask", "masked", "sanitize", "sanitized"],
      ...["scrub", "scrubbed", "obfuscate", "obfuscated", "censor", "censored", "hide"],
      ...["hidden", "hash", "hashed", "sha256", "fingerprint"],
    ],
  },
} as const;

/** The values of these options. */
export type SecretOptions = OptionsOf<typeof SECRET_OPTIONS>;
