/**
 * Looks at the HTML page of a report with 10,000 findings in Chromium: the time until it is there,
 * each filter, the keyboard, code with its mark, and dark mode. Writes screenshots at three widths.
 *
 *   node tools/html/chromium.mjs REPORT.json DIRECTORY
 *
 * REPORT.json is what --format report wrote of any project. Needs Debian's chromium and a build;
 * playwright-core comes from npm, into the directory, at the first run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { formatHtml } from "../../packages/formatter-html/dist/index.js";

const FINDINGS = 10_000;
const MOST_MILLISECONDS = 2000;

const [reportFile, directory] = process.argv.slice(2).map((path) => resolve(path));
if (!reportFile || !directory) throw new Error("Name a report and a directory.");
mkdirSync(directory, { recursive: true });
if (!existsSync(join(directory, "node_modules/playwright-core"))) {
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  const packages = ["install", "--no-audit", "--no-fund", "playwright-core@1.65.1"];
  execFileSync("npm", packages, { cwd: directory, stdio: "ignore" });
}
const { chromium } = createRequire(join(directory, "x.js"))("playwright-core");

const report = JSON.parse(readFileSync(reportFile, "utf8"));
const seed = report.sites.filter(({ verdict }) => verdict !== "compliant");
const many = Array.from({ length: FINDINGS }, (_, index) => {
  const site = seed[index % seed.length];
  return index % 3 === 0
    ? { ...site, verdict: "violation", message: `Finding ${index}.` }
    : site;
});
const page = join(directory, "page.html");
writeFileSync(page, [...formatHtml({ ...report, sites: many }, "2026-11-27")].join(""));
const own = join(directory, "own.html");
writeFileSync(own, [...formatHtml(report, "2026-11-27")].join(""));

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  await use();
  await picture();
} finally {
  await browser.close();
}

async function use() {
  const tab = await browser.newPage();
  const problems = [];
  tab.on("console", (message) => problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(error.message));
  tab.on("request", (request) => {
    if (!request.url().startsWith("file:")) problems.push(`it loads ${request.url()}`);
  });
  const started = performance.now();
  await tab.goto(pathToFileURL(page).href);
  await tab.waitForSelector("#findings li");
  const time = performance.now() - started;
  check(`there in ${Math.round(time)} ms`, time < MOST_MILLISECONDS);
  const count = async () =>
    Number((await tab.textContent("#count")).split(" ")[0].replace(",", ""));
  const all = async () => await tab.locator("#findings li").count();
  const violations = many.filter(({ verdict }) => verdict === "violation").length;
  check("violations first", (await count()) === violations);
  await tab.keyboard.press("Escape");
  check("Escape shows all", (await count()) === FINDINGS);
  await filter("verdict", "exempt", (site) => site.verdict === "exempt");
  await filter("rule", many[0].ruleId, (site) => site.ruleId === many[0].ruleId);
  const [system] = report.systems;
  if (system) {
    const files = new Set(system.files);
    await filter("system", system.name, (site) => files.has(site.file));
  }
  await tab.keyboard.press("/");
  await tab.keyboard.type(many[0].file);
  check("by file", (await count()) === many.filter(({ file }) => file === many[0].file).length);
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("j");
  await tab.keyboard.press("j");
  await tab.keyboard.press("k");
  await tab.keyboard.press("Enter");
  const first = tab.locator("#findings details").first();
  check("j, k and Enter open the first", await first.evaluate((details) => details.open));
  const code = await first.locator("pre").textContent();
  const marked = await first.locator("mark").textContent();
  check("code with its mark", code.includes(marked) && marked.length > 0);
  for (let at = 0; at < 150; at += 1) await tab.keyboard.press("j");
  check("the list grows under the focus", (await all()) === 200);
  const address = tab.url();
  await tab.selectOption("[name=verdict]", { label: "undecided" });
  check("the address has the filters", tab.url() !== address && /verdict=\d/u.test(tab.url()));
  const light = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tab.emulateMedia({ colorScheme: "dark" });
  const dark = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  check("dark mode", light !== dark);
  check(`nothing loaded, no errors ${problems.join("; ")}`, problems.length === 0);

  async function filter(name, label, test) {
    await tab.selectOption(`[name=${name}]`, { label });
    const start = performance.now();
    const shown = await count();
    const expected = many.filter(test).length;
    check(
      `by ${name}: ${shown} in ${Math.round(performance.now() - start)} ms`,
      shown === expected,
    );
    await tab.selectOption(`[name=${name}]`, "");
  }
}

async function picture() {
  for (const [width, colorScheme] of [
    [360, "light"],
    [800, "dark"],
    [1440, "light"],
  ]) {
    const tab = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
    await tab.goto(pathToFileURL(own).href);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    check(`${width} wide: no scrolling sideways`, wide <= width);
    await tab.screenshot({ path: join(directory, `${width}-top.png`) });
    await tab.locator("#findings summary").first().click();
    await tab.locator("#filters").evaluate((filters) => filters.scrollIntoView());
    await tab.screenshot({ path: join(directory, `${width}-findings.png`) });
    await tab.close();
  }
}

function check(what, isRight) {
  console.log(`${isRight ? "right" : "WRONG"}  ${what}`);
  if (!isRight) process.exitCode = 1;
}
