import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { newWorkspace } from "./workspace.ts";

/** `NVIM=/path/to/nvim` chooses another one than that of the path. */
const NVIM = process.env["NVIM"] ?? "nvim";

const isInstalled = spawnSync(NVIM, ["--version"]).status === 0;
if (!isInstalled) console.warn("Neovim is not installed: its test is skipped.");

const SCRIPT = fileURLToPath(new URL("neovim.lua", import.meta.url));
const SERVER = fileURLToPath(new URL("../bin/gopherwood-language-server.js", import.meta.url));

(isInstalled ? test : test.skip)(
  "Neovim: findings, a fix, a directive, typed text, all fixes, and what is on disk",
  () => {
    using workspace = newWorkspace({
      "a.go": 'package p\n\nvar a = "😀" + foo\n\nvar b = foo\n\nvar c = foo\n',
    });
    const file = workspace.path("a.go");
    const { stdout, stderr } = spawnSync(
      NVIM,
      ["--headless", "-u", "NONE", "-n", "-i", "NONE", "-c", `luafile ${SCRIPT}`],
      { env: { ...process.env, FILE: file, SERVER }, encoding: "utf8", timeout: 150_000 },
    );
    expect(`${stdout}${stderr}`).not.toContain("failed");
    expect(stdout).toContain('first [2, 17, "Write bar.", "demo/no-foo"]');
    // Old versions cannot select the place of a reason, and get none.
    expect(readFileSync(file, "utf8").replace(" -- reason", "")).toBe(
      'package p\n\nvar a = "😀" + bar\n\n//gopherwood:disable-next-line demo/no-foo\n' +
        "var b = foo\n\nvar c = bar\nvar d = bar\n",
    );
  },
  180_000,
);
