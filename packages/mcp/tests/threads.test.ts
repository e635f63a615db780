import { expect, test } from "@jest/globals";
import { Threads, type TaskRunner } from "../src/thread/threads.ts";
import { Assistant } from "./assistant.ts";
import { CONFIG, Files } from "./workspace.ts";

const body = (line: string) => `package p\n\nfunc f() {\n\t${line}\n}\n`;

const inThreads = ({ code }: Files) =>
  Assistant.start({ workspace: [code], trusted: [code] }, new Threads());

test("a config that changes counts from the next call on", async () => {
  using files = new Files({ "code/a.go": body("baz()") });
  await using assistant = await inThreads(files);
  expect((await assistant.call("lint")).text).toContain("0 errors, 1 warning");
  files.write("code/gopherwood.config.mjs", CONFIG.replace('"warn"', '"error"'));
  expect((await assistant.call("lint")).text).toContain("1 error, 0 warnings");
});

test("a rule that ends the process is named, and others find what they find", async () => {
  using files = new Files({ "code/a.go": body("foo()"), "code/b.go": body("exit()") });
  await using assistant = await inThreads(files);
  const { isError, text } = await assistant.call("lint");
  expect(text).toContain("b.go: demo/no-foo: The rule ended the process: it is off");
  expect(text).toContain("a.go:4:2 error demo/no-foo");
  expect(isError).toBe(false);
});

test("a config that ends the process, or a rule that hangs, does not end the server", async () => {
  using files = new Files({ "code/a.go": body("foo()"), "code/b.go": "package p\n" });
  await using assistant = await inThreads(files);
  files.write("code/gopherwood.config.mjs", "process.exit();\n");
  expect(await assistant.call("lint")).toEqual({
    isError: true,
    text: "A rule or a config ended the work before it was done.",
  });
  files.write("code/gopherwood.config.mjs", CONFIG);
  files.write("code/b.go", body("hang()"));
  const cancel = new AbortController();
  const linting = assistant.client.callTool({ name: "lint", arguments: {} }, undefined, {
    signal: cancel.signal,
    // After the first file.
    onprogress: () => {
      cancel.abort("enough");
    },
  });
  await expect(linting).rejects.toThrow("enough");
  expect((await assistant.call("lint", { paths: ["a.go"] })).text).toContain("1 error");
});

test("a task that its client takes back ends its thread", async () => {
  using files = new Files({ "code/a.go": body("foo()"), "code/b.go": body("hang()") });
  const { code } = files;
  const threads = new Threads();
  const cancel = new AbortController();
  const task = {
    name: "lint",
    request: { root: code, paths: [code] },
    trusted: [code],
  } as const;
  const running = threads.run(task, {
    signal: cancel.signal,
    onProgress: () => {
      cancel.abort();
    },
  });
  await expect(running).rejects.toThrow("ended the work before it was done");
  threads.end();
});

test("who closes the server ends its threads", async () => {
  let ended = 0;
  const threads: TaskRunner = {
    run: () => Promise.reject(new Error("There is no task.")),
    end: () => (ended += 1),
  };
  const assistant = await Assistant.start({}, threads);
  expect(ended).toBe(0);
  await assistant.client.close();
  expect(ended).toBe(1);
});
