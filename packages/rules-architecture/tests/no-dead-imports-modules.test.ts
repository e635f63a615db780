import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-dead-imports.ts";
import { importing, module, site } from "./support/dead-imports.ts";

const NAME = "architecture/no-dead-imports";

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a nested module that a replacement leads to",
      files: module(
        {
          "pkg/apis/go.mod": "module example.com/app/pkg/apis\n",
          "pkg/apis/v3/a.go": "package v3\n",
        },
        "example.com/app/pkg/apis/v3",
        "\nrequire example.com/app/pkg/apis v0.0.0\n\nreplace example.com/app/pkg/apis => ./pkg/apis\n",
      ),
      sites: site("compliant"),
    },
    {
      name: "a nested module that is not at hand",
      files: module(
        {},
        "example.com/app/pkg/apis/v3",
        "\nrequire (\n\texample.com/app/pkg/apis v1.2.3\n)\n",
      ),
      sites: site(
        "undecided",
        "it belongs to the module example.com/app/pkg/apis, which is not at hand",
      ),
    },
    {
      name: "a vendored package",
      files: module(
        { "vendor/modules.txt": "", "vendor/example.com/app/shared/a.go": "package shared\n" },
        "example.com/app/shared",
      ),
      sites: site("compliant"),
    },
    {
      name: "packages of other modules that are there",
      files: {
        "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
        "a/go.mod": "module example.com/a\n",
        "a/a.go": importing("example.com/b/util"),
        "b/go.mod": "module example.com/b\n",
        "b/util/util.go": "package util\n",
        "c/go.mod": "module example.com/c\n\nreplace example.com/b => ../b\n",
        "c/c.go": importing("example.com/b/util"),
      },
      sites: {
        "a/a.go": [{ verdict: "compliant", line: 3 }],
        "c/c.go": [{ verdict: "compliant", line: 3 }],
      },
    },
    {
      name: "modules that are not at hand",
      files: {
        "a/go.mod":
          "module example.com/a\n\nrequire (\n\texample.com/b v1.0.0\n\texample.com/c v1.0.0\n\texample.com/e v1.0.0\n)\n\nreplace (\n\texample.com/c => ../c\n\texample.com/e => example.com/f v1.0.0\n)\n",
        "a/a.go":
          'package a\n\nimport (\n\t_ "example.com/b/gone"\n\t_ "example.com/c/gone"\n\t_ "example.com/d/gone"\n\t_ "example.com/e/gone"\n)\n',
        "b/go.mod": "module example.com/b\n",
        "b/b.go": "package b\n",
      },
      sites: { "a/a.go": [] },
    },
  ],
  invalid: [
    {
      name: "a nested module that nothing leads to",
      files: module(
        { "pkg/go.mod": "module example.com/other\n", "pkg/a.go": "package pkg\n" },
        "example.com/app/pkg",
      ),
      errors: { "main.go": [{ messageId: "dead" }] },
    },
    {
      name: "a package of another module that is not there",
      files: {
        "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
        "a/go.mod": "module example.com/a\n",
        "a/a.go": importing("example.com/b/gone"),
        "b/go.mod": "module example.com/b\n",
        "b/b.go": "package b\n",
        "c/go.mod":
          "module example.com/c\n\nrequire example.com/b v1.0.0\n\nreplace example.com/b v1.0.0 => ../b\n",
        "c/c.go": importing("example.com/b/gone"),
      },
      errors: {
        "a/a.go": [{ messageId: "dead", line: 3, column: 8 }],
        "c/c.go": [{ messageId: "dead", line: 3, column: 8 }],
      },
    },
    {
      name: "a nested module that is at hand and has no such package",
      files: module(
        {
          "pkg/go.mod": "module example.com/app/pkg\n",
          "pkg/v3/a.go": "package v3\n",
        },
        "example.com/app/pkg/v4",
        "\nrequire example.com/app/pkg v0.0.0\n\nreplace example.com/app/pkg => ./pkg\n",
      ),
      errors: { "main.go": [{ messageId: "dead", line: 3 }] },
    },
  ],
});
