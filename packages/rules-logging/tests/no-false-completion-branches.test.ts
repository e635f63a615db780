import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-false-completion.ts";
import { COMPLETED, file } from "./support/completions.ts";

new RuleTester().run("logging/no-false-completion, branches", rule, {
  valid: [
    ...[
      `if err := work(); err != nil || jobID != "" {\n\t\t_ = ${COMPLETED}\n\t}`,
      `if err := work(); err != nil {\n\t\tif errors.Is(err, context.Canceled) {\n\t\t\t_ = ${COMPLETED}\n\t\t}\n\t}`,
      `err := work()\n\tif err != nil {\n\t\terr = work()\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tif err != nil {\n\t\terr, jobID = nil, ""\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tif err == nil && jobID == "" {\n\t\treturn nil\n\t}\n\t_ = ${COMPLETED}`,
      `err := work()\n\tif err == nil {\n\t\tjobID = ""\n\t}\n\t_ = ${COMPLETED}`,
      `err := work()\n\tswitch {\n\tcase err != nil, jobID == "":\n\t\t_ = ${COMPLETED}\n\t}`,
      `if p := new(int); p != nil {\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tswitch true {\n\tcase err != nil:\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tif err == nil {\n\t\treturn nil\n\t} else {\n\t\terr = nil\n\t}\n\t_ = ${COMPLETED}`,
      `err := work()\n\t_ = ${COMPLETED}\n\tif err == nil {\n\t\treturn nil\n\t}`,
      `err := work()\n\tif err != nil {\n\t\tfunc() { _ = ${COMPLETED} }()\n\t}`,
      `err := work()\n\tif err > nil {\n\t\t_ = ${COMPLETED}\n\t}`,
      `if err := work(); err != errClosed {\n\t\t_ = ${COMPLETED}\n\t}`,
      `defer func() {\n\t\tif jobID != "" {\n\t\t\t_ = ${COMPLETED}\n\t\t}\n\t}()\n\tif jobID != "" {\n\t\treturn work()\n\t}`,
      `go func() { _ = ${COMPLETED} }()\n\tif jobID != "" {\n\t\treturn work()\n\t}`,
    ].map((body) => ({
      name: `where no error is known: ${body}`,
      code: file(`${body}\n\treturn nil`),
      sites: [{ verdict: "compliant" as const }],
    })),
  ],
  invalid: [
    ...[
      `if err := work(); err != nil && jobID != "" {\n\t\t_ = ${COMPLETED}\n\t}`,
      `if err := work(); nil != err {\n\t\t_ = ${COMPLETED}\n\t}`,
      `if err := work(); err == nil {\n\t} else {\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tif err == nil || jobID == "" {\n\t\treturn nil\n\t}\n\t_ = ${COMPLETED}`,
      `err := work()\n\tswitch {\n\tcase (err != nil):\n\t\t_ = ${COMPLETED}\n\t}`,
      `if err := work(); err != nil {\n\t\tif jobID != "" {\n\t\t\t_ = ${COMPLETED}\n\t\t}\n\t}`,
      `err := work()\n\terr = work()\n\tif err != nil {\n\t\t_ = ${COMPLETED}\n\t}`,
      `err := work()\n\tif err != nil {\n\t\t_ = ${COMPLETED}\n\t\terr = nil\n\t}`,
      `err := work()\n\tif err != nil {\n\t\tjobID = ""\n\t\t_ = ${COMPLETED}\n\t}`,
    ].map((body) => ({
      name: `where an error is known: ${body}`,
      code: file(`${body}\n\treturn nil`),
      errors: [{ messageId: "branch" as const, data: { error: "err" } }],
    })),
  ],
});
