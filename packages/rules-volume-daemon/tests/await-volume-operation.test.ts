import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/await-volume-operation.ts";
import { ATTACH, attached, CHECK, discarded, file, WAIT } from "./support/volume-operations.ts";

const kept = [{ verdict: "compliant" as const, line: 19 }];

const unused = [{ messageId: "unused" as const, line: 19, suggestions: 1 }];

new RuleTester().run("volume-daemon/await-volume-operation", rule, {
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
    ...["Id", "OperationID", "OpID", "JobID", "taskId"].map((field) => ({
      name: `${field}: its id is handed on`,
      code: attached(`return e.track(operation.${field})`),
      sites: kept,
    })),
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
    ...[
      "id.ID, operation.Name",
      "operation.IDs",
      "operation.VolumeID",
      "operation.Operation",
    ].map((fields) => ({
      name: `handed on without its id: ${fields}`,
      code: attached(`return e.track(${fields})`),
      errors: unused,
    })),
    {
      name: "given to itself",
      code: attached("operation = operation\n\treturn nil"),
      errors: [{ message: /before line 23:/u, suggestions: 1 }],
    },
    {
      name: "a client and an operation of the team's own",
      code: attached("return nil")
        .replaceAll("VolumeClient", "DiskClient")
        .replaceAll("AttachVolume", "Plug"),
      options: [{ daemonClients: ["common.DiskClient"], operations: ["Plug"] }],
      errors: unused,
    },
  ],
});
