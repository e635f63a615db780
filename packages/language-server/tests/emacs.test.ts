import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
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
  "Emacs: findings, a fix, a directive, typed text, all fixes, and what is on disk",
  () => {
    using workspace = newWorkspace({
      "a.go": 'package p\n\nvar a = "😀" + foo\n\nvar b = foo\n\nvar c = foo\n',
    });
    const file = workspace.path("a.go");
    const { stderr } = spawnSync("emacs", ["-Q", "--batch", "-l", SCRIPT], {
      env: { ...process.env, FILE: file, SERVER },
      encoding: "utf8",
      timeout: 150_000,
    });
    expect(stderr).not.toContain("failed");
    expect(readFileSync(file, "utf8").replace(" -- reason", "")).toBe(
      'package p\n\nvar a = "😀" + bar\n\n//gopherwood:disable-next-line demo/no-foo\n' +
        "var b = foo\n\nvar c = bar\nvar d = bar\n",
    );
  },
  180_000,
);
