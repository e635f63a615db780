/**
 * Runs tests in one process: a Stryker test runner. It loads the tests once and then runs
 * those of each mutant, where Jest would load every file of tests again for every mutant.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  commonTokens,
  declareFactoryPlugin,
  PluginKind,
  tokens,
} from "@stryker-mutator/api/plugin";
import { TestStatus } from "@stryker-mutator/api/test-runner";
import { declared, declareFrom } from "./framework.mjs";

/** Tests that take more milliseconds of the processor are left out: they would take all the time. */
const LONGEST = 5000;

/** The tests that are left out, for the other processes of the run. */
const SKIPPED = "skipped-tests.json";

/** The state that Stryker's changed sources read, and in which they note what they come by. */
const context = (globalThis.__stryker__ = {});

function createRunner({ tests, sources }) {
  let isLoaded = false;
  let mutants = 0;
  let isSpoilt = false;

  async function load() {
    if (isLoaded) return;
    isLoaded = true;
    register("../test/loader.mjs", import.meta.url, {
      data: {
        root: pathToFileURL(`${resolve()}/`).href,
        framework: new URL("framework.mjs", import.meta.url).href,
      },
    });
    const files = readdirSync(tests, { recursive: true }).filter((name) =>
      name.endsWith(".test.ts"),
    );
    for (const file of files.sort()) {
      const path = resolve(tests, file);
      await declareFrom(path, () => import(pathToFileURL(path).href));
    }
    // Else the constants of a module that a test loads would be those of the mutant before.
    for (const source of sources) await loadImportsOf(source);
  }

  return {
    // A change of what runs while modules are loaded needs a process of its own.
    capabilities: () => ({ reloadEnvironment: false }),

    async dryRun() {
      await load();
      const results = [];
      /** In milliseconds of the clock: a test may wait for another process. */
      const times = new Map();
      for (const test of declared) {
        const started = performance.now();
        results.push(await resultOf(test));
        times.set(test.id, performance.now() - started);
      }
      const { mutantCoverage } = context;
      const skipped = results
        .filter(({ status }) => status === TestStatus.Skipped)
        .map(({ id }) => id);
      for (const id of skipped) delete mutantCoverage.perTest[id];
      writeFileSync(SKIPPED, JSON.stringify(skipped));
      // The quick ones find most of what there is to find.
      declared.sort((a, b) => times.get(a.id) - times.get(b.id));
      return { status: "complete", tests: results, mutantCoverage };
    },

    async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
      // Stryker tries again in a new process.
      if (isSpoilt) throw new Error("An earlier mutant left something behind.");
      mutants += 1;
      if (mutantActivation === "static") context.activeMutant = activeMutant.id;
      await load();
      Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const skipped = new Set(JSON.parse(readFileSync(SKIPPED, "utf8")));
      const asked = testFilter && new Set(testFilter);
      let nrOfTests = 0;
      for (const test of declared) {
        if (skipped.has(test.id) || (asked && !asked.has(test.id))) continue;
        nrOfTests += 1;
        const failure = await failureOf(test);
        if (context.hitCount > hitLimit) return { status: "timeout", reason: "It never ends." };
        if (failure === undefined) continue;
        if (mutantActivation === "runtime") await expectToPass(test);
        return { status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests };
      }
      return { status: "survived", nrOfTests };
    },
  };

  /** Runs a failed test without a mutant: it may have failed for what another one left behind. */
  async function expectToPass(test) {
    Object.assign(context, { activeMutant: undefined, hitCount: 0 });
    if ((await failureOf(test)) === undefined) return;
    isSpoilt = true;
    if (mutants > 1) throw new Error(`${test.id} fails without a mutant too.`);
  }
}

/** A module that a source imports, at once or later. */
const IMPORT = /"(\.{1,2}\/[\w./-]+\.ts)"/gu;

/** Loads the modules that the sources of a folder, or one source, import. */
async function loadImportsOf(source) {
  const files = statSync(source).isFile()
    ? [source]
    : readdirSync(source, { recursive: true }).map((name) => `${source}/${name}`);
  for (const file of files.filter((name) => name.endsWith(".ts"))) {
    for (const [, path] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      // A mutant may break it, which the tests then notice.
      await import(pathToFileURL(resolve(dirname(file), path)).href).catch(() => {});
    }
  }
}

async function resultOf({ id, name, file: fileName, isSkipped, run }) {
  context.currentTestId = id;
  const started = process.cpuUsage();
  const failureMessage = isSkipped ? undefined : await failureOf({ run });
  const { user, system } = process.cpuUsage(started);
  context.currentTestId = undefined;
  const timeSpentMs = Math.round((user + system) / 1000);
  const result = { id, name, fileName, timeSpentMs };
  if (failureMessage !== undefined)
    return { ...result, status: TestStatus.Failed, failureMessage };
  const isLeftOut = isSkipped || timeSpentMs > LONGEST;
  return { ...result, status: isLeftOut ? TestStatus.Skipped : TestStatus.Success };
}

async function failureOf({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

createRunner.inject = tokens(commonTokens.options);

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "one-process", createRunner),
];
