import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { CLIENT_FILES, CLIENT_RESULT } from "./client-files.ts";
import { newWorkspace } from "./workspace.ts";

const isInstalled =
  spawnSync("kak", ["-version"]).status === 0 &&
  spawnSync("kak-lsp", ["--version"]).status === 0;
if (!isInstalled) console.warn("Kakoune with kak-lsp is not installed: its test is skipped.");

const PAGE = readFileSync(new URL("../../../docs/editors/kakoune.md", import.meta.url), "utf8");

/** The set-up that the page tells people to use. */
const KAKRC = Array.from(PAGE.matchAll(/^```kak\n(.*?)^```$/gmsu), ([, block]) => block).join(
  "",
);

/** The options of a buffer that have the places and the messages of its findings. */
const PLACES = "lsp_inline_diagnostics";
const MESSAGES = "lsp_inlay_diagnostics";

/** A Kakoune without a screen. */
class Kakoune implements AsyncDisposable {
  readonly #session: string;
  readonly #answer: string;
  readonly #ended: Promise<unknown>;

  constructor(root: string, file: string) {
    this.#session = basename(root);
    this.#answer = `${root}/answer`;
    const kakoune = spawn("kak", ["-ui", "dummy", "-s", this.#session, file], {
      cwd: root,
      env: { ...process.env, XDG_CONFIG_HOME: `${root}/.config` },
      stdio: "ignore",
    });
    this.#ended = new Promise((resolve) => kakoune.once("exit", resolve));
  }

  /** Runs commands as if they were typed. */
  run(commands: string): void {
    this.#send(`evaluate-commands -client client0 %{ ${commands} }`);
  }

  /** Waits until an option of a buffer matches. */
  async until(buffer: string, option: string, pattern: RegExp): Promise<void> {
    let value = "";
    for (let i = 0; i < 300 && !pattern.test(value); i++) {
      await sleep(50);
      value = await this.#read(buffer, option);
    }
    expect(value).toMatch(pattern);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#send("kill!");
    await this.#ended;
  }

  async #read(buffer: string, option: string): Promise<string> {
    rmSync(this.#answer, { force: true });
    this.#send(`evaluate-commands -buffer ${buffer} %{ echo -to-file answer %opt{${option}} }`);
    for (let i = 0; i < 20 && !existsSync(this.#answer); i++) await sleep(10);
    return existsSync(this.#answer) ? readFileSync(this.#answer, "utf8") : "";
  }

  #send(commands: string): void {
    spawnSync("kak", ["-p", this.#session], { input: commands });
  }
}

(isInstalled ? test : test.skip)(
  "Kakoune: findings, a fix, a directive, typed text, all fixes on save, a neighbour, and what is on disk",
  async () => {
    using workspace = newWorkspace({ ...CLIENT_FILES, ".config/kak/kakrc": KAKRC });
    await using kakoune = new Kakoune(workspace.root, "a.go");
    // Columns are bytes, from 1: that of the emoji's line shows that they are right.
    const found = (...places: string[]) => kakoune.until("a.go", PLACES, placesOf(places));
    await found("3.18,3.20", "5.9,5.11", "7.9,7.11", "10.2,10.2");
    await kakoune.until("a.go", MESSAGES, /int$/);

    kakoune.run("select 3.18,3.18; lsp-code-action '^Fix this demo/no-foo problem'");
    await found("5.9,5.11", "7.9,7.11", "10.2,10.2");
    kakoune.run("select 5.9,5.9; lsp-code-action '^Disable demo/no-foo for this line'");
    await found("8.9,8.11", "11.2,11.2");
    kakoune.run("execute-keys 'geovar d = foo<esc>'");
    await found("8.9,8.11", "11.2,11.2", "13.9,13.11");
    kakoune.run("write");
    await found("11.2,11.2");
    expect(readFileSync(workspace.path("a.go"), "utf8")).toBe(CLIENT_RESULT);

    kakoune.run("edit b.go; execute-keys '%sint<ret>cstring<esc>'");
    await kakoune.until("a.go", MESSAGES, /string$/);
    expect(readFileSync(workspace.path("b.go"), "utf8")).toBe(CLIENT_FILES["b.go"]);
  },
  180_000,
);

/** Returns what matches findings at places alone, after the version of the buffer. */
function placesOf(places: readonly string[]): RegExp {
  const findings = places.map((place) => `${place.replaceAll(".", "\\.")}\\|Diagnostic\\w+`);
  return new RegExp(`^\\d+ ${findings.join(" ")}$`);
}
