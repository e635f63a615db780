import { expect, test } from "@jest/globals";
import type { FileConfig } from "../../src/runner/file-config.ts";
import { readRulePage } from "../../src/runner/rule-page.ts";
import { newProject } from "./fixture.ts";

const docs = { description: "Disallow x.", url: "https://example.com/x" };

/** Returns a config with the plugin `demo` of a package. */
const configOf = (name: string | undefined): FileConfig => ({
  plugins: {
    demo: {
      ...(name !== undefined && { meta: { name } }),
      rules: { x: { meta: { docs } }, y: {} },
    },
  } as unknown as NonNullable<FileConfig["plugins"]>,
});

test("a page is that of the package that the project has", () => {
  using project = newProject({
    "node_modules/@demo/open/package.json": '{ "name": "@demo/open" }',
    "node_modules/@demo/open/docs/rules/x.md": "# open\n",
    "node_modules/closed/package.json": '{ "name": "closed", "exports": "./index.js" }',
    "node_modules/closed/docs/rules/x.md": "# closed\n",
  });
  const read = (name: string | undefined, id = "demo/x") =>
    readRulePage(configOf(name), id, project.path("cmd/a.go"));
  expect(read("@demo/open")).toEqual({ ...docs, text: "# open\n" });
  expect(read("closed")?.text).toBe("# closed\n");
  for (const name of ["missing", undefined]) expect(read(name)).toEqual({ ...docs, text: "" });
  expect(read("closed", "demo/y")).toEqual({ description: "", url: "", text: "" });
  expect(read("closed", "demo/z")).toBeNull();
  expect(readRulePage({}, "demo/x", project.path("a.go"))).toBeNull();
});
