import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-volume-operations.ts";

const NAME = "volume-daemon/no-direct-volume-operations";

runFixture(NAME, rule, new URL("testdata/clients.go", import.meta.url));

runFixture(NAME, rule, new URL("testdata/routes.txtar", import.meta.url));

const call = (method: string, type = "ossea.Client") =>
  `package failover\n\nimport "example.com/app/${type.split(".")[0] ?? ""}"\n\ntype engine struct{}\n\nfunc (e *engine) run(client *${type}) {\n\tclient.${method}("v")\n}\n`;

const attach = call("AttachVolume");
const own = attach
  .replace("package failover", "package ossea")
  .replace('import "example.com/app/ossea"', "type Client struct{}")
  .replace("*ossea.Client", "*Client");
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 8, reason }];

/** A call on what a package of this path returns, which is not read. */
const thirdParty = (path: string) => ({
  "go.mod": "module example.com/app\n",
  "ossea/client.go": "package ossea\n\ntype Client struct{}\n",
  "bolt/doc.txt": "",
  "state/a.go": `package state\n\nimport "${path}"\n\nfunc f(bucket *bolt.Bucket) {\n\tbucket.Cursor().DeleteVolume()\n}\n`,
});
const undecided = [{ verdict: "undecided" as const, line: 6 }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the daemon may",
      code: attach,
      filename: "source/volume-daemon/service.go",
      sites: exempt("owner: volume-daemon/**"),
    },
    {
      name: "a method of the client may, wherever it is",
      code: own.replace("(e *engine)", "(c *Client)"),
      filename: "source/storage/client.go",
      sites: exempt("a method of the storage client"),
    },
    {
      name: "the client itself may",
      code: own,
      filename: "source/ossea/client.go",
      sites: exempt("owner: ossea/**"),
    },
    { name: "tests may", code: attach, filename: "a_test.go", sites: exempt("test file") },
    {
      name: "a call on the daemon in a test, which counts on neither side",
      code: call("AttachVolume", "common.VolumeClient"),
      filename: "a_test.go",
      sites: exempt("test file"),
    },
    {
      name: "a value of a package that cannot import the team's",
      files: thirdParty("example.org/bolt"),
      sites: { "state/a.go": [] },
    },
    {
      name: "a value of a package that may be the team's",
      files: thirdParty("example.com/app/bolt"),
      sites: { "state/a.go": undecided },
    },
    {
      name: "a client of another module of the tree, which others may import",
      files: {
        ...thirdParty("example.org/bolt"),
        "ossea/client.go": "package ossea\n",
        "cloud/go.mod": "module example.org/cloud\n",
        "cloud/ossea/client.go": "package ossea\n\ntype Client struct{}\n",
      },
      sites: { "state/a.go": undecided },
    },
    {
      name: "a value of a package that cannot import the team's, beside another module",
      files: {
        ...thirdParty("example.org/bolt"),
        "tools/go.mod": "module example.org/tools\n",
        "tools/x/a.go": "package x\n",
      },
      sites: { "state/a.go": [] },
    },
    {
      name: "a client of another module, which others may import",
      files: {
        ...thirdParty("example.org/bolt"),
        "ossea/client.go": "package ossea\n",
        "state/b.go": 'package state\n\nimport _ "example.org/ossea"\n',
      },
      sites: { "state/a.go": undecided },
    },
    {
      name: "a client of another module by its whole path, which others may import",
      files: {
        ...thirdParty("example.org/bolt"),
        "ossea/client.go": "package ossea\n",
        "state/b.go": 'package state\n\nimport _ "example.org/ossea"\n',
      },
      options: [{ storageClients: ["example.org/ossea.Client"] }],
      sites: { "state/a.go": undecided },
    },
    {
      name: "an excepted function may",
      code: attach,
      options: [{ exemptFunctions: [{ names: ["(*engine).run"], reason: "rescue" }] }],
      sites: exempt("rescue"),
    },
    {
      name: "snapshots are not the daemon's",
      code: call("RevertVolumeSnapshot"),
      sites: exempt("snapshot: not handled by the Volume Daemon"),
    },
    {
      name: "a client of the team's own",
      code: call("AttachVolume", "disks.Daemon"),
      options: [{ daemonClients: ["app/disks.Daemon"] }],
      sites: [{ verdict: "compliant", line: 8 }],
    },
    {
      name: "another type of the client's package",
      code: call("AttachVolume", "ossea.Recorder"),
    },
    {
      name: "the same type of another package",
      code: attach.replaceAll("ossea.", "fake.").replace("/ossea", "/fake"),
    },
    {
      name: "a type parameter is not known",
      code: "package p\n\nfunc f[C any](client C) {\n\tclient.AttachVolume()\n}\n",
      sites: [{ verdict: "undecided", line: 4, reason: /type parameter/u }],
    },
    {
      name: "a shadowed import is no package",
      code: 'package p\n\nimport "example.com/app/ossea"\n\nvar _ ossea.Client\n\nfunc f(ossea struct{ Client struct{} }) {\n\tossea.Client.AttachVolume()\n}\n',
    },
    {
      name: "names in comments and strings",
      code: 'package p\n\n// client.AttachVolume() is the daemon\'s.\nvar s = "client.AttachVolume()"\n',
    },
    {
      name: "a declaration is no call",
      code: 'package p\n\nimport "example.com/app/ossea"\n\ntype c struct{ ossea.Client }\n\nfunc (c c) AttachVolume(v string) {}\n',
    },
  ],
  invalid: [
    {
      name: "the call, and what to call instead",
      code: attach,
      errors: [
        {
          message:
            "Call 'AttachVolume' on common.VolumeClient, not on client: volumes are the Volume Daemon's.",
          line: 8,
          column: 2,
          endColumn: 26,
        },
      ],
      sites: [{ verdict: "violation", symbol: "(*engine).run", messageId: "direct" }],
    },
    {
      name: "an operation of the team's own",
      code: call("ShredVolume"),
      options: [{ operations: ["ShredVolume"] }],
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "tests, if they are asked for",
      code: attach,
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "an excepted function of another name",
      code: attach,
      options: [{ exemptFunctions: [{ names: ["run"], reason: "rescue" }] }],
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "a full import path as pattern",
      code: attach,
      options: [{ storageClients: ["example.com/app/ossea.Client"] }],
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "an owner that it is not",
      code: attach,
      filename: "x/osseaz/a.go",
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "the client's own package elsewhere",
      code: own,
      filename: "copy/a.go",
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "an aliased import",
      code: attach.replace("import ", "import cloud ").replace("*ossea.", "*cloud."),
      errors: [{ messageId: "direct", line: 8, column: 2 }],
    },
    {
      name: "a local type of the client's",
      code: attach.replace(
        "client.Attach",
        "type alias = ossea.Client\n\tvar c alias\n\tc.Attach",
      ),
      errors: [{ messageId: "direct", line: 10 }],
    },
    {
      name: "a closure's capture",
      code: attach
        .replace("client.Attach", "_ = func() error { return client.Attach")
        .replace('("v")', '("v") }'),
      errors: [{ messageId: "direct", line: 8, column: 28 }],
    },
    {
      name: "a result of the file's own function",
      code: `${attach}\nfunc get() (*ossea.Client, error) { return nil, nil }\n\nfunc g() {\n\tc, err := get()\n\t_ = err\n\tc.DeleteVolume("v")\n}\n`,
      errors: [
        { messageId: "direct", line: 8, column: 2 },
        { messageId: "direct", line: 16, column: 2 },
      ],
    },
    {
      name: "a method of the file's own type",
      code: `${attach}\nfunc (e *engine) cloud() *ossea.Client { return nil }\n\nfunc g(e engine) {\n\te.cloud().DeleteVolume("v")\n}\n`,
      errors: [
        { messageId: "direct", line: 8, column: 2 },
        { messageId: "direct", line: 14, column: 2 },
      ],
    },
  ],
});
