import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { translateGolangci } from "../src/from-golangci/index.ts";
import { restricted, translated } from "./golangci.ts";

const IMPORTS = "go/restricted-imports";
const FORBIDDEN = "it is forbidden here";

test.each<[what: string, rule: string, restrictions: object[]]>([
  [
    "a map, as in version 1",
    "{ deny: { a/b: ' Not   this. ', c: {} } }",
    [
      { imports: ["a/b/**"], message: "Not this" },
      { imports: ["c/**"], message: FORBIDDEN },
    ],
  ],
  [
    "in lax mode, with exceptions",
    "{ list-mode: lax, allow: [a/b$, $gostd], deny: [{ pkg: a/ }] }",
    [{ imports: ["a/*/**"], except: ["a/b", "!(*.*)/**"], message: FORBIDDEN }],
  ],
  [
    "in another mode, with a list of what is allowed",
    "{ allow: [a], deny: [{ pkg: a/b }] }",
    [
      { imports: ["a/b/**"], message: FORBIDDEN },
      {
        imports: ["**"],
        except: ["a/**"],
        message: "it is not in the list 'name' of allowed imports",
      },
    ],
  ],
  [
    "in some files",
    "{ files: ['**/a/*.go', $test, '!**/b/*.go', '!$test'], deny: [{ pkg: x }] }",
    [
      {
        imports: ["x/**"],
        message: FORBIDDEN,
        files: ["**/a/*.go", "**/*_test.go"],
        exempt: [{ files: ["**/b/*.go", "**/*_test.go"], reason: "not in its 'files'" }],
      },
    ],
  ],
  [
    "in all files",
    "{ files: [$all], deny: [{ pkg: x }] }",
    [{ imports: ["x/**"], message: FORBIDDEN }],
  ],
])("depguard: %s", (_, rule, restrictions) => {
  expect(translated("depguard", `{ rules: { name: ${rule} } }`)).toEqual({
    rules: { [IMPORTS]: restricted(...restrictions) },
    missing: [],
  });
});

test("depguard: variables that it does not have are named", () => {
  expect(
    translated("depguard", "{ rules: { n: { files: [$new, '!$other', $all], deny: [] } } }"),
  ).toEqual({ rules: {}, missing: ["'files: $new, !$other' of depguard's rule 'n'"] });
});

test("gomodguard: what is blocked, with what to use and why", () => {
  const settings = `
    allowed: { modules: [x] }
    blocked:
      versions: [{ y: {} }]
      modules:
        - " a/one ": {}
        - a/two: { recommendations: [use b/two] }
        - a/three: { reason: It  is old. }
`.replaceAll("\n", "\n    ");
  const { text, missing } = translateGolangci(
    `version: "2"\nlinters:\n  default: none\n  enable: [gomodguard]\n  settings:\n    gomodguard:${settings}`,
    "x",
  );
  expect((parse(text) as { rules: object }).rules).toEqual({
    [IMPORTS]: restricted(
      { imports: ["a/one/**"], message: FORBIDDEN },
      { imports: ["a/two/**"], message: "use b/two" },
      { imports: ["a/three/**"], message: "It is old" },
    ),
  });
  expect(missing).toEqual([
    "gomodguard's 'allowed', which is about go.mod",
    "gomodguard's 'blocked.versions', which is about go.mod",
  ]);
  const empty = { allowed: { modules: [] }, blocked: { local_replace_directives: false } };
  expect(translated("gomodguard", empty)).toEqual({ rules: {}, missing: [] });
});
