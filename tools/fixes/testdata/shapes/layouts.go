package main

import (
	"github.com/sirupsen/logrus"
)

var layouts = []func(){
	func() {
		logrus.WithFields(logrus.Fields{
			"short":        1,
			"much_longer":  "aligned",
			"longest_of_a": true,
		}).Info("fields on lines")
	},
	func() {
		logrus.
			WithField("a", 1).
			WithField("b", 2).
			Info("a chain on lines")
	},
	func() {
		logrus.WithError(errLost).
			WithFields(logrus.Fields{"a": 1}).
			Errorf("a chain %s", "on lines")
	},
	func() {
		logrus.Infof("a call of %d lines, %s",
			number,
			text,
		)
	},
	func() {
		logrus.Info(
			"a message on a line of its own",
		)
	},
	func() {
		logrus.Info("a sum " +
			"over lines")
	},
	func() {
		logrus.Info(`a raw string
	over lines`)
	},
	func() {
		logrus.WithFields(logrus.Fields{
			// What it is.
			"a": 1,
			"b": 2, // why
		}).Info("comments among the fields")
	},
	func() {
		// Before.
		logrus.Info("comments around") // behind
		// After.
	},
	func() {
		logrus.Info( /* inside */ "a comment inside")
	},
	func() {
		logrus.WithFields(logrus.Fields{
			"list": []string{
				"a",
				"b",
			},
			"map": map[string]int{
				"a": 1,
			},
		}).Infof("nested %s", "values")
	},
	func() {
		logrus.WithFields(logrus.Fields{"a": 1,
			"b": 2}).Info("fields on lines of their own way")
	},
	func() {
		if entry := logrus.WithField("a", 1); number > 1 {
			entry.Info("in a statement's head")
		}
	},
	func() { number := 1; logrus.Infof("%d", number) },
}
