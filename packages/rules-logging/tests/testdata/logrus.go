// Every way in which code calls logrus, and what only looks like it.
package failover

import (
	"io/fs"
	"os"

	log "github.com/sirupsen/logrus"

	"example.com/app/audit"
	"example.com/app/joblog"
)

var base = log.New()

type engine struct {
	tracker *joblog.Tracker
	entry   *log.Entry
	logger  *log.Logger
	field   log.FieldLogger
	log     logSink
}

type logSink struct{}

func (logSink) Info(string)    {}
func (logSink) WithField() any { return nil }

func chains(err error) {
	log.Info("plain")                                   // want "logrus directly \\('log.Info'\\)"
	log.WithError(err).Warn("one link")                 // want "'log.WithError\\(...\\).Warn'"
	log.WithFields(log.Fields{"a": log.Fields{}}).      // want "log.WithFields"
		WithError(err).
		// a comment in the chain
		Info("three links over lines")
	(log.Warnf)("%s", "parentheses") // want "logrus"
	log.WithField("a", func() int {
		log.Print("inside an argument") // want "'log.Print'"
		return 1
	}())
	defer log.Errorf("deferred %v", err) // want "log.Errorf"
	go log.Traceln("in a goroutine")     // want "log.Traceln"
	log.InfoFn(func() []any { return nil }) // want "log.InfoFn"
}

func stored(e *engine, parameter *log.Entry, byValue log.Entry) {
	entry := log.WithField("a", 1)
	entry.Info("a variable") // want "'entry.Info'"
	entry = entry.WithField("b", 2)
	entry.Log(log.InfoLevel, "a level") // want "entry.Log"
	func() {
		entry.Debug("captured") // want "entry.Debug"
	}()
	parameter.Info("a parameter") // want "parameter.Info"
	byValue.Info("a value")       // want "byValue.Info"
	e.entry.Info("a field")       // want "e.entry.Info"
	e.logger.WithError(nil).Info("a field's chain") // want "e.logger.WithError"
	e.field.Infof("an interface's")                 // want "e.field.Infof"
	base.Info("a package variable")                 // want "base.Info"
	log.StandardLogger().Info("the standard one")   // want "StandardLogger"
	entry.Logger.Info("the entry's logger")         // want "entry.Logger.Info"
	var pair, other = log.WithField("a", 1), 2
	pair.Warn("one of two") // want "pair.Warn"
	_ = other
}

func handedOut(e *engine) {
	own().Info("the package's own function")  // want "own"
	e.own().Info("and method")                // want "e.own"
	audit.Entry(nil).Info("another package's way of logging")
	audit.Entry(nil).WithField("a", 1).Info("and a chain of it")
	entry := audit.Entry(nil)
	entry.Info("and a variable")
	audit.Log.Info("and its variable")
	e.tracker.Entry().Info("and a method of its type")
}

func own() *log.Entry { return nil }

func (e *engine) own() *log.Entry { return e.entry }

func notCalls(e *engine, entries []fs.DirEntry) {
	_ = log.Fields{"a": 1}
	log.SetLevel(log.InfoLevel)
	log.SetOutput(os.Stderr)
	log.AddHook(nil)
	_ = log.WithField("built", "not written")
	_ = log.Info
	_ = "log.Info(\"in a string\")" // log.Info("in a comment")
	e.log.Info("a type of this file")
	for _, entry := range entries {
		_, _ = entry.Info()
	}
	var log logSink
	log.Info("a local type")
}

func shadowed(e *engine) {
	run := func() {
		log := e.tracker.Logger(nil)
		log.Info("JobLog")           // evidence compliant(joblog)
		func() {
			log.With("a", 1).Warn("JobLog, further in") // evidence compliant(joblog)
		}()
	}
	run()
	log.Info("after the closure") // want "'log.Info'"
	if log := e.tracker.Logger(nil); log != nil {
		log.Error("in a header's scope") // evidence compliant(joblog)
	} else {
		log.Error("and in its else") // evidence compliant(joblog)
	}
	log.Error("and after it") // want "log.Error"
	for _, log := range []logSink{} {
		log.Info("a range variable")
	}
	switch log := any(e).(type) {
	case *logSink:
		log.Info("a type switch")
	}
}

func emojis() {
	/* 😀 */ log.Info("😀 counts as two") // want "log.Info"
}
