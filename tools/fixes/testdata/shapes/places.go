package main

import (
	"sync"

	"github.com/sirupsen/logrus"
)

func generic[T any](value T) { logrus.WithField("value", value).Info("of a generic function") }

type named struct{ name string }

func (n named) greet() { logrus.Infof("greeted by %s", n.name) }

func init() { logrus.SetLevel(logrus.TraceLevel) }

var places = []func(){
	func() { generic(1); generic("x") },
	func() { named{"method"}.greet() },
	func() { defer logrus.Info("deferred") },
	func() { defer logrus.WithField("n", number).Infof("deferred %d", number) },
	func() { defer func() { logrus.Info("deferred in a closure") }() },
	func() {
		var group sync.WaitGroup
		group.Add(1)
		go func() {
			defer group.Done()
			logrus.Info("in a goroutine")
		}()
		group.Wait()
	},
	func() {
		if number > 1 {
			logrus.Info("in a branch")
		} else {
			logrus.Info("in the other")
		}
	},
	func() {
		switch {
		case number > 1:
			logrus.Info("in a case")
			fallthrough
		default:
			logrus.Info("in the default")
		}
	},
	func() {
		select {
		default:
			logrus.Info("in a select")
		}
	},
	func() {
	again:
		for i := range 2 {
			logrus.Infof("round %d", i)
			if i == 0 {
				continue again
			}
		}
	},
	func() {
		slog := 1
		logrus.WithField("slog", slog).Info("where slog is a variable")
	},
	func() {
		fmt := "a variable"
		logrus.Infof("where fmt is %s", fmt)
	},
	func() {
		write := logrus.Info
		write("a function as a value")
	},
	func() { logrus.Info("two"); logrus.Info("on a line") },
	func() {
		logrus.WithField("f", func() string { logrus.Info("inner"); return "x" }()).Info("outer")
	},
	func() {
		logrus.Info(func() string {
			logrus.Warn("inside the message")
			return "outside"
		}())
	},
	func() { (logrus.Info)("in parentheses") },
	func() {
		log := logrus.WithField("a", 1)
		{
			log := "shadows"
			logrus.Info(log)
		}
		log.Info("after")
	},
	func() { logrus.WithFields(logrus.Fields{"trace": 1}).Log(logrus.InfoLevel, "by its level") },
	func() { logrus.StandardLogger().Logf(logrus.WarnLevel, "by its level %d", 1) },
	func() { logrus.InfoFn(func() []interface{} { return []interface{}{"lazily"} }) },
}
