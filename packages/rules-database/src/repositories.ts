import { matchesGlob, STRINGS } from "@gopherwood/core";

/** The option that says which files may talk to the database. */
export const REPOSITORY_OPTIONS = {
  repositoryPaths: {
    description: "Globs of the files that may talk to the database.",
    ...STRINGS,
    default: [
      "**/{dao,database,db,migrations,repositories,repository,sqlite,store}/**",
      "**/*{_dao,_repo,_repository,_store}.go",
    ],
  },
} as const;

/** Returns true for a file, by its `projectPath`, that one of the globs matches. */
export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}
