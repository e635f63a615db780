/** The module that tests get for `@jest/globals`: Jest's, with a limit of time for each test. */
import { clearTimeout, setTimeout } from "node:timers";
import { bind } from "jest-each";

const { beforeAll, beforeEach, afterAll, afterEach, describe, expect, jest } = globalThis;
export { beforeAll, beforeEach, afterAll, afterEach, describe, expect, jest };

/** Milliseconds until a test fails that asks for no more. */
const PATIENCE = 60_000;

export function test(name, body, patience = PATIENCE) {
  globalThis.test(name, limited(body, patience));
}
test.each = bind(test);
test.skip = globalThis.test.skip;

function limited(body, patience) {
  return async () => {
    let timer;
    const late = new Promise((_, reject) => {
      const fail = () => reject(new Error(`The test did not end within ${patience / 1000} s.`));
      timer = setTimeout(fail, patience);
    });
    try {
      await Promise.race([body(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
