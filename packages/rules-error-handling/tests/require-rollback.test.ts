import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-rollback.ts";

/** A function that makes a snapshot `s`, whose failure is looked at, and goes on. */
const go = (rest: string, more = "") =>
  `package p\n\nfunc (e *engine) prepare() error {\n\ts, err := e.client.CreateVolumeSnapshot()\n\tif err != nil {\n\t\treturn err\n\t}\n\t${rest}\n}\n${more}`;

const plain = (body: string, more = "") =>
  `package p\n\nfunc (e *engine) Prepare() error {\n\t${body}\n}\n${more}`;

const compliant = (name: string, code: string, approach: string) => ({
  name,
  code,
  sites: [{ verdict: "compliant" as const, approach }],
});

const FAILS = "if err := e.next(s); err != nil {\n\t\treturn err\n\t}\n\treturn nil";

const left = (name: string, code: string, lines: string) => ({
  name,
  code,
  errors: [
    {
      message: `Undo 'CreateVolumeSnapshot' with 'DeleteVolumeSnapshot' or 'RevertVolumeSnapshot' before the error of a later step is returned (${lines}).`,
    },
  ],
});

const temporary = (call: string) =>
  `package p\n\nimport "os"\n\nvar _ = os.Remove\n\ntype other struct{}\n\nfunc (other) MkdirTemp() (string, error) { return "", nil }\n\nfunc f(next func(string) error) error {\n\tdir, err := ${call}\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn next(dir)\n}\n`;

const listening = (rest: string) =>
  `package p\n\nimport "net"\n\nfunc f(serve func(net.Listener) error) error {\n\tlistener, err := net.Listen("tcp", "")\n\tif err != nil {\n\t\treturn err\n\t}\n\t${rest}\n}\n`;

const LISTENS = [{ pairs: [{ step: "net.Listen", undo: ["Close"] }] }];

const TEMPORARY = [{ pairs: [{ step: "os.MkdirTemp", undo: ["RemoveAll"] }] }] as [
  { pairs: { step: string; undo: string[] }[] },
];

new RuleTester().run("error-handling/require-rollback", rule, {
  valid: [
    compliant(
      "a deferred step",
      plain("defer e.client.CreateVolumeSnapshot()\n\treturn e.next()"),
      "nothing fails",
    ),
    compliant(
      "a step in a deferred closure",
      plain("defer func() { e.client.CreateVolumeSnapshot() }()\n\treturn e.next()"),
      "nothing fails",
    ),
    compliant(
      "a named error that is nil when it is returned",
      `package p\n\nfunc (e *engine) prepare() (err error) {\n\terr = e.client.CreateVolumeSnapshot()\n\tif err != nil {\n\t\treturn\n\t}\n\terr = e.next()\n\tif err != nil {\n\t\te.client.DeleteVolumeSnapshot()\n\t\treturn\n\t}\n\treturn\n}\n`,
      "undone",
    ),
    compliant(
      "undone by a local function in a closure that is kept",
      go(
        "undone := func() { e.client.DeleteVolumeSnapshot(s) }\n\te.atExit = append(e.atExit, func() { undone() })\n\treturn e.next()",
      ).replaceAll("undone", "stop"),
      "undone",
    ),
    compliant(
      "a method that undoes it and is kept",
      go("e.atExit(s.DeleteVolumeSnapshot)\n\treturn e.next()"),
      "undone",
    ),
    {
      name: "handed over in the call whose error is returned",
      code: listening("return serve(listener)"),
      options: LISTENS,
      sites: [{ verdict: "undecided", reason: "the returned call gets it, and may undo it" }],
    },
    {
      name: "another's step of the same name",
      code: temporary("other{}.MkdirTemp()"),
      options: TEMPORARY,
      sites: [],
    },
    {
      name: "a step of the same name of which no more is known",
      code: temporary("unread.MkdirTemp()"),
      options: TEMPORARY,
      sites: [{ verdict: "undecided" }],
    },
    compliant("nothing after it", go("return nil"), "nothing fails"),
    compliant(
      "only its own error",
      plain("_, err := e.client.CreateVolumeSnapshot()\n\treturn err"),
      "nothing fails",
    ),
    compliant(
      "returned itself",
      plain("return e.client.CreateVolumeSnapshot()"),
      "nothing fails",
    ),
    compliant(
      "undone on the way",
      go(
        "if err := e.next(s); err != nil {\n\t\te.client.DeleteVolumeSnapshot(s)\n\t\treturn err\n\t}\n\treturn nil",
      ),
      "undone",
    ),
    compliant(
      "undone in what is returned",
      go(
        "if err := e.next(s); err != nil {\n\t\treturn errors.Join(err, e.client.DeleteVolumeSnapshot(s))\n\t}\n\treturn nil",
      ),
      "undone",
    ),
    compliant(
      "undone when it is left",
      go(`defer e.client.DeleteVolumeSnapshot(s)\n\t${FAILS}`),
      "undone",
    ),
    compliant(
      "undone when it is left with an error",
      go(
        `defer func() {\n\t\tif failed {\n\t\t\te.client.RevertVolumeSnapshot(s)\n\t\t}\n\t}()\n\t${FAILS}`,
      ),
      "undone",
    ),
    compliant(
      "a defer above",
      plain(
        `var s *snapshot\n\tdefer func() { e.client.DeleteVolumeSnapshot(s) }()\n\ts, _ = e.client.CreateVolumeSnapshot()\n\t${FAILS}`,
      ),
      "undone",
    ),
    compliant(
      "a rollback",
      go(
        `if err := e.next(s); err != nil {\n\t\te.rollBackTo(s)\n\t\te.rollbackAll()\n\t\treturn err\n\t}\n\treturn nil`,
      ),
      "undone",
    ),
    compliant(
      "a function of the file",
      go(
        "if err := e.next(s); err != nil {\n\t\te.drop(s)\n\t\treturn err\n\t}\n\treturn nil",
        "\nfunc (e *engine) drop(s *snapshot) { e.client.DeleteVolumeSnapshot(s) }\n",
      ),
      "undone",
    ),
    compliant(
      "kept for later",
      go(`e.later = append(e.later, func() { e.client.DeleteVolumeSnapshot(s) })\n\t${FAILS}`),
      "undone",
    ),
    compliant(
      "a caller",
      go(
        FAILS,
        "\nfunc (e *engine) Run() error {\n\tif err := e.prepare(); err != nil {\n\t\te.rollback()\n\t\treturn err\n\t}\n\treturn nil\n}\n",
      ),
      "undone by a caller",
    ),
    compliant(
      "a caller's caller, by way of a closure",
      go(
        FAILS,
        "\nfunc (e *engine) steps() error { return e.run(func() error { return e.prepare() }) }\n\nfunc (e *engine) Run() error {\n\tif err := e.steps(); err != nil {\n\t\te.abandon()\n\t\treturn err\n\t}\n\treturn nil\n}\n",
      ),
      "undone by a caller",
    ),
    compliant(
      "waited for",
      plain(
        "operation, err := e.client.AttachVolume()\n\tif err := e.awaitOperation(operation, err); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      "nothing fails",
    ),
    compliant(
      "in a step that a tracker runs",
      plain(
        "return e.jobs.RunStep(func() error {\n\t\t_, err := e.client.CreateVolumeSnapshot()\n\t\treturn err\n\t})",
      ),
      "nothing fails",
    ),
    {
      name: "a rollback's own step",
      code: go(FAILS).replace("prepare", "rollbackTest"),
      sites: [{ verdict: "exempt", reason: "part of a rollback" }],
    },
    {
      name: "tests",
      code: go(FAILS),
      filename: "f_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    compliant(
      "in a closure that undoes it by itself",
      plain(
        "go func() {\n\t\te.client.CreateVolumeSnapshot()\n\t\te.client.DeleteVolumeSnapshot()\n\t}()\n\treturn e.next()",
      ),
      "undone",
    ),
    {
      name: "a closure that undoes it on one way only",
      code: plain(
        "go func() {\n\t\te.client.CreateVolumeSnapshot()\n\t\tif e.old {\n\t\t\te.client.DeleteVolumeSnapshot()\n\t\t}\n\t}()\n\treturn e.next()",
      ),
      sites: [{ verdict: "undecided", reason: "it is not known when the closure runs" }],
    },
    {
      name: "a closure that runs some time",
      code: plain(
        "e.step = func() error {\n\t\te.client.CreateVolumeSnapshot()\n\t\treturn e.next()\n\t}\n\treturn nil",
      ),
      sites: [{ verdict: "undecided", reason: "it is not known when the closure runs" }],
    },
    {
      name: "a step of another name",
      code: `${plain("e.client.CreateSnapshot()\n\treturn e.next()")}// CreateVolumeSnapshot\n`,
      sites: [],
    },
    compliant(
      "no error can be returned",
      go(FAILS)
        .replace("() error", "()")
        .replaceAll(/return (?:err|nil)/gu, "return"),
      "nothing fails",
    ),
  ],
  invalid: [
    left(
      "a named error",
      `package p\n\nfunc (e *engine) prepare() (err error) {\n\ts, err := e.client.CreateVolumeSnapshot()\n\tif err != nil {\n\t\treturn\n\t}\n\terr = e.next(s)\n\tif err != nil {\n\t\treturn\n\t}\n\treturn\n}\n`,
      "line 10",
    ),
    left(
      "a named error in the head",
      `package p\n\nfunc (e *engine) prepare() (err error) {\n\ts, err := e.client.CreateVolumeSnapshot()\n\tif err != nil {\n\t\treturn\n\t}\n\tif err = e.next(s); err != nil {\n\t\treturn\n\t}\n\treturn\n}\n`,
      "line 9",
    ),
    left(
      "a local function that does something else",
      go("stop := func() { println(s) }\n\te.atExit(func() { stop() })\n\treturn e.next()"),
      "line 10",
    ),
    {
      name: "handed over in a call whose error is looked at",
      code: listening(
        "if err := serve(listener); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      options: LISTENS,
      errors: [{ messageId: "left", line: 6, column: 19 }],
    },
    {
      name: "not handed over: the returned call gets something else",
      code: listening("println(listener)\n\treturn serve(nil)"),
      options: LISTENS,
      errors: [{ messageId: "left", line: 6, column: 19 }],
    },
    {
      name: "a step that is named with its package",
      code: temporary('os.MkdirTemp("", "")'),
      options: TEMPORARY,
      errors: [{ message: /^Undo 'MkdirTemp' with 'RemoveAll' .*line 16/u }],
    },
    {
      name: "the second of two steps of a name",
      code: temporary("other{}.MkdirTemp()"),
      options: [
        {
          pairs: [
            { step: "os.MkdirTemp", undo: ["RemoveAll"] },
            { step: "p.other.MkdirTemp", undo: ["Drop"] },
          ],
        },
      ],
      errors: [{ message: /with 'Drop'/u }],
    },
    left("a later step fails", go(FAILS), "line 9"),
    left("the last step", go("return e.next(s)"), "line 8"),
    left(
      "an error that is made",
      go('if e.full {\n\t\treturn errors.New("full")\n\t}\n\treturn nil'),
      "line 9",
    ),
    left("two ways", go(`if e.full {\n\t\treturn errFull\n\t}\n\t${FAILS}`), "lines 9 and 12"),
    left(
      "one of two ways",
      go(
        `if e.full {\n\t\te.client.DeleteVolumeSnapshot(s)\n\t\treturn errFull\n\t}\n\t${FAILS}`,
      ),
      "line 13",
    ),
    left(
      "undone only when it goes well",
      go(
        "if err := e.next(s); err != nil {\n\t\treturn err\n\t}\n\treturn e.client.DeleteVolumeSnapshot(s)",
      ),
      "line 9",
    ),
    left("an error that is given later", go("_, err = e.other()\n\treturn err"), "line 9"),
    left(
      "a defer that comes too late",
      go(
        `${FAILS.replace("\n\treturn nil", "")}\n\tdefer e.client.DeleteVolumeSnapshot(s)\n\treturn nil`,
      ),
      "line 9",
    ),
    left(
      "after the tracker ran the step",
      plain(
        "err := e.jobs.RunStep(func() error {\n\t\t_, err := e.client.CreateVolumeSnapshot()\n\t\treturn err\n\t})\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn e.next()",
      ),
      "line 11",
    ),
    left(
      "a caller that undoes nothing",
      go(FAILS, "\nfunc (e *engine) Run() error { return e.prepare() }\n"),
      "line 9",
    ),
    left(
      "in a loop",
      plain(
        "for range e.volumes {\n\t\t_, err := e.client.CreateVolumeSnapshot()\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tif e.full {\n\t\t\treturn errFull\n\t\t}\n\t}\n\treturn nil",
      ),
      "line 10",
    ),
    left(
      "in a switch",
      go("switch e.kind {\n\tcase 1:\n\t\treturn errKind\n\t}\n\treturn nil"),
      "line 10",
    ),
    {
      name: "a pair of the team's own",
      code: plain("e.lock.Acquire()\n\treturn e.next()"),
      options: [{ pairs: [{ step: "Acquire", undo: ["Release"] }] }],
      errors: [{ message: /^Undo 'Acquire' with 'Release' before/u }],
    },
    {
      name: "no name is a rollback's",
      code: go(
        "if err := e.next(s); err != nil {\n\t\te.rollback()\n\t\treturn err\n\t}\n\treturn nil",
      ),
      options: [{ rollbacks: [] }],
      errors: [{ messageId: "left", line: 4, column: 12 }],
    },
    {
      name: "nothing waits",
      code: plain(
        "operation, err := e.client.AttachVolume()\n\tif err := e.awaitOperation(operation, err); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      options: [{ waits: [] }],
      errors: [{ messageId: "left", line: 4, column: 20 }],
    },
    {
      name: "tests, if asked for",
      code: go(FAILS),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "left", line: 4, column: 12 }],
    },
  ],
});
