import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** A Go module of a workspace. */
export interface GoModule {
  /** The directory of its go.mod, relative to the workspace with `/`; `.` for the workspace. */
  readonly root: string;
  /** Its module path, as `example.com/app`; empty if the go.mod has none. */
  readonly path: string;
  /** The words of its go.mod without comments: the module paths that it requires are among them. */
  readonly words: ReadonlySet<string>;
}

/**
 * Reads the go.mod files of a workspace but for those that Go and Gopherwood leave out.
 *
 * @param files Relative to the workspace, with `/`.
 * @param workspaceRoot Absolute.
 */
export function readModules(files: readonly string[], workspaceRoot: string): GoModule[] {
  return files
    .filter((file) => !posix.dirname(file).split("/").some(isLeftOut))
    .map((file) => {
      const text = readFileSync(join(workspaceRoot, file), "utf8").replace(/\/\/.*/gu, "");
      const [, path = ""] = /^\s*module\s+"?([^\s"]+)/mu.exec(text) ?? [];
      return { root: posix.dirname(file), path, words: new Set(text.split(/[\s"]+/u)) };
    });
}

/** Returns true for a directory that is no part of a module's code. */
function isLeftOut(name: string): boolean {
  return /^(?:vendor|testdata|node_modules|_.*|\..+)$/u.test(name);
}

/** Returns the roots of modules in the directory of another, relative to it. */
export function modulesBelow({ root }: GoModule, modules: readonly GoModule[]): string[] {
  const prefix = root === "." ? "" : `${root}/`;
  return modules
    .filter((other) => other.root !== root && other.root.startsWith(prefix))
    .map((other) => other.root.slice(prefix.length));
}

/** Returns the modules of the workspace that a module requires. */
export function requiredModules(
  module: GoModule,
  modules: readonly GoModule[],
): readonly GoModule[] {
  return modules.filter(
    (other) => other.root !== module.root && other.path !== "" && module.words.has(other.path),
  );
}
