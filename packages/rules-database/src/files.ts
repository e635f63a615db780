import { matchesGlob, STRING_LIST } from "@gopherwood/core";

/** The files that talk to the database, by custom. */
export const REPOSITORY_PATHS: readonly string[] = [
  "**/{dao,database,db,migrations,repositories,repository,sqlite,store}/**",
  "**/*{_dao,_repo,_repository,_store}.go",
];

/** Who may talk to the database, as options. */
export interface RepositoryOptions {
  /** Globs of files. */
  readonly repositoryPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

/** The same as properties of a rule's schema. */
export const REPOSITORY_PROPERTIES = {
  repositoryPaths: {
    description: "Globs of the files that may talk to the database.",
    ...STRING_LIST,
  },
  tests: { description: "Look at _test.go files as well.", type: "boolean" },
} as const;

/** True if a file is one of those that globs mean. */
export function isOneOf(filename: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(filename, glob));
}

/** True for a test file that is not to be looked at. */
export function isLeftOut(filename: string, tests: boolean): boolean {
  return !tests && filename.endsWith("_test.go");
}
