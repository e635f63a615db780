import { expect, test } from "@jest/globals";
import { activate } from "../src/extension.ts";
import { actions, offered, statusItem, trustWorkspace } from "./editor/vscode.ts";

test("in a workspace that is not trusted nothing is started, and the status says so", async () => {
  await activate({ extensionPath: "/extension", subscriptions: [] } as never);
  for (const run of offered.values()) await run();
  expect(actions).toEqual(["output"]);
  expect(statusItem).toMatchObject({
    text: "Gopherwood: restricted",
    detail: "A config is code: trust the workspace to lint it.",
    command: { command: "workbench.trust.manage" },
  });
  trustWorkspace();
  expect(actions).toEqual(["output", "started"]);
});
