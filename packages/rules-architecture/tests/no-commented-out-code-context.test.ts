import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-commented-out-code.ts";
import {
  above,
  code,
  EMPTIED,
  inside,
  silent,
  undecided,
} from "./support/commented-out-code.ts";

new RuleTester().run("architecture/no-commented-out-code", rule, {
  valid: [
    silent(
      "an example with a comment of its own",
      "package p\n\n// For documentation only:\n// // Tree is a list.\n// type Tree struct {\n// \tNodes []int\n// }\n\nvar x = 1\n",
    ),
    silent(
      "a license",
      above("// Copyright (c) 2026 = x", "// Licensed under the Apache License (the)", ""),
    ),
    silent(
      "an example in a function's description",
      above(
        "// f detaches. To call it:",
        "//",
        "//\tclient.Detach(ctx, id)",
        "//\tclient.Close(ctx)",
      ),
    ),
    silent(
      "an example in a description, without indentation",
      above("// f detaches, for example", "// client.Detach(ctx, id)", "// client.Close(ctx)"),
    ),
    silent(
      "what an example prints",
      "package p\n\nfunc ExampleF() {\n\tf()\n\t// Output:\n\t// x = f(1)\n\t// y := 2\n}\n",
      "example_test.go",
    ),
    silent(
      "an introduction",
      inside("// The volume is found so:", "// v := client.Volume(id)", "// v.Detach(ctx)"),
    ),
    silent(
      "an equivalent",
      inside("// This is the same as", "// v := client.Volume(id)", "// v.Detach(ctx)"),
    ),
    silent(
      "code further in than the prose",
      inside("// Volumes are found by id", "//   v := client.Volume(id)", "//   v.Detach(ctx)"),
    ),
    silent(
      "code further in than the prose of a block",
      inside(
        "/*",
        " * Volumes are found by id",
        " *   v := client.Volume(id)",
        " *   v.Detach(x)",
        " */",
      ),
    ),
    silent(
      "directives",
      above("//go:build x(y)", "", "//nolint:errcheck // x := y()", "//export f(x)", ""),
    ),
    silent("markers", above("// +kubebuilder:default=f(x)", "// +groupName=x.y()")),
    undecided(
      "one call below prose",
      inside("// It does not like this.", "// client.Detach(ctx, id)"),
    ),
    silent(
      "a block below prose and an empty line",
      inside("// It was here.", "//", "// if x {", "// \tf(x)", "// }"),
    ),
    undecided("one call below prose in the form of Go", inside("// go home", "// detach(x)")),
    undecided(
      "code that a reader turns on for something",
      inside(
        "// Uncomment this to run one test",
        "// if name != one {",
        "// \tcontinue",
        "// }",
      ),
    ),
    undecided(
      "code that a reader turns on at times",
      inside("// uncomment if the test fails", "// client.Dump(ctx, id)"),
    ),
    undecided(
      "code that shows a mistake when it is turned on",
      inside(
        "// Uncommenting this will block all of it.",
        "// a.Lock()",
        "// defer a.Unlock()",
      ),
    ),
    undecided(
      "the same with its sentence as a comment of the code",
      inside("//// Uncomment the lines to see it fail.", "// a.Lock()", "// defer a.Unlock()"),
    ),
    ...[
      "It is, e.g. so",
      "It is, i.e. so",
      "An example",
      "For instance",
      "The usage",
      "It is like",
    ]
      .concat(
        "It is equivalent to",
        "In pseudo code",
        "It becomes",
        "They become",
        "The same as",
      )
      .concat("It does this:", "As follows,", "It is found so\n//")
      .map((prose) =>
        silent(
          `an introduction: ${prose.replace("\n//", " and a blank line")}`,
          inside(...`// ${prose}`.split("\n"), "// v := client.Volume(id)", "// v.Detach(ctx)"),
        ),
      ),
    undecided("one line below prose", inside("// Detach it first.", "// v.Detach(ctx)")),
    silent("code and prose behind it", inside("// v.Detach(ctx)", "// That is all.")),
  ],
  invalid: [
    code(
      "below prose",
      inside("// TODO: turn it on again", "// client.Detach(ctx, id)", "// client.Close()"),
      5,
      EMPTIED,
      7,
    ),
    code(
      "below prose with an address",
      inside("// See https://go.dev/a", "// client.Detach(ctx, id)", "// client.Close()"),
      5,
      EMPTIED,
      7,
    ),
    code(
      "a function with its description",
      "package p\n\n// // g is old.\n// func g() {\n// \tf()\n// }\n\nvar x = 1\n",
      3,
      "package p\n\nvar x = 1\n",
      6,
    ),
    code(
      "below prose that wants it back",
      inside("// Uncomment this.", "// client.Detach(ctx, id)"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "below prose at the end of a function",
      "package p\n\nfunc f() {\n\tfirst()\n\t// It was slow.\n\t// v := client.Volume(id)\n\t// v.Detach(ctx)\n}\n",
      5,
      "package p\n\nfunc f() {\n\tfirst()\n}\n",
      7,
    ),
    code(
      "a line above a comment for a tool",
      inside("// v.Detach(ctx, id)", "//lint:ignore U1000 later"),
      5,
      inside("//lint:ignore U1000 later"),
    ),
    code(
      "one statement below prose that says so",
      inside("// TODO: find out why.", "// defer client.Detach(id)"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "a block below prose that says so and an empty line",
      inside("// Restore this once all have it.", "//", "// if x {", "// \treturn", "// }"),
      5,
      EMPTIED,
      9,
    ),
  ],
});
