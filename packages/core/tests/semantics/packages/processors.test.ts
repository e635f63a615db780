import { describe, expect, test } from "@jest/globals";
import { typeIn } from "../module-files.ts";

const SYS = {
  "call_linux_amd64.go":
    "package sys\nfunc Mount() error { return nil }\ntype Stat struct { N uint64 }\nfunc (Stat) Size() int64 { return 0 }\n",
  "call_linux_arm64.go":
    "package sys\nfunc Mount() error { return nil }\nfunc Sync() int { return 0 }\ntype Stat struct { N uint32 }\nfunc (Stat) Size() int32 { return 0 }\n",
  "page_arm64.go":
    "package sys\ntype Page struct{}\nfunc (Page) Size() int16 { return 0 }\nfunc Open() bool { return true }\n",
  "page_amd64.go": "package sys\nfunc Open() bool { return true }\n",
  "line_riscv64.go": 'package sys\nfunc Line() string { return "" }\n',
};

/** Returns the type of an expression, and the files of the package that were read for it. */
function typeOf(expression: string, directory: string, go: string) {
  const reads: string[] = [];
  const files = Object.fromEntries(
    Object.entries(SYS).map(([name, text]) => [`${directory}/${name}`, text]),
  );
  const text = `package m\nimport "example.com/sys"\nfunc f() { _ = ${expression} }\nfunc second[A, B any](a A, b B) B { return b }\n`;
  const type = typeIn("/m/m.go", { ...files, "/m/go.mod": go, "/m/m.go": text }, reads);
  const read = Object.keys(SYS).filter((name) => reads.includes(`${directory}/${name}`));
  return { type, read };
}

const downloaded = (expression: string) =>
  typeOf(
    expression,
    "/cache/example.com/sys@v1.0.0",
    "module example.com/m\nrequire example.com/sys v1.0.0\n",
  );

describe("of a downloaded package for many processors", () => {
  test("files for the usual one are read", () => {
    const { type, read } = downloaded("sys.Mount()");
    expect(type).toBe("#error");
    expect(read).toContain("call_linux_amd64.go");
    expect(read).not.toContain("call_linux_arm64.go");
    expect(read).not.toContain("page_arm64.go");
  });

  test.each([
    ["a field has the usual type", "sys.Stat{}.N", "#uint64"],
    ["a method too", "sys.Stat{}.Size()", "#int64"],
    ["what others alone declare is read there", "sys.Sync()", "#int"],
    ["with its methods", "sys.Page{}.Size()", "#int16"],
    ["a file without a usual one is like any", "sys.Line()", "#string"],
  ])("%s", (_, expression, type) => {
    expect(downloaded(expression).type).toBe(type);
  });

  test("it does not matter what was asked for before", () => {
    expect(downloaded("second(sys.Sync(), sys.Stat{}.N)").type).toBe("#uint64");
  });
});

test("a package of the workspace is for all processors", () => {
  const go = "module example.com/m\nreplace example.com/sys => ./sys\n";
  const { type } = typeOf("sys.Stat{}.Size()", "/m/sys", go);
  expect(type).toContain("differently for different builds");
});
