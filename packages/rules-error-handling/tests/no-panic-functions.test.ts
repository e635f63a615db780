import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-panic.ts";

const go = (name: string) => `package p\n\nfunc ${name}(err error) {\n\tpanic(err)\n}\n`;

new RuleTester().run("error-handling/no-panic, in functions", rule, {
  valid: [
    ["LoadOrPanic", "*OrPanic"],
    ["MustLoad", "Must*"],
    ["mustLoad", "must*"],
    ["PanicOn", "Panic*"],
    ["panicOn", "panic*"],
    ["RegisterType", "Register*"],
    ["registerType", "register*"],
    ["LoadForTest", "*ForTest"],
    ["LoadForTests", "*ForTests"],
  ].map(([name = "", glob = ""]) => ({
    name: `a function that says so by its name: ${name}`,
    code: go(name),
    sites: [{ verdict: "exempt" as const, line: 4, reason: `allowed function: ${glob}` }],
  })),
  invalid: [
    ...["loadMust", "OrPanicLoad", "unregister", "ForTestLoad"].map((name) => ({
      name: `a function that has such a word elsewhere in its name: ${name}`,
      code: go(name),
      errors: [{ messageId: "panic" as const, line: 4, column: 2 }],
    })),
    {
      name: "what another function of Wire gives",
      code: 'package p\n\nimport "github.com/google/wire"\n\nfunc load() {\n\tpanic(wire.Value(1))\n}\n',
      errors: [{ messageId: "panic", line: 6, column: 2 }],
    },
  ],
});
