/**
 * Tries the packaged extension in a real VS Code, which runs in Chromium: restricted mode, and
 * after trust is granted findings, a fix, typed text, a directive, all fixes, what is on disk
 * then, and the type of a neighbour that is changed and not saved.
 *
 *   node tools/vscode/chromium.mjs gopherwood.vsix DIRECTORY
 *
 * Needs Debian's chromium. VS Code comes from npm's code-server and is installed into the
 * directory at the first run; screenshots are written there.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PORT = 8123;
const root = fileURLToPath(new URL("../..", import.meta.url));
const [vsix, directory] = process.argv.slice(2).map((path) => resolve(path));
if (!vsix || !directory) throw new Error("Name the .vsix and a directory.");
const vscode = join(directory, "node_modules/code-server/lib/vscode");
const workspace = join(directory, "workspace");
const data = join(directory, "data");
const file = join(workspace, "a.go");
const neighbour = join(workspace, "b.go");
/** Written by the config when it is run. */
const configRan = join(directory, "config-ran");

const BEFORE = `package a

import "log"

func f(err error) {
	log.Printf("😀 %v", err)
}

func g() {
	log.Print("start")
}

func k(s S) {
	s.l.Print("k")
}
`;

const NEIGHBOUR = `package a

import "log"

type logger = log.Logger

type printer struct{}

func (printer) Print(string) {}

type S struct{ l printer }
`;

install();
makeWorkspace();
const server = serve();
try {
  await drive();
} finally {
  server.kill();
}

function npm(args, cwd) {
  execFileSync("npm", [...args, "--no-audit", "--no-fund"], { cwd, stdio: "ignore" });
}

/** Installs VS Code's own server without its native parts, which are not needed here. */
function install() {
  if (existsSync(join(vscode, "node_modules"))) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  const packages = ["code-server@4.100.3", "@vscode/ripgrep@1.18.0", "playwright-core@1.65.1"];
  npm(["install", "--ignore-scripts", ...packages], directory);
  npm(["install", "--ignore-scripts", "--omit=dev"], vscode);
  // Its own would be downloaded by a script.
  const ripgrep = join(directory, "node_modules/@vscode/ripgrep-linux-x64/bin/rg");
  cpSync(ripgrep, join(vscode, "node_modules/@vscode/ripgrep/bin/rg"));
}

function makeWorkspace() {
  rmSync(workspace, { recursive: true, force: true });
  rmSync(configRan, { force: true });
  mkdirSync(workspace);
  symlinkSync(join(root, "node_modules"), join(workspace, "node_modules"));
  writeFileSync(join(workspace, "go.mod"), "module example.com/a\n\ngo 1.22\n");
  writeFileSync(join(workspace, "package.json"), '{ "type": "module" }\n');
  writeFileSync(
    join(workspace, "gopherwood.config.js"),
    `import { writeFileSync } from "node:fs";
import logging from "@gopherwood/rules-logging";

writeFileSync(${JSON.stringify(configRan)}, "");
export default [
  logging.configs.recommended,
  { files: ["**/*.go"], rules: { "logging/no-direct-logging": ["error", { loggers: ["log"], replacement: ["slog"] }] } },
];
`,
  );
  writeFileSync(file, BEFORE);
  writeFileSync(neighbour, NEIGHBOUR);
}

function serve() {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, "data/Machine"), { recursive: true });
  mkdirSync(join(data, "home"));
  const settings = {
    "security.workspace.trust.enabled": true,
    "files.autoSave": "off",
    "workbench.startupEditor": "none",
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": false,
    "git.enabled": false,
  };
  writeFileSync(join(data, "data/Machine/settings.json"), JSON.stringify(settings));
  const env = { ...process.env, HOME: join(data, "home") };
  const main = join(vscode, "out/server-main.js");
  const common = ["--server-data-dir", data, "--accept-server-license-terms"];
  execFileSync(process.execPath, [main, ...common, "--install-extension", vsix], {
    env,
    stdio: "ignore",
  });
  const options = ["--host", "127.0.0.1", "--port", String(PORT), "--without-connection-token"];
  return spawn(process.execPath, [main, ...common, ...options], { env, stdio: "ignore" });
}

async function drive() {
  const { chromium } = createRequire(join(directory, "x.js"))("playwright-core");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const shot = (name) => page.screenshot({ path: join(directory, `${name}.png`) });
  const squiggles = async (count) => {
    const shown = page.locator(".squiggly-error, .squiggly-warning");
    for (let attempt = 0; (await shown.count()) !== count; attempt += 1) {
      if (attempt === 600) throw new Error(`There are not ${count} findings.`);
      await page.waitForTimeout(100);
    }
  };
  try {
    await opened(page, `http://127.0.0.1:${PORT}/?folder=${workspace}`);
    await page.getByText("Restricted Mode").first().waitFor();
    await page.locator('[id="status.languageStatus"]').hover();
    await page.getByText("Gopherwood: restricted").first().waitFor();
    await page.waitForTimeout(5000);
    await shot("0-restricted");
    await squiggles(0);
    if (existsSync(configRan)) throw new Error("The config ran in restricted mode.");
    console.log("restricted mode: told, and no config ran");

    await command(page, "Workspaces: Manage Workspace Trust");
    await page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await page.getByText("You trust this").first().waitFor();
    await page.keyboard.press("Control+W");
    await page.locator(".monaco-editor .view-lines").first().click();
    await squiggles(2);
    await shot("1-findings");
    console.log("findings: shown");

    await nextFinding(page);
    await shot("2-message");
    await page.keyboard.press("Escape");
    await quickFix(page, /Fix this logging/u);
    await squiggles(1);
    await shot("3-fixed");
    console.log("fix: applied");

    await type(page, 'func h() {\nlog.Print("x")');
    await squiggles(2);
    console.log("typed text: found");

    await nextFinding(page);
    await page.keyboard.press("Escape");
    await quickFix(page, /Disable logging.* for this line/u);
    await squiggles(1);
    await page.waitForTimeout(1000);
    await page.keyboard.type("the boot log");
    await shot("4-directive");
    console.log("directive: written");

    await command(page, "Gopherwood: Fix All");
    await squiggles(0);
    await page.keyboard.press("Control+S");
    await page.waitForTimeout(1000);
    await shot("5-saved");
    const after = readFileSync(file, "utf8");
    console.log(after);
    for (const part of ["slog.Info(", " -- the boot log\n", 'log.Print("start")']) {
      if (!after.includes(part)) throw new Error(`'${part}' is not on disk.`);
    }
    console.log("all fixes: on disk");

    await goTo(page, "b.go");
    await page.keyboard.press("Control+End");
    for (const key of ["ArrowUp", "End", "ArrowLeft", "ArrowLeft", "Control+Shift+ArrowLeft"]) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type("*log.Logger");
    await goTo(page, "a.go");
    await squiggles(1);
    await shot("6-neighbour");
    if (readFileSync(neighbour, "utf8") !== NEIGHBOUR) throw new Error("b.go was saved.");
    console.log("a neighbour that is not saved: seen");
  } catch (error) {
    await shot("failed");
    throw error;
  } finally {
    await browser.close();
  }
}

/** Opens the file; the server may still be starting. */
async function opened(page, url) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await page.goto(url);
      break;
    } catch (error) {
      if (attempt === 60) throw error;
      await page.waitForTimeout(500);
    }
  }
  await page.getByText("No, I don't trust the authors").first().click({ timeout: 60_000 });
  const row = page.locator('.monaco-list-row[aria-label^="a.go"]').first();
  await row.waitFor({ timeout: 60_000 });
  await row.dblclick();
  await page.waitForSelector(".monaco-editor .view-line", { timeout: 60_000 });
  await page.locator(".monaco-editor .view-lines").first().click();
}

async function type(page, text) {
  await page.keyboard.press("Control+End");
  await page.keyboard.type(`\n${text}\n`, { delay: 20 });
  await page.keyboard.press("Delete");
}

async function nextFinding(page) {
  await page.waitForTimeout(1000);
  await page.keyboard.press("F8");
  await page.waitForTimeout(1000);
}

/** Chooses a quick fix by keys: a click is intercepted. */
async function quickFix(page, title) {
  const rows = page.locator(".action-widget .monaco-list-row.action");
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press("Control+.");
    try {
      await rows.first().waitFor({ timeout: 5000 });
      break;
    } catch (error) {
      // VS Code drops the answer when the cursor or a finding moves meanwhile.
      if (attempt === 5) throw error;
      await page.keyboard.press("Escape");
    }
  }
  const titles = await rows.allInnerTexts();
  const at = titles.findIndex((text) => title.test(text));
  if (at === -1) throw new Error(`There is no ${title} in ${JSON.stringify(titles)}.`);
  for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function goTo(page, name) {
  await page.keyboard.press("Control+P");
  await page.waitForSelector(".quick-input-widget input");
  await page.keyboard.type(name);
  await page.waitForTimeout(1000);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(1000);
}

async function command(page, name) {
  await page.keyboard.press("F1");
  await page.waitForSelector(".quick-input-widget input");
  await page.keyboard.type(name);
  await page.waitForTimeout(1000);
  await page.keyboard.press("Enter");
}
