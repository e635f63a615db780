import { expect, test } from "@jest/globals";
import { Project } from "./project.ts";

const rule = (name: string, options = "{}") => `
import { definePack, defineRule } from "@gopherwood/core";
const meta = { type: "problem", docs: { description: "x", category: "y" }, messages: {} };
const r = defineRule({ ${name} meta: { ...meta, options: ${options} }, create: () => ({}) });
const pack = definePack({ name: "p", namespace: "p", version: "1.0.0", rules: { r }, recommended: { r: "error" } });
export default [pack.configs.recommended];
`;

const restriction = (options: string) => `
import pack from "@gopherwood/rules-go";
export default [
  {
    ...pack.configs.base,
    rules: { "go/restricted-syntax": ["error", { restrictions: [{ message: "no", ${options} }] }] },
  },
];
`;

const BOMB = ["a: &a [x, x, x, x, x, x, x, x, x]"]
  .concat(
    "bcdefgh".split("").map((name, index) => {
      const alias = `*${"abcdefg"[index]}`;
      return `${name}: &${name} [${Array(9).fill(alias).join(", ")}]`;
    }),
  )
  .join("\n");

const BROKEN = '  { files: ["**/*.go"] }\n  { rules: {} },\n];\n';

test.each<[what: string, files: Record<string, string>, message: string]>([
  [
    "a rule without a name",
    { "gopherwood.config.mjs": rule("") },
    ".mjs:4:11: the config cannot be loaded: A rule needs a 'name'",
  ],
  [
    "a rule without 'meta'",
    {
      "gopherwood.config.mjs":
        'import { defineRule } from "@gopherwood/core";\ndefineRule({ name: "p/r", create() {} });\n',
    },
    ".mjs:2:1: the config cannot be loaded: Rule 'p/r' needs 'meta', with its 'docs' and 'messages'.",
  ],
  [
    "a prefilter that is one word",
    {
      "gopherwood.config.mjs": rule('name: "p/r",').replace(
        "...meta",
        '...meta, prefilter: "x"',
      ),
    },
    ".mjs:4:11: the config cannot be loaded: The 'meta.prefilter' of rule 'p/r' is no list of words.",
  ],
  [
    "a rule without 'create'",
    { "gopherwood.config.mjs": rule('name: "p/r",').replace(", create: () => ({})", "") },
    ".mjs:4:11: the config cannot be loaded: Rule 'p/r' needs a function 'create', which returns listeners.",
  ],
  [
    "a rule that its module does not export",
    {
      "gopherwood.config.mjs": rule('name: "p/r",').replace(
        "rules: { r }",
        "rules: { r: r.r }",
      ),
    },
    ".mjs:5:14: the config cannot be loaded: 'r' in the pack 'p' is no rule: is it the default export of its module?",
  ],
  [
    "an option with an unknown type",
    { "gopherwood.config.mjs": rule('name: "p/r",', '{ a: { type: "strin" } }') },
    "The schema of option 'a' of rule 'p/r' names an unknown type 'strin': did you mean 'string'?",
  ],
  [
    "an option with a pattern that does not compile",
    {
      "gopherwood.config.mjs": rule(
        'name: "p/r",',
        '{ a: { type: "array", items: { type: "string", pattern: "(" } } }',
      ),
    },
    "The schema of option 'a' of rule 'p/r' has a pattern that does not compile",
  ],
  [
    "a preset that extends itself",
    {
      "gopherwood.config.yaml": 'extends:\n  - "./a.yaml"\n',
      "a.yaml": 'extends: ["./gopherwood.config.yaml"]\n',
    },
    "a.yaml:1:11: './gopherwood.config.yaml' extends itself",
  ],
  [
    "'extends' outside of defineConfig",
    { "gopherwood.config.mjs": "export default [{ extends: [[]], rules: {} }];" },
    ".mjs: 'extends' is for config objects in 'defineConfig([...])'",
  ],
  [
    "a query that does not compile",
    { "gopherwood.config.mjs": restriction('query: "(call_expression (identifer) @f"') },
    "gopherwood.config.mjs: Rule 'go/restricted-syntax': The query '(call_expression (identifer) @f' does not compile: Bad node name 'identifer' at 1:19",
  ],
  [
    "a pattern that is no Go",
    { "gopherwood.config.mjs": restriction('pattern: "if $x { $y( }"') },
    "gopherwood.config.mjs: Rule 'go/restricted-syntax': The pattern 'if $x { $y( }' is not Go from column 11 on",
  ],
  [
    "a template with an unknown hole",
    { "gopherwood.config.mjs": restriction('pattern: "$x.Close()", replacement: "$y.Shut()"') },
    "The replacement '$y.Shut()' has the hole '$y', which the pattern '$x.Close()' does not name.",
  ],
  [
    "a YAML anchor bomb",
    { "gopherwood.config.yaml": BOMB },
    "gopherwood.config.yaml:4:8: the config cannot be read: its aliases of aliases stand for too much",
  ],
  [
    "an alias of nothing in YAML",
    { "gopherwood.config.yaml": "rules:\n  a: *a\n" },
    "gopherwood.config.yaml:2:6: the config cannot be read: Unresolved alias",
  ],
  [
    "two documents in YAML",
    { "gopherwood.config.yaml": "rules: {}\n---\nrules: {}\n" },
    "gopherwood.config.yaml:2:1: the config cannot be read: it has more than one document.",
  ],
  [
    "a syntax error in YAML",
    { "gopherwood.config.yaml": "rules:\n  a: [\nb: c\n" },
    "gopherwood.config.yaml:3:1: the config cannot be read",
  ],
  [
    "a syntax error in JSON",
    { "gopherwood.config.json": '{\n  "rules": {,}\n}\n' },
    "gopherwood.config.json:2:13: the config cannot be read",
  ],
  [
    "a syntax error in TypeScript",
    { "gopherwood.config.ts": `export default [\n${BROKEN}` },
    "gopherwood.config.ts:3:3: the config cannot be loaded: Unexpected token",
  ],
  [
    "a syntax error in a rule beside the config",
    {
      "gopherwood.config.mjs": 'import rule from "./rules/a.mjs";\nexport default [];\n',
      "rules/a.mjs": "let a = 1;\nlet a = 2;\n",
    },
    "gopherwood.config.mjs: the config cannot be loaded: rules/a.mjs:2:5: Identifier 'a' has already been declared",
  ],
  [
    "a rule beside the config that throws",
    {
      "gopherwood.config.mjs": 'import rule from "./rules/a.mjs";\nexport default [rule];\n',
      "rules/a.mjs": 'export default {};\nthrow new Error("no luck");\n',
    },
    "gopherwood.config.mjs: the config cannot be loaded: rules/a.mjs:2:7: no luck",
  ],
  [
    "no language",
    { "gopherwood.config.mjs": 'export default [{ files: ["**/*.go"], rules: {} }];' },
    "gopherwood.config.mjs: It lints a.go in another language than Go. Begin with a preset",
  ],
])("%s: one message that says where, exit 2", async (_, files, message) => {
  using project = new Project({ "a.go": "package a\n", ...files }, { config: null });
  const { code, stdout, stderr } = await project.run(["."]);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});
