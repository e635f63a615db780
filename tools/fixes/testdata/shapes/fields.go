package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/sirupsen/logrus"
)

const keyName = "name"

type pet struct {
	Name string `json:"name"`
	age  int
}

func someFields() logrus.Fields { return logrus.Fields{"a": 1, "b": "two"} }

func fieldAndValue() (string, any) { return "made", "by a call" }

func noError() error { return nil }

var fields = []func(){
	func() { logrus.WithError(errLost).Error("failed") },
	func() { logrus.WithError(nil).Error("no error") },
	func() { logrus.WithError(noError()).Error("no error either") },
	func() { logrus.WithError(fmt.Errorf("wrapped: %w", errLost)).Error("failed") },
	func() { logrus.WithError(errors.Join(errLost, errLost)).Errorf("failed %d times", 2) },
	func() { logrus.WithField("n", 1).Info("a number") },
	func() { logrus.WithField("s", "a b").Info("a text") },
	func() { logrus.WithField("err", errLost).Info("an error as a field") },
	func() { logrus.WithField("took", 1500*time.Millisecond).Info("a duration") },
	func() { logrus.WithField("at", time.Unix(0, 0).UTC()).Info("a time") },
	func() { logrus.WithField("nothing", nil).Info("nil") },
	func() { logrus.WithField("list", []string{"a", "b"}).Info("a list") },
	func() { logrus.WithField("errors", []error{errLost}).Info("a list of errors") },
	func() { logrus.WithField("map", map[string]any{"a": 1.5}).Info("a map") },
	func() { logrus.WithField("bytes", []byte{1, 2}).Info("bytes") },
	func() { logrus.WithField("pet", pet{"Rex", 3}).Info("a struct") },
	func() { logrus.WithField("pet", &pet{"Rex", 3}).Info("a pointer") },
	func() { logrus.WithField("point", point{1, 2}).Info("a stringer") },
	func() { logrus.WithField("rune", 'x').Info("a rune") },
	func() { logrus.WithField("big", uint64(1)<<63).Info("a big number") },
	func() { logrus.WithField("float", 0.1).Info("a float") },
	func() { logrus.WithField("bool", true).Info("a bool") },
	func() { logrus.WithField(keyName, "x").Info("a key by its constant") },
	func() { logrus.WithField(fmt.Sprint("key", 1), "x").Info("a key that is made") },
	func() { logrus.WithField(logrus.ErrorKey, errLost).Info("the key of errors") },
	func() { logrus.WithField("a b", 1).WithField("c.d", 2).Info("odd keys") },
	func() { logrus.WithField("msg", 1).Info("the key of the message") },
	func() { logrus.WithField("level", "high").Info("the key of the level") },
	func() { logrus.WithFields(logrus.Fields{"time": "late"}).Info("the key of the time") },
	func() { logrus.WithField(fieldAndValue()).Info("a field of two results") },
	func() { logrus.WithFields(logrus.Fields{}).Info("no fields") },
	func() { logrus.WithFields(logrus.Fields{"a": 1, "b": 2}).Info("two") },
	func() { logrus.WithFields(map[string]any{"a": 1}).Info("a map's") },
	func() { logrus.WithFields(map[string]interface{}{"a": 1}).Info("a map's") },
	func() { logrus.WithFields(nil).Info("nil") },
	func() { logrus.WithFields(someFields()).Info("by a call") },
	func() { logrus.WithFields(logrus.Fields{"a": 1}).WithError(errLost).Info("both") },
	func() { logrus.WithField("a", 1).WithField("a", 2).Info("twice") },
	func() { logrus.WithError(errLost).WithField("error", "text").Info("twice") },
	func() { logrus.WithContext(context.Background()).Info("a context") },
	func() { logrus.WithContext(context.TODO()).WithField("a", 1).Warnf("n %d", 1) },
	func() { logrus.WithField("a", 1).WithContext(context.TODO()).Trace("traced") },
	func() { logrus.WithField("n", 1).Info("a", "b", 3) },
	func() { logrus.WithField("n", 1).Infoln("a", "b", 3) },
	func() { logrus.WithField("sum", number+1).Info("a" + text) },
	func() { logrus.WithField("product", number*2+1).Infof("%d", number*2+1) },
	func() { logrus.WithField("f", func() int { return 1 }()).Info("a closure's result") },
	func() {
		made := someFields()
		logrus.WithFields(made).Info("of a variable")
	},
	func() {
		made := logrus.Fields{"a": 1}
		made["b"] = 2
		logrus.WithFields(made).Info("of a variable that grows")
	},
}
