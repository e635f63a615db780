import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-raw-daemon-requests.ts";

const NAME = "volume-daemon/no-raw-daemon-requests";

runFixture(NAME, rule, new URL("testdata/requests.go", import.meta.url));

const file = (body: string, declarations = "") =>
  `package failover\n\nimport "net/http"\n\n${declarations}func f(base, id string) {\n\t${body}\n}\n`;
const get = file('http.Get("http://localhost:8090/api/v1/volumes")');
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the daemon's client may",
      code: get,
      filename: "oma/common/volume_client.go",
      sites: exempt("owner: common/volume_client*.go"),
    },
    {
      name: "the daemon may",
      code: get,
      filename: "x/volume-daemon/peer.go",
      sites: exempt("owner: volume-daemon/**"),
    },
    { name: "tests may", code: get, filename: "a_test.go", sites: exempt("test file") },
    {
      name: "other addresses and paths of the team's own",
      code: get,
      options: [{ addresses: ["volumes:80", "localhost:80"], paths: ["/volumes"] }],
    },
    {
      name: "the path at another host",
      code: file('http.Get("https://x.example.com/api/v1/volumes")'),
    },
    {
      name: "a path alone, which is for a handler in the process",
      code: file('http.NewRequest("GET", "/api/v1/volumes/1", nil)'),
      sites: [],
    },
    {
      name: "the path below another one, at a host that is not known",
      code: file('http.Get(base + "/v2/api/v1/volumes")'),
      sites: [],
    },
    { name: "a longer name", code: file('http.Get(base + "/api/v1/volumesets")') },
    {
      name: "an address that is not known",
      code: `${file("http.Get(base)")}\n// See localhost:8090.\n`,
      sites: [{ verdict: "undecided", line: 6, reason: "the value of 'base' is not known" }],
    },
    {
      name: "of an owner what is not known is not asked",
      code: `${file("http.Get(base)")}\n// See localhost:8090.\n`,
      filename: "volume-daemon/a.go",
      sites: [],
    },
    {
      name: "what is not known is shown on one line, and not a long one",
      code: `${file(`http.Get(lookUp(base,\n\t\t${"id, ".repeat(12)}base))`)}\n// See localhost:8090.\n`,
      sites: [
        {
          verdict: "undecided",
          line: 6,
          reason: `the value of 'lookUp(base, ${"id, ".repeat(11)}id…' is not known`,
        },
      ],
    },
    {
      name: "another type of the package",
      code: file('headers.Get("http://localhost:8090")', "var headers http.Header\n\n"),
      sites: [],
    },
    {
      name: "a package of the same name",
      code: get.replace("net/http", "example.com/net/http"),
    },
    {
      name: "a shadowed package",
      code: file(
        'http := library{}\n\thttp.Get("http://localhost:8090")',
        "type library struct{}\n\nfunc (library) Get(string) {}\n\n",
      ),
    },
    {
      name: "another type's method",
      code: `package p\n\nimport "net/http"\n\ntype Client struct{}\n\nfunc (Client) Get(string) {}\n\nfunc f(c Client, t *http.Transport) {\n\tc.Get("http://localhost:8090")\n}\n`,
    },
    {
      name: "a route and a comment",
      code: file(
        'http.HandleFunc("/api/v1/volumes", nil) // http.Get("http://localhost:8090")',
      ),
    },
    {
      name: "another argument",
      code: file('http.Post(base+"/x", "localhost:8090", nil)'),
    },
    ...[
      "/localhost:8090",
      "http:/localhost:8090",
      "//localhost:8090",
      "http://xlocalhost:8090",
    ].map((address) => ({
      name: `no address: ${address}`,
      code: file(`http.Get("${address}")`),
    })),
    {
      name: "a path in a query of a host that is not known",
      code: file('http.Get(base + "/x?next=/api/v1/volumes")'),
      sites: [],
    },
    {
      name: "a port that only begins so",
      code: file('http.Get("http://localhost:80900")'),
    },
  ],
  invalid: [
    {
      name: "the request, and what to call instead",
      code: get,
      errors: [
        {
          message:
            "Call the Volume Daemon through its client: 'localhost:8090' is the daemon's.",
          line: 6,
          column: 2,
          endColumn: 50,
        },
      ],
      sites: [{ verdict: "violation", symbol: "f", messageId: "raw" }],
    },
    {
      name: "a path below an address that is not known",
      code: file('http.Get(base + "/api/v1/volumes/" + id)'),
      errors: [{ messageId: "raw", data: { target: "/api/v1/volumes" } }],
    },
    {
      name: "comments between the arguments",
      code: file('http.NewRequest("GET" /* it */, /* all */ base+"/api/v1/volumes", nil)'),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "a path below a part that is not known",
      code: file('http.Get(base + "/" + id + "/api/v1/volumes")'),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "a path at a host that is not known",
      code: file('http.NewRequest("GET", base+"/api/v1/volumes?x=1", nil)'),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "a constant of the file",
      code: file("http.Get(daemon + id)", 'const daemon = "http://localhost:8090/"\n\n'),
      errors: [{ messageId: "raw", line: 8, column: 2 }],
    },
    {
      name: "a variable that is given it later",
      code: file('var url string\n\turl = "http://127.0.0.1:8090"\n\thttp.Head(url)'),
      errors: [{ messageId: "raw", line: 8 }],
    },
    {
      name: "one of two values",
      code: file(
        'url := base\n\tif id == "" {\n\t\turl = "http://localhost:8090"\n\t}\n\thttp.Get(url)',
      ),
      errors: [{ messageId: "raw", line: 10, column: 2 }],
    },
    {
      name: "a client's method",
      code: file('client := &http.Client{}\n\tclient.Get("http://localhost:8090")'),
      errors: [{ messageId: "raw", line: 7, column: 2 }],
    },
    {
      name: "a dot import",
      code: get.replace('import "', 'import . "').replace("http.Get", "Get"),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "an alias",
      code: get.replace('import "', 'import web "').replace("http.Get", "web.Get"),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "tests, if they are asked for",
      code: get,
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "an address of the team's own",
      code: file('http.Get("http://volumes.internal/x")'),
      options: [{ addresses: ["volumes.internal"] }],
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    ...["/daemon", "/daemon/", "/v1/daemon"].map((path) => ({
      name: `a path of the team's own: ${path}`,
      code: file(`http.Get(base + "${path.replace(/\/$/u, "")}/x")`),
      options: [{ paths: [path] }] as [{ paths: string[] }],
      errors: [{ messageId: "raw" as const, line: 6, column: 2, data: { target: path } }],
    })),
    ...["http://me:a@localhost:8090/x", " HTTP://LOCALHOST:8090", "localhost:8090/x"]
      .concat(
        "http://localhost:8090?x=1",
        "http://localhost:8090#x",
        "a2+b-c.d://localhost:8090",
      )
      .map((address) => ({
        name: `an address: ${address}`,
        code: file(`http.Get("${address}")`),
        errors: [
          { messageId: "raw" as const, line: 6, column: 2, data: { target: "localhost:8090" } },
        ],
      })),
    {
      name: "an owner that it is not",
      code: get,
      filename: "common/client.go",
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
    {
      name: "a function of the file that puts it together",
      code: file(
        "http.Get(at(base, id))",
        'func at(base, id string) string { return base + "/api/v1/volumes/" + id }\n\n',
      ),
      errors: [{ messageId: "raw", line: 8, column: 2 }],
    },
    {
      name: "a constant that goes by way of itself",
      code: file('url := "http://localhost:8090"\n\turl = url + url\n\thttp.Get(url)'),
      errors: [{ messageId: "raw", line: 8, column: 2 }],
    },
    {
      name: "escapes and raw strings",
      code: file('http.Get("http://\\x6cocalhost:\\u0038090" + `/x`)\n\t_ = "8090"'),
      errors: [{ messageId: "raw", line: 6, column: 2 }],
    },
  ],
});
