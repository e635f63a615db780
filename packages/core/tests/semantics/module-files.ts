import {
  formatType,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  type GoType,
} from "../../src/index.ts";
import type { FileSystem } from "../../src/source/file-system.ts";

export type Files = Readonly<Record<string, string>>;

/** Files in memory. */
export function fileSystem(files: Files, reads: string[] = []): FileSystem {
  return {
    readText(path) {
      reads.push(path);
      return files[path] ?? null;
    },
    listFiles: (directory) =>
      Object.keys(files)
        .filter((path) => path.slice(0, path.lastIndexOf("/")) === directory)
        .map((path) => path.slice(path.lastIndexOf("/") + 1))
        .sort(),
    listDirectories: (directory) => {
      const start = `${directory}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(start));
      const names = below.map((path) => path.slice(start.length).split("/"));
      return [
        ...new Set(names.flatMap(([name, ...rest]) => (rest.length > 0 ? [name ?? ""] : []))),
      ].sort();
    },
    moduleCache: "/cache",
    standardLibrary: () => ({
      sync: "package sync\ntype Mutex struct{}\nfunc (m *Mutex) Lock()",
    }),
  };
}

/** The type of the expression in the last `_ = ...` of a file, or `?` and the reason. */
export function typeIn(path: string, files: Files, reads: string[] = []): string {
  const sourceCode = read(path, files, reads);
  const asked = sourceCode.tree.nodesOfKind(["assignment_statement"]).at(-1)?.right
    .namedChildren[0];
  if (!asked) throw new Error("There is no '_ = ...'.");
  return shown(semanticsOf(sourceCode).typeOf(asked));
}

/** The types of the keys in the literals of a file, or `?` and the reason. */
export function keyTypesIn(path: string, files: Files): string[] {
  const sourceCode = read(path, files);
  return sourceCode.tree
    .nodesOfKind(["keyed_element"])
    .flatMap(({ key }) => key?.namedChildren ?? [])
    .map((key) => shown(semanticsOf(sourceCode).typeOf(key)));
}

function read(path: string, files: Files, reads: string[] = []): GoSourceCode {
  const tree = SyntaxTree.parse(files[path] ?? "");
  return new GoSourceCode(tree, {}, { path, files: fileSystem(files, reads) });
}

function shown(type: GoType): string {
  if (type.kind === "unknown") return `? ${type.reason}`;
  if (type.kind === "pointer") return `*${shown(type.element)}`;
  return type.kind === "named" ? `${type.importPath}#${type.name}` : formatType(type);
}

export const MOD = { "/m/go.mod": "module example.com/m\n" };
/** A file that asks for the type of an expression in which `e` may stand. */
export const asking = (expression: string, before = "") =>
  `package m\n${before}\nfunc ask(e *Engine) { _ = ${expression} }\n`;
