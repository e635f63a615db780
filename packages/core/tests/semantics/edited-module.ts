import {
  formatType,
  GoSourceCode,
  projectIndexOf,
  semanticsOf,
  SyntaxTree,
  type ProjectIndex,
} from "../../src/index.ts";
import { updateFiles } from "../../src/semantics/model/semantics-of.ts";
import { holdFiles } from "../../src/source/file-cache.ts";
import type { FileSystem } from "../../src/source/file-system.ts";
import { fileSystem, type Files } from "./module-files.ts";

/** Go files that change while what was read of them is kept. */
export class EditedModule {
  /** The paths that were read since the last change. */
  readonly reads: string[] = [];
  readonly fileSystem: FileSystem;
  readonly #files: Record<string, string>;

  constructor(files: Files) {
    this.#files = { ...files };
    this.fileSystem = fileSystem(this.#files, this.reads);
    // Files are kept until they change, however long a test takes.
    holdFiles(this.fileSystem);
  }

  /** Writes files, or removes them (null), and says so. */
  change(changes: Readonly<Record<string, string | null>>): void {
    this.changeUnsaid(changes);
    this.reads.length = 0;
    updateFiles(this.fileSystem, Object.keys(changes));
  }

  /** Writes files, or removes them (null), of which nobody says so. */
  changeUnsaid(changes: Readonly<Record<string, string | null>>): void {
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) Reflect.deleteProperty(this.#files, path);
      else this.#files[path] = text;
    }
  }

  /** Returns the type of an expression in a file that is not saved. */
  typeOf(expression: string, path: string, imports: readonly string[] = []): string {
    const [, directory = ""] = /([^/]*)\/[^/]*$/u.exec(path) ?? [];
    const specs = imports.map((one) => `import "${one}"\n`).join("");
    const { sourceCode, tree } = this.#open(
      path,
      `package ${directory}\n${specs}func ask() { _ = ${expression} }\n`,
    );
    const asked = tree.nodesOfKind(["assignment_statement"])[0]?.right.namedChildren[0];
    if (!asked) throw new Error("Nothing is asked.");
    const type = semanticsOf(sourceCode).typeOf(asked);
    return type.kind === "unknown" ? "?" : formatType(type, (importPath) => importPath);
  }

  /** Returns the index of the tree around a path. */
  indexFor(path: string): ProjectIndex {
    return projectIndexOf(this.#open(path, "package m\n").sourceCode);
  }

  #open(path: string, text: string) {
    const tree = SyntaxTree.parse(text);
    const sourceCode = new GoSourceCode(tree, {}, { path, files: this.fileSystem });
    return { sourceCode, tree };
  }
}
