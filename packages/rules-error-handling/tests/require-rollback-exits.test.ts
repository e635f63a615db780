import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-rollback.ts";

/** A method that makes a volume `v`, whose failure is looked at, and goes on. */
const go = (rest: string, more = "") =>
  `package p\n\nfunc (e *engine) prepare() error {\n\tv, err := e.client.CreateVolume()\n\tif err != nil {\n\t\treturn err\n\t}\n\t${rest}\n}\n${more}`;

const PLACE = { line: 4, column: 12 };

new RuleTester().run("error-handling/require-rollback, at exits", rule, {
  valid: [
    {
      name: "the method that undoes it, kept for later",
      code: go("defer e.later(e.client.DeleteVolume)\n\treturn e.next(v)"),
      sites: [{ verdict: "compliant", ...PLACE, approach: "undone" }],
    },
    {
      name: "a closure in a variable, which undoes it",
      code: go(
        "undo := func() { e.client.DeleteVolume(v) }\n\tif err := e.next(v); err != nil {\n\t\tundo()\n\t\treturn err\n\t}\n\treturn nil",
      ),
      sites: [{ verdict: "compliant", ...PLACE, approach: "undone" }],
    },
    {
      name: "a function that calls another one, which undoes it",
      code: go(
        "if err := e.next(v); err != nil {\n\t\te.leave(v)\n\t\treturn err\n\t}\n\treturn nil",
        "\nfunc (e *engine) leave(v int) { drop(e, v) }\n\nfunc drop(e *engine, v int) { e.client.DeleteVolume(v) }\n",
      ),
      sites: [{ verdict: "compliant", ...PLACE, approach: "undone" }],
    },
    {
      name: "a closure that a deferred call gets",
      code: "package p\n\nfunc (e *engine) prepare() error {\n\tdefer e.run(func() {\n\t\te.client.CreateVolume()\n\t})\n\treturn e.next()\n}\n",
      sites: [
        {
          verdict: "undecided",
          line: 5,
          column: 3,
          reason: "it is not known when the closure runs",
        },
      ],
    },
    {
      name: "a step at the start of the program",
      code: "package p\n\nvar v = client.CreateVolume()\n",
      sites: [
        {
          verdict: "undecided",
          line: 3,
          column: 9,
          reason: "it runs at the start of the program",
        },
      ],
    },
  ],
  invalid: [
    {
      name: "a function that undoes it too many calls away",
      code: go(
        "if err := e.next(v); err != nil {\n\t\tone(v)\n\t\treturn err\n\t}\n\treturn nil",
        "\nfunc one(v int) { two(v) }\n\nfunc two(v int) { three(v) }\n\nfunc three(v int) { DeleteVolume(v) }\n",
      ),
      errors: [{ messageId: "left", ...PLACE }],
    },
    {
      name: "a function of the name of what undoes it, in other letters",
      code: go(
        "if err := e.next(v); err != nil {\n\t\te.deleteVolume(v)\n\t\treturn err\n\t}\n\treturn nil",
      ),
      errors: [{ messageId: "left", ...PLACE }],
    },
    {
      name: "a method that is handed on, and is another one",
      code: go("defer e.later(e.client.Close)\n\treturn e.next(v)"),
      errors: [{ messageId: "left", ...PLACE }],
    },
    {
      name: "the method that undoes it, which is read and not called",
      code: go("undo := e.client.DeleteVolume\n\t_ = undo\n\treturn e.next(v)"),
      errors: [{ messageId: "left", ...PLACE }],
    },
    {
      name: "an error that a definition gives, which nobody looks at",
      code: go("n, err := e.next(v)\n\te.use(n)\n\treturn err"),
      errors: [
        {
          message:
            "Undo 'CreateVolume' with 'DeleteVolume' before the error of a later step is returned (line 10).",
          ...PLACE,
        },
      ],
    },
    {
      name: "a function that only calls itself",
      code: go("if err := e.prepare(); err != nil {\n\t\treturn err\n\t}\n\treturn nil"),
      errors: [{ messageId: "left", ...PLACE }],
    },
    {
      name: "a wait for something else",
      code: go("if err := e.await(other); err != nil {\n\t\treturn err\n\t}\n\treturn nil"),
      errors: [{ messageId: "left", ...PLACE }],
    },
  ],
});
