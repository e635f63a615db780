import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { CLIENT_FILES, CLIENT_RESULT } from "./client-files.ts";
import { newWorkspace } from "./workspace.ts";

/** Eglot is part of Emacs 29, and a package of Debian's before. */
const FIND_EGLOT = `(progn
  (require 'package)
  (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
  (package-initialize)
  (require 'eglot))`;

const isInstalled = spawnSync("emacs", ["-Q", "--batch", "--eval", FIND_EGLOT]).status === 0;
if (!isInstalled) console.warn("Emacs with eglot is not installed: its test is skipped.");

const SCRIPT = fileURLToPath(new URL("eglot.el", import.meta.url));
const SERVER = fileURLToPath(new URL("../bin/gopherwood-language-server.js", import.meta.url));

(isInstalled ? test : test.skip)(
  "Emacs: findings, a fix, a directive, typed text, all fixes, a neighbour, and what is on disk",
  () => {
    using workspace = newWorkspace(CLIENT_FILES);
    const file = workspace.path("a.go");
    const { stderr } = spawnSync("emacs", ["-Q", "--batch", "-l", SCRIPT], {
      env: { ...process.env, FILE: file, NEIGHBOUR: workspace.path("b.go"), SERVER },
      encoding: "utf8",
      timeout: 150_000,
    });
    expect(stderr).not.toContain("failed");
    expect(readFileSync(file, "utf8").replace(" -- reason", "")).toBe(CLIENT_RESULT);
    expect(readFileSync(workspace.path("b.go"), "utf8")).toBe(CLIENT_FILES["b.go"]);
  },
  180_000,
);
