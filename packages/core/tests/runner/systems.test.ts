import { expect, test } from "@jest/globals";
import { Gopherwood } from "../../src/runner/index.ts";
import { configWith, newProject } from "./fixture.ts";

const configOf = (gopherwood: object) => configWith({}, { settings: { gopherwood } });

test("of a system, category or option that several configs have the first counts", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configOf({
      systems: [{ name: "A", status: "active", files: ["a/**"] }],
      categories: [{ name: "x", impact: "high" }],
      assessment: { title: "First" },
    }),
    "b/gopherwood.config.mjs": configOf({
      systems: [
        { name: "A", status: "deprecated", files: ["**/b.go"] },
        { name: "B", status: "active", files: ["**/b.go"] },
      ],
      categories: [{ name: "x", impact: "low" }, { name: "y" }],
      assessment: { title: "Second", purpose: "To see." },
    }),
    "go.mod": "module example.com/m\n",
    "a/a.go": "package a\n",
    "b/b.go": "package b\n",
    "c.go": "package c\n",
  });
  const { systems, categories, assessment } = await new Gopherwood({
    cwd: project.root,
  }).lintFiles(["."]);
  expect(systems).toEqual([
    { name: "A", status: "active", files: ["a/a.go"] },
    { name: "B", status: "active", files: ["b/b.go"] },
  ]);
  expect(categories).toEqual([{ name: "x", impact: "high" }, { name: "y" }]);
  expect(assessment).toEqual({ title: "First", purpose: "To see." });
});
