import { isBuildConstrained, type GoSourceCode } from "@gopherwood/core";
import { directoryOf } from "../module.ts";

const API_VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/u;

/** Returns why two files may be alike, or null. Their paths are absolute. */
export function allowedCopyReason(
  path: string,
  original: string,
  files: GoSourceCode["files"],
): string | null {
  if (directoryOf(path) === directoryOf(original)) {
    const isForOneBuild = [path, original].some((one) =>
      isBuildConstrained(one, files.readText(one) ?? ""),
    );
    if (isForOneBuild) return "the files are for different builds";
  }
  return areApiVersions(path.split("/"), original.split("/"))
    ? "the packages are versions of an API"
    : null;
}

/** Returns true if paths differ in elements such as `v1` and `v1beta2` alone. */
function areApiVersions(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (element, at) =>
        element === b[at] || (API_VERSION.test(element) && API_VERSION.test(b[at] ?? "")),
    )
  );
}
