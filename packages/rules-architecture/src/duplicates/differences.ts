import type { GoSourceCode } from "@gopherwood/core";

const SYSTEMS =
  "aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos";
const ARCHITECTURES =
  "386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|sparc64|wasm";
const PLATFORM = new RegExp(`_(?:${SYSTEMS}|${ARCHITECTURES})(?:_test)?\\.go$`, "u");
const CONSTRAINT = /^\/\/(?:go:build|\s*\+build)\s/mu;
const VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/u;

/** Why two files may be alike, or null. Their paths are absolute. */
export function reasonForCopy(
  path: string,
  original: string,
  files: GoSourceCode["files"],
): string | null {
  if (directoryOf(path) === directoryOf(original)) {
    const isOneOfBuilds = [path, original].some(
      (one) => PLATFORM.test(one) || CONSTRAINT.test(header(files.readText(one) ?? "")),
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

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function header(text: string): string {
  return text.slice(0, Math.max(text.search(/^package\s/mu), 0));
}
