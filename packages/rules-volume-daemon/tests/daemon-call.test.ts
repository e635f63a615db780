import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-volume-operations.ts";

const NAME = "volume-daemon/no-direct-volume-operations";

const file = (
  body: string,
  parameters = "ctx context.Context, daemon *common.VolumeClient",
) => `package workflows

import (
	"context"
	"time"

	"example.com/app/common"
	"example.com/app/ossea"
)

const pause = time.Second

type engine struct {
	cloud  *ossea.Client
	daemon *common.VolumeClient
}

func (e *engine) run(id string, ${parameters}) error {
	${body}
}
`;

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

const withoutField = (text: string) => text.replace("\tdaemon *common.VolumeClient\n", "");

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

/** A module in which a type of another package holds the daemon's client. */
const heldBy = (field: string, call: string) => ({
  "go.mod": "module example.com/app\n",
  "common/client.go": `package common\n\ntype VolumeClient struct{}\n\ntype Holder struct{ ${field} *VolumeClient }\n`,
  "workflows/a.go": `package workflows

import (
	"context"
	"time"

	"example.com/app/common"
	"example.com/app/ossea"
)

const pause = time.Second

func run(ctx context.Context, cloud *ossea.Client, holder *common.Holder, id string) error {
	${call}
}
`,
});

const suggested = (client: string, output: string) => [
  {
    messageId: "direct" as const,
    suggestions: [{ messageId: "daemon" as const, data: { client }, output }],
  },
];

/** A call without a suggestion, and why there is none. */
const alone = (noFixReason: string) => ({
  errors: [{ messageId: "direct" as const, suggestions: [] }],
  sites: [{ verdict: "violation" as const, noFixReason }],
});

const NO_CLIENT = "no client of the daemon is in scope";
const UNHANDLED = "what to do when the wait fails is not known";

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
      name: "returned where there is another result",
      code: file("return e.cloud.DeleteVolume(id)").replace(") error {", ") (failure) {"),
      ...alone(UNHANDLED),
    },
    {
      name: "called where no function is",
      code: `${file("return nil")}\nvar failed = (&ossea.Client{}).DeleteVolume("v")\n`,
      ...alone(NO_CLIENT),
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
      name: "set in a block that did not declare it",
      code: file(
        'var err error\n\tif id != "" {\n\t\terr = e.cloud.DeleteVolume(id)\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn err',
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "a check that goes on",
      code: file(
        "err := e.cloud.DeleteVolume(id)\n\tif err != nil {\n\t\tprintln(id)\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
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
      name: "a client that would be left unused",
      code: file("cloud := ossea.NewClient()\n\treturn cloud.DeleteVolume(id)").replace(
        "ossea.NewClient()",
        "e.cloud",
      ),
      ...alone("'cloud' would be left unused"),
    },
    {
      name: "no context",
      code: file("return e.cloud.DeleteVolume(id)", "daemon *common.VolumeClient"),
      ...alone("no context is in scope"),
    },
    {
      name: "no client",
      code: withoutField(file("return e.cloud.DeleteVolume(id)", "ctx context.Context")),
      ...alone(NO_CLIENT),
    },
    {
      name: "a client that comes later",
      code: withoutField(
        file(
          "if err := e.cloud.DeleteVolume(id); err != nil {\n\t\treturn err\n\t}\n\tdaemon := open()\n\t_ = daemon\n\treturn nil",
          "ctx context.Context, open func() *common.VolumeClient",
        ),
      ),
      ...alone(NO_CLIENT),
    },
    {
      name: "a method that the daemon does not have",
      code: file('return e.cloud.ReattachVolume(id, "a", "b")'),
      ...alone("the daemon's client has no such method"),
    },
    {
      name: "a result beside the error",
      code: file("volume, err := e.cloud.CreateVolume(id)\n\t_ = volume\n\treturn err"),
      ...alone("the daemon's client has no such method"),
    },
    {
      name: "a result beside the error, of a method that the daemon has",
      code: file(
        "_, err := e.cloud.DeleteVolume(id)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "a result beside the error, checked at once",
      code: file(
        "if _, err := e.cloud.DeleteVolume(id); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "returned beside something else",
      code: file("return e.cloud.DeleteVolume(id), nil").replace(
        ") error {",
        ") (error, error) {",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "returned where one more is returned",
      code: file("return e.cloud.DeleteVolume(id)").replace(
        ") error {",
        ") (n int, err error) {",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "an error in a field",
      code: file(
        "e.err = e.cloud.DeleteVolume(id)\n\tif e.err != nil {\n\t\treturn e.err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "another error is checked",
      code: file(
        "var other error\n\terr := e.cloud.DeleteVolume(id)\n\tif other != nil {\n\t\treturn other\n\t}\n\treturn err",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "a check that says when it is nil",
      code: file(
        "err := e.cloud.DeleteVolume(id)\n\tif err == nil {\n\t\treturn nil\n\t}\n\treturn err",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "a check with a statement before its condition",
      code: file(
        "err := e.cloud.DeleteVolume(id)\n\tif println(id); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "a check with an else in the next statement",
      code: file(
        "err := e.cloud.DeleteVolume(id)\n\tif err != nil {\n\t\treturn err\n\t} else {\n\t\treturn nil\n\t}",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "both names for the operation are taken",
      code: file(
        "operation, volumeOperation := id, id\n\terr := e.cloud.DeleteVolume(operation + volumeOperation)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
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
      name: "set to a variable of the package",
      code: `${file("failure = e.cloud.DeleteVolume(id)\n\tif failure != nil {\n\t\treturn failure\n\t}\n\treturn nil")}\nvar failure error\n`,
      ...alone(UNHANDLED),
    },
    {
      name: "an error that is kept",
      code: file("err := e.cloud.DeleteVolume(id)\n\treturn err"),
      ...alone(UNHANDLED),
    },
    {
      name: "a check with an else",
      code: file(
        "if err := e.cloud.DeleteVolume(id); err != nil {\n\t\treturn err\n\t} else {\n\t\treturn nil\n\t}",
      ),
      ...alone(UNHANDLED),
    },
    {
      name: "an operation of another kind",
      code: file(
        "operation := id\n\tif err := e.cloud.DeleteVolume(operation); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      ...alone(UNHANDLED),
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
    {
      name: "a field that nobody can name",
      code: withoutField(
        file("return e.cloud.DeleteVolume(id)", "ctx context.Context"),
      ).replace("cloud  *ossea", "_ *common.VolumeClient\n\tcloud  *ossea"),
      ...alone(NO_CLIENT),
    },
    {
      name: "a field that only its own package can name",
      files: heldBy("client", "return cloud.DeleteVolume(id)"),
      filename: "workflows/a.go",
      ...alone(NO_CLIENT),
    },
  ],
});
