import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listOf, planPack } from "./plan-pack.ts";
import { parseRuleId, planRule } from "./plan-rule.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `Usage:
  npm create @gopherwood/rules <directory> -- [--name <package>] [--namespace <namespace>]
  npm run new-rule -- <namespace>/<rule-name> [--description "Disallow ..."]

The first makes a pack of rules in a new directory; the second, in a pack, adds a rule to it.
Neither asks anything.
`;

/** The parts of a process that the command uses. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs the command in this process, and sets the process's exit code. */
export function main(): void {
  const { stdout, stderr, argv } = process;
  process.exitCode = run(argv.slice(2), { cwd: process.cwd(), stdout, stderr });
}

/**
 * Runs the command.
 *
 * @param args Without the names of Node and of the command.
 * @returns 0, or 2 where nothing can be made of the arguments, for a reason on standard error.
 */
export function run(args: readonly string[], { cwd, stdout, stderr }: Io): number {
  try {
    stdout.write(make(args, cwd));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`create-rules: ${error.message}\n`);
    return 2;
  }
}

/**
 * Makes a pack or a rule.
 *
 * @param args Without the names of Node and of the command.
 * @param cwd Absolute.
 * @returns What to do next, for the user.
 * @throws {UsageError} If nothing can be made of the arguments; nothing is written then.
 */
function make(args: readonly string[], cwd: string): string {
  const { positionals, values } = parse(args);
  const { name, namespace, description } = values;
  if (values.help) return USAGE;
  const [first, second, ...others] = positionals;
  if (first === undefined || others.length > 0) throw new UsageError(`\n${USAGE}`);
  if (first === "rule") {
    if (second === undefined) throw new UsageError(`\n${USAGE}`);
    return addRule(second, description, cwd);
  }
  if (second !== undefined || description !== undefined) throw new UsageError(`\n${USAGE}`);
  return makePack(resolve(cwd, first), name, namespace, cwd);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        namespace: { type: "string" },
        description: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

function makePack(
  directory: string,
  name = basename(directory),
  namespace = namespaceOf(name),
  cwd: string,
): string {
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory()) {
      throw new UsageError(`${directory} is no directory.`);
    }
    if (readdirSync(directory).some((entry) => entry !== ".git")) {
      throw new UsageError(`${directory} is not empty, and was not changed.`);
    }
  }
  write(directory, planPack({ name, namespace }));
  return `Made the pack ${name}. Install what it needs, and see its tests pass:

  cd ${relative(cwd, directory) || "."}
  npm install
  npm test

Its rule ${namespace}/no-println is an example. Add your own:

  npm run new-rule -- ${namespace}/no-naked-returns
`;
}

/** Returns `acme` for `@team/acme-rules` and `rules-acme`. */
function namespaceOf(packageName: string): string {
  const name = packageName.replace(/^@[^/]*\//u, "");
  return name.replace(/^(?:gopherwood-)?rules-|-rules$/gu, "");
}

function addRule(id: string, description: string | undefined, cwd: string): string {
  const { namespace, name } = parseRuleId(id);
  const index = join(cwd, "src/index.ts");
  if (!existsSync(index) || !existsSync(join(cwd, "src/rules.ts"))) {
    throw new UsageError(`${cwd} is no pack: it has no src/index.ts and src/rules.ts.`);
  }
  if (valueOf("namespace", readFileSync(index, "utf8")) !== namespace) {
    throw new UsageError(`The namespace in src/index.ts is not "${namespace}".`);
  }
  const files = planRule({ id, description, category: categoryIn(cwd) });
  const existing = [...files.keys()].find((path) => existsSync(join(cwd, path)));
  if (existing !== undefined)
    throw new UsageError(`The rule ${id} exists already: ${existing}.`);
  write(cwd, files);
  const names = ruleFilesIn(cwd).map((file) => basename(file, ".ts"));
  write(cwd, new Map([["src/rules.ts", listOf(names)]]));
  return `Added the rule ${id}, an example that forbids println:

${[...files.keys()].map((path) => `  ${path}`).join("\n")}

Write a case of your own, see it fail with 'npm test', and change the rule. It is in no preset so
far: add "${name}" in src/index.ts.
`;
}

/** Returns the category of one of a pack's rules. */
function categoryIn(pack: string): string {
  const [first] = ruleFilesIn(pack);
  if (first === undefined) return "Team Rules";
  const source = readFileSync(join(pack, "src/rules", first), "utf8");
  return valueOf("category", source) ?? "Team Rules";
}

/** Returns the names of the files of a pack's rules, sorted. */
function ruleFilesIn(pack: string): string[] {
  const directory = join(pack, "src/rules");
  const files = existsSync(directory) ? readdirSync(directory) : [];
  return files.filter((file) => file.endsWith(".ts")).sort();
}

/** Returns the text that a property has in some source, whichever quotes the team writes. */
function valueOf(property: string, source: string): string | undefined {
  return new RegExp(`\\b${property}: (["'])(.+?)\\1`, "u").exec(source)?.[2];
}

function write(directory: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}
