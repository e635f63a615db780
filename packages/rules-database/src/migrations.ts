import { projectIndexOf, type GoSourceCode, type ProjectIndex } from "@gopherwood/core";
import { Schema } from "@gopherwood/sql";

type FileSystem = GoSourceCode["files"];

/** Directories of migrations are not nested deeper. */
const MAX_DEPTH = 6;

/** Files of migrations that are programs, or templates of SQL. */
const PROGRAM = /(?<!_test)\.(?:go|fizz|gotmpl|js|json|php|py|rb|tmpl|tpl|ts|xml|ya?ml)$/u;

/** Marks the part of a file that undoes its migration. */
const DOWN = /^--\s*(?:\+goose|\+migrate|migrate:|\+dbmate)?\s*down\b/imu;

/** A file of a directory of migrations. */
interface Migration {
  readonly text: string;
  readonly isProgram: boolean;
}

/** The schemas below directories; an index lasts as long as the files that it was read from. */
const caches = new WeakMap<ProjectIndex, Map<string, Schema | null>>();

/**
 * Returns the schema that migrations make: the files of the directories beside a file or, if
 * there are none, in the nearest directory above it. Null without migrations, and for a file
 * in one of the directories, which was written for the schema of its time.
 *
 * @param directories Relative to any directory above the file, with `/`; a path that ends
 *   in `.sql` is a file. Together they are one schema.
 */
export function schemaFor(
  sourceCode: GoSourceCode,
  directories: readonly string[],
): Schema | null {
  const { path, text, files } = sourceCode;
  const schemas = schemasOf(projectIndexOf(sourceCode));
  for (let parent = parentOf(path); parent !== null; parent = parentOf(parent)) {
    const schema = schemaBelow(parent, directories, files, schemas);
    if (!schema) continue;
    const base = parent;
    if (directories.some((directory) => path.startsWith(`${base}/${directory}/`))) return null;
    const own = schema.copy();
    own.markChangedBy(text, "this file may change it");
    return own;
  }
  return null;
}

function schemaBelow(
  parent: string,
  directories: readonly string[],
  files: FileSystem,
  schemas: Map<string, Schema | null>,
): Schema | null {
  const key = `${parent}\n${directories.join("\n")}`;
  let schema = schemas.get(key);
  if (schema === undefined) {
    const migrations = directories.flatMap((directory) =>
      directory.endsWith(".sql")
        ? migrationOf(`${parent}/${directory}`, files)
        : migrationsIn(`${parent}/${directory}`, files),
    );
    schema = migrations.some(({ isProgram }) => !isProgram) ? schemaOf(migrations) : null;
    schemas.set(key, schema);
  }
  return schema;
}

function schemasOf(index: ProjectIndex): Map<string, Schema | null> {
  let schemas = caches.get(index);
  if (!schemas) caches.set(index, (schemas = new Map<string, Schema | null>()));
  return schemas;
}

function schemaOf(migrations: readonly Migration[]): Schema {
  const schema = new Schema();
  const mark = ({ text }: Migration) => {
    schema.markChangedBy(text, "a program among the migrations may change it");
  };
  for (const migration of migrations) {
    if (migration.isProgram) mark(migration);
    else schema.apply(migration.text);
  }
  // The name of a program need not say when it runs.
  for (const migration of migrations) if (migration.isProgram) mark(migration);
  return schema;
}

/** Returns the migrations of a directory, in the order of their names. */
function migrationsIn(directory: string, files: FileSystem, depth = 0): Migration[] {
  const migrations = [...files.listFiles(directory)]
    .sort(byNumber)
    .flatMap((name) => migrationOf(`${directory}/${name}`, files));
  if (depth === MAX_DEPTH) return migrations;
  const inner = [...files.listDirectories(directory)].sort(byNumber);
  return [
    ...migrations,
    ...inner.flatMap((name) => migrationsIn(`${directory}/${name}`, files, depth + 1)),
  ];
}

/** Returns the migration in a file; none for one that undoes a migration, or another file. */
function migrationOf(path: string, files: FileSystem): Migration[] {
  const isProgram = PROGRAM.test(path);
  if (!isProgram && (!path.endsWith(".sql") || /[._]down\.sql$/u.test(path))) return [];
  const text = files.readText(path);
  if (text === null || text === undefined) return [];
  return [{ text: isProgram ? text : upPartOf(text), isProgram }];
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
