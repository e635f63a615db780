package main

import (
	"fmt"

	"github.com/sirupsen/logrus"
)

type worker struct {
	name  string
	entry *logrus.Entry
}

func (w *worker) work() {
	w.entry.Info("by a field")
	w.entry.WithField("step", 1).Warnf("step %d", 1)
}

func use(entry *logrus.Entry) { entry.WithField("passed", true).Info("by a parameter") }

func make1() *logrus.Entry { return logrus.WithField("made", true) }

var shared = logrus.WithField("shared", true)

var entries = []func(){
	func() {
		entry := logrus.WithField("a", 1)
		entry.Info("stored")
		entry.Infof("stored %d", 2)
		entry.WithError(errLost).Error("stored, with an error")
		entry.WithFields(logrus.Fields{"b": 2, "c": text}).Warn("stored, with fields")
	},
	func() {
		entry := logrus.WithFields(logrus.Fields{"a": 1, "b": 2})
		entry = entry.WithField("c", 3)
		entry.Info("set anew")
	},
	func() {
		entry := logrus.WithField("a", 1)
		if number > 1 {
			entry = entry.WithField("b", 2)
		}
		entry.Info("set under a condition")
	},
	func() {
		entry := logrus.WithField("a", 1)
		for i := range 2 {
			entry := entry.WithField("i", i)
			entry.Info("shadowed in a loop")
		}
		entry.Info("outside of it")
	},
	func() {
		entry := logrus.WithField("a", 1)
		for i := range 2 {
			entry = entry.WithField(fmt.Sprintf("k%d", i), i)
		}
		entry.Info("grown in a loop")
	},
	func() {
		entry := logrus.WithField("a", 1)
		entry = entry.WithField("a", 2)
		entry.Info("a key anew")
	},
	func() {
		entry := logrus.WithField("a", 1)
		use(entry)
		entry.Info("passed on")
	},
	func() {
		entry := make1()
		entry.Info("of a function")
	},
	func() {
		var entry *logrus.Entry
		if number > 1 {
			entry = logrus.WithField("more", true)
		} else {
			entry = logrus.WithField("less", true)
		}
		entry.Info("declared first")
	},
	func() {
		var entry = logrus.WithField("a", 1)
		entry.Debug("declared by var")
	},
	func() {
		entry := logrus.WithField("a", 1)
		func() { entry.Info("in a closure") }()
		defer entry.Info("deferred")
	},
	func() {
		entry := logrus.NewEntry(logrus.StandardLogger())
		entry.Info("of the logger itself")
	},
	func() {
		logger := logrus.StandardLogger()
		logger.WithField("a", 1).Info("the standard logger, stored")
		logger.Infof("the standard logger, stored %d", 2)
	},
	func() {
		entry := logrus.WithError(errLost)
		other := entry.WithField("b", 2)
		other.Info("one of another")
		entry.Info("the other")
	},
	func() {
		logrus := make1()
		logrus.Info("a variable with the package's name")
	},
	func() { shared.Info("a variable of the package") },
	func() { (&worker{"w", logrus.WithField("worker", "w")}).work() },
}
