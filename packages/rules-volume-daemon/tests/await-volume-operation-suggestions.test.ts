import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/await-volume-operation.ts";
import {
  ATTACH,
  attached,
  CHECK,
  discarded,
  file,
  left,
  WAIT,
} from "./support/volume-operations.ts";

const TIME = '\t"time"\n';

const waited = `if _, err := ${WAIT}; err != nil {\n\t\treturn err\n\t}`;

new RuleTester().run("volume-daemon/await-volume-operation", rule, {
  valid: [],
  invalid: [
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
      name: "another way to wait, with words that are almost what it is made of",
      code: attached("return nil"),
      options: [{ wait: "Await(ctx2, id, ids, uptime.Max)" }],
      errors: [
        {
          messageId: "unused",
          suggestions: [
            {
              messageId: "wait",
              output: attached(
                "if _, err := e.client.Await(ctx2, operation.ID, ids, uptime.Max); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "discarded, and assigned",
      code: file("var err error\n\t_, err = e.client.DetachVolume(ctx, id)\n\treturn err"),
      errors: [{ messageId: "discarded", line: 20, suggestions: [] }],
    },
    ...[
      ["a panic", "panic(err)"],
      ["the end of the program", "os.Exit(1)"],
      ["a fatal log", 'log.Fatalf("%v", err)'],
      ["another round", "continue"],
      ["the end of the loop", "break"],
      ["a jump", "goto end"],
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
