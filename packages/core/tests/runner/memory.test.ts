import { expect, test } from "@jest/globals";
import { Gopherwood } from "../../src/runner/index.ts";
import { configWith, newProject } from "./fixture.ts";

const FILES = 100;
const ROUNDS = 6;
/** In bytes; the trees of five rounds take three times as much when they are not freed. */
const GROWTH = 16e6;

test("memory does not grow with the number of files", async () => {
  const body = 'func f() { x := g(1, "text"); if x { h(x.y.z) } }\n'.repeat(30);
  const files = Array.from({ length: FILES }, (_, index) => [
    `p${index % 20}/f${index}.go`,
    `package p\n\n${body}`,
  ]);
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/selector": "error", "demo/no-foo": "error" }),
    ...(Object.fromEntries(files) as Record<string, string>),
  });
  const engine = new Gopherwood({ cwd: project.root });
  const wasm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { files: linted } = await engine.lintFiles(["."]);
    expect(linted).toHaveLength(FILES);
    // WebAssembly's memory is in here; it grows and never shrinks.
    wasm.push(process.memoryUsage().external);
  }
  expect((wasm.at(-1) ?? 0) - (wasm[1] ?? 0)).toBeLessThan(GROWTH);
});
