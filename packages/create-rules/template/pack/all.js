// Loads the tests, for Nodes that do not read TypeScript themselves.
import { createJiti } from "jiti";
import { readdirSync } from "node:fs";

const jiti = createJiti(import.meta.url);

for (const file of readdirSync(import.meta.dirname)) {
  if (file.endsWith(".test.ts")) await jiti.import(`./${file}`);
}
