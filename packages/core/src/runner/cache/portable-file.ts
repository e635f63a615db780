import type { ESLint } from "eslint";
import { resolve } from "node:path";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom, toSlashes } from "../paths.ts";

/** A linted file without its text, and with paths relative to the working directory. */
export type PortableFile = Omit<LintedFile, "result"> & {
  readonly result: Omit<ESLint.LintResult, "filePath" | "source">;
};

export function toPortable(file: LintedFile, cwd: string): PortableFile {
  const result: Partial<ESLint.LintResult> = { ...file.result };
  delete result.filePath;
  delete result.source;
  const sites = withRelated(file, (path) => pathFrom(cwd, path));
  return { ...file, sites, result: result as PortableFile["result"] };
}

/**
 * Returns the linted file again.
 *
 * @param path Absolute.
 * @param text The text that was linted; null to leave it out.
 */
export function fromPortable(
  file: PortableFile,
  path: string,
  text: string | null,
  cwd: string,
): LintedFile {
  const { usedDeprecatedRules, ...result } = file.result;
  const sites = withRelated(file, (one) => toSlashes(resolve(cwd, one)));
  return {
    ...file,
    sites,
    // The order of the keys is ESLint's.
    result: {
      filePath: path,
      ...result,
      ...(text !== null && result.messages.length > 0 && { source: text }),
      usedDeprecatedRules,
    },
  };
}

function withRelated(
  { sites }: Pick<LintedFile, "sites">,
  convert: (path: string) => string,
): LintedFile["sites"] {
  return sites.map((site) => {
    const related = site.related?.map((one) => ({ ...one, path: convert(one.path) }));
    return { ...site, ...(related && { related }) };
  });
}
