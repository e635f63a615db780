import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-dead-imports.ts";
import { DEAD, dead, module, site } from "./support/dead-imports.ts";

const NAME = "architecture/no-dead-imports";

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "what a build makes of other files",
      files: module({ "internal/failover/service.proto": "" }, DEAD),
      sites: site(
        "undecided",
        /a build may make its Go files: its directory has service.proto/u,
      ),
    },
    {
      name: "what a build makes, as an option",
      files: module({}, DEAD),
      options: [{ generated: ["example.com/app/internal/failover/**"] }],
      sites: site("exempt", "made by a build: example.com/app/internal/failover/**"),
    },
    ...[
      { ".gitignore": "/internal/failover/\n" },
      { ".gitignore": "failover\n" },
      { ".gitignore": "internal/failover/*.go\n" },
      { ".gitignore": "*.go\n", "internal/.gitignore": "!*.txt\n" },
      { "internal/.gitignore": "failover/\n" },
    ].map((files) => ({
      name: `what .gitignore lists: ${JSON.stringify(files)}`,
      files: module(files, DEAD),
      sites: site(
        "undecided",
        "a build may make it: .gitignore lists its files, which are not there",
      ),
    })),
    {
      name: "what a go:generate comment names",
      files: module(
        {
          "api/api.go":
            "package api\n\n//go:generate mockgen -destination=../internal/failover/api.go -package failover . API\n",
        },
        DEAD,
      ),
      sites: site(
        "undecided",
        "a build may make it: a go:generate comment of api/api.go names it",
      ),
    },
    {
      name: "tests in a directory whose other files are made by a build",
      files: module(
        {
          ".gitignore": "internal/failover/*.go\n!*_test.go\n",
          "internal/failover/a_test.go": "package failover\n",
        },
        DEAD,
      ),
      sites: site("undecided", /\.gitignore/u),
    },
  ],
  invalid: [
    {
      name: "generated packages that it is not",
      files: module({}, DEAD),
      options: [{ generated: ["internal/failover"] }],
      errors: { "main.go": dead },
    },
    {
      name: "a source of Go files beside one",
      files: module(
        {
          "oma/failover.proto": "",
          "internal/failover/a.proto": "",
          "internal/failover/_a.go": "package failover\n",
        },
        DEAD,
      ),
      errors: { "main.go": dead },
    },
    {
      name: "a go:generate comment that names something else",
      files: module(
        {
          "api/api.go": "package api\n\n//go:generate stringer -type=failoverState\n",
          "api/b.go": "package api\n\n// go:generate mockgen -package failover\n",
        },
        DEAD,
      ),
      errors: { "main.go": dead },
    },
    ...[
      { ".gitignore": "/failover/\n" },
      { ".gitignore": "*.pb.go\n" },
      { ".gitignore": "internal/\n!internal/\n" },
      { "oma/.gitignore": "failover/\n" },
    ].map((files) => ({
      name: `.gitignore lists something else: ${JSON.stringify(files)}`,
      files: module(files, DEAD),
      errors: { "main.go": dead },
    })),
  ],
});
