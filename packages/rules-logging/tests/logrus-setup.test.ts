import gopherwood from "@gopherwood/core";
import { Gopherwood } from "@gopherwood/core/runner";
import { afterAll, describe, expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import rule from "../src/rules/no-direct-logging.ts";

const LOGRUS = '"github.com/sirupsen/logrus"';

/** A program in a module of its own, which imports some packages and runs statements. */
const main = (imports: readonly string[], ...statements: readonly string[]) =>
  `package main\n\n${imports.map((spec) => `import ${spec}\n`).join("")}\nfunc main() {\n\t${statements.join("\n\t")}\n}\n`;

const MAIN = "cmd/manager/main.go";
const MODULE = { "go.mod": "module example.com/app\n\ngo 1.22\n" };
const ENGINE = `package engine\n\nimport ${LOGRUS}\n\nfunc Attach() {\n\tlogrus.Debug("x")\n}\n`;

const reason = (where: string) => `logrus is set up in ${where}, and slog is not`;

const SUGGESTED: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  reason: string,
])[] = [
  [
    "level, format and caller",
    {
      [MAIN]: main(
        [LOGRUS],
        "logrus.SetLevel(logrus.DebugLevel)",
        "logrus.SetFormatter(nil)",
        "logrus.SetReportCaller(true)",
      ),
    },
    reason(`${MAIN} (lines 6, 7 and 8)`),
  ],
  [
    "an alias, and a hook",
    { [MAIN]: main([`log ${LOGRUS}`], "log.AddHook(nil)") },
    reason(`${MAIN} (line 6)`),
  ],
  [
    "the standard logger by name",
    { [MAIN]: main([LOGRUS], "logrus.StandardLogger().SetOutput(nil)") },
    reason(`${MAIN} (line 6)`),
  ],
  [
    "the standard logger in a variable, and its fields",
    { [MAIN]: main([LOGRUS], "l := logrus.StandardLogger()", "l.Level = logrus.DebugLevel") },
    reason(`${MAIN} (line 7)`),
  ],
  [
    "several files",
    {
      [MAIN]: main([LOGRUS], "logrus.SetLevel(logrus.DebugLevel)"),
      "util/log.go": `package util\n\nimport ${LOGRUS}\n\nfunc init() { logrus.SetOutput(nil) }\n`,
    },
    reason(`${MAIN} (line 6), and 1 more`),
  ],
  [
    "a program that also writes to slog",
    {
      [MAIN]: main(
        [LOGRUS, '"log/slog"'],
        "logrus.SetLevel(logrus.DebugLevel)",
        'slog.Info("x")',
      ),
    },
    reason(`${MAIN} (line 7)`),
  ],
];

const FIXED: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ["no setup", {}],
  [
    "a setup of slog as well",
    {
      [MAIN]: main(
        [LOGRUS, '"log/slog"'],
        "logrus.SetLevel(logrus.DebugLevel)",
        "slog.SetDefault(slog.New(nil))",
      ),
    },
  ],
  [
    "a setup in a test",
    {
      "engine/a_test.go": `package engine\n\nimport ${LOGRUS}\n\nfunc init() { logrus.SetOutput(nil) }\n`,
    },
  ],
  [
    "a setup of another logger of logrus",
    {
      [MAIN]: main([LOGRUS], "l := logrus.New()", "l.SetLevel(logrus.DebugLevel)"),
    },
  ],
  [
    "a setup of the standard library's log, in a file that imports logrus",
    {
      [MAIN]: main(['"log"', LOGRUS], "log.SetOutput(nil)", "_ = logrus.New()"),
    },
  ],
  [
    "a variable that hides the package",
    {
      [MAIN]: main([LOGRUS], "_ = logrus.New()", "logrus := own()", "logrus.SetLevel(1)"),
    },
  ],
  [
    "a comment that sets logrus up",
    {
      [MAIN]: main([LOGRUS], "// logrus.SetLevel(logrus.DebugLevel)", "_ = logrus.New()"),
    },
  ],
  [
    "a setup in another module",
    {
      "tools/go.mod": "module example.com/tools\n",
      "tools/main.go": main([LOGRUS], "logrus.SetLevel(logrus.DebugLevel)"),
    },
  ],
];

describe("slog for logrus that is set up", () => {
  const folder = mkdtempSync(join(tmpdir(), "gopherwood-setup-"));
  let count = 0;

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function messageOf(
    files: Readonly<Record<string, string>>,
    replacement: readonly unknown[] = ["slog"],
  ): Promise<Linter.LintMessage | undefined> {
    const cwd = join(folder, `${(count += 1)}`);
    for (const [path, text] of Object.entries({ ...MODULE, "engine/a.go": ENGINE, ...files })) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const config = [
      {
        files: ["engine/a.go"],
        language: "gopherwood/go",
        plugins: { gopherwood, logging: { rules: { "no-direct-logging": rule } } },
        rules: {
          "logging/no-direct-logging": ["error", { loggers: ["logrus", "log"], replacement }],
        },
      },
    ] as unknown as Linter.Config[];
    const { results } = await new Gopherwood({ cwd, config }).lintFiles(["engine/a.go"]);
    return results[0]?.messages[0];
  }

  test.each(SUGGESTED)("is only suggested: %s", async (_, files, text) => {
    const message = await messageOf(files);
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual([
      `Write the record with slog: ${text}.`,
    ]);
  });

  test.each(FIXED)("is fixed: %s", async (_, files) => {
    expect((await messageOf(files))?.fix).toBeDefined();
  });

  test("is fixed if the team asks for it", async () => {
    const [, files] = SUGGESTED[0] ?? [];
    const message = await messageOf({ ...files }, [{ use: "slog", as: "fix" }]);
    expect(message?.fix).toBeDefined();
  });

  test("is suggested where the file itself sets logrus up", async () => {
    const text = ENGINE.replace('logrus.Debug("x")', 'logrus.Debug("x")\n\tlogrus.SetLevel(1)');
    const message = await messageOf({ "engine/a.go": text });
    expect(message?.suggestions?.[0]?.desc).toContain("engine/a.go (line 7)");
  });

  test("calls of the standard library's log are fixed", async () => {
    const [, files] = SUGGESTED[0] ?? [];
    const text = 'package engine\n\nimport "log"\n\nfunc Attach() {\n\tlog.Print("x")\n}\n';
    expect((await messageOf({ ...files, "engine/a.go": text }))?.fix).toBeDefined();
  });
});
