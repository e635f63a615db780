import { RuleTester } from "@gopherwood/rule-tester";
import { SLOG } from "../src/loggers/approaches.ts";
import rule from "../src/rules/no-direct-logging.ts";

const options = [{ loggers: ["log" as const], approaches: [SLOG] }];

const file = (call: string, imports = '"log/slog"') =>
  `package p\n\nimport (\n\t"context"\n\t${imports}\n)\n\nfunc f(ctx context.Context, l *slog.Logger) {\n\t${call}\n}\n`;

const CALLS = ["Debug", "Info", "Warn", "Error"]
  .flatMap((level) => [`${level}("a")`, `${level}Context(ctx, "a")`])
  .concat('Log(ctx, 1, "a")', 'LogAttrs(ctx, 1, "a")');

new RuleTester().run("logging/no-direct-logging, where slog is wanted", rule, {
  valid: [
    ...["slog", "l", 'l.With("b", 1)', "slog.Default()"].flatMap((logger) =>
      CALLS.map((call) => ({
        name: `a record: ${logger}.${call}`,
        code: file(`${logger}.${call}`),
        options,
        sites: [{ verdict: "compliant" as const, line: 9, approach: "slog" }],
      })),
    ),
    ...['slog.With("a", 1)', "slog.SetDefault(l)", 'l.WithGroup("a")', "l.Enabled(ctx, 1)"].map(
      (call) => ({
        name: `no record: ${call}`,
        code: file(`_ = slog.Info\n\t${call}`),
        options,
        sites: [],
      }),
    ),
    {
      name: "methods of another type of the package",
      code: file("var h slog.TextHandler\n\th.Info(ctx)"),
      options,
      sites: [],
    },
  ],
  invalid: [
    {
      name: "the former logger",
      code: file('log.Println("a")', '"log"\n\t"log/slog"'),
      options,
      errors: [{ messageId: "direct", line: 10, column: 2 }],
      sites: [{ verdict: "violation", line: 10 }],
    },
  ],
});
