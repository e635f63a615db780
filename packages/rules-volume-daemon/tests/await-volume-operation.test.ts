import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/await-volume-operation.ts";

const NAME = "volume-daemon/await-volume-operation";

const file = (body: string, { results = "error", imports = "" } = {}) => `package workflows

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
${imports}
	"example.com/app/common"
)

type engine struct {
	client  *common.VolumeClient
	pending []*common.VolumeOperation
	last    *common.VolumeOperation
}

func (e *engine) run(ctx context.Context, id string, done chan *common.VolumeOperation) ${results} {
	${body}
}
`;

const TIME = '\t"time"\n';

const ATTACH = 'operation, err := e.client.AttachVolume(ctx, id, "vm")';
const CHECK = "if err != nil {\n\t\treturn err\n\t}";
const WAIT = "e.client.WaitForCompletionWithTimeout(ctx, operation.ID, 5*time.Minute)";

const attached = (body: string, options = {}) =>
  file(`${ATTACH}\n\t${CHECK}\n\t${body}`, options);

const waited = `if _, err := ${WAIT}; err != nil {\n\t\treturn err\n\t}`;

const kept = [{ verdict: "compliant" as const, line: 19 }];
const unused = [{ messageId: "unused" as const, line: 19, suggestions: 1 }];

/** A site without a suggestion, which says why. */
const left = {
  verdict: "violation" as const,
  noFixReason: "what to return is not known",
};
const discarded = {
  errors: [{ messageId: "discarded" as const, line: 19, suggestions: [] }],
  sites: [left],
};

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "waited for by the volume's id",
      code: file(
        `if _, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\treturn err\n\t}\n\treturn e.client.WaitForState(id)`,
      ),
      options: [{ waits: ["common.VolumeClient.WaitForState"] }],
      sites: kept,
    },
    {
      name: "waited for by a function",
      code: file("e.client.DetachVolume(ctx, id)\n\treturn waitForState(id)"),
      options: [{ waits: ["waitForState"] }],
      sites: kept,
    },
    {
      name: "an operation in a variable, waited for by the volume's id",
      code: attached("fmt.Println(operation)\n\treturn waitForState(id)"),
      options: [{ waits: ["waitForState"] }],
      sites: kept,
    },
    { name: "waited for", code: attached(`_, err = ${WAIT}\n\treturn err`), sites: kept },
    {
      name: "handed to a helper with its error",
      code: file(
        `${ATTACH}\n\tif err := await(ctx, e.client, operation, err); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
      ),
      sites: kept,
    },
    {
      name: "Id: its id is handed on",
      code: attached("return e.track(operation.Id)"),
      sites: kept,
    },
    {
      name: "OperationID: its id is handed on",
      code: attached("return e.track(operation.OperationID)"),
      sites: kept,
    },
    {
      name: "its id is handed on",
      code: attached("return e.track(operation.ID)"),
      sites: kept,
    },
    {
      name: "returned",
      code: attached("return operation, nil", { results: "(*common.VolumeOperation, error)" }),
      sites: kept,
    },
    {
      name: "returned at once",
      code: file('return e.client.AttachVolume(ctx, id, "vm")', {
        results: "(*common.VolumeOperation, error)",
      }),
      sites: kept,
    },
    {
      name: "handed on at once",
      code: file("return await(e.client.DetachVolume(ctx, id))"),
      sites: kept,
    },
    { name: "a field", code: attached("e.last = operation\n\treturn nil"), sites: kept },
    {
      name: "a field at once",
      code: file("var err error\n\te.last, err = e.client.DetachVolume(ctx, id)\n\treturn err"),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    {
      name: "a slice",
      code: attached("e.pending = append(e.pending, operation)\n\treturn nil"),
      sites: kept,
    },
    { name: "a channel", code: attached("done <- operation\n\treturn nil"), sites: kept },
    {
      name: "a closure",
      code: attached("go func() { _ = await(operation) }()\n\treturn nil"),
      sites: kept,
    },
    {
      name: "a literal",
      code: attached("return e.save(record{operation: operation})"),
      sites: kept,
    },
    { name: "a defer", code: attached("defer await(operation)\n\treturn nil"), sites: kept },
    {
      name: "one of two",
      code: file(
        `var operation *common.VolumeOperation\n\tvar err error\n\tif id == "" {\n\t\toperation, err = e.client.DetachVolume(ctx, id)\n\t} else {\n\t\toperation, err = e.client.DeleteVolume(ctx, id)\n\t}\n\treturn await(ctx, e.client, operation, err)`,
      ),
      sites: [
        { verdict: "compliant", line: 22 },
        { verdict: "compliant", line: 24 },
      ],
    },
    {
      name: "one after the other",
      code: file(
        `operation, err := e.client.DetachVolume(ctx, id)\n\tdetachErr := await(operation, err)\n\toperation, err = e.client.DeleteVolume(ctx, id)\n\treturn errors.Join(detachErr, await(operation, err))`,
      ),
      sites: [
        { verdict: "compliant", line: 19 },
        { verdict: "compliant", line: 21 },
      ],
    },
    {
      name: "in a loop",
      code: file(
        `for range 3 {\n\t\t${ATTACH}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\t_, _ = ${WAIT}\n\t}\n\treturn nil`,
      ),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    { name: "a panic", code: attached('panic("never")'), sites: kept },
    {
      name: "another method",
      code: file("_, err := e.client.ListVolumes(ctx, id) // AttachVolume\n\treturn err"),
      sites: [],
    },
    {
      name: "another client",
      code: file("_, err := e.client.AttachVolume(ctx, id)\n\treturn err").replace(
        "*common.VolumeClient",
        "*engine",
      ),
      sites: [],
    },
    {
      name: "a client that waits itself",
      files: {
        "go.mod": "module example.com/app\n",
        "common/client.go":
          "package common\n\ntype VolumeClient struct{}\n\nfunc (c *VolumeClient) DetachVolume(id string) error { return nil }\n",
        "a.go":
          'package app\n\nimport "example.com/app/common"\n\nfunc f(c *common.VolumeClient) { c.DetachVolume("id") }\n',
      },
      filename: "a.go",
      sites: [],
    },
    {
      name: "the daemon",
      code: file("_, err := e.client.DetachVolume(ctx, id)\n\treturn err"),
      filename: "volume-daemon/a.go",
      sites: [{ verdict: "exempt", reason: "owner: volume-daemon/**" }],
    },
    {
      name: "tests",
      code: file("_, err := e.client.DetachVolume(ctx, id)\n\treturn err"),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a closure that is called later",
      code: attached("later := func() error { return await(operation) }\n\treturn later()"),
      sites: kept,
    },
    {
      name: "an element of a map, with what is no operation beside it",
      code: attached(
        "var n int\n\tn, e.byId[id] = 1, operation\n\tfmt.Println(n)\n\treturn nil",
      ),
      sites: kept,
    },
    {
      name: "an unknown client",
      code: file("_, err := client().DetachVolume(ctx, id)\n\treturn err"),
      sites: [{ verdict: "undecided" }],
    },
  ],
  invalid: [
    {
      name: "waited for on one path alone",
      code: file(
        'e.client.DetachVolume(ctx, id)\n\tif id == "" {\n\t\treturn nil\n\t}\n\treturn waitForState(id)',
      ),
      options: [{ waits: ["waitForState"] }],
      ...discarded,
    },
    {
      name: "a method of the name of a function that waits",
      code: file("e.client.DetachVolume(ctx, id)\n\treturn e.waitForState(id)"),
      options: [{ waits: ["waitForState"] }],
      ...discarded,
    },
    {
      name: "a method that waits, of another type",
      code: file("e.client.DetachVolume(ctx, id)\n\treturn e.last.WaitForState(id)"),
      options: [{ waits: ["common.VolumeClient.WaitForState"] }],
      ...discarded,
    },
    {
      name: "discarded where the function never returns",
      code: file('e.client.DetachVolume(ctx, id)\n\tpanic("never")'),
      ...discarded,
    },
    {
      name: "discarded, with a check",
      code: file(
        `if _, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
        { imports: TIME },
      ),
      errors: [
        {
          message:
            "Keep the operation that 'DetachVolume' returns and wait for it: nothing is done until it is completed.",
          line: 20,
          column: 15,
          suggestions: [
            {
              desc: "Wait for the operation.",
              output: file(
                `if operation, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\treturn err\n\t} else if _, err := ${WAIT}; err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
                { imports: TIME },
              ),
            },
          ],
        },
      ],
    },
    {
      name: "discarded, and the name of the operation is taken",
      code: file(
        `${ATTACH}\n\t_ = await(operation, err)\n\tif _, err := e.client.DetachVolume(ctx, operation.ID); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
        { imports: TIME },
      ),
      errors: [
        {
          messageId: "discarded",
          suggestions: [
            {
              messageId: "wait",
              output: file(
                `${ATTACH}\n\t_ = await(operation, err)\n\tif volumeOperation, err := e.client.DetachVolume(ctx, operation.ID); err != nil {\n\t\treturn err\n\t} else if _, err := ${WAIT.replace("operation.ID", "volumeOperation.ID")}; err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
                { imports: TIME },
              ),
            },
          ],
        },
      ],
    },
    {
      name: "unused",
      code: attached("return nil", { imports: TIME }),
      errors: [
        {
          message:
            "Wait for 'operation' before line 24: nothing is done until it is completed.",
          line: 20,
          suggestions: [
            {
              messageId: "wait",
              output: attached(`${waited}\n\treturn nil`, { imports: TIME }),
            },
          ],
        },
      ],
    },
    {
      name: "another way to wait",
      code: attached("return nil"),
      options: [{ wait: "Await(ctx, id)" }],
      errors: [
        {
          messageId: "unused",
          suggestions: [
            {
              messageId: "wait",
              output: attached(
                "if _, err := e.client.Await(ctx, operation.ID); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "only logged",
      code: attached('slog.Info("Attaching", "operation", operation.ID)\n\treturn nil'),
      errors: unused,
    },
    {
      name: "only logged with fields",
      code: attached(
        'e.log.WithFields(fields{"operation": operation.ID}).Info("m")\n\treturn nil',
      ),
      errors: unused,
    },
    {
      name: "only its volume is used",
      code: attached("fmt.Println(operation.VolumeID)\n\treturn e.mount(operation.VolumeID)"),
      errors: [{ message: /before line 24:/u, suggestions: 1 }],
    },
    {
      name: "a return before the wait",
      code: attached(
        `if ctx.Err() != nil {\n\t\treturn ctx.Err()\n\t}\n\treturn await(operation)`,
      ),
      errors: [{ message: /before line 24:/u, suggestions: 1 }],
    },
    {
      name: "replaced before the wait",
      code: file(
        `operation, err := e.client.DetachVolume(ctx, id)\n\t${CHECK}\n\toperation, err = e.client.DeleteVolume(ctx, id)\n\treturn await(operation, err)`,
      ),
      errors: [{ message: /before line 23:/u, line: 19, suggestions: 1 }],
    },
    {
      name: "waited for on one way",
      code: attached(`if id == "" {\n\t\treturn await(operation)\n\t}\n\treturn nil`),
      errors: [{ message: /before line 26:/u, suggestions: 1 }],
    },
    {
      name: "discarded, and assigned",
      code: file("var err error\n\t_, err = e.client.DetachVolume(ctx, id)\n\treturn err"),
      errors: [{ messageId: "discarded", line: 20, suggestions: [] }],
    },
    ...["AttachVolume", "AttachVolumeAsRoot", "CreateVolume", "DeleteVolume"].map((method) => ({
      name: method,
      code: file(`e.client.${method}(ctx, id)\n\treturn nil`),
      errors: [{ ...discarded.errors[0], data: { method } }],
    })),
    {
      name: "one of two clients of the team's own",
      code: file("e.client.DetachVolume(ctx, id)\n\treturn nil"),
      options: [{ daemonClients: ["common.DiskClient", "common.VolumeClient"] }],
      ...discarded,
    },
    {
      name: "replaced on one way, and left on the other",
      code: attached('if id == "" {\n\t\toperation = nil\n\t\treturn nil\n\t}\n\treturn nil'),
      errors: [{ message: /before lines 24 and 27:/u, suggestions: 1 }],
    },
    {
      name: "another variable of its name is handed on",
      code: attached(
        'if id == "" {\n\t\toperation := id\n\t\treturn e.track(operation)\n\t}\n\treturn nil',
      ),
      errors: [{ message: /before lines 25 and 27:/u, suggestions: 1 }],
    },
    {
      name: "a variable that it is given to, and nothing more",
      code: attached("other := operation\n\tfmt.Println(other)\n\treturn nil"),
      errors: unused,
    },
    ...[
      ["a panic", "panic(err)"],
      ["the end of the program", "os.Exit(1)"],
      ["a fatal log", 'log.Fatalf("%v", err)'],
      ["another round", "continue"],
    ].map(([name, end]) => ({
      name: `a check that ends in ${name}`,
      code: file(
        `for range 3 {\n\t\t${ATTACH}\n\t\tif err != nil {\n\t\t\t${end}\n\t\t}\n\t\tfmt.Println(id)\n\t\treturn nil\n\t}\n\treturn nil`,
        { imports: TIME },
      ),
      errors: [
        {
          messageId: "unused" as const,
          line: 21,
          suggestions: [
            {
              messageId: "wait" as const,
              output: file(
                `for range 3 {\n\t\t${ATTACH}\n\t\tif err != nil {\n\t\t\t${end}\n\t\t}\n\t\tif _, err := ${WAIT}; err != nil {\n\t\t\t${end}\n\t\t}\n\t\tfmt.Println(id)\n\t\treturn nil\n\t}\n\treturn nil`,
                { imports: TIME },
              ),
            },
          ],
        },
      ],
    })),
    ...[
      ["goes on", "fmt.Println(err)"],
      ["does nothing", "// Too bad."],
    ].map(([name, body]) => ({
      name: `a check that ${name}: what to do when the wait fails is not known`,
      code: file(`${ATTACH}\n\tif err != nil {\n\t\t${body}\n\t}\n\treturn nil`),
      errors: [{ messageId: "unused" as const, line: 19, suggestions: [] }],
      sites: [left],
    })),
    ...[
      [
        "and an else",
        `${ATTACH}\n\tif err != nil {\n\t\treturn err\n\t} else {\n\t\treturn nil\n\t}`,
      ],
      [
        "of something else first",
        `${ATTACH}\n\tif fmt.Println(id); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
      ],
      [
        "of something else",
        `${ATTACH}\n\tif ctx.Err() != nil {\n\t\treturn err\n\t}\n\treturn nil`,
      ],
      ["of the opposite", `${ATTACH}\n\tif err == nil {\n\t\treturn err\n\t}\n\treturn err`],
      ["that comes later", `${ATTACH}\n\tfmt.Println(id)\n\t${CHECK}\n\treturn nil`],
    ].map(([name, body]) => ({
      name: `an operation, with a check ${String(name)}`,
      code: file(String(body)),
      errors: [{ messageId: "unused" as const, line: 19, suggestions: [] }],
      sites: [left],
    })),
    ...[
      [
        "in a check with an else",
        "if _, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\treturn err\n\t} else {\n\t\treturn nil\n\t}",
      ],
      [
        "in a check of something else",
        "if _, err := e.client.DetachVolume(ctx, id); id != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ],
      [
        "in a check of the opposite",
        "if _, err := e.client.DetachVolume(ctx, id); err == nil {\n\t\treturn nil\n\t}\n\treturn nil",
      ],
      [
        "in a switch",
        "switch _, err := e.client.DetachVolume(ctx, id); err {\n\tcase nil:\n\t\treturn nil\n\t}\n\treturn nil",
      ],
      [
        "in the block of a check",
        "if err := ctx.Err(); err != nil {\n\t\t_, err := e.client.DetachVolume(ctx, id)\n\t\treturn err\n\t}\n\treturn nil",
      ],
    ].map(([name, body]) => ({
      name: `discarded ${String(name)}`,
      code: file(String(body)),
      errors: [{ messageId: "discarded" as const, suggestions: [] }],
      sites: [left],
    })),
    {
      name: "discarded in a check that goes on, which goes on as well when the wait fails",
      code: file(
        "if _, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\tfmt.Println(err)\n\t}\n\treturn nil",
      ),
      options: [{ wait: "Await(id, ctx)" }],
      errors: [
        {
          messageId: "discarded",
          line: 19,
          suggestions: [
            {
              messageId: "wait",
              output: file(
                "if operation, err := e.client.DetachVolume(ctx, id); err != nil {\n\t\tfmt.Println(err)\n\t} else if _, err := e.client.Await(operation.ID, ctx); err != nil {\n\t\tfmt.Println(err)\n\t}\n\treturn nil",
              ),
            },
          ],
        },
      ],
    },
    ...["os.Exited()", "x.panic()", "recover()", "logs.Fatal()"].map((end) => ({
      name: `a check that ends in ${end}, which may come back`,
      code: file(`${ATTACH}\n\tif err != nil {\n\t\t${end}\n\t}\n\treturn nil`),
      errors: [{ messageId: "unused" as const, line: 19, suggestions: [] }],
      sites: [left],
    })),
    {
      name: "handed to what only says what is given to it",
      code: attached(
        [
          "Trace",
          "Debugf",
          "Infoln",
          "Notice",
          "Print",
          "Warning",
          "Error",
          "With",
          "Log",
          "Str",
          "Sprint",
          "Fprintf",
          "EndOperation",
        ]
          .map((name) => `x.${name}(operation)`)
          .join("\n\t") + "\n\treturn nil",
      ),
      errors: unused,
    },
    {
      name: "a field of the name of its id, of something else",
      code: attached("return e.track(id.ID, operation.Name)"),
      errors: unused,
    },
    {
      name: "given to itself",
      code: attached("operation = operation\n\treturn nil"),
      errors: [{ message: /before line 23:/u, suggestions: 1 }],
    },
    {
      name: "a statement",
      code: file("e.client.DetachVolume(ctx, id)\n\treturn nil"),
      ...discarded,
    },
    {
      name: "deferred",
      code: file("defer e.client.DetachVolume(ctx, id)\n\treturn nil"),
      ...discarded,
    },
    {
      name: "a goroutine",
      code: file("go e.client.DetachVolume(ctx, id)\n\treturn nil"),
      ...discarded,
    },
    {
      name: "discarded in a closure",
      code: file(
        "return try(func() error {\n\t\t_, err := e.client.DetachVolume(ctx, id)\n\t\treturn err\n\t})",
      ),
      errors: [{ messageId: "discarded", line: 20, suggestions: [] }],
    },
    {
      name: "a client and an operation of the team's own",
      code: attached("return nil")
        .replaceAll("VolumeClient", "DiskClient")
        .replaceAll("AttachVolume", "Plug"),
      options: [{ daemonClients: ["common.DiskClient"], operations: ["Plug"] }],
      errors: unused,
    },
    {
      name: "Windows line ends",
      code: attached("return nil", { imports: TIME }).replaceAll("\n", "\r\n"),
      errors: [
        {
          messageId: "unused",
          suggestions: [
            {
              messageId: "wait",
              output: attached(`${waited}\n\treturn nil`, { imports: TIME }).replaceAll(
                "\n",
                "\r\n",
              ),
            },
          ],
        },
      ],
    },
  ],
});
