import type { GoSourceCode } from "@gopherwood/core";
import { Schema } from "@gopherwood/sql";

type FileSystem = GoSourceCode["files"];

/** The lifetime of a schema that nothing asks for, in milliseconds. */
const LIFETIME = 1000;

/** Directories of migrations are not nested deeper. */
const MAX_DEPTH = 6;

/** Marks the part of a file that undoes its migration. */
const DOWN = /^--\s*(?:\+goose|\+migrate|migrate:|\+dbmate)?\s*down\b/imu;

interface SchemaCache {
  readonly schemas: Map<string, Schema | null>;
  lastUsed: number;
}

const caches = new WeakMap<FileSystem, SchemaCache>();

/**
 * Returns the schema that migrations make: the `.sql` files of the directories beside a file
 * or, if there are none, in the nearest directory above it. Null without migrations.
 *
 * @param directories Relative to any directory above the file, with `/`; a path that ends
 *   in `.sql` is a file. Together they are one schema.
 */
export function schemaFor(
  { path, files }: GoSourceCode,
  directories: readonly string[],
): Schema | null {
  const { schemas } = cacheOf(files);
  for (let parent = parentOf(path); parent !== null; parent = parentOf(parent)) {
    const key = `${parent}\n${directories.join("\n")}`;
    let schema = schemas.get(key);
    if (schema === undefined) {
      const texts = directories.flatMap((path) =>
        path.endsWith(".sql")
          ? (files.readText(`${parent}/${path}`) ?? [])
          : migrationsIn(`${parent}/${path}`, files),
      );
      schema = texts.length > 0 ? schemaOf(texts) : null;
      schemas.set(key, schema);
    }
    if (schema) return schema;
  }
  return null;
}

function cacheOf(files: FileSystem): SchemaCache {
  const now = Date.now();
  let cache = caches.get(files);
  if (!cache || now - cache.lastUsed > LIFETIME) {
    cache = { schemas: new Map(), lastUsed: now };
    caches.set(files, cache);
  }
  cache.lastUsed = now;
  return cache;
}

function schemaOf(texts: readonly string[]): Schema {
  const schema = new Schema();
  for (const text of texts) schema.apply(text);
  return schema;
}

/** Returns the texts of the migrations of a directory, in the order of their names. */
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

/** Orders `2_a.sql` before `10_b.sql`. */
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
