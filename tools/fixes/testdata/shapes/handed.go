package main

import (
	"context"
	"fmt"

	"github.com/sirupsen/logrus"
)

type handler struct{ count int }

func (h *handler) next() int {
	h.count++
	return h.count
}

func (h *handler) handle(logger logrus.FieldLogger, name string) {
	own := logger.WithField("name", name)
	own.Infof("handling %s", name)
	h.finish(own, true)
}

func (h *handler) finish(entry *logrus.Entry, ok bool) {
	if !ok {
		entry = entry.WithError(errLost)
	}
	entry.WithField("ok", ok).Info("finished")
}

func count(entry *logrus.Entry, n int) {
	if n == 0 {
		entry.Info("counted")
		return
	}
	count(entry, n-1)
}

var handed = []func(){
	func() {
		(&handler{}).handle(logrus.StandardLogger(), "a")
		(&handler{}).handle(logrus.WithField("by", "caller"), "b")
	},
	func() { (&handler{}).finish(logrus.NewEntry(logrus.StandardLogger()), false) },
	func() { count(logrus.WithField("a", 1), 2) },
	func() {
		report := func(entry *logrus.Entry) { entry.Warn("by a closure") }
		report(logrus.WithField("a", 1))
	},
	func() {
		entry := logrus.WithField("a", 1)
		for key, value := range map[string]int{"b": 2, "c": 3} {
			entry = entry.WithField(key, value)
		}
		entry.Info("grown over a map")
	},
	func() {
		logger := logrus.StandardLogger()
		logger.Log(logrus.WarnLevel, "by a level")
		logrus.NewEntry(logger).Logf(logrus.InfoLevel, "by a level %d", 2)
		for _, level := range []logrus.Level{logrus.ErrorLevel, logrus.InfoLevel, logrus.DebugLevel} {
			logger.WithContext(context.Background()).Logln(level, "by the level", level)
		}
	},
	func() {
		h := &handler{}
		logrus.WithField("first", h.next()).Infof("then %d", h.next())
	},
	func() {
		fields := logrus.Fields{"only": 1}
		logrus.WithFields(fields).WithError(errLost).Info("a map")
		entry := logrus.WithFields(fields)
		entry.Info(fmt.Sprint("a map that is ", "kept"))
	},
}
