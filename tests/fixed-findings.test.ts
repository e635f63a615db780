import { logrusToSlog, migratekit, recommended } from "@gopherwood/config";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { describe, expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workFolder } from "./support/work-folder.ts";

const example = fileURLToPath(new URL("../examples/migratekit", import.meta.url));

/** With a default logger of slog, calls of logrus are fixed and not only suggested. */
const SETUP =
  'package setup\n\nimport "log/slog"\n\nfunc Set() { slog.SetDefault(slog.Default()) }\n';

/** The messages of each rule, by its id and the message's. */
function countsOf({ results }: Report): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, messageId } of results.flatMap(({ messages }) => messages)) {
    const key = `${ruleId} ${messageId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe("what --fix writes is no new finding of the same preset", () => {
  const work = workFolder();

  test.each(Object.entries({ logrusToSlog: [...recommended, ...logrusToSlog], migratekit }))(
    "%s",
    async (name, preset) => {
      const cwd = join(work, name);
      cpSync(example, cwd, { recursive: true });
      mkdirSync(join(cwd, "source/setup"));
      writeFileSync(join(cwd, "source/setup/setup.go"), SETUP);
      const config = preset as unknown as Linter.Config[];
      const lint = async () => countsOf(await new Gopherwood({ cwd, config }).lintFiles(["."]));

      const before = await lint();
      const fix = { write: true, suggestions: false };
      const { fixes } = await new Gopherwood({ cwd, config, fix }).lintFiles(["."]);
      expect(fixes.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(15);
      const more = [...(await lint())].filter(([key, count]) => count > (before.get(key) ?? 0));
      expect(more).toEqual([]);
    },
  );
});
