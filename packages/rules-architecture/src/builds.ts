const SYSTEMS =
  "aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos";
const ARCHITECTURES =
  "386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|sparc64|wasm";
const PLATFORM = new RegExp(`_(?:${SYSTEMS}|${ARCHITECTURES})(?:_test)?\\.go$`, "u");
const CONSTRAINT = /^\/\/(?:go:build|\s*\+build)\s/mu;

/**
 * True for a file that is not a part of every build: its name or a constraint says so.
 *
 * Source: https://pkg.go.dev/cmd/go#hdr-Build_constraints
 */
export function isBuildVariant(path: string, text: string): boolean {
  const header = text.slice(0, Math.max(text.search(/^package\s/mu), 0));
  return PLATFORM.test(path) || CONSTRAINT.test(header);
}
