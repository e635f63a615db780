import { testExits, type Cases } from "./paths.ts";

const LEAVING: Cases = {
  panic: ['start(); panic("x")', ['panic: panic("x")']],
  "a panic of one's own": ["panic := g; panic(1)", ["end"]],
  "the program's end": ["start(); if c { os.Exit(1) }; done()", ["exit: os.Exit(1)"]],
  "a fatal line": ['log.Fatalf("%v", 1)', ['exit: log.Fatalf("%v", 1)']],
  "a panic of a logger": ["log.Panicln(1)", ["panic: log.Panicln(1)"]],
  "an unknown logger": ["x.logger.Fatal(1)", ["exit: x.logger.Fatal(1)"]],
  "a test's": ["t.Fatal(1)", ["panic: t.Fatal(1)"]],
  "a test's skip": ["t.Skip(1)", ["panic: t.Skip(1)"]],
  "a chain of zerolog's": [
    'zl.Fatal().Int("a", 1).Msg("x")',
    ['exit: zl.Fatal().Int("a", 1).Msg("x")'],
  ],
  "another chain": ['zl.Error().Msg("x")', ["end"]],
  "another exit": ["x.Exit(1); y.Skip()", ["end"]],
  "what it is given": ["log.Fatal(done())", []],
  "each way to end the program": [
    ["syscall", "logrus", "klog", "glog"].map((by) => `if c { ${by}.Exit(1) }`).join("; "),
    ["syscall", "logrus", "klog", "glog"].map((by) => `exit: ${by}.Exit(1)`).concat("end"),
  ],
  "each of a logger's words": [
    ["", "f", "ln", "w", "Fn", "Context", "Depth"]
      .flatMap((end) => [`if c { l.Fatal${end}(1) }`, `if c { l.Panic${end}(1) }`])
      .join("; "),
    ["", "f", "ln", "w", "Fn", "Context", "Depth"]
      .flatMap((end) => [`exit: l.Fatal${end}(1)`, `panic: l.Panic${end}(1)`])
      .concat("end"),
  ],
  "words that only begin or end so": [
    "l.Fatally(1); l.IsPanic(1); l.Exits(1); xFatal(1)",
    ["end"],
  ],
  "each of a test's words": [
    ["FailNow()", "SkipNow()", "Skip(1)", "Skipf(``)", "Fatal(1)", "Fatalf(``)"]
      .map((call) => `if c { t.${call} }`)
      .join("; "),
    ["FailNow()", "SkipNow()", "Skip(1)", "Skipf(``)", "Fatal(1)", "Fatalf(``)"]
      .map((call) => `panic: t.${call}`)
      .concat("end"),
  ],
  "what only marks a test": ["t.Fail(); t.Error(1); t.Skipped()", ["end"]],
  "the end of a goroutine": ["runtime.Goexit()", ["panic: runtime.Goexit()"]],
  "another Goexit": ["x.Goexit(); log.Goexit()", ["end"]],
  "another package's Exit": ["errors.Exit(1)", ["end"]],
  "each end of zerolog's chains": [
    'if c { zl.Panic().Msgf("x") }; if c { zl.Fatal().Err(err).Send() }; zl.Info().Send()',
    ['panic: zl.Panic().Msgf("x")', "exit: zl.Fatal().Err(err).Send()", "end"],
  ],
  "a chain that starts with a value": ['event.Msg("x"); g(1).Msg("x"); x[0]().Send()', ["end"]],
  "a call that is no statement": ["x := os.Exit; y(log.Fatal)", ["end"]],
  "a goroutine that ends the program": ["go os.Exit(1); defer os.Exit(1)", ["end"]],
};

const DEFERRED: Cases = {
  "a defer": ["defer done(); if c { return one }; panic(1)", []],
  "a return before": ["if c { return one }; defer done(); return two", ["return one"]],
  "a defer on one way": ["if c { defer done() }; return one", ["return one"]],
  "a deferred closure": ["start(); defer func() { if c { done() } }(); return one", []],
  "a defer does not run when the program ends": [
    "defer done(); if c { os.Exit(1) }; return one",
    ["exit: os.Exit(1)"],
  ],
  "a defer runs when a test ends": ["defer done(); t.FailNow()", []],
  "a defer in a loop": ["for range xs { defer done() }; return one", ["return one"]],
  "a defer before the start": ["defer func() { done() }(); start(); return one", []],
  "a defer before the start on one way": [
    "if c { defer done() }; start(); return one",
    ["return one"],
  ],
  "a defer before the start under its condition": [
    "if !c { defer done() }; if !c { start() }; return one",
    [],
  ],
  "a defer before the start does not run when the program ends": [
    "defer done(); start(); os.Exit(1)",
    ["exit: os.Exit(1)"],
  ],
  "a defer after what is never reached": ["start(); return one; defer done()", ["return one"]],
  "a deferred call on both ways": [
    "if c { defer done() } else { defer done() }; start(); return one",
    [],
  ],
  "a defer in a loop before the start": ["for range xs { defer done() }; start()", ["end"]],
  "a defer in a loop that the start is in": [
    "for { defer done(); start(); if c { return one } }",
    [],
  ],
  "a defer of something else before the start": [
    "defer g(); start(); return one",
    ["return one"],
  ],
  "a defer before a panic": ["defer done(); start(); panic(1)", []],
  "a defer under another condition than the start's": [
    "if c { defer done() }; if d { start() }",
    ["end"],
  ],
  "a defer on the first way alone after the start": [
    "start(); if c { defer done() } else { g() }; return one",
    ["return one"],
  ],
  "a defer on the second way alone after the start": [
    "start(); if c { g() } else { defer done() }; return one",
    ["return one"],
  ],
  "what a deferred call is given": ["defer g(done()); return one", []],
};

const ERRORS: Cases = {
  "not nil": ["x, err := start(); if err != nil { return one }; return two", ["return two"]],
  "nil is not": ["err := start(); if nil == err { return one }; return two", ["return one"]],
  "in the initializer": [
    "if err := start(); err != nil { return one }; return err",
    ["return err"],
  ],
  else: ["if err := start(); err == nil { return one } else { return two }", ["return one"]],
  "with another condition": [
    "err := start(); if err != nil && c { return one }; if err != nil || d { return two }",
    ["return two", "end"],
  ],
  "a switch that asks": [
    "err := start(); switch { case err != nil: return one; default: return two }",
    ["return two"],
  ],
  "a kind of error": [
    "err := start(); if errors.Is(err, x) { return one }; if g(err) != nil { return two }; if err == x { return three }; return four",
    ["return four"],
  ],
  "not a kind of error": [
    "err := start(); if !errors.Is(err, x) { return one }; return two",
    ["return one"],
  ],
  "another error": [
    "err := start(); if err != nil { return one }; err = g(); if err != nil { return two }; return three",
    ["return two", "return three"],
  ],
  "another error, declared beside": [
    "x, err := start(); y, err := g(); if err != nil { return two }",
    ["return two", "end"],
  ],
  "another variable of the name": [
    "err := start(); { err := g(); if err != nil { return one } }; if err != nil { return two }",
    ["return one", "end"],
  ],
  "a start in each turn": [
    "for range xs { err := start(); if err != nil { return one }; if c { return two }; done() }",
    ["return two"],
  ],
  "another value by a range": [
    "err := start(); for _, err = range errs { if err != nil { return one } }",
    ["return one", "end"],
  ],
  "another value by a channel": [
    "err := start(); select { case err = <-ch: if err != nil { return one } }",
    ["return one", "end"],
  ],
  "a value for something else by a range": [
    "err := start(); for range xs { if err != nil { return one } }; for x = range xs { if err != nil { return two } }; for x := range g(err) { if err != nil { return three } }",
    ["end"],
  ],
  "a value for something else by a channel": [
    "err := start(); select { case <-ch: if err != nil { return one } }",
    ["end"],
  ],
  "a value for something else": [
    "err := start(); x, y.err = g(err); if err != nil { return one }",
    ["end"],
  ],
  "another comparison": [
    "err := start(); if err > nil { return one }; if x != nil { return two }",
    ["return one", "return two", "end"],
  ],
  "what is asked of another": [
    "err := start(); if is(x) { return one }",
    ["return one", "end"],
  ],
  "one of two is told": [
    "err := start(); if c || err != nil { return one }",
    ["return one", "end"],
  ],
  "an error that is not another": [
    "err := start(); if err != x { return one }; return two",
    ["return one"],
  ],
  "an error and another variable that are declared elsewhere": [
    "err = start(); if fault != nil { return one }; return two",
    ["return one", "return two"],
  ],
  "a closure's": [
    "err = start(); g(func() { if err != nil { return } }); if err != nil { return one }",
    ["end"],
  ],
};

/** Methods that the file declares, some of which return in spite of their names. */
const METHODS = `
type own struct{}

func (other) Fatalln(v any) { println(v) }

func (own) Fatal(v any) { println(v) }

func (o *own) Panic(v any) { println(v) }

func (o own) Fatalf(format string) { os.Exit(1) }

func (o own) Panicf(format string) { doPanicNow(format) }

func (o own) Fatalln(v any) { panic(v) }

func (o own) Fatalw(v any)

type other struct{}
`;

const DECLARED: Cases = {
  "a method that returns": ["var o own; o.Fatal(1)", ["end"]],
  "a method of the pointer that returns": ["o := &own{}; o.Panic(1)", ["end"]],
  "a method that ends the program": ["var o own; o.Fatalf(`x`)", ["exit: o.Fatalf(`x`)"]],
  "a method that calls what may end it": ["var o own; o.Panicf(`x`)", ["panic: o.Panicf(`x`)"]],
  "a method that returns for another type": ["var o own; o.Fatalln(1)", ["exit: o.Fatalln(1)"]],
  "a method without a body": ["var o own; o.Fatalw(1)", ["exit: o.Fatalw(1)"]],
  "a method of another package's type of the name": [
    "var o errors.own; o.Fatal(1)",
    ["exit: o.Fatal(1)"],
  ],
};

testExits({ LEAVING, DEFERRED, ERRORS });
testExits({ DECLARED }, METHODS);
