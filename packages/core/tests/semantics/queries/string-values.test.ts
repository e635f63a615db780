import { describe, expect, test } from "@jest/globals";
import { shownValues } from "./shown-values.ts";

const FILE = `package p

import (
	"fmt"
	"net"
	"net/url"
	"strings"

	"example.com/other"
)

type Name string

type clock struct{}

func (clock) String() string { return "clock" }

func greeting() string {
	// A comment is no statement.
	return "hello"
}

func pair() (string, error) { return /* the first */ "one", nil }

func named() (s string) { return }

func chosen(isOld bool) string {
	if isOld {
		return "old"
	}
	return "new"
}

func computed() string { s := "a"; return s + "b" }

func unreachable() string { return "a"; panic("never") }

func printed() string { fmt.Println(); return "printed" }

func panicking() string { panic("never") }

func again() string { return "a" + again() }

func assembly() string

func f(unknown string, bytes []byte, count int, c clock, parts ...string) {
	lambda := func() string { return "lambda" }
	show(%)
}
`;

const valuesOf = (expression: string) => shownValues(FILE.replace("%", expression));

describe("literals and concatenations", () => {
  test.each([
    ['"a\\tb\\u00e9"', "a\tb\u00e9"],
    ["`a\\n`", "a\\n"],
    ['(("a"))', "a"],
    ['(/* old */ "a")', "a"],
    ["8080", "8080"],
    ["0", "0"],
    ["0x1F", "…"],
    ["0755", "…"],
    ["1_000", "…"],
    ["1.5", "…"],
    ["'a'", "…"],
    ["nil", "…"],
    ['"a" + ("b" + "c") + "d"', "abcd"],
    ['"a" + unknown + "b"', "a…b"],
    ['"a" + other.Name', "a…"],
    ["1 + 2", "…"],
    ["8080 + count", "…"],
    ["8080 - 1", "…"],
    ['"a" == "b"', "…"],
    ['func() string { return "a" }()', "…"],
    ["parts[0]", "…"],
    ['[]string{"a"}', "…"],
  ])("%s is %s", (expression, expected) => {
    expect(valuesOf(expression)).toEqual([expected]);
  });

  test("a chain of hundreds of operands, as generated code has it", () => {
    expect(valuesOf(Array(500).fill('"ab"').join(" + "))).toEqual(["ab".repeat(500)]);
  });

  test("what is nested deeper than anyone writes is not known", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}"a"${")".repeat(depth)}`;
    expect(valuesOf(nested(29))).toEqual(["a"]);
    expect(valuesOf(nested(30))).toEqual(["…"]);
  });
});

describe("conversions and functions of the file", () => {
  test.each([
    ['string("a")', "a"],
    ["string(unknown)", "…"],
    ["string(bytes)", "…"],
    ["string(65)", "…"],
    ['len("a")', "…"],
    ['Name("a")', "…"],
    ["greeting()", "hello"],
    ["pair()", "one"],
    ["named()", "…"],
    ["chosen(true)", "…"],
    ["printed()", "…"],
    ["computed()", "…"],
    ["unreachable()", "a"],
    ["panicking()", "…"],
    ["again()", "a…"],
    ["assembly()", "…"],
    ["elsewhere()", "…"],
    ["lambda()", "…"],
    ["c.String()", "…"],
    ["c.Missing()", "…"],
    ["other.Make()", "…"],
  ])("%s is %s", (expression, expected) => {
    expect(valuesOf(expression)).toEqual([expected]);
  });
});

describe("functions of the standard library", () => {
  test.each([
    ['fmt.Sprintf("plain")', "plain"],
    ['fmt.Sprintf("%s/%v:%d", "a", "b", 80)', "a/b:80"],
    ['fmt.Sprintf("100%% of %s", "a")', "100% of a"],
    ['fmt.Sprintf("%s-%s", /* no name */ unknown, "b")', "…-b"],
    [
      'fmt.Sprintf("%q %x %5d %-5s %+v %.2f %s", "a", "b", 1, "c", "d", 1.5, "e")',
      "… … … … … … e",
    ],
    ['fmt.Sprintf("%s %s", "a")', "a …"],
    ['fmt.Sprintf("%s %s", parts...)', "… …"],
    ['fmt.Sprintf("%[10]s", "a")', "…"],
    ['fmt.Sprintf("%s %[1]s %s", "a", "b")', "a … …"],
    ['fmt.Sprintf("%s %*d %s", "a", 5, 1, "b")', "a … …"],
    ['fmt.Sprintf(unknown, "a")', "…"],
    ['fmt.Sprintf("%s", count)', "…"],
    ['fmt.Sprint("a")', "…"],
    ['other.Sprintf("a")', "…"],
    ['net.JoinHostPort("localhost", "80")', "localhost:80"],
    ['net.JoinHostPort("::1", "80")', "[::1]:80"],
    ['net.JoinHostPort(unknown, "80")', "…:80"],
    ['strings.TrimSpace(" a b\\n")', "a b"],
    ['strings.TrimSuffix("a/b/", "/")', "a/b"],
    ['strings.TrimSuffix("a/b", "/")', "a/b"],
    ['strings.TrimSuffix("a/b", "a")', "a/b"],
    ['strings.TrimSuffix(unknown, "/") + "/b"', "…/b"],
    ['strings.TrimSuffix("a/b", unknown)', "…"],
    ['strings.TrimRight("a/-/b/-/", "/-")', "a/-/b"],
    ['strings.TrimRight("//", "/")', ""],
    ['strings.TrimRight("a/b/", "")', "a/b/"],
    ['strings.TrimRight(unknown, "/") + "/b"', "…/b"],
    ['strings.TrimRight("a/b", unknown)', "…"],
    ['strings.ToUpper("a")', "…"],
  ])("%s is %s", (expression, expected) => {
    expect(valuesOf(expression)).toEqual([expected]);
  });

  test.each([
    ['"http://a/", "/b", "c"', "http://a/b/c"],
    ['"http://a", "b/", "c/"', "http://a/b/c/"],
    ['"http://a//b", "c"', "http://a/b/c"],
    ['"http://h/a", "", "b"', "http://h/a/b"],
    ['"file:///a", "b"', "file:///a/b"],
    ['"", "b"', "b"],
    ['"/a", "b"', "/a/b"],
    ['"/a", ".b", "c..", "d"', "/a/.b/c../d"],
    ['unknown, "b"', "…/b"],
    ['"http://a/x/", "../y"', "…"],
    ['"http://a/x", ".", "y"', "…"],
    ['"http://a/x", ".."', "…"],
    ['"../a", "b"', "…"],
    ['"http://a?q=1", "b"', "…"],
    ['"http://a#b", "b"', "…"],
  ])("url.JoinPath(%s) is %s", (parts, expected) => {
    expect(valuesOf(`url.JoinPath(${parts})`)).toEqual([expected]);
  });

  test.each([
    ['url.URL{Host: "a", Path: "/b"}', "http://a/b"],
    ['(&url.URL{Host: "a", Path: "/b"})', "http://a/b"],
    ['(&(url.URL{Scheme: "https", Host: "a", Path: "b"}))', "https://a/b"],
    ['url.URL{Path: "/b"}', "http://…/b"],
    ['url.URL{Host: "a", RawQuery: "q"}', "http://a…"],
    ['url.URL{Host: "a", Path: unknown}', "http://a…"],
    ['url.URL{Host: "a", Path: ""}', "http://a"],
    ['url.URL{/* local */ Host: "a", Path: "/b"}', "http://a/b"],
    ['url.URL{"http", "", nil, "a", "/b"}', "http://……"],
    ["(*new(url.URL))", "…"],
    ['clock{Host: "a", Path: "/b"}', "…"],
    ['url.Userinfo{Host: "a", Path: "/b"}', "…"],
  ])("%s.String() is %s", (literal, expected) => {
    expect(valuesOf(`${literal}.String()`)).toEqual([expected]);
  });

  test("an address in a variable, and other methods of it", () => {
    const address =
      'package p\nimport "net/url"\nfunc f() {\nu := &url.URL{Host: "a", Path: "/b"}\nshow(%)\n}\n';
    expect(shownValues(address.replace("%", "u.String()"))).toEqual(["http://a/b"]);
    expect(shownValues(address.replace("%", "u.Hostname()"))).toEqual(["…"]);
    expect(shownValues(address.replace("%", "u.Host"))).toEqual(["…"]);
    expect(shownValues(address.replace("%", "u.User.String()"))).toEqual(["…"]);
    const given = 'package p\nimport "net/url"\nfunc f(u *url.URL) { show(u.String()) }\n';
    expect(shownValues(given)).toEqual(["…"]);
  });

  test("of many hosts and paths the first sixteen addresses", () => {
    const assigned = (name: string) =>
      Array.from({ length: 5 }, (_, index) => `${name} = "/${name}${index}"\n`).join("");
    const body = `var h, p string\n${assigned("h")}${assigned("p")}show(url.URL{Host: h, Path: p}.String())`;
    const values = shownValues(`package p\nimport "net/url"\nfunc f() {\n${body}\n}\n`);
    expect(values).toHaveLength(16);
    expect(values.slice(4, 7)).toEqual(["http:///h0/p4", "http:///h1/p0", "http:///h1/p1"]);
  });

  test.each([
    "fmt.Sprintf()",
    "strings.TrimSpace()",
    "strings.TrimRight()",
    "strings.TrimSuffix()",
  ])("%s is empty while it is being written", (call) => {
    expect(valuesOf(call)).toEqual([""]);
  });
});
