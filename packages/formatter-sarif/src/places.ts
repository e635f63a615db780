import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Region } from "sarif";

/** The name of the directory that the addresses of files are relative to. */
export const BASE_ID = "%SRCROOT%";

/** Returns the address of a directory, with a `/` at its end. */
export function directoryUri(path: string): string {
  return pathToFileURL(`${path}${sep}`).href;
}

/** Returns the location of a file: relative to the base, absolute outside of it. */
export function artifactOf(path: string, base: string): ArtifactLocation {
  const name = relative(base, path);
  // A name may begin with two dots.
  if (name === "" || /^\.\.(?:[\\/]|$)/u.test(name) || resolve(name) === name) {
    return { uri: pathToFileURL(path).href };
  }
  return { uri: name.split(sep).map(encodeURIComponent).join("/"), uriBaseId: BASE_ID };
}

interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

/** Returns the region of a message; lines and columns count from 1 in both. */
export function regionOf({ line = 1, column = 1, endLine, endColumn }: Place): Region {
  return {
    startLine: Math.max(1, line),
    startColumn: Math.max(1, column),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}
