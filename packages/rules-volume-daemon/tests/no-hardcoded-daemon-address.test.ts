import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-hardcoded-daemon-address.ts";

const NAME = "volume-daemon/no-hardcoded-daemon-address";

runFixture(NAME, rule, new URL("testdata/addresses.go", import.meta.url));

const file = (body: string, declarations = "") =>
  `package failover\n\nimport "example.com/app/common"\n\n${declarations}func f(url string) {\n\t${body}\n}\n`;
const literal = file('common.NewVolumeClient("http://localhost:8090")');
const main = literal.replace("package failover", "package main");
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];
const compliant = [{ verdict: "compliant" as const, line: 6 }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the configuration may",
      code: literal,
      filename: "x/config/defaults.go",
      sites: exempt("owner: config/**"),
    },
    { name: "tests may", code: literal, filename: "a_test.go", sites: exempt("test file") },
    { name: "main packages may", code: main, sites: exempt("main package") },
    { name: "a parameter", code: file("common.NewVolumeClient(url)"), sites: compliant },
    {
      name: "no address at all",
      code: file('common.NewVolumeClient("/volumes")'),
      sites: compliant,
    },
    {
      name: "a host that is not known",
      code: file('common.NewVolumeClient("http://" + url + ":8090")'),
      sites: compliant,
    },
    {
      name: "a default that may be overridden",
      code: file(
        "common.NewVolumeClient(daemon)",
        'var daemon = "http://localhost:8090"\n\nfunc init() { flags(&daemon) }\n\n',
      ),
      sites: [{ verdict: "compliant", line: 10 }],
    },
    {
      name: "a constant of the configuration",
      code: file("common.NewVolumeClient(settings.URL)").replace(
        'import "',
        'import "example.com/app/config/settings"\nimport "',
      ),
      sites: [{ verdict: "exempt", line: 7, reason: "owner: config/**" }],
    },
    {
      name: "a constant of another package, beside a number",
      code: file("common.NewVolumeClient(settings.URL, 3)").replace(
        'import "',
        'import "example.com/app/settings"\nimport "',
      ),
      sites: [
        {
          verdict: "undecided",
          line: 7,
          reason: "'settings.URL' is declared in another package",
        },
      ],
    },
    {
      name: "a constant of another file",
      code: file("common.NewVolumeClient(daemonURL)"),
      sites: [{ verdict: "undecided", reason: "'daemonURL' is declared in another file" }],
    },
    ...["URL: daemonURL", "daemonURL"].map((field) => ({
      name: `a constant of another file in a literal: ${field}`,
      code: file(`common.NewVolumeClient(common.Config{${field}})`),
      sites: [
        {
          verdict: "undecided" as const,
          line: 6,
          reason: "'daemonURL' is declared in another file",
        },
      ],
    })),
    {
      name: "an argument that is no text",
      code: file("common.NewVolumeClient(url, time.Second)").replace(
        'import "',
        'import "time"\nimport "',
      ),
      sites: [{ verdict: "compliant", line: 7 }],
    },
    ...["daemon:80x", "a daemon:8090", "daemon:8090 ", "//daemon:8090", "http://"].map(
      (text) => ({
        name: `no address: ${text}`,
        code: file(`common.NewVolumeClient("${text}")`),
        sites: compliant,
      }),
    ),
    {
      name: "a function that may come from a dot import",
      code: 'package p\n\nimport . "example.com/app/common"\n\nfunc f() {\n\tNewVolumeClient("http://localhost:8090")\n}\n',
      sites: [{ verdict: "undecided", line: 6 }],
    },
    {
      name: "a function that may come from a dot import, in the configuration",
      code: 'package p\n\nimport . "example.com/app/common"\n\nfunc f() {\n\tNewVolumeClient("http://localhost:8090")\n}\n',
      filename: "config/a.go",
      sites: [],
    },
    {
      name: "a method of a type that was not read",
      code: file('other().NewVolumeClient("http://localhost:8090")'),
      sites: [],
    },
    {
      name: "another package's function of the name",
      code: literal.replace("app/common", "app/uncommon").replace("common.New", "uncommon.New"),
    },
    {
      name: "a method of the name",
      code: file(
        'common.factory.NewVolumeClient("http://localhost:8090")',
        "type factory struct{}\n\nfunc (factory) NewVolumeClient(string) {}\n\n",
      ).replace("func f(url string", "func f(common struct{ factory factory }, url string"),
    },
    {
      name: "a function without a call",
      code: file('_ = common.NewVolumeClient\n\t_ = "http://localhost:8090"'),
    },
    {
      name: "comments and strings",
      code: file(
        '// common.NewVolumeClient("http://localhost:8090")\n\t_ = "common.NewVolumeClient(`http://localhost:8090`)"',
      ),
    },
  ],
  invalid: [
    {
      name: "the literal, and what to do instead",
      code: literal,
      errors: [
        {
          message:
            "Take the Volume Daemon's address from the configuration, or the client from the caller, instead of writing 'http://localhost:8090'.",
          line: 6,
          column: 25,
          endColumn: 48,
        },
      ],
      sites: [{ verdict: "violation", symbol: "f", messageId: "hardcoded" }],
    },
    {
      name: "mains, if they are asked for",
      code: main,
      options: [{ mains: true }],
      errors: [{ messageId: "hardcoded", line: 6, column: 25 }],
    },
    {
      name: "tests, if they are asked for",
      code: literal,
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "hardcoded", line: 6, column: 25 }],
    },
    {
      name: "a variable of the function",
      code: file('daemon := "http://localhost:8090"\n\tcommon.NewVolumeClient(daemon)'),
      errors: [{ messageId: "hardcoded", line: 7, column: 25 }],
    },
    {
      name: "a constant of the package",
      code: file(
        "common.NewVolumeClient(daemon)",
        'const daemon = "http://localhost:8090"\n\n',
      ),
      errors: [{ messageId: "hardcoded", line: 8, column: 25 }],
    },
    {
      name: "either of two addresses",
      code: file(
        'at := "http://a:1"\n\tif url == "" {\n\t\tat = "http://b:2"\n\t}\n\tcommon.NewVolumeClient(at)',
      ),
      errors: [{ messageId: "hardcoded", data: { address: "http://a:1" } }],
    },
    {
      name: "a host and a port",
      code: file('common.NewVolumeClient("daemon:8090")'),
      errors: [{ messageId: "hardcoded", line: 6, column: 25 }],
    },
    {
      name: "a socket",
      code: file('common.NewVolumeClient("unix:///run/d.sock")'),
      errors: [{ messageId: "hardcoded", line: 6, column: 25 }],
    },
    ...["d-1.example:80/x", "[::1]:8090", "HTTP://DAEMON", "10.0.0.1:1"].map((text) => ({
      name: `an address: ${text}`,
      code: file(`common.NewVolumeClient("${text}")`),
      errors: [{ messageId: "hardcoded" as const, data: { address: text } }],
    })),
    {
      name: "a value of a literal without keys",
      code: file('common.NewVolumeClient(common.Config{3, "http://localhost:8090"})'),
      errors: [{ messageId: "hardcoded", line: 6, column: 42 }],
    },
    {
      name: "a struct that is filled before: the call is what is judged",
      code: file(
        'config := &common.Config{URL: "http://localhost:8090"}\n\tcommon.NewVolumeClient(config)',
      ),
      errors: [{ messageId: "hardcoded", line: 7, column: 2 }],
    },
    {
      name: "a struct that is filled before and passed by value",
      code: file(
        'config := common.Config{URL: "http://localhost:8090"}\n\tcommon.NewVolumeClient(config)',
      ),
      errors: [{ messageId: "hardcoded", line: 7, column: 2 }],
    },
    {
      name: "a field of a literal",
      code: file(
        'common.NewVolumeClient(&common.Config{Retries: 3, URL: "http://localhost:8090"})',
      ),
      errors: [{ messageId: "hardcoded", line: 6, column: 57 }],
    },
    {
      name: "a constructor of the team's own",
      code: literal.replace("NewVolumeClient", "Dial"),
      options: [{ constructors: ["app/common.Dial"] }],
      errors: [{ messageId: "hardcoded", line: 6, column: 14 }],
    },
    {
      name: "a function of the file's own package",
      code: 'package common\n\nfunc NewVolumeClient(url string) {}\n\nfunc f() {\n\tNewVolumeClient("http://localhost:8090")\n}\n',
      errors: [{ messageId: "hardcoded", line: 6, column: 18 }],
    },
    {
      name: "an owner that it is not",
      code: literal,
      filename: "x/configuration/a.go",
      errors: [{ messageId: "hardcoded", line: 6, column: 25 }],
    },
    {
      name: "only the port is configured",
      code: file('common.NewVolumeClient("http://localhost:" + url)'),
      errors: [{ messageId: "hardcoded", data: { address: "http://localhost:…" } }],
    },
  ],
});
