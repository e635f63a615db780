import { expect, test } from "@jest/globals";
import type { Connection } from "vscode-languageserver/node";
import { EngineStopped } from "../src/engine/engine.ts";
import { Failures } from "../src/failures.ts";

/** Returns the failures of a connection, and what it was told. */
function recorded() {
  const told: unknown[] = [];
  const logged: string[] = [];
  const connection = {
    console: { error: (text: string) => logged.push(text) },
    sendNotification: (_: unknown, params: unknown) => {
      told.push(params);
      return Promise.resolve();
    },
  };
  return { failures: new Failures(connection as unknown as Connection), told, logged };
}

const shown = (message: string) => ({ type: 1, message: `Gopherwood: ${message}` });

test("a failure is shown once and logged each time, until a config changes", () => {
  const { failures, told, logged } = recorded();
  expect(failures.last).toBeNull();
  failures.add("/m/a.go", new Error("No config."));
  failures.add("/m/b.go", new Error("No config."));
  failures.add("/m/b.go", "text");
  expect(told).toEqual([shown("No config."), shown("text")]);
  expect(logged).toEqual(["No config.", "No config.", "text"]);
  expect(failures.last).toBe("text");
  failures.forget();
  expect(failures.last).toBeNull();
  failures.add("/m/a.go", new Error("No config."));
  expect(told).toHaveLength(3);
});

test("of requests that an engine's end left open only the one that hung is told", () => {
  const { failures, told } = recorded();
  failures.add("/m/a.go", new EngineStopped(false));
  expect([told, failures.last]).toEqual([[], null]);
  failures.add("/m/a.go", new EngineStopped(true));
  expect(told).toEqual([
    shown("/m/a.go: a rule does not come to an end. The file is linted again when it changes."),
  ]);
});

test("a rule that throws is told once, with its first place; what is of no rule by its text", () => {
  const { failures, told } = recorded();
  const problems = [
    { path: "/m/a.go", line: 3, ruleId: "demo/a", message: "It threw." },
    { path: "/m/b.go", line: 4, ruleId: "demo/a", message: "It threw." },
    { path: "/m/b.go", ruleId: "demo/b", message: "It threw." },
    { path: "/m/b.go", message: "Not read." },
    { path: "/m/b.go", line: 1, message: "Not read." },
  ];
  failures.addProblems(problems);
  expect(told).toEqual([
    shown("demo/a: It threw. (/m/a.go:3)"),
    shown("demo/b: It threw. (/m/b.go)"),
    shown("/m/b.go: Not read."),
    shown("/m/b.go:1: Not read."),
  ]);
});
