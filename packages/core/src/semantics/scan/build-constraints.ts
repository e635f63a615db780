/** The operating systems and processors that go/build knows: internal/syslist. */
const SYSTEMS = (
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 " +
  "windows zos"
).split(" ");
const PROCESSORS = (
  "386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ppc " +
  "ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm"
).split(" ");
const PLATFORMS = new Set([...SYSTEMS, ...PROCESSORS]);

const OF_PROCESSOR = new RegExp(`_(?:${PROCESSORS.join("|")})\\.go$`, "u");

const SPACE_OR_COMMENT = /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y;
const COMMENT = /(\/\/[^\n]*)|\/\*[^]*?\*\//gu;
/** The line comments that a file begins with, up to the last empty line among them. */
const LINE_COMMENTS = /^(?:[ \t\r]*(?:\/\/[^\n]*)?\n)*[ \t\r]*\n/u;
const GO_BUILD = /^[ \t]*\/\/go:build(?:\s|$)/mu;
const PLUS_BUILD = /^[ \t]*\/\/[ \t]*\+build(?:\s|$)/mu;

/**
 * Returns true if a file's name or a comment before its package clause says that it is for
 * some builds only: `a_linux.go`, `//go:build cgo`.
 *
 * Source: https://pkg.go.dev/go/build#hdr-Build_Constraints
 */
export function isBuildConstrained(path: string, text: string): boolean {
  return isNamedForPlatform(path) || hasConstraint(headerOf(text));
}

/** Returns true for `a_linux.go` and `a_arm64_test.go`; `linux.go` is a file for all. */
function isNamedForPlatform(path: string): boolean {
  const [stem = ""] = path.slice(path.lastIndexOf("/") + 1).split(".", 1);
  const [, ...words] = stem.split("_");
  const last = words.at(-1) === "test" ? words.at(-2) : words.at(-1);
  return last !== undefined && PLATFORMS.has(last);
}

/**
 * Returns true for `a_arm64.go` beside `a_amd64.go`.
 *
 * @param names The names of the files of the directory.
 */
export function isForOtherProcessor(name: string, names: ReadonlySet<string>): boolean {
  const usual = name.replace(OF_PROCESSOR, "_amd64.go");
  return usual !== name && names.has(usual);
}

/** Returns the comments and spaces that a file begins with. */
function headerOf(text: string): string {
  SPACE_OR_COMMENT.lastIndex = 0;
  let end = 0;
  while (SPACE_OR_COMMENT.test(text)) end = SPACE_OR_COMMENT.lastIndex;
  return text.slice(0, end);
}

/** Go reads `//go:build` after any comments, and the older `+build` after line comments only. */
function hasConstraint(header: string): boolean {
  if (!header.includes("build")) return false;
  const [lineComments = ""] = LINE_COMMENTS.exec(header) ?? [];
  return PLUS_BUILD.test(lineComments) || GO_BUILD.test(header.replaceAll(COMMENT, "$1"));
}
