import type { GoSourceCode } from "@gopherwood/core";
import { Schema } from "./sql/schema.ts";

type FileSystem = GoSourceCode["files"];

/** A schema that was not asked for this long, in milliseconds, is read anew. */
const FRESH = 1000;

/** Deeper than directories of migrations are. */
const MAX_DEPTH = 6;

/** What undoes a migration is not applied. */
const DOWN = /^--\s*(?:\+goose|\+migrate|migrate:|\+dbmate)?\s*down\b/imu;

interface Known {
  readonly schemas: Map<string, Schema | null>;
  lastUsed: number;
}

const knownOf = new WeakMap<FileSystem, Known>();

/**
 * The schema that migration files make: the `.sql` files of the first of some directories
 * that is there, looked for beside the file and then further up, so that it does not matter
 * where the tool was started. Null if there are none.
 *
 * @param directories Relative to any directory above the file, with `/`; a path that ends
 *   in `.sql` is a file. Together they are one schema.
 */
export function schemaFor(
  { path, files }: GoSourceCode,
  directories: readonly string[],
): Schema | null {
  const { schemas } = fresh(files);
  for (let at = parentOf(path); at !== null; at = parentOf(at)) {
    const key = `${at}\n${directories.join("\n")}`;
    let schema = schemas.get(key);
    if (schema === undefined) {
      const texts = directories.flatMap((path) =>
        path.endsWith(".sql")
          ? (files.readText(`${at}/${path}`) ?? [])
          : migrationsIn(`${at}/${path}`, files),
      );
      schema = texts.length > 0 ? read(texts) : null;
      schemas.set(key, schema);
    }
    if (schema) return schema;
  }
  return null;
}

function fresh(files: FileSystem): Known {
  const now = Date.now();
  let known = knownOf.get(files);
  if (!known || now - known.lastUsed > FRESH) {
    known = { schemas: new Map(), lastUsed: now };
    knownOf.set(files, known);
  }
  known.lastUsed = now;
  return known;
}

function read(texts: readonly string[]): Schema {
  const schema = new Schema();
  for (const text of texts) schema.apply(text);
  return schema;
}

/** The texts of a directory's migrations in the order of their names. */
function migrationsIn(directory: string, files: FileSystem, depth = 0): string[] {
  const texts = files
    .listFiles(directory)
    .filter((name) => name.endsWith(".sql") && !/[._]down\.sql$/u.test(name))
    .sort(byNumber)
    .map((name) => upPartOf(files.readText(`${directory}/${name}`) ?? ""));
  if (depth === MAX_DEPTH) return texts;
  const inner = [...files.listDirectories(directory)].sort(byNumber);
  return [
    ...texts,
    ...inner.flatMap((name) => migrationsIn(`${directory}/${name}`, files, depth + 1)),
  ];
}

/** `2_a.sql` comes before `10_b.sql`. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function upPartOf(text: string): string {
  const down = DOWN.exec(text);
  return down ? text.slice(0, down.index) : text;
}

function parentOf(path: string): string | null {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? null : path.slice(0, slash);
}
