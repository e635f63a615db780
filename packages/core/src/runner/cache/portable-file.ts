import type { ESLint } from "eslint";
import { relative, resolve, sep } from "node:path";
import type { LintedFile } from "../linted-file.ts";

/** A linted file without its text, and with paths relative to the working directory. */
export type PortableFile = Omit<LintedFile, "result"> & {
  readonly result: Omit<ESLint.LintResult, "filePath" | "source">;
};

export function toPortable(file: LintedFile, cwd: string): PortableFile {
  const result: Partial<ESLint.LintResult> = { ...file.result };
  delete result.filePath;
  delete result.source;
  const sites = withRelated(file, (path) => relative(cwd, path).split(sep).join("/"));
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
  const sites = withRelated(file, (one) => resolve(cwd, one).split(sep).join("/"));
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
