import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-volume-operations.ts";
import { file, heldBy, withoutField } from "./support/daemon-call.ts";

const NAME = "volume-daemon/no-direct-volume-operations";

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
      name: "returned where there is another result",
      code: file("return e.cloud.DeleteVolume(id)").replace(") error {", ") (failure) {"),
      ...alone(UNHANDLED),
    },
    ...["errorCode", "(failure errors)", "(failure, other error)"].map((result) => ({
      name: `returned where the result is almost an error: ${result}`,
      code: file("return e.cloud.DeleteVolume(id)").replace(") error {", `) ${result} {`),
      ...alone(UNHANDLED),
    })),
    {
      name: "called where no function is",
      code: `${file("return nil")}\nvar failed = (&ossea.Client{}).DeleteVolume("v")\n`,
      ...alone(NO_CLIENT),
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
      name: "a context without a name",
      code: file(
        "return e.cloud.DeleteVolume(id)",
        "_ context.Context, daemon *common.VolumeClient",
      ),
      ...alone("no context is in scope"),
    },
    {
      name: "a context behind a pointer",
      code: file(
        "return e.cloud.DeleteVolume(id)",
        "ctx *context.Context, daemon *common.VolumeClient",
      ),
      ...alone("no context is in scope"),
    },
    {
      name: "a client without a name",
      code: withoutField(
        file(
          "return e.cloud.DeleteVolume(id)",
          "ctx context.Context, _ *common.VolumeClient, all []*common.VolumeClient",
        ),
      ),
      ...alone(NO_CLIENT),
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
