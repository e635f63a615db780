import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-secret-fields.ts";
import { inFunction } from "./support/secret-fields.ts";

const NAME = "logging/no-secret-fields";

const wordsOf = (text: string) => text.trim().split(/\s+/u);

const CREDENTIALS = wordsOf(`
  password passwords passwd passphrase pwd secret token api_key apikey private_key secret_key
  access_key signing_key encryption_key authorization auth_header bearer jwt credential
  credentials creds session_cookie`);

const HARMLESS_FIRST = wordsOf(`
  has is no num need needs use uses using with skip enable enabled disable disabled require
  requires allow missing invalid page next continue continuation`);

const HARMLESS_LAST = wordsOf(`
  id ids uid uuid name names namespace ref reference count counts length len size limit budget
  usage index type kind scope scopes format version status state url uri endpoint host path
  file filename dir location expiry expires expiration expired ttl age duration time at date
  policy rotation store provider service manager source driver mode method error err enabled
  disabled required valid present set exists found changed created issuer audience subject
  owner user username server client hint prefix suffix field column label obj key keys request
  model models review check checks rule rules`);

const REDACTORS = wordsOf(`
  redact redacted redactor mask masked sanitize sanitized scrub scrubbed obfuscate obfuscated
  censor censored hide hidden hash hashed sha256 fingerprint`);

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a longer name of a secret outside Kubernetes",
      code: inFunction('slog.Info("a", "secret", pw)'),
      sites: [{ verdict: "undecided", line: 6, reason: "'pw' may be no credential" }],
    },
    {
      name: "a suffix of the team's own",
      code: inFunction('slog.Info("a", "token_color", pw)'),
      options: [{ harmlessSuffixes: ["color"] }],
    },
    {
      name: "a prefix of the team's own",
      code: inFunction('slog.Info("a", "fake_token", pw)'),
      options: [{ harmlessPrefixes: ["fake"] }],
    },
    ...HARMLESS_FIRST.map((word) => ({
      name: `a name that starts with ${word}`,
      code: inFunction(`slog.Info("a", "${word}_token", pw)`),
      sites: [],
    })),
    ...HARMLESS_LAST.map((word) => ({
      name: `a name that ends with ${word}`,
      code: inFunction(`slog.Info("a", "token_${word}", pw)`),
      sites: [],
    })),
    ...REDACTORS.map((word) => ({
      name: `what ${word} gives`,
      code: inFunction(`slog.Info("a", "token", ${word}Token(pw))`),
      sites: [{ verdict: "compliant" as const, line: 6, subject: `${word}Token(pw)` }],
    })),
  ],
  invalid: [
    {
      name: "a credential of the team's own",
      code: inFunction('slog.Info("a", "cloudPin", pw)'),
      options: [{ secrets: ["pin"] }],
      errors: [
        {
          message:
            "Do not log the value of 'cloudPin': leave the field out or pass the value through a redaction helper.",
        },
      ],
    },
    {
      name: "nothing hides",
      code: inFunction('slog.Info("a", "password", redact(pw))'),
      options: [{ redactors: [] }],
      errors: [{ messageId: "secret", line: 6, column: 29 }],
    },
    {
      name: "nothing is harmless",
      code: inFunction('slog.Info("a", "token_count", pw, "has_token", pw)'),
      options: [{ harmlessSuffixes: [], harmlessPrefixes: [] }],
      errors: [
        { messageId: "secret", line: 6, column: 32 },
        { messageId: "secret", line: 6, column: 49 },
      ],
    },
    {
      name: "an id that is a token",
      code: inFunction('slog.Info("a", "id_token", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 29 }],
    },
    ...CREDENTIALS.map((word) => ({
      name: `a credential: ${word}`,
      code: inFunction(`slog.Info("a", "my_${word}", pw)`),
      errors: [{ messageId: "secret" as const, data: { key: `my_${word}` }, line: 6 }],
    })),
    ...["API Key", "Api Key", "api Key", "API-key", "x-api.KEY", "apiKEY"].map((key) => ({
      name: `the key ${key}, in a file with no other word for a credential`,
      code: inFunction(`slog.Info("a", "${key}", pw)`),
      errors: [{ messageId: "secret" as const, data: { key } }],
    })),
    {
      name: "capitals",
      code: inFunction('slog.Info("a", "APIKey", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 27 }],
    },
    {
      name: "a header",
      code: inFunction('slog.Info("a", "Proxy-Authorization", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 40 }],
    },
  ],
});
