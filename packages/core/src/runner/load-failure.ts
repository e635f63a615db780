import { readFileSync } from "node:fs";
import { basename, dirname, extname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFile } from "../package-file.ts";
import { messageOf } from "./problems.ts";

/** The reason for which a config could not be loaded. */
export interface LoadFailure {
  /** `:line:column` or `:line` in the config, both from 1; empty if that is not known. */
  readonly place: string;
  /** Begins with the file, from the config's directory, if it is one that the config imports. */
  readonly why: string;
}

/** A place in the user's own code. */
interface Place {
  /** Absolute. */
  readonly file: string;
  readonly place: string;
  readonly isCommonJs: boolean;
}

/** A frame, or the line above the code of a syntax error: Node's has no column, jiti's no `at`. */
const FRAME =
  /^\s*(?:at (?:async )?(?:.* \()?)?(?<url>(?:file:\/\/|\/|[A-Z]:\\).*?)(?:\?mtime=[\d.]+)?(?<place>:\d+(?::\d+)?)\)?$/u;

/** The directory of this package. */
const OWN = fileURLToPath(packageFile("."));

/** Returns where loading a config failed, and why. */
export async function findLoadFailure(path: string, error: unknown): Promise<LoadFailure> {
  const found = placeIn(path, error) ?? (await placeByJiti(path, error));
  const why = reasonOf(error);
  if (found === null) return { place: "", why };
  const { file, isCommonJs } = found;
  // Others count the columns of syntax errors from 0, or give none.
  const exact = isSyntaxError(error) ? await syntaxErrorIn(file) : "";
  const place = exact || found.place;
  const hint = isCommonJs && exact === "" ? `: ${asModule(file)}` : "";
  if (file === path) return { place, why: `${why}${hint}` };
  return { place: "", why: `${relative(dirname(path), file)}${place}: ${why}${hint}` };
}

/** Returns true for a syntax error that Node or jiti found. */
function isSyntaxError(error: unknown): boolean {
  return error instanceof SyntaxError || messageOf(error).startsWith("ParseError: ");
}

function reasonOf(error: unknown): string {
  const [message = ""] = messageOf(error).split("\n", 1);
  return message.replace(/^ParseError: /u, "").trim();
}

/** Returns what to do about a module that Node reads as CommonJS. */
function asModule(file: string): string {
  const end = extname(file);
  const name = `${basename(file, end)}${end.replace(/^\.c?/u, ".m")}`;
  return `Node reads the file as CommonJS. Name it ${name}, or set "type": "module" in package.json.`;
}

/** Returns the innermost place in a config that an error names, or else in what it imports. */
function placeIn(path: string, error: unknown): Place | null {
  const { stack } = (error ?? {}) as { stack?: unknown };
  // The callers of the function that loads configs are no part of one.
  const [own = ""] = String(stack).split(/^.*\bimportConfig\b/mu, 1);
  const places = own
    .split("\n")
    .flatMap((line): Place[] => {
      const { url, place } = FRAME.exec(line)?.groups ?? {};
      if (url === undefined || place === undefined) return [];
      const isUrl = url.startsWith("file:");
      // Node names a file without a column above the code of a syntax error alone.
      const isCommonJs = !isUrl && /^:\d+$/u.test(place) && error instanceof SyntaxError;
      return [{ file: isUrl ? fileURLToPath(url) : url, place, isCommonJs }];
    })
    .filter(({ file }) => !/[\\/]node_modules[\\/]/u.test(file) && !file.startsWith(OWN));
  return places.find(({ file }) => file === path) ?? places[0] ?? null;
}

/** Returns the place of a syntax error that Node gives none of: jiti does, in what is imported too. */
async function placeByJiti(path: string, error: unknown): Promise<Place | null> {
  if (!(error instanceof SyntaxError)) return null;
  const { createJiti } = await import("jiti");
  try {
    await createJiti(import.meta.url, { moduleCache: false }).import(path);
    return null;
  } catch (again) {
    return placeIn(path, again);
  }
}

/** Returns `:line:column` of a syntax error, or nothing in a file that is a module without one. */
async function syntaxErrorIn(file: string): Promise<string> {
  const { createJiti } = await import("jiti");
  const source = readFileSync(file, "utf8");
  const transformed = createJiti(import.meta.url).transform({
    source,
    filename: file,
    ts: /\.[cm]?ts$/u.test(file),
  });
  const [, found] = /^exports\.__JITI_ERROR__ = (\{.*\})$/mu.exec(transformed) ?? [];
  if (found === undefined) return "";
  const { line, column } = JSON.parse(found) as { line: number; column: number };
  return `:${line}:${column + 1}`;
}
