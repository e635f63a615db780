import type { FileSystem } from "../../source/file-system.ts";
import { readOutline, readPackageName, type Outline } from "./outline.ts";
import type { PackageReader } from "./package-reader.ts";

/** A Go file of a directory. */
export interface PackageFile {
  readonly name: string;
  readonly text: string;
  readonly packageName: string;
  /** Read when it is first asked for. */
  readonly outline: Outline;
}

/** A directory of Go files, read when it is asked for. */
export class Directory {
  readonly path: string;
  /** The packages that were read of its files. */
  readonly packages = new Map<string, PackageReader>();
  /** When it was last asked for packages, as a number that grows. */
  lastUsed = 0;
  readonly #fileSystem: FileSystem;
  #names: readonly string[] | undefined;
  #files: readonly PackageFile[] | undefined;
  #packageName: string | null | undefined;
  /** What was read to learn the package's name. */
  readonly #texts = new Map<string, string>();

  constructor(path: string, fileSystem: FileSystem) {
    this.path = path;
    this.#fileSystem = fileSystem;
  }

  /** The names of the Go files in it. Go passes over those with `_` or `.` in front. */
  get names(): readonly string[] {
    return (this.#names ??= this.#fileSystem
      .listFiles(this.path)
      .filter((name) => name.endsWith(".go") && !/^[._]/u.test(name)));
  }

  get files(): readonly PackageFile[] {
    if (!this.#files) {
      this.#files = this.names.flatMap((name) => {
        const text = this.#read(name);
        return text === null ? [] : [packageFile(name, text)];
      });
      this.#texts.clear();
    }
    return this.#files;
  }

  /** The texts that are kept, in UTF-16 units. */
  get size(): number {
    return (this.#files ?? []).reduce((sum, { text }) => sum + text.length, 0);
  }

  /** The name of the package that importers see; most often one file says it. */
  get packageName(): string | null {
    if (this.#packageName === undefined) this.#packageName = this.#readPackageName();
    return this.#packageName;
  }

  /** Drops all texts; they are read again if they are asked for. */
  forget(): void {
    this.#files = undefined;
    this.packages.clear();
  }

  #readPackageName(): string | null {
    const names = this.names.filter((name) => !isTestFile(name));
    for (const name of names) {
      const text = this.#read(name);
      if (text === null) continue;
      this.#texts.set(name, text);
      const packageName = readPackageName(text);
      // A directory may hold programs that are run by hand beside its package.
      if (packageName !== "" && (packageName !== "main" || names.length === 1)) {
        return packageName;
      }
    }
    return null;
  }

  #read(name: string): string | null {
    return this.#texts.get(name) ?? this.#fileSystem.readText(`${this.path}/${name}`);
  }
}

/** The files that an importer of a directory sees: of its one package that is no program. */
export function libraryFiles(files: readonly PackageFile[]): readonly PackageFile[] {
  const candidates = files.filter(({ name }) => !isTestFile(name));
  const counts = new Map<string, number>();
  for (const { packageName } of candidates) {
    counts.set(packageName, (counts.get(packageName) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) =>
      Number(a === "main") - Number(b === "main") || countB - countA,
  );
  return candidates.filter(({ packageName }) => packageName === first?.[0]);
}

export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

function packageFile(name: string, text: string): PackageFile {
  let outline: Outline | undefined;
  return {
    name,
    text,
    packageName: readPackageName(text),
    get outline() {
      return (outline ??= readOutline(text));
    },
  };
}
