import { configWith } from "./workspace.ts";

const FUNCTION = "func f(t T) {\n\tx := t.F\n}\n";

/** Files to try a client on: three identifiers to fix, and a type from a neighbour. */
export const CLIENT_FILES = {
  "gopherwood.config.js": configWith({ "demo/no-foo": "error", "demo/types": "warn" }),
  "a.go": 'package p\n\nvar a = "😀" + foo\n\nvar b = foo\n\nvar c = foo\n\n' + FUNCTION,
  "b.go": "package p\n\ntype T struct{ F int }\n",
};

/** `a.go` after a fix, a directive for the second one, a new line with a fourth, and all fixes. */
export const CLIENT_RESULT =
  'package p\n\nvar a = "😀" + bar\n\n//gopherwood:disable-next-line demo/no-foo\n' +
  "var b = foo\n\nvar c = bar\n\n" +
  `${FUNCTION}var d = bar\n`;
