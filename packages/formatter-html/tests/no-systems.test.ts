import { expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatHtml } from "../src/index.ts";

/** Returns the page of a directory with an empty config and a file. */
async function pageOf(file: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "gopherwood-html-"));
  try {
    writeFileSync(join(directory, "gopherwood.config.json"), "{}");
    writeFileSync(join(directory, file), "package a\n");
    const report = await new Gopherwood({ cwd: directory, survey: true }).lintFiles(["."]);
    return [...formatHtml(report, "2026-11-27")].join("");
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const PARTS = ['id="systems"', 'class="legend"', "<table"];

test("a page without files has no legend and no table", async () => {
  const page = await pageOf("notes.txt");
  for (const part of PARTS) expect(page).not.toContain(part);
  expect(page).toContain("<h2>Not judged</h2>");
});

test("a page without systems has the project as one, also where no rule judges it", async () => {
  const page = await pageOf("a.go");
  for (const part of PARTS) expect(page).toContain(part);
  expect(page).toContain('<th scope="row">gopherwood-html-');
});
