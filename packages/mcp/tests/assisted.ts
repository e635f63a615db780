import { afterAll, beforeAll } from "@jest/globals";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { Assistant } from "./assistant.ts";
import { Files } from "./workspace.ts";

/** The assistant of the tests of a file, and the workspaces that it works in. */
export interface Assisted {
  readonly assistant: Assistant;
  /** Makes files the workspace of the assistant, until the tests end. */
  workspace(files: Readonly<Record<string, string>>): Files;
}

/** Starts an assistant before the tests of a file, and ends it after them. */
export function assistTests(): Assisted {
  let assistant: Assistant;
  const workspaces: Files[] = [];
  beforeAll(async () => {
    assistant = await Assistant.start({ trusted: [realpathSync(tmpdir())], roots: [] });
  });
  afterAll(async () => {
    await assistant[Symbol.asyncDispose]();
    for (const files of workspaces) files[Symbol.dispose]();
  });
  return {
    get assistant() {
      return assistant;
    },
    workspace(files) {
      const written = new Files(files);
      workspaces.push(written);
      assistant.roots = [written.code];
      return written;
    },
  };
}

/** Returns a file with a function of some lines. */
export const body = (...lines: string[]) =>
  `package p\n\nfunc f() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;
