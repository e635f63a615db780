import { fileURLToPath } from "node:url";
import { packageFile } from "../package-file.ts";
import { GoLanguage } from "./go-language.ts";
import { disk } from "../source/disk.node.ts";
import { version } from "../version.generated.ts";

/**
 * The number of the contract between core and rules: the tree, the source code and the sites. A
 * release that breaks rules which were built for an earlier one increases it.
 */
const CONTRACT = 1;

const plugin = {
  meta: { name: "@gopherwood/core", namespace: "gopherwood", version },
  languages: { go: new GoLanguage(disk) },
  rules: {},
};

/** A copy of this package that a process has loaded. */
interface Copy {
  readonly contract: number;
  readonly folder: string;
  readonly plugin: typeof plugin;
}

const KEY = Symbol.for("@gopherwood/core");
const own: Copy = {
  contract: CONTRACT,
  folder: fileURLToPath(packageFile(".")),
  plugin,
};
const first: Copy = ((globalThis as { [KEY]?: Copy })[KEY] ??= own);

/**
 * Core as an ESLint plugin: it brings the language `gopherwood/go` and no rules. Copies of core
 * with one contract share the plugin of the copy that was loaded first, for a file has one
 * language and ESLint takes one plugin of a name.
 */
export const gopherwood = first.contract === CONTRACT ? first.plugin : plugin;

/**
 * Makes sure that a pack can run beside those that are loaded.
 *
 * @param pack The npm package.
 * @throws {Error} If the copy of core that was loaded first has another contract.
 */
export function checkContract(pack: string): void {
  if (first.contract === CONTRACT) return;
  const nameOf = ({ folder, plugin: { meta } }: Copy) => `${meta.version} in ${folder}`;
  throw new Error(
    `${pack} cannot run here. It uses @gopherwood/core ${nameOf(own)}; loaded before it was ` +
      `${nameOf(first)}, which has another contract with rules. Install packages that use one ` +
      "version of core: 'npm ls @gopherwood/core' shows them.",
  );
}
