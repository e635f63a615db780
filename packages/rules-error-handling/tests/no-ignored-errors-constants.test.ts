import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { site } from "./support/ignored-errors.ts";

/** A value of a call, whose error is discarded. */
const go = (path: string, call: string) =>
  `package p\n\nimport "${path}"\n\nconst base = 10\n\nfunc f(other string, bytes []byte, system fs.FS) {\n\tv, _ := ${call}\n\tprintln(v)\n}\n`;

new RuleTester().run("error-handling/no-ignored-errors, of constants", rule, {
  valid: [
    ["encoding/hex", 'hex.DecodeString("ab")'],
    ["net/http/cookiejar", "cookiejar.New(nil)"],
    ["net/netip", 'netip.ParsePrefix("10.0.0.0/8")'],
    ["net/url", 'url.PathUnescape("a%20b")'],
    ["regexp", "regexp.CompilePOSIX(`a+`)"],
    ["strconv", 'strconv.Unquote("`a`")'],
    ["strconv", 'strconv.ParseInt("7", base, 8*8)'],
    ["strconv", 'strconv.ParseInt("7", (10), 64)'],
    ["strconv", 'strconv.ParseFloat("1.5", 64)'],
    ["syscall", 'syscall.BytePtrFromString("a")'],
    ["time", 'time.Parse("2006", "2026")'],
    ["time", 'time.ParseDuration("1s")'],
    ["io/fs", 'fs.Glob(system, "*.go")'],
    ["path", 'path.Match("*.go", other)'],
    ["regexp", 'regexp.Match("a+", bytes)'],
  ].map(([path = "", call = ""]) => ({
    name: `they decide it: ${call}`,
    code: go(path, call),
    sites: [site("exempt", "with these constants it fails always or never")],
  })),
  invalid: [
    {
      name: "a function of a package that is called almost like one of Go's",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.24\n",
        "strconv/a.go": "package strconv\n\nfunc Atoi(string) (int, error) { return 0, nil }\n",
        "f.go": go("example.com/app/strconv", 'strconv.Atoi("1")'),
      },
      errors: { "f.go": [{ messageId: "blank", line: 8, column: 10 }] },
    },
    ...[
      ["time", 'time.ParseInLocation("2006", "2026", nil)'],
      ["path", "path.Match(other, `a`)"],
      ["io/fs", "fs.Glob(system, other)"],
      ["net/url", 'url.Parse("a" + other)'],
      ["net/url", 'url.Parse(other + "a")'],
      ["regexp", "regexp.Match(other, nil)"],
    ].map(([path = "", call = ""]) => ({
      name: `something else decides it: ${call}`,
      code: go(path, call),
      errors: [{ messageId: "blank" as const, line: 8, column: 10 }],
    })),
  ],
});
