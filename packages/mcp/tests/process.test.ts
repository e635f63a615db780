import { expect, jest, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { main } from "../src/main.ts";
import { version } from "../src/version.generated.ts";
import { Assistant, BIN } from "./assistant.ts";
import { CONFIG, Files } from "./workspace.ts";

const GO = "package p\n\nfunc f() {\n\tfoo()\n}\n";

test("a process: what a config prints is no answer", async () => {
  using files = new Files({
    "code/a.go": GO,
    "code/gopherwood.config.mjs": `console.log("A config may print.");${CONFIG}`,
  });
  await using assistant = await Assistant.spawn({
    workspace: [files.code],
    trusted: [files.code],
  });
  expect((await assistant.call("lint")).text).toContain("a.go:4:2");
});

test("the workspace is the client's if the command line names none; never the whole disk", async () => {
  using files = new Files({ "code/a.go": GO, "other/b.go": GO });
  await using assistant = await Assistant.spawn({
    trusted: [files.directory],
    roots: [files.code, files.path("other")],
  });
  expect((await assistant.call("lint")).text).toContain("a.go:4:2");
  expect((await assistant.call("lint", { paths: [files.directory] })).isError).toBe(true);
  await using lost = await Assistant.spawn({ trusted: [files.directory] });
  const { text, isError } = await lost.call("lint", { paths: [files.code] });
  expect(isError).toBe(true);
  expect(text).toContain("gopherwood-mcp <folder>");
});

test("the server ends with its client, whatever it is at", async () => {
  using files = new Files({ "code/a.go": "package p\n\nvar hang int\n" });
  const server = spawn(process.execPath, [BIN, "--trust", files.code, files.code], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = once(server, "exit");
  const ask = (id: number, method: string, params: object) =>
    server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  const client = {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "c", version: "1" },
  };
  ask(1, "initialize", client);
  ask(2, "tools/call", { name: "syntax_tree", arguments: { path: "a.go" } });
  for await (const chunk of server.stdout.setEncoding("utf8")) {
    if (String(chunk).includes('"id":2')) break;
  }
  ask(3, "tools/call", { name: "lint", arguments: {} });
  server.stdin.end();
  expect(await ended).toEqual([0, null]);
});

test("the command line: help, the version, and arguments that cannot be read", async () => {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  const run = async (...args: string[]) => {
    Object.assign(written, { stdout: "", stderr: "" });
    const status = await main(args);
    return { status, ...written };
  };
  try {
    for (const flag of ["--help", "-h"]) {
      expect(await run(flag)).toEqual({
        status: 0,
        stdout: expect.stringMatching(/^Usage: gopherwood-mcp .*--trust <folder>/su),
        stderr: "",
      });
    }
    for (const flag of ["--version", "-v"]) {
      expect(await run(flag)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    }
    const none = "/there/is/no/such/folder";
    for (const args of [["--nope"], [none], ["--trust", none]]) {
      const { status, stderr, stdout } = await run(...args);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^gopherwood-mcp: .+\nTry 'gopherwood-mcp --help'\.\n$/su);
      expect(stderr).toContain(String(args.at(-1)));
    }
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});
