import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-placeholder-code.ts";
import { comment, exempt } from "./support/placeholder-code.ts";

const body = (text: string) => `package p\n\nfunc f() error {\n\t${text}\n}\n`;

const standIn = (text: string) => [{ messageId: "stand-in" as const, data: { text }, line: 3 }];

const missing = (text: string, line = 4) => [
  { messageId: "missing" as const, data: { text }, line },
];

const PHRASES = `
  placeholder implementation, placeholder logic, placeholder code, placeholder value,
  placeholder data, placeholder until, placeholder for now, this is a placeholder,
  just a placeholder, only a placeholder, dummy implementation, stub implementation,
  mock implementation, fake implementation, simulated implementation, simulate success,
  simulate work, simulate processing, simulate delay, simulate api call, simulate response,
  simulate the call, simulated response, simulated result, simulated results, simulated data,
  simulated success, simulated for now, for now simulate, for now return, for now just return,
  for now hardcode, for now hard-code, hardcoded for now, hard-coded for now,
  in a real implementation, in a real system, in the real implementation,
  in real implementation, a real implementation would, the real implementation would,
  actual implementation would, in production this would, implement me,
  still to be implemented, yet to be implemented, not yet implemented, not implemented yet`
  .split(",")
  .map((phrase) => phrase.trim().replaceAll(/\s+/gu, " "));

const SYSTEMS =
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos";

const ARCHITECTURES =
  "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x sparc64 wasm";

new RuleTester().run("architecture/no-placeholder-code", rule, {
  valid: [
    {
      name: "what others implement",
      code: comment("// Backend is the methods that need to be implemented by the daemon."),
      sites: [],
    },
    ...["stub.go", "vfs_stub.go", "stub_move.go", "dummy.go", "noop.go"].map((filename) => ({
      name: `a stand-in by its name: ${filename}`,
      code: comment("// In the real implementation, this moves."),
      filename,
      sites: [{ verdict: "exempt" as const, line: 3 }],
    })),
    {
      name: "a stand-in for some builds",
      code: `//go:build !linux\n\n${comment("// In the real implementation, this moves.")}`,
      sites: exempt(5, "the file is for some builds alone"),
    },
    ...[
      "Options is just a placeholder for the help text.",
      "The name is only a placeholder.",
      "Lock is not yet implemented on other systems.",
      "Lock is not yet implemented\n// by the server.",
      "Returns an error if the method is not yet implemented.",
      "Features that are not yet implemented are left out.",
      "It answers 'not yet implemented'.",
      "store is a mock implementation of Store.",
      "It is no longer just a placeholder.",
      "The placeholder value of the input field.",
      "The server has not yet implemented it.",
      "It is not yet implemented upstream.",
      "Since Attach is not yet implemented, it returns.",
    ].map((text) => ({
      name: `said of something else: ${text}`,
      code: comment(`// ${text}`),
      sites: [
        {
          verdict: "undecided" as const,
          line: 3,
          reason: "it may be said of something else than this code",
        },
      ],
    })),
    {
      name: "stand-ins for tests",
      code: body('panic("not implemented")'),
      filename: "ossea/fakes/client.go",
      sites: exempt(4, "exempt path: {fake,fakes,mock,mocks,stub,stubs,test,tests,e2e}/**"),
    },
    {
      name: "for some builds alone, by its name",
      code: body('return errors.New("not implemented")'),
      filename: "a_windows.go",
      sites: exempt(4, "the file is for some builds alone"),
    },
    {
      name: "for some builds alone, by its constraint",
      code: `//go:build !linux\n\n${body('panic("unimplemented")')}`,
      sites: exempt(6, "the file is for some builds alone"),
    },
    ...`${SYSTEMS} ${ARCHITECTURES}`.split(" ").flatMap((platform) =>
      [`a_${platform}.go`, `a_${platform}_test.go`].map((filename) => ({
        name: `for ${platform} alone: ${filename}`,
        code: body('panic("not implemented")'),
        filename,
        options: [{ tests: true }] as [object],
        sites: exempt(4, "the file is for some builds alone"),
      })),
    ),
    {
      name: "for some builds alone, by an old constraint",
      code: `// +build !linux\n\n${body('panic("unimplemented")')}`,
      sites: exempt(6, "the file is for some builds alone"),
    },
    {
      name: "the context that is to be chosen",
      code: body("return run(context.TODO())"),
      sites: [],
    },
    {
      name: "what simulates for a living",
      code: comment("// Simulate runs the scheduler; TODO is no mark here."),
      sites: [],
    },
    {
      name: "an identifier",
      code: body('placeholderValue := simulatedData("TODO")\n\treturn placeholderValue'),
      sites: [],
    },
    {
      name: "an input's placeholder",
      code: body('return html(`<input placeholder="TODO">`)'),
      sites: [],
    },
    {
      name: "an error of one branch",
      code: body('if x {\n\t\treturn errors.New("zfs is not implemented")\n\t}\n\treturn nil'),
      sites: [],
    },
    {
      name: "an error that is kept in a variable",
      code: 'package p\n\nvar ErrMissing = errors.New("not implemented")\n',
      sites: [],
    },
    {
      name: "an error of another kind",
      code: body('return Errors("not implemented")'),
      sites: [],
    },
    {
      name: "an error beside other statements",
      code: body('x()\n\treturn errors.New("not implemented")'),
      sites: [],
    },
    {
      name: "a phrase that only begins so",
      code: comment("// A placeholder valueless, or a mock-implementation-free TODO."),
      sites: [],
    },
  ],
  invalid: [
    ...PHRASES.flatMap((phrase) => [
      {
        name: phrase,
        code: comment(`// It is: ${phrase}.`),
        errors: standIn(`It is: ${phrase}.`),
      },
      {
        name: `${phrase}, in capitals and with commas`,
        code: comment(`/* ${phrase.toUpperCase().replaceAll(" ", ", ")} */`),
        errors: standIn(phrase.toUpperCase().replaceAll(" ", ", ")),
      },
    ]),
    ...["not implemented", "not yet implemented", "unimplemented", "implement me", "TODO"].map(
      (phrase) => ({
        name: `a panic that says ${phrase}`,
        code: body(`panic("${phrase}")`),
        errors: missing(phrase),
      }),
    ),
    ...["errors.New", "fmt.Errorf", "status.Error", "status.Errorf", "log.Fatal", "log.Fatalf"]
      .concat("log.Panic", "log.Panicf")
      .map((call) => ({
        name: `a function that is ${call} and nothing else`,
        code: body(`// So it is.\n\t${call}("not implemented")`),
        errors: missing("not implemented", 5),
      })),
    {
      name: "a panic among other statements",
      code: body("x()\n\tpanic(fmt.Errorf(`TODO`))"),
      errors: missing("TODO", 5),
    },
    ...[
      ["func (t) f() { panic(1, `TODO`) }", 3],
      ["var f = func() error {\n\treturn errors.New(`TODO`)\n}", 4],
    ].map(([code, line]) => ({
      name: `in ${String(code).slice(0, 12)}`,
      code: `package p\n\n${code}\n`,
      errors: missing("TODO", Number(line)),
    })),
    ...["stubborn.go", "astub.go", "move.go"].map((filename) => ({
      name: `a name that only looks like a stand-in's: ${filename}`,
      code: comment("// In the real implementation, this moves."),
      filename,
      errors: standIn("In the real implementation, this moves."),
    })),
    ...[
      "It is just a placeholder.",
      "Runs. This is only a placeholder.",
      "Not implemented yet.",
      "Rollback is not yet implemented.",
      "Mock implementation.",
      "HARDCODED FOR NOW",
    ].map((text) => ({
      name: `said of the code: ${text}`,
      code: comment(`// ${text}`),
      errors: standIn(text),
    })),
    {
      name: "a placeholder",
      code: comment("// This is a placeholder for the daemon."),
      errors: standIn("This is a placeholder for the daemon."),
    },
    {
      name: "simulated",
      code: comment("// Simulated response of the cloud"),
      errors: standIn("Simulated response of the cloud"),
    },
    {
      name: "for now, with a comma",
      code: comment("// For now, return an empty list."),
      errors: standIn("For now, return an empty list."),
    },
    {
      name: "in capitals",
      code: comment("// NOT YET IMPLEMENTED"),
      errors: standIn("NOT YET IMPLEMENTED"),
    },
    {
      name: "still to be implemented",
      code: comment("// The rollback is still to be implemented."),
      errors: [{ messageId: "stand-in", line: 3, column: 1 }],
    },
    {
      name: "a panic",
      code: body('log()\n\tpanic("implement me")'),
      errors: missing("implement me", 5),
    },
    {
      name: "a panic with an error",
      code: body('panic(errors.New("not implemented"))'),
      errors: missing("not implemented"),
    },
    {
      name: "a function that only says so",
      code: body("return fmt.Errorf(`%s: not implemented`, name)"),
      errors: missing("%s: not implemented"),
    },
    {
      name: "a method",
      code: 'package p\n\nfunc (s *S) f() (int, error) {\n\treturn 0, errors.New("unimplemented")\n}\n',
      errors: missing("unimplemented"),
    },
    {
      name: "a literal",
      code: 'package p\n\nvar f = func() error {\n\treturn errors.New("TODO")\n}\n',
      errors: missing("TODO"),
    },
    {
      name: "a comment beside it",
      code: body('// Later.\n\treturn errors.New("not implemented")'),
      errors: missing("not implemented", 5),
    },
    {
      name: "a status of gRPC",
      code: body('return status.Errorf(codes.Unimplemented, "not implemented")'),
      errors: missing("not implemented"),
    },
    {
      name: "phrases of the team's own",
      code: comment("// Not wired (yet)."),
      options: [{ phrases: ["wired (yet)"] }],
      errors: standIn("Not wired (yet)."),
    },
  ],
});
