import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { Engine } from "../src/engine/engine.ts";
import { configWith, newWorkspace } from "./workspace.ts";

const core = pathToFileURL(
  new URL("../../core/dist/documents/index.js", import.meta.url).pathname,
).href;

test("a rule that hangs is cut off, and the engine goes on with the open documents", async () => {
  using workspace = newWorkspace({
    "gopherwood.config.js": configWith({ "demo/no-foo": "error", "demo/hangs": "error" }),
  });
  const engine = new Engine({ core, cwd: workspace.root }, 1500);
  const [good, bad] = [workspace.path("good.go"), workspace.path("bad.go")];
  engine.change(good, "package p\n\nvar _ = foo\n");
  engine.change(bad, "package p\n\nvar _ = hang\n");
  await expect(engine.ask("lint", bad)).rejects.toMatchObject({
    name: "EngineStopped",
    isCulprit: true,
  });
  const linted = await engine.ask("lint", good);
  expect(linted?.messages.map(({ ruleId }) => ruleId)).toEqual(["demo/no-foo"]);
  engine.stop();
  await expect(engine.ask("lint", good)).rejects.toMatchObject({ isCulprit: false });
});
