import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { CLIENT_FILES, CLIENT_RESULT } from "./client-files.ts";
import { newWorkspace } from "./workspace.ts";

/** `NVIM=/path/to/nvim` chooses another one than that of the path. */
const NVIM = process.env["NVIM"] ?? "nvim";

const isInstalled = spawnSync(NVIM, ["--version"]).status === 0;
if (!isInstalled) console.warn("Neovim is not installed: its test is skipped.");

const SCRIPT = fileURLToPath(new URL("neovim.lua", import.meta.url));
const SERVER = fileURLToPath(new URL("../bin/gopherwood-language-server.js", import.meta.url));

(isInstalled ? test : test.skip)(
  "Neovim: findings, a fix, a directive, typed text, all fixes, a neighbour, and what is on disk",
  () => {
    using workspace = newWorkspace(CLIENT_FILES);
    const file = workspace.path("a.go");
    const { stdout, stderr } = spawnSync(
      NVIM,
      ["--headless", "-u", "NONE", "-n", "-i", "NONE", "-c", `luafile ${SCRIPT}`],
      {
        env: { ...process.env, FILE: file, NEIGHBOUR: workspace.path("b.go"), SERVER },
        encoding: "utf8",
        timeout: 150_000,
      },
    );
    expect(`${stdout}${stderr}`).not.toContain("failed");
    expect(stdout).toContain('type "int"');
    expect(stdout).toContain('first [2, 17, "Write bar.", "demo/no-foo"]');
    // Old versions cannot select the place of a reason, and get none.
    expect(readFileSync(file, "utf8").replace(" -- reason", "")).toBe(CLIENT_RESULT);
    expect(readFileSync(workspace.path("b.go"), "utf8")).toBe(CLIENT_FILES["b.go"]);
  },
  180_000,
);
