import type { Random } from "./random.ts";

const IMPORTS = [
  'import log "github.com/sirupsen/logrus"',
  'import (\n\tlog "github.com/sirupsen/logrus"\n)',
  'import (\n\t"errors"\n\t"os"\n\n\tlog "github.com/sirupsen/logrus"\n)\n\nvar _, _ = errors.New, os.Exit',
  'import (\n\t"fmt"\n\t"log/slog"\n\n\t// What logs.\n\tlog "github.com/sirupsen/logrus" // for now\n\t"k8s.io/api"\n)\n\nvar _, _, _ = fmt.Sprint, slog.Info, api.X',
  'import "fmt"\nimport log "github.com/sirupsen/logrus"\n\nvar _ = fmt.Sprint',
  '// #include <a.h>\nimport "C"\n\nimport log "github.com/sirupsen/logrus"',
];

const STATEMENTS = [
  'log.Info("plain")',
  'log.Info("a call with a comment") // why',
  'log.Infof("n is %d", n)',
  'log.Warnf("100%% done")',
  "log.Error(err)",
  'log.Error("failed: ", err, n)',
  'log.Infoln("a", n)',
  'log.WithError(err).Error("failed")',
  'log.WithField("n", n).Warnf("n is %d", n)',
  'log.WithFields(log.Fields{"n": n, "s": s}).Info(s)',
  'log.WithFields(log.Fields{\n\t"n":      n,\n\t"longer": s, // why\n}).Info("on lines")',
  'log.\n\tWithField("n", n).\n\tInfo("a chain on lines")',
  'log.Infof("on lines %d",\n\tn)',
  'log.Debug( /* inside */ "a comment inside")',
  "log.Info(`raw\n\ttext`)",
  'log.WithField("f", func() int { log.Info("inner"); return n }()).Info("outer")',
  'log.Info(func() string {\n\tlog.Warn("inside")\n\treturn s\n}())',
  'if n > 1 {\n\tlog.Info("in a branch")\n}',
  'for i := range n {\n\tlog.Infof("round %d", i)\n}',
  'defer log.Info("deferred")',
  'defer log.Infof("deferred %d", n)',
  'e := log.WithField("n", n)\ne.Info("stored")\ne.WithError(err).Errorf("stored %s", s)',
  'e := log.WithField("n", n)\nif n > 1 {\n\te = e.WithField("more", true)\n}\ne.Info("set anew")',
  'var e *log.Entry\ne = log.WithField("n", n)\ne.Info("declared first")',
  'e := log.WithField("n", n)\nkeep(e)\ne.Info("kept")',
  'slog := n\n_ = slog\nlog.Info("a name that is taken")',
  'fmt := n\n_ = fmt\nlog.Infof("a name that is taken %d", n)',
  'log.WithField("a", 1).WithField("a", 2).Info("twice")',
  'log.WithTime(now).Info("left")',
  'log.WithFields(fields).Info("fields of a variable")',
  'log.Fatal("the end")',
  'log.Panicf("the end of %d", n)',
  'log.Trace("below")',
  "log.SetLevel(log.InfoLevel)",
  'log.Info("allowed") //gopherwood:disable-line logging/no-direct-logging -- why',
  'log.Info("ü 🚀"); log.Info("two on a line")',
  "n++",
];

/** A Go file that logs in ways that were drawn by lot; it parses. */
export function goSource(random: Random): string {
  const functions = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const blocks = Array.from({ length: random.below(8) }, () => random.pick(STATEMENTS));
    const body = blocks.map((block) => `\t{\n${indented(block)}\n\t}\n`).join("");
    return `func f${index}(n int, s string, err error) {\n${body}}\n`;
  });
  return `package p\n\n${random.pick(IMPORTS)}\n\n${functions.join("\n")}`;
}

/** Lines of a raw string are moved as well: it is still one. */
function indented(block: string): string {
  return block
    .split("\n")
    .map((line) => `\t\t${line}`)
    .join("\n");
}
