import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-volume-operations.ts";
import { file, heldBy } from "./support/daemon-call.ts";

const NAME = "volume-daemon/no-direct-volume-operations";

const WAIT = "WaitForCompletionWithTimeout(ctx, operation.ID, 5*time.Minute)";

const checked = (call: string) => `if err := e.cloud.${call}; err != nil {
		return err
	}
	return nil`;

const onDaemon = (
  call: string,
  client = "daemon",
) => `if operation, err := ${client}.${call}; err != nil {
		return err
	} else if _, err := ${client}.${WAIT}; err != nil {
		return err
	}
	return nil`;

const after = (
  error: string,
  operation = "operation",
) => `${operation}, ${error} := daemon.DeleteVolume(ctx, id)
	if ${error} != nil {
		return ${error}
	}
	if _, ${error} := daemon.${WAIT.replace("operation", operation)}; ${error} != nil {
		return ${error}
	}
	return nil`;

const suggested = (client: string, output: string) => [
  {
    messageId: "direct" as const,
    suggestions: [{ messageId: "daemon" as const, data: { client }, output }],
  },
];

new RuleTester().run(NAME, rule, {
  valid: [],
  invalid: [
    {
      name: "returned",
      code: file('return e.cloud.AttachVolume(id, "vm")'),
      errors: suggested("daemon", file(onDaemon('AttachVolume(ctx, id, "vm")'))),
    },
    {
      name: "returned, with a name for the result",
      code: file("return e.cloud.DeleteVolume(id)").replace(") error {", ") (err error) {"),
      errors: suggested(
        "daemon",
        file(onDaemon("DeleteVolume(ctx, id)")).replace(") error {", ") (err error) {"),
      ),
    },
    {
      name: "checked",
      code: file(checked("DeleteVolume(id)")),
      errors: suggested("daemon", file(onDaemon("DeleteVolume(ctx, id)"))),
    },
    {
      name: "an argument less",
      code: file('return e.cloud.DetachVolumeFromVM(id, "vm")'),
      errors: suggested("daemon", file(onDaemon("DetachVolume(ctx, id)"))),
    },
    {
      name: "a client in a field that is used elsewhere",
      code: file(
        `return e.cloud.DetachVolume(id)\n}\n\nfunc (e *engine) list(ctx context.Context) {\n\t_, _ = e.daemon.ListVolumes(ctx, "")`,
        "ctx context.Context",
      ).replace('(ctx, "")\n}', '(ctx, "")\n}'),
      errors: suggested(
        "e.daemon",
        file(
          `${onDaemon("DetachVolume(ctx, id)", "e.daemon")}\n}\n\nfunc (e *engine) list(ctx context.Context) {\n\t_, _ = e.daemon.ListVolumes(ctx, "")`,
          "ctx context.Context",
        ),
      ),
    },
    {
      name: "a client in a field that is used nowhere else",
      code: file("return e.cloud.DetachVolume(id)", "ctx context.Context"),
      errors: suggested(
        "e.daemon",
        file(onDaemon("DetachVolume(ctx, id)", "e.daemon"), "ctx context.Context"),
      ),
    },
    {
      name: "declared, and checked in the next statement",
      code: file(
        "err := e.cloud.DeleteVolume(id)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      errors: suggested("daemon", file(after("err"))),
    },
    {
      name: "set, and checked in the next statement",
      code: file(
        "var failure error\n\tfailure = e.cloud.DeleteVolume(id)\n\tif failure != nil {\n\t\treturn failure\n\t}\n\treturn nil",
      ),
      errors: suggested("daemon", file(`var failure error\n\t${after("failure")}`)),
    },
    {
      name: "the name of the operation is taken",
      code: file(
        "operation := id\n\terr := e.cloud.DeleteVolume(operation)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      errors: suggested(
        "daemon",
        file(
          `operation := id\n\t${after("err", "volumeOperation").replace("ctx, id)", "ctx, operation)")}`,
        ),
      ),
    },
    {
      name: "another wait and another call",
      code: file("return e.cloud.DeleteVolume(id)"),
      options: [{ replacements: { DeleteVolume: "Drop($1)" }, wait: "Await(id)" }],
      errors: suggested(
        "daemon",
        file(
          "if operation, err := daemon.Drop(id); err != nil {\n\t\treturn err\n\t} else if _, err := daemon.Await(operation.ID); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
        ),
      ),
    },
    {
      name: "another call, with words that are almost a context",
      code: file("return e.cloud.DetachVolumeFromVM(id, e)"),
      options: [
        { replacements: { DetachVolumeFromVM: "Drop(ctx, $2, ctxs, $1)" }, wait: "Await(id)" },
      ],
      errors: suggested(
        "daemon",
        file(
          "if operation, err := daemon.Drop(ctx, e, ctxs, id); err != nil {\n\t\treturn err\n\t} else if _, err := daemon.Await(operation.ID); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
        ),
      ),
    },
    {
      name: "a client by its value, and a context of an inner block",
      code: file(
        'if id != "" {\n\t\tinner := ctx\n\t\treturn e.cloud.DetachVolume(id)\n\t}\n\treturn nil',
        "ctx context.Context, client common.VolumeClient",
      ),
      options: [{ wait: "Await(ctx, id)" }],
      errors: suggested(
        "client",
        file(
          'if id != "" {\n\t\tinner := ctx\n\t\tif operation, err := client.DetachVolume(inner, id); err != nil {\n\t\t\treturn err\n\t\t} else if _, err := client.Await(inner, operation.ID); err != nil {\n\t\t\treturn err\n\t\t}\n\t\treturn nil\n\t}\n\treturn nil',
          "ctx context.Context, client common.VolumeClient",
        ),
      ),
    },
    {
      name: "set in the block of a case",
      code: file(
        'switch id {\n\tcase "a":\n\t\terr := e.cloud.DeleteVolume(id)\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil',
      ),
      errors: suggested(
        "daemon",
        file(
          `switch id {\n\tcase "a":\n\t\toperation, err := daemon.DeleteVolume(ctx, id)\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tif _, err := daemon.${WAIT}; err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil`,
        ),
      ),
    },
    {
      name: "set to a parameter",
      code: file(
        "err = e.cloud.DeleteVolume(id)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
        "ctx context.Context, daemon *common.VolumeClient, err error",
      ),
      errors: suggested(
        "daemon",
        file(after("err"), "ctx context.Context, daemon *common.VolumeClient, err error"),
      ),
    },
    {
      name: "a client in an exported field of another package's type",
      files: heldBy("Client", "return cloud.DeleteVolume(id)"),
      filename: "workflows/a.go",
      errors: suggested(
        "holder.Client",
        heldBy("Client", onDaemon("DeleteVolume(ctx, id)", "holder.Client"))["workflows/a.go"],
      ),
    },
  ],
});
