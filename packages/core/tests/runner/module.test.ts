import { expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calleeOf, definePack, defineRule, semanticsOf } from "../../src/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";

const pack = definePack({
  name: "m",
  namespace: "m",
  version: "1.0.0",
  rules: {
    close: defineRule({
      name: "m/close",
      meta: {
        docs: { description: "Disallow closing files.", category: "Tests" },
        messages: { close: "Do not close." },
      },
      create(context) {
        const semantics = semanticsOf(context.sourceCode);
        return {
          call_expression(node) {
            const callee = calleeOf(node, semantics);
            if (callee.kind === "method" && callee.receiver.name === "File") {
              context.report({ node, messageId: "close" });
            }
          },
        };
      },
    }),
  },
  recommended: { close: "error" },
});

test("what another file declares is read anew in each run", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "gopherwood-module-"));
  try {
    const write = (name: string, text: string) => {
      writeFileSync(join(cwd, name), text);
    };
    write("go.mod", "module example.com/m\n");
    write("a.go", "package m\n\nfunc f() { open().Close() }\n");
    write("b.go", 'package m\n\nimport "os"\n\nfunc open() *os.File { return nil }\n');
    const config = [pack.configs.recommended] as never;
    const engine = new Gopherwood({ cwd, config });
    const lines = async () =>
      (await engine.lintFiles(["."])).results.flatMap(({ messages }) =>
        messages.map(({ line }) => line),
      );
    expect(await lines()).toEqual([3]);
    write("b.go", "package m\n\ntype other struct{}\n\nfunc open() *other { return nil }\n");
    expect(await lines()).toEqual([]);
    write("b.go", "package m\n\ntype File struct{}\n\nfunc open() (f File) { return f }\n");
    expect(await lines()).toEqual([3]);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
