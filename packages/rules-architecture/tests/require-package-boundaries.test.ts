import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-package-boundaries.ts";

const NAME = "architecture/require-package-boundaries";

const groups = [
  { name: "domain", packages: ["internal/domain/**"] },
  { name: "storage", packages: ["internal/storage/**", "gorm.io/**"] },
  { name: "api", packages: ["internal/api/**"] },
];
const boundaries = [
  { from: "domain", allow: [], reason: "The domain knows no other part." },
  { from: "api", deny: ["storage"] },
];
const options = [{ groups, boundaries }];
const GO_MOD = "module example.com/app\n";

/** A file of a package of the module that imports a path. */
const importing = (from: string, path: string, name = "") => ({
  "go.mod": GO_MOD,
  [from]: `package p\n\nimport ${name}"${path}"\n\nvar _ = 1\n`,
});
const STORAGE = "example.com/app/internal/storage/sql";
const DOMAIN = "internal/domain/order/a.go";
const API = "internal/api/a.go";
const crossed = (file: string) => ({
  [file]: [{ messageId: "crossed" as const, line: 3, column: 8 }],
});
const site = (
  file: string,
  verdict: "compliant" | "exempt" | "undecided",
  reason?: string,
) => ({
  [file]: [{ verdict, line: 3, ...(reason !== undefined && { reason }) }],
});

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "what is not denied is counted",
      files: importing(API, "example.com/app/internal/domain/order"),
      options,
      sites: site(API, "compliant"),
    },
    {
      name: "what is allowed is counted",
      files: importing(DOMAIN, STORAGE),
      options: [{ groups, boundaries: [{ from: "domain", allow: ["storage"] }] }],
      sites: site(DOMAIN, "compliant"),
    },
    {
      name: "the own group",
      files: importing(DOMAIN, "example.com/app/internal/domain/money"),
      options,
      sites: { [DOMAIN]: [] },
    },
    {
      name: "packages of no group",
      files: importing(DOMAIN, "example.com/app/internal/storage2"),
      options,
      sites: { [DOMAIN]: [] },
    },
    {
      name: "a group's path inside another",
      files: importing(DOMAIN, "example.com/app/vendor/internal/storage"),
      options,
      sites: { [DOMAIN]: [] },
    },
    {
      name: "a group without boundary",
      files: importing("internal/storage/a.go", "example.com/app/internal/api"),
      options,
      sites: { "internal/storage/a.go": [] },
    },
    {
      name: "a file of no group",
      files: importing("cmd/a.go", STORAGE),
      options,
      sites: { "cmd/a.go": [] },
    },
    {
      name: "another module's package of that name",
      files: importing(DOMAIN, "example.com/other/internal/storage"),
      options,
      sites: { [DOMAIN]: [] },
    },
    {
      name: "a package that begins with a group's path",
      files: importing(API, "example.com/app/internal/storages"),
      options,
      sites: { [API]: [] },
    },
    {
      name: "a test",
      files: importing("internal/domain/a_test.go", STORAGE),
      options,
      sites: site("internal/domain/a_test.go", "exempt", "test file"),
    },
    {
      name: "a path that may",
      files: importing(DOMAIN, STORAGE),
      options: [{ groups, boundaries, exemptPaths: ["domain/order/**"] }],
      sites: site(DOMAIN, "exempt", "exempt path: domain/order/**"),
    },
    {
      name: "in no module",
      code: `package p\n\nimport "gorm.io/gorm"\n`,
      options,
      sites: [
        {
          verdict: "undecided",
          line: 3,
          reason: "the file belongs to no module, and so to no group",
        },
      ],
    },
    {
      name: "a package belongs to the first group that has it",
      files: importing(API, "example.com/app/internal/storage/public"),
      options: [
        {
          groups: [{ name: "public", packages: ["internal/storage/public"] }, ...groups],
          boundaries,
        },
      ],
      sites: site(API, "compliant"),
    },
    {
      name: "a path in a comment",
      files: { "go.mod": GO_MOD, [API]: `package p\n\n// import "${STORAGE}"\n` },
      options,
    },
  ],
  invalid: [
    {
      name: "a group that may import none, and why",
      files: importing(DOMAIN, STORAGE),
      options,
      errors: {
        [DOMAIN]: [
          {
            message: `Do not import '${STORAGE}' here: it belongs to storage, and domain may import no other group (The domain knows no other part).`,
            line: 3,
            column: 8,
          },
        ],
      },
      sites: { [DOMAIN]: [{ verdict: "violation", messageId: "crossed" }] },
    },
    {
      name: "a group that is denied",
      files: importing(API, STORAGE),
      options,
      errors: {
        [API]: [
          `Do not import '${STORAGE}' here: it belongs to storage, and api may import all groups but storage.`,
        ],
      },
    },
    {
      name: "what may be imported is named",
      files: importing(DOMAIN, STORAGE),
      options: [{ groups, boundaries: [{ from: "domain", allow: ["api", "domain"] }] }],
      errors: {
        [DOMAIN]: [
          `Do not import '${STORAGE}' here: it belongs to storage, and domain may import only api, domain.`,
        ],
      },
    },
    {
      name: "a package of another module",
      files: importing(DOMAIN, "gorm.io/gorm"),
      options,
      errors: crossed(DOMAIN),
    },
    {
      name: "the top of another module",
      files: importing(DOMAIN, "gorm.io"),
      options,
      errors: crossed(DOMAIN),
    },
    {
      name: "the top of a group",
      files: importing(API, "example.com/app/internal/storage"),
      options,
      errors: crossed(API),
    },
    {
      name: "an alias",
      files: importing(API, STORAGE, "s "),
      options,
      errors: { [API]: [{ messageId: "crossed", column: 10 }] },
    },
    {
      name: "a blank import",
      files: importing(API, STORAGE, "_ "),
      options,
      errors: [{ messageId: "crossed", line: 3, column: 10 }],
      filename: API,
    },
    {
      name: "import paths in full",
      files: importing(API, STORAGE),
      options: [
        {
          groups: [
            { name: "a", packages: ["example.com/app/internal/api"] },
            { name: "b", packages: ["example.com/app/internal/storage/**"] },
          ],
          boundaries: [{ from: "a", deny: ["b"] }],
        },
      ],
      errors: crossed(API),
    },
    {
      name: "denied, though allowed too",
      files: importing(API, STORAGE),
      options: [
        { groups, boundaries: [{ from: "api", allow: ["storage"], deny: ["storage"] }] },
      ],
      errors: crossed(API),
    },
    {
      name: "a second boundary of the group",
      files: importing(API, STORAGE),
      options: [
        {
          groups,
          boundaries: [
            { from: "api", deny: ["domain"] },
            { from: "api", deny: ["storage"] },
          ],
        },
      ],
      errors: crossed(API),
    },
    {
      name: "tests, if they are asked for",
      files: importing("internal/api/a_test.go", STORAGE),
      options: [{ groups, boundaries, tests: true }],
      errors: crossed("internal/api/a_test.go"),
    },
    {
      name: "a module in a module",
      files: {
        "go.mod": "module example.com/other\n",
        "app/go.mod": GO_MOD,
        [`app/${API}`]: `package p\n\nimport "${STORAGE}"\n`,
      },
      options,
      errors: crossed(`app/${API}`),
    },
    {
      name: "the module's own package",
      files: importing(API, "example.com/app"),
      options: [
        {
          groups: [...groups, { name: "root", packages: ["."] }],
          boundaries: [{ from: "api", deny: ["root"] }],
        },
      ],
      errors: crossed(API),
    },
  ],
});
