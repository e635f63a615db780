import { describe, expect, test } from "@jest/globals";
import { isBuildConstrained } from "../../../src/semantics/scan/build-constraints.ts";

describe("a file for some builds", () => {
  test.each([
    ["/app/a_linux.go", "package p\n"],
    ["a_windows_arm64.go", "package p\n"],
    ["a_b_wasip1.go", "package p\n"],
    ["a_darwin_test.go", "package p\n"],
    ["a_linux.pb.go", "package p\n"],
    ["a_sparc.go", "package p\n"],
    ["a.go", "//go:build linux\n\npackage p\n"],
    ["a.go", "//go:build linux\npackage p\n"],
    ["a.go", "\n  //go:build\tlinux\r\npackage p\r\n"],
    ["a.go", "/* License. */\n\n//go:build linux\n\npackage p\n"],
    ["a.go", "// Files are below a/*.\n//go:build linux\n\npackage p // */\n"],
    ["a.go", "// +build linux\n\npackage p\n"],
    ["a.go", "//+build linux\r\n// And so on.\r\n\r\npackage p\r\n"],
  ])("%s: %j", (path, text) => {
    expect(isBuildConstrained(path, text)).toBe(true);
  });
});

describe("a file for all builds", () => {
  test.each([
    ["linux.go", "package p\n"],
    ["linux_test.go", "package p\n"],
    ["a_test.go", "package p\n"],
    ["a_linux_b.go", "package p\n"],
    ["a_unix.go", "package p\n"],
    ["/a_linux/a.go", "package p\n"],
    ["a.go", "package p\n\n//go:build linux\n\nvar a int\n"],
    ["a.go", "// See //go:build for how to build it.\npackage p\n"],
    ["a.go", "//go:builder\npackage p\n"],
    ["a.go", "// go:build linux\npackage p\n"],
    ["a.go", "/*\n//go:build linux\n*/\npackage p\n"],
    ["a.go", "// +build linux\npackage p\n"],
    ["a.go", "// +builder\n\npackage p\n"],
    ["a.go", "/* License. */\n\n// +build linux\n\npackage p\n"],
    ["a.go", "no package clause //go:build linux\n"],
  ])("%s: %j", (path, text) => {
    expect(isBuildConstrained(path, text)).toBe(false);
  });
});
