import type { GoSourceCode } from "@gopherwood/core";
import { isBuildVariant } from "../builds.ts";
import { directoryOf } from "../module.ts";

const VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/u;

/** Why two files may be alike, or null. Their paths are absolute. */
export function reasonForCopy(
  path: string,
  original: string,
  files: GoSourceCode["files"],
): string | null {
  if (directoryOf(path) === directoryOf(original)) {
    const isOneOfBuilds = [path, original].some((one) =>
      isBuildVariant(one, files.readText(one) ?? ""),
    );
    if (isOneOfBuilds) return "the files are for different builds";
  }
  return areVersions(path.split("/"), original.split("/"))
    ? "the packages are versions of an API"
    : null;
}

/** True if paths differ in elements such as `v1` and `v1beta2` alone. */
function areVersions(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (element, at) =>
        element === b[at] || (VERSION.test(element) && VERSION.test(b[at] ?? "")),
    )
  );
}
