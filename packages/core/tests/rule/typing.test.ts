// The point of this file is that it compiles, and that what must not compile does not:
// `tsc -p tsconfig.tests.json` says so. What runs only shows that the rules are rules.
import { expect, test } from "@jest/globals";
import {
  defineRule,
  STRINGS,
  testFiles,
  type BinaryExpressionNode,
  type CallExpressionNode,
  type GoNode,
  type GoRule,
  type NodeKind,
} from "../../src/index.ts";

const META = {
  docs: { description: "Disallow x.", category: "test" },
  messages: { found: "Found it." },
} as const;

/** Compiles only if the value is of the very type: `same<Type>()(value)`. */
function same<Expected>() {
  return <Actual>(
    actual: Actual,
    ...proof: [Actual, Expected] extends [Expected, Actual] ? [] : ["The types differ."]
  ) => use(actual, proof);
}

/** Says that what the types are about is used. */
function use(...values: unknown[]): number {
  return values.length;
}

test("listeners know their node's type", () => {
  const rule = defineRule({
    name: "x/listeners",
    meta: META,
    create: (context) => ({
      call_expression(node) {
        same<CallExpressionNode>()(node);
        same<"call_expression">()(node.kind);
        const callee = node.function;
        if (callee.kind === "selector_expression") {
          const { operand, field } = callee;
          same<"field_identifier">()(field.kind);
          use(operand.text);
        }
        // @ts-expect-error -- a call has no condition
        use(node.condition);
        // @ts-expect-error -- a field is not written
        node.function = callee;
      },
      "binary_expression:exit"(node) {
        same<BinaryExpressionNode>()(node);
        if (node.operator.kind === "+") use(node.left);
        // @ts-expect-error -- an operator that Go does not have
        if (node.operator.kind === "**") use(node.left);
      },
      parameter_declaration(node) {
        for (const name of node.name) same<"identifier">()(name.kind);
        use(node.type.kind);
      },
      function_declaration(node) {
        // @ts-expect-error -- a function without a body has none
        use(node.body.text);
        use(node.body?.text);
      },
      "call_expression > argument_list"(node: GoNode) {
        context.attest({ node, verdict: "compliant" });
      },
    }),
  });
  expect(rule.name).toBe("x/listeners");
});

test("a misspelt kind does not compile", () => {
  const rules = [
    // @ts-expect-error -- call_expresion
    () => defineRule({ name: "x/a", meta: META, create: () => ({ call_expresion() {} }) }),
    // @ts-expect-error -- ESTree's name
    () => defineRule({ name: "x/a", meta: META, create: () => ({ CallExpression() {} }) }),
    () =>
      defineRule({
        name: "x/a",
        meta: META,
        // @ts-expect-error -- beside one that is right
        create() {
          return { call_expression() {}, call_expresion() {} };
        },
      }),
  ];
  expect(rules).toHaveLength(3);
  // @ts-expect-error -- a kind is one of the grammar's
  const kind: NodeKind = "call_expresion";
  expect(kind).toBe("call_expresion");
});

test("reports, attestations and options are typed", () => {
  const rule = defineRule({
    name: "x/reports",
    meta: {
      ...META,
      options: {
        names: { description: "Names.", ...STRINGS, default: ["a"] },
        mode: { description: "How.", enum: ["strict", "loose"], default: "loose" },
        groups: {
          description: "Groups.",
          type: "array",
          items: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string" }, limit: { type: "integer" } },
          },
          default: [],
        },
      },
      exemptions: { tests: testFiles() },
      prefilter: ({ names, mode }) => [...names, mode],
    },
    create(context, { names, mode, tests, groups }) {
      same<readonly string[]>()(names);
      same<"strict" | "loose">()(mode);
      same<boolean>()(tests);
      same<readonly string[]>()(context.options[0].names);
      for (const { name, limit } of groups) {
        same<string>()(name);
        same<number | undefined>()(limit);
      }
      return {
        call_expression(node) {
          context.report({ node, messageId: "found" });
          context.attest({ node, verdict: "exempt", reason: "Because." });
          // @ts-expect-error -- a message that the rule does not have
          context.report({ node, messageId: "fonud" });
          // @ts-expect-error -- a violation is reported, not attested
          context.attest({ node, verdict: "violation" });
          // @ts-expect-error -- a verdict that is none
          context.attest({ node, verdict: "fine" });
        },
      };
    },
  });
  const list: GoRule[] = [rule];
  expect(list[0]?.meta.defaultOptions).toEqual([
    { names: ["a"], mode: "loose", groups: [], tests: false },
  ]);
});

test("a rule says its category", () => {
  const make = () =>
    defineRule({
      name: "x/a",
      // @ts-expect-error -- no category
      meta: { docs: { description: "Disallow x." }, messages: {} },
      create: () => ({}),
    });
  expect(make).toBeInstanceOf(Function);
});

test("a default is a value that its option's schema allows", () => {
  const number = { description: "A number.", type: "integer" } as const;
  const rules = [
    defineRule({
      name: "x/a",
      meta: { ...META, options: { most: { ...number, default: 3 } } },
      create: () => ({}),
    }),
    defineRule({
      name: "x/b",
      // @ts-expect-error -- a text for a number
      meta: { ...META, options: { most: { ...number, default: "3" } } },
      create: () => ({}),
    }),
    defineRule({
      name: "x/c",
      // @ts-expect-error -- none of the values
      meta: { ...META, options: { how: { description: "How.", enum: ["a"], default: "b" } } },
      create: () => ({}),
    }),
  ];
  expect(rules).toHaveLength(3);
});
