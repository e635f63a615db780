package main

import (
	"errors"

	"github.com/sirupsen/logrus"
	log "github.com/sirupsen/logrus"
)

var errLost = errors.New("connection lost")

var levels = []func(){
	func() { logrus.Trace("traced") },
	func() { logrus.Debug("debugged") },
	func() { logrus.Info("informed") },
	func() { logrus.Print("printed") },
	func() { logrus.Warn("warned") },
	func() { logrus.Warning("warned again") },
	func() { logrus.Error("failed") },
	func() { logrus.Panic("panicked") },
	func() { logrus.Tracef("traced %d", 1) },
	func() { logrus.Debugf("debugged %d", 2) },
	func() { logrus.Infof("informed %d", 3) },
	func() { logrus.Printf("printed %d", 4) },
	func() { logrus.Warnf("warned %d", 5) },
	func() { logrus.Warningf("warned %d", 6) },
	func() { logrus.Errorf("failed %d", 7) },
	func() { logrus.Panicf("panicked %d", 8) },
	func() {
		logrus.Traceln("traced", 1)
	},
	func() { logrus.Debugln("debugged", 2) },
	func() { logrus.Infoln("informed", 3) },
	func() { logrus.Println("printed", 4) },
	func() { logrus.Warnln("warned", 5) },
	func() { logrus.Warningln("warned", 6) },
	func() { logrus.Errorln("failed", 7) },
	func() { log.Info("by another name of the package") },
	func() { log.WithError(errLost).Info("by another name, with an error") },
	func() { logrus.StandardLogger().Info("through the standard logger") },
	func() { logrus.NewEntry(logrus.StandardLogger()).Info("through an entry") },
	func() { logrus.StandardLogger().WithField("n", 1).Warn("through both") },
}
