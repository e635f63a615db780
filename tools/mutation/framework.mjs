/**
 * The module that tests get for `@jest/globals`, for a process that loads them once and runs each of
 * them often. Hooks before and after all tests are a part of loading.
 */
import { expect } from "expect";
import { bind } from "jest-each";
import { ModuleMocker } from "jest-mock";

/** The tests that were declared: id, name, file, whether it is skipped, and what it runs. */
export const declared = [];

const ids = new Set();
let file = "";
let block;

/** Reads the tests that a file declares. */
export async function declareFrom(path, load) {
  file = path;
  block = { names: [], isSkipped: false, beforeAll: [], beforeEach: [], afterEach: [] };
  const own = block;
  const first = declared.length;
  await load();
  if (declared.length > first) await inOrder(own.beforeAll);
}

export function describe(name, body) {
  inBlock(name, block.isSkipped, body);
}
describe.skip = (name, body) => {
  inBlock(name, true, body);
};
describe.each = bind(describe, false);

function inBlock(name, isSkipped, body) {
  const outer = block;
  block = {
    names: [...outer.names, name],
    isSkipped,
    // A block shares the hooks of its file that run once.
    beforeAll: isSkipped ? [] : outer.beforeAll,
    beforeEach: [...outer.beforeEach],
    afterEach: [...outer.afterEach],
  };
  body();
  block = outer;
}

export function test(name, body) {
  declare(name, block.isSkipped, body);
}
test.skip = (name, body) => {
  declare(name, true, body);
};
test.each = bind(test, false);

function declare(title, isSkipped, body) {
  const name = [...block.names, title].join(" ");
  let id = `${file}: ${name}`;
  while (ids.has(id)) id += "'";
  ids.add(id);
  const { beforeEach: before, afterEach: after } = block;
  const run = async () => {
    try {
      await inOrder(before);
      await body();
    } finally {
      await inOrder(after);
    }
  };
  declared.push({ id, name, file, isSkipped, run });
}

async function inOrder(hooks) {
  for (const hook of hooks) await hook();
}

export const beforeAll = (hook) => block.beforeAll.push(hook);
export const beforeEach = (hook) => block.beforeEach.push(hook);
export const afterEach = (hook) => block.afterEach.push(hook);
export const afterAll = (hook) => process.once("exit", hook);
export const jest = new ModuleMocker(globalThis);
export { expect };

Object.assign(globalThis, { describe, it: test, test, expect });
