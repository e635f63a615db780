import { expect, test } from "@jest/globals";
import { methodCallTest } from "../../../src/semantics/queries/method-calls.ts";

const mayLog = methodCallTest([/^(?:Info|Error)(?:f|ln)?$/u, /^Log$/u]);

const file = (body: string, imports = '"fmt"\n\t"a.com/b/status/v2"\n\tu "a.com/util"') =>
  `package p\n\nimport (\n\t${imports}\n)\n\n${body}\n`;

const CALLS = [
  'func f(l *L) { l.Info("a") }',
  'func f(s *S) { s.l.Errorf("a") }',
  "func f(s *S) { s.status.Log(1) }",
  'func f() { g().Info("a") }',
  'func f() { ls[0].Info("a") }',
  "func f(l *L) { l.\n\t\tInfo(1) }",
  "func f(l *L) { l . Info (1) }",
  "func f(l *L) { l.Error(err) }",
  "func f(größe *L) { größe.Info(1) }",
  "func f(l *L) { l.Info() }",
  "func f(fmt *L) { fmt.Errorf(1) }",
  "func f(fmt, status *L) { fmt.Errorf(1) }",
  "func f(a int, status *L) { status.Errorf(1) }",
  "func (status *L) f() { status.Errorf(1) }",
  "func f() { status := g(); status.Errorf(1) }",
  "func f() { status, err := g(); status.Errorf(1) }",
  "func f() { err, status := g(); status.Errorf(1) }",
  "var u = g()\n\nfunc f() { u.Info(1) }",
  "func f() { var status L; status.Info(1) }",
  "func f() { for _, t := range ls { t.Info(1) } }\n\nfunc TestF(t *testing.T) {}",
  "func f(t *Task) { t.Info(1) }\n\nfunc TestF(t *testing.T) {}",
  "func f(t, v *Task) { t.Info(1) }\n\nfunc TestF(t *testing.T) {}",
  "func f() { util.Info(1) }",
  "func f(s *S) { s.\n\t\tstatus.Log(1) }",
];

test.each(CALLS)("may call a method: %s", (body) => {
  expect(mayLog(file(body))).toBe(true);
});

const OTHERS = [
  'func f() { fmt.Errorf("a") }',
  "func f() { status.Errorf(codes.NotFound, 1); u.Info(1) }",
  "func f(err error) string { return err.Error() }",
  'func TestF(t *testing.T) { require.NoError(t, err); t.Error("a"); t.Log("b") }',
  "func BenchmarkF(bench *testing.B) { bench.Log(1) }",
  "func helper(tb testing.TB) { tb.Log(1) }",
  "func Info(a int) { Log(1) }",
  "func (l *L) Info(a int) {}",
  "func f(l *L) { l.Infos(1); l.InfoDepth(1); l.Login(1) }",
  "func f(l *L) { g(l.Info) }",
];

test.each(OTHERS)("calls no method: %s", (body) => {
  expect(mayLog(file(body))).toBe(false);
});

const mayLogItself = methodCallTest([/^(?:Info|Error)$/u], { ofResults: false });

const OWN_CHAINS = [
  'func f() { g().Info("a") }',
  'func f(s *S) { s.log(1).With("a").Info("b") }',
  'func f() { status.Log.With("a").Info("b") }',
  'func f(status *L) { status.With("a").Info("b") }',
  'func f() { x.(status.L).With(")").Info("b") }',
  "func f() { status.New[int](1).Info(2) }",
  'func f() { status.G(ctx /* ( */).Info("a") }',
  "func f() { func() L { return l }().Info(1) }",
  'func f() { status.G("(").Info(1); l.With(")").Info(1) }',
  "func f() { status.G('\"').Info(1); l.With(`\\`, ')').Info(1) }",
];

test.each(OWN_CHAINS)("may call a method that is not of a package's result: %s", (body) => {
  expect(mayLogItself(file(body))).toBe(true);
});

const RESULTS = [
  'func f() { status.G(ctx).Info("a") }',
  'func f() { status.G(ctx).With("a", g(1)).With(`b")`, \')\').Info("c") }',
  'func f() { status.G("\\"(").Info("a") }',
  'func f() {\n\tstatus.\n\t\tG(ctx).\n\t\tWith(func() {}).\n\t\tInfo("a")\n}',
];

test.each(RESULTS)("a method of a package's result: %s", (body) => {
  expect(mayLogItself(file(body))).toBe(false);
  expect(mayLog(file(body))).toBe(true);
});

const mayLogAlone = methodCallTest([/^(?:Info|Error)$/u], { haveResults: false });

const STATEMENTS = [
  "func f(l *L) { l.Info(1) }",
  "func f(l *L) {\n\tl.Info(1)\n}",
  "func f(l *L) {\r\n\tl.\r\n\t\tWith(1).\r\n\t\tInfo(2)\r\n}",
  "func f(s *S) { a(); s.l.Info(1) }",
  "func f(s *S) { s.log(a)().With(b, c(d)).Info(1) }",
  "func f(s *S) { s . l . Info(1) }",
  "func f(l *L) { defer l.Info(1) }",
  "func f(l *L) { go\tl.Info(1) }",
  "func f(l *L) { go (l.Info(1)) }",
  "func f(l *L) { ((l.Info(1))) }",
  "func f(l *L) { /* why */ l.Info(1) }",
  "func f(l *L) { switch a { case 1: l.Info(1) } }",
  "func f(ls []L) { ls[0].Info(1) }",
  "func f(l *L) { (*l).Info(1) }",
  "func f(l *L) { l.(M).Info(1) }",
  "func f() { T{}.Info(1) }",
];

test.each(STATEMENTS)("a method without results is called: %s", (body) => {
  expect(mayLogAlone(file(body))).toBe(true);
});

const VALUES = [
  "func f(l *L) { a := l.Info(1) }",
  "func f(l *L) error { return l.Info(1) }",
  "func f(s *S) { a, err = s.c.store(1).Info(2) }",
  "func f(l *L) { if l.Info(1) { } }",
  "func f(l *L) { if (l.Info(1)) { } }",
  "func f(l *L) { for !l.Info(1) { } }",
  "func f(l *L) { g(l.Info(1)) }",
  "func f(l *L) { g(1, l.Info(1)) }",
  "func f(l *L) { <-l.Info(1) }",
  "func f(l *L) { a <- l.Info(1) }",
  "func f(l *L) { _ = ago (l.Info(1)) }",
];

test.each(VALUES)("a call whose result is used is of another method: %s", (body) => {
  expect(mayLogAlone(file(body))).toBe(false);
  expect(mayLog(file(body))).toBe(true);
});

const OWN_VARIABLES = [
  "func f() { l := g(); l.Info(1) }",
  "func f(s *S) { l := s.l; l.Info(1) }",
  "func f() { l := status.Log; l.Info(1) }",
  "func f() { l := status.G().Log; l.Info(1) }",
  "func f() { l := status.G().(L); l.Info(1) }",
  "func f() { l := status.Gs()[0]; l.Info(1) }",
  "func f() { l := <-status.G(); l.Info(1) }",
  "func f() { l := status.New[int](1); l.Info(1) }",
  "func f() { l, m := status.G(), g(); m.Info(1) }",
  "func f() { m, l := status.G(), g(); l.Info(1) }",
  "func f() { l := status.G(); l.Info(1) }\n\nfunc h(l *L) { l.Info(1) }",
  "func f() { l := status.G(); l.Info(1) }\n\nvar l L",
  "func f() { l := status.G(); l.Info(1) }\n\nvar l = g()",
  "func f() { for l := range status.Gs() { l.Info(1) } }",
  "func f() { for _, l := range ls { l.Info(1) } }",
  "func f(status *S) { l := status.G(); l.Info(1) }",
  "func f() { l.Info(1) }",
];

test.each(OWN_VARIABLES)("may call a method of what is no result: %s", (body) => {
  expect(mayLogItself(file(body))).toBe(true);
});

const HELD_RESULTS = [
  "func f() { l := status.G(ctx); l.Info(1) }",
  'func f() {\n\tl := status.G(ctx).With(status.Fields{\n\t\t"a": 1,\n\t})\n\tl.Info(1)\n}',
  "func f() {\n\tl := status.\n\t\tG(ctx).\n\t\tWith(1) // why\n\tl.With(2).Info(1)\n}",
  "func f() { if l := status.G(ctx); a == l { l.Info(1) } }",
  "func f() { l := status.G(ctx); s.l = l; l.Info(1) }",
  "func f() { l := status.G(); l = g(); l.Info(1) }",
  "func f() { l, err := status.G(); l.Info(1) }",
  "func f() { l := status.G(1); l.Info(1) }\n\nfunc h() { l := u.G(2); l.Info(1) }",
];

test.each(HELD_RESULTS)("a method of a variable with a package's result: %s", (body) => {
  expect(mayLogItself(file(body))).toBe(false);
  expect(mayLog(file(body))).toBe(true);
});
