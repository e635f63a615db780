import { expect, test } from "@jest/globals";
import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import plugin from "@gopherwood/eslint-plugin";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

/** Returns a rule's module with these listeners, and what stands before and in its `meta`. */
function ruleWith(listeners: string, { before = "", meta = 'prefilter: ["x"]' } = {}): string {
  return `${before}\nexport default defineRule({ name: "a/b", meta: { ${meta} }, create(context) { return { ${listeners} }; } });`;
}

/** Returns a rule's module with what stands in its `create` before the listeners. */
function ruleOf(before: string, listeners: string): string {
  return `defineRule({ name: "a/b", meta: { prefilter: ["x"] }, create(context) { ${before} return { ${listeners} }; } });`;
}

function run(
  name: keyof typeof plugin.rules,
  tests: { valid: string[]; invalid: RuleTester.InvalidTestCase[] },
): void {
  tester.run(name, plugin.rules[name] as never, tests);
}

run("known-node-kinds", {
  valid: [
    ruleWith('call_expression(node) {}, "call_expression:exit"() {}, ERROR() {}'),
    ruleWith("\"call_expression > argument_list[text='(nope)']:first-child, *\"() {}"),
    ruleWith(
      '":expression", "block:not(func_literal) .body"() {}'.replace('":expression", ', ""),
    ),
    ruleWith("[kind]() {}"),
    "other({ create: () => ({ nope() {} }) });",
  ],
  invalid: [
    { code: ruleWith("call_expresion() {}"), errors: [{ messageId: "unknown", column: 97 }] },
    {
      code: ruleWith('"CallExpression:exit"() {}, "block > cal"() {}'),
      errors: [
        { data: { kind: "CallExpression" }, messageId: "unknown" },
        { messageId: "unknown" },
      ],
    },
    {
      code: 'defineRule({ meta: {}, create: () => ({ "Program"() {} }) });',
      errors: [{ messageId: "unknown" }],
    },
  ],
});

run("known-fields", {
  valid: [
    ruleWith("call_expression(node) { node.function.text; node.loc; node[field]; }"),
    ruleWith("call_expression(node) { check(node); }"),
    ruleWith("call_expression({ function: callee, parent }) {}"),
    ruleWith("call_expression({ [field]: value, ...others }) {}"),
    ruleWith("1(node) { node.nope; }"),
    ruleWith("call_expression(node) { ((node) => node.nope)(other); }"),
    ruleWith('"call_expression > block"(node) { node.nope; }'),
    ruleWith("call_expression: check"),
    // One of the kinds has the field, and a function that others call gets other nodes.
    ruleOf(
      "function judge(node) { node.condition; node.body; }",
      "if_statement: judge, for_statement: judge",
    ),
    ruleOf("function judge(node) { node.condition; } judge(x);", "block: judge"),
    ruleOf("const judge = make();", "block: judge"),
    ruleWith("block: judge", { before: 'import judge from "./judge.ts";' }),
    "defineRule({ create(context, judge) { context.nope; return { block: judge }; } });",
  ],
  invalid: [
    {
      code: ruleOf(
        "function judge({ name, body, nope }) {}",
        "function_declaration: judge, method_declaration: judge",
      ),
      errors: [
        {
          messageId: "unknown",
          data: {
            kind: "function_declaration or method_declaration",
            field: "nope",
            fields: "body, name, parameters, result, type_parameters, receiver",
          },
        },
      ],
    },
    {
      code: ruleWith("call_expression(node) { node.callee; f(node.condition.text); }"),
      errors: [
        {
          messageId: "unknown",
          data: {
            kind: "call_expression",
            field: "callee",
            fields: "arguments, function, type_arguments",
          },
        },
        { messageId: "unknown" },
      ],
    },
    {
      code: ruleWith('"goto_statement:exit": ({ label }) => {}'),
      errors: [{ messageId: "unknown" }],
    },
  ],
});

run("require-prefilter", {
  valid: [
    ruleWith(""),
    ruleWith("", { meta: "...shared" }),
    "defineRule({ meta: shared, create() {} });",
    ruleWith("", { meta: "prefilter: ({ names }) => names" }),
  ],
  invalid: [
    { code: ruleWith("", { meta: "" }), errors: [{ messageId: "missing" }] },
    { code: ruleWith("", { meta: 'prefilter: ["a", ""]' }), errors: [{ messageId: "empty" }] },
    { code: ruleWith("", { meta: "prefilter: []" }), errors: [{ messageId: "none" }] },
  ],
});

run("no-manual-schema", {
  valid: [
    ruleWith("", { meta: 'prefilter: ["x"], options: { schema: { default: "" } }' }),
    "createRule({ meta: { schema: [], defaultOptions: [] } });",
  ],
  invalid: [
    {
      code: ruleWith("", { meta: "schema: [], defaultOptions: [{}]" }),
      errors: [
        { messageId: "ignored", data: { key: "schema" } },
        { messageId: "ignored", data: { key: "defaultOptions" } },
      ],
    },
  ],
});

run("require-reason", {
  valid: [
    'context.attest({ node, verdict: "exempt", reason: "a test" });',
    'context.attest({ node, verdict: "compliant" });',
    'context.attest({ node, verdict: "exempt", ...why });',
    "context.attest({ node }); context.attest({ node, verdict });",
    'other({ node, verdict: "exempt" });',
  ],
  invalid: [
    {
      code: 'context.attest({ node, verdict: "exempt" });',
      errors: [{ messageId: "missing", data: { verdict: "exempt" } }],
    },
    {
      code: 'attest({ verdict: "exempt" }); context.attest({ node, verdict: "undecided" });',
      errors: [{ messageId: "missing", column: 64 }],
    },
  ],
});

const MESSAGES = 'messages: { used: "Used.", "also-used": "Also." }';
run("no-unused-messages", {
  valid: [
    ruleWith('block(node) { context.report({ messageId: "used" }); help("also-used"); }', {
      meta: MESSAGES,
    }),
    ruleWith("", { meta: "messages: { [id]: text, ...others }" }),
    ruleWith("block(node) { context.report({ node, messageId: found }); }", { meta: MESSAGES }),
    ruleWith("block(node) { context.report({ node, ...violation }); }", { meta: MESSAGES }),
    ruleWith('block(node) { context.report({ node, messageId: a ? "used" : "also-used" }); }', {
      meta: MESSAGES,
    }),
  ],
  invalid: [
    {
      code: ruleWith('block(node) { help("used"); }', { meta: MESSAGES }),
      errors: [{ messageId: "unused", data: { id: "also-used" } }],
    },
    {
      code: ruleWith("block(node) { used; }", { meta: MESSAGES }),
      errors: [{ messageId: "unused" }, { messageId: "unused" }],
    },
  ],
});

const KEPT = "const kept = []; let last; const weak = new WeakMap(); const map = new Map();";
run("no-stored-nodes", {
  valid: [
    ruleWith("block(node) { const own = []; own.push(node); weak.set(node, 1); }", {
      before: KEPT,
    }),
    ruleWith(
      "block(node) { kept.push(node.text); last = node.range; map.set(node.kind, 1); }",
      {
        before: KEPT,
      },
    ),
    ruleWith("block(node) { kept.includes(node); check(node); }", { before: KEPT }),
    ruleWith(
      "block({ text, range, name }) { kept.push(text, range, { text }, name.length); for (const x of name) kept.push(x.text); }",
      { before: KEPT },
    ),
    ruleWith("block(node) { const last = node; for (const x of node.name) own.push(x); }", {
      before: KEPT,
    }),
    ruleWith("block(node) { if (last === node) map.set(names[node], 1); }", { before: KEPT }),
    ruleWith("block(node) { each((x) => kept.push(x), node); }", { before: KEPT }),
  ],
  invalid: [
    {
      code: ruleWith("block(node) { kept.push(node); map.set(1, node.parent); }", {
        before: KEPT,
      }),
      errors: [
        { messageId: "stored", data: { name: "kept" } },
        { messageId: "stored", data: { name: "map" } },
      ],
    },
    {
      code: ruleWith("block: (node) => { last = node; kept[0] = node; }", { before: KEPT }),
      errors: [{ messageId: "stored" }, { messageId: "stored" }],
    },
    {
      code: ruleWith(
        "block(node) {\nkept.push({ node, text: node.text });\nmap.set(1, [node.parent]);\nkept.push(...node.namedChildren);\n}",
        { before: KEPT },
      ),
      errors: [2, 3, 4].map((line) => ({ messageId: "stored", line: line + 1 })),
    },
    {
      code: ruleWith(
        "block({ name, parent: outer }) {\nfor (const x of name) kept.push(x);\nname.forEach((x) => { const y = x.parent; kept.push(y); });\nlast = outer;\n}",
        { before: KEPT },
      ),
      errors: [3, 4, 5].map((line) => ({ messageId: "stored", line })),
    },
    {
      code: ruleWith("block(node) { kept.unshift(node); seen.add(node); }", {
        before: "const kept = []; const seen = wrap(new WeakSet());",
      }),
      errors: [{ data: { name: "kept" } }, { data: { name: "seen" } }].map((error) => ({
        messageId: "stored",
        ...error,
      })),
    },
    {
      // A variable that is declared twice comes from itself.
      code: ruleWith("block(node) {\nvar at = node;\nvar at = at.parent;\nkept.push(at);\n}", {
        before: KEPT,
      }),
      errors: [{ messageId: "stored", line: 5, column: 11 }],
    },
    {
      code: `const kept = []; ${ruleOf("", "block(node) { kept.push(node); }")}`,
      languageOptions: { sourceType: "script" },
      errors: [{ messageId: "stored", data: { name: "kept" } }],
    },
  ],
});

run("prefer-listener", {
  valid: [
    ruleWith(
      "block(node) { for (const one of tree.nodesOfKind(['go_statement'], node)) context.report({ node: one }); }",
    ),
    ruleWith(
      "source_file() { for (const one of tree.nodesOfKind(['go_statement'])) found.push(one); }",
    ),
    ruleWith("source_file() { for (const one of found) context.report({ node: one }); }"),
    "for (const kind of tree.nodesOfKind(['block'])) listeners.push({ block: (node) => context.report({ node }) });",
    // A walk through a function only, and a function that does not walk.
    ruleOf(
      "function walk(node) { context.report({ node }); node.namedChildren.forEach(walk); }",
      "function_declaration(node) { walk(node); }",
    ),
    ruleOf("function judge(node) { context.report({ node }); }", "source_file: judge"),
    ruleOf(
      "const calls = [];",
      "call_expression(node) { calls.push(node); }, 'source_file:exit'() { for (const node of calls) context.report({ node }); }",
    ),
  ],
  invalid: [
    {
      code: ruleWith(
        "source_file() { for (const one of tree.nodesOfKind(['go_statement'])) { if (one.x) context.report({ node: one }); } }",
      ),
      errors: [{ messageId: "loop", column: 131 }],
    },
    {
      code: ruleWith(
        "source_file() { context.sourceCode.tree.nodesOfKind(['block']).forEach((node) => context.report({ node })); }",
      ),
      errors: [{ messageId: "loop" }],
    },
    {
      code: ruleWith(
        "source_file() { for (const { node } of context.sourceCode.tree.walk()) context.report({ node }); }",
      ),
      errors: [{ messageId: "loop" }],
    },
    {
      code: ruleWith(
        "source_file() {\nconst calls = tree.nodesOfKind(['block']);\nfor (const node of calls.filter(isOld)) context.report({ node });\n}",
      ),
      errors: [{ messageId: "loop", line: 3, column: 15 }],
    },
    {
      code: ruleOf(
        "function walk(node) {\ncontext.report({ node });\nnode.namedChildren.forEach(walk);\n}",
        "'source_file:exit'(node) { walk(node); }",
      ),
      errors: [{ messageId: "loop", line: 3, column: 28 }],
    },
  ],
});

test.each(Object.entries(plugin.rules))("%s has a page, and is recommended", (name, rule) => {
  const page = fileURLToPath(new URL(`../docs/rules/${name}.md`, import.meta.url));
  expect(existsSync(page)).toBe(true);
  const text = readFileSync(page, "utf8");
  expect(text).toContain(`# ${name}\n\n${rule.meta.docs?.description ?? ""}\n`);
  expect(rule.meta.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`, "u"));
  const { rules, plugins } = plugin.configs.recommended;
  expect(rules).toHaveProperty([`gopherwood-authoring/${name}`], "error");
  expect(plugins?.["gopherwood-authoring"]).toMatchObject({ rules: { [name]: rule } });
});
