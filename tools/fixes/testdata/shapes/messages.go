package main

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/sirupsen/logrus"
)

const greeting = "a constant message"

type color string

type point struct{ X, Y int }

func (p point) String() string { return fmt.Sprintf("(%d|%d)", p.X, p.Y) }

func two() (string, int) { return "two", 2 }

func format() string { return "%s of %s" }

var (
	text    = "text"
	number  = 42
	address = &url.URL{Scheme: "https", Host: "example.org"}
)

var messages = []func(){
	func() { logrus.Info() },
	func() { logrus.Info("") },
	func() { logrus.Info(greeting) },
	func() { logrus.Info(text) },
	func() { logrus.Info(number) },
	func() { logrus.Info(errLost) },
	func() { logrus.Info(nil) },
	func() { logrus.Info(true) },
	func() { logrus.Info('x') },
	func() { logrus.Info(1.5, 2.5) },
	func() { logrus.Info(color("red")) },
	func() { logrus.Info(point{1, 2}) },
	func() { logrus.Info(&point{1, 2}) },
	func() { logrus.Info(address) },
	func() { logrus.Info([]byte("bytes")) },
	func() { logrus.Info([]string{"a", "b"}) },
	func() { logrus.Info(map[string]int{"a": 1}) },
	func() { logrus.Info("a", "b") },
	func() { logrus.Info("a", 1) },
	func() { logrus.Info(1, 2) },
	func() { logrus.Info(1, "a", 2, 3) },
	func() { logrus.Info("failed: ", errLost) },
	func() { logrus.Info("sum: " + text) },
	func() { logrus.Info("sum: "+text, number+1) },
	func() { logrus.Info(fmt.Sprintf("made %s", text)) },
	func() { logrus.Info(strings.ToUpper(text)) },
	func() { logrus.Info(two()) },
	func() { logrus.Info([]any{"spread", 1, 2}...) },
	func() { logrus.Info(`a raw "string"`) },
	func() { logrus.Info("lines\nof\ttext \"quoted\" ü 🚀 \x00") },
	func() { logrus.Info("100% done") },
	func() { logrus.Infof("100%% done") },
	func() { logrus.Infof("a percent sign at the end %%") },
	func() { logrus.Infof("%d%% of %s", 5, text) },
	func() { logrus.Infof(`raw %q and %%`, text) },
	func() { logrus.Infof(greeting) },
	func() { logrus.Infof(format(), "a", "b") },
	func() { logrus.Infof("%[2]s %[1]s", "a", "b") },
	func() { logrus.Infof("%-8s|%+v|%#v|%T", text, point{1, 2}, point{3, 4}, number) },
	func() { logrus.Infof("%*d", 6, number) },
	func() { logrus.Infof("%s", errLost) },
	func() { logrus.Infof("%v %v", nil, []any{nil}) },
	func() { logrus.Infof("%s %s", []any{"spread", "out"}...) },
	func() { logrus.Infof("with a newline %d\n", number) },
	func() { logrus.Infof("from "+text+" %d", number) },
	func() { logrus.Infoln() },
	func() { logrus.Infoln("one") },
	func() { logrus.Infoln("ends with a newline\n") },
	func() { logrus.Infoln("a", "b", 1, 2, errLost) },
	func() { logrus.Infoln(two()) },
	func() { logrus.Infof("took %s", 1500*time.Millisecond) },
}
