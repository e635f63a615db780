import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-storage-sdk-import.ts";

const NAME = "volume-daemon/no-storage-sdk-import";
const SDK = "github.com/apache/cloudstack-go/v2/cloudstack";

runFixture(NAME, rule, new URL("testdata/sdk.go", import.meta.url));

const importing = (path: string, name = "") =>
  `package failover\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 3, reason }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the daemon may",
      code: importing(SDK),
      filename: "source/volume-daemon/service.go",
      sites: exempt("owner: volume-daemon/**"),
    },
    {
      name: "the storage client may",
      code: importing(SDK),
      filename: "source/ossea/client.go",
      sites: exempt("owner: ossea/**"),
    },
    {
      name: "tests may",
      code: importing(SDK),
      filename: "a_test.go",
      sites: exempt("test file"),
    },
    {
      name: "an owner of the team's own",
      code: importing(SDK),
      filename: "x/cloud/a.go",
      options: [{ ownerPaths: ["cloud/*.go"] }],
      sites: exempt("owner: cloud/*.go"),
    },
    { name: "another module", code: importing("github.com/apache/cloudstack-gofer/x") },
    { name: "the same elements below another host", code: importing(`example.com/${SDK}`) },
    {
      name: "a package that the team does not mean",
      code: importing(SDK),
      options: [{ packages: ["github.com/apache/cloudstack-go/*/types"] }],
    },
    {
      name: "a package below what is meant",
      code: importing("github.com/apache/cloudstack-go/v2/cloudstack"),
      options: [{ packages: ["github.com/apache/cloudstack-go/*"] }],
    },
    { name: "a path in a string", code: `package p\n\nvar s = "${SDK}"\n` },
    { name: "a path in a comment", code: `package p\n\n// import "${SDK}"\nvar s = 1\n` },
    {
      name: "a package of the same name",
      code: importing("example.com/cloudstack-go/cloudstack", "cloudstack "),
      options: [{ packages: ["github.com/*/cloudstack-go/**", "cloudstack-go/x"] }],
    },
    {
      name: "nothing is meant",
      code: importing(SDK),
      options: [{ packages: ["", "github.com/nobody/**"] }],
    },
  ],
  invalid: [
    {
      name: "the import, and what to do instead",
      code: importing(SDK),
      errors: [
        {
          message: `Do not import '${SDK}' here: ask the Volume Daemon through its client, and the storage through the team's own (volume-daemon/**, ossea/**).`,
          line: 3,
          column: 8,
          endColumn: 8 + SDK.length + 2,
        },
      ],
      sites: [{ verdict: "violation", messageId: "imported" }],
    },
    {
      name: "an alias",
      code: importing(SDK, "cs "),
      errors: [{ messageId: "imported", line: 3, column: 11 }],
    },
    {
      name: "a blank import",
      code: importing(SDK, "_ "),
      errors: [{ messageId: "imported", line: 3, column: 10 }],
    },
    {
      name: "a dot import",
      code: importing(SDK, ". "),
      errors: [{ messageId: "imported", line: 3, column: 10 }],
    },
    {
      name: "the module's own package",
      code: importing("github.com/apache/cloudstack-go"),
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "the former SDK",
      code: importing("github.com/xanzy/go-cloudstack/v2/cloudstack"),
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "several of a group",
      code: `package p\n\nimport (\n\t"${SDK}"\n\t"fmt"\n\tx "${SDK}/y"\n)\n`,
      errors: [
        { messageId: "imported", line: 4 },
        { messageId: "imported", line: 6 },
      ],
    },
    {
      name: "tests, if they are asked for",
      code: importing(SDK),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "an SDK of the team's own",
      code: importing("github.com/aws/aws-sdk-go-v2/service/ec2"),
      options: [{ packages: ["github.com/aws/**/ec2"] }],
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "alternatives",
      code: importing("github.com/Azure/x"),
      options: [{ packages: ["github.com/{aws,Azure}/**"] }],
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "one exact package",
      code: importing(SDK),
      options: [{ packages: [SDK] }],
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
    {
      name: "an owner that it is not",
      code: importing(SDK),
      filename: "x/ossea2/a.go",
      errors: [{ messageId: "imported", line: 3, column: 8 }],
    },
  ],
});
