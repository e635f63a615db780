// Every place where a logger is kept, and what only looks like it.
package failover

import (
	"example.com/app/joblog"
	"example.com/other/logrus"

	log "github.com/sirupsen/logrus"
)

var std = log.New() // want "Logger \\(variable\\): keep a joblog.Tracker"

var entry *log.Entry // want "\\*log.Entry \\(variable\\)"

var (
	a, b = log.WithField("a", 1), 2 // want "Entry \\(variable\\)"
	fields = log.Fields{}
	other  logrus.Entry
	level  log.Level
)

type engine struct {
	tracker *joblog.Tracker // evidence compliant(Tracker)
	entry   *log.Entry      // want "\\(field\\)"
	byName  map[string]*log.Entry // want "map\\[string\\]\\*log.Entry \\(field\\)"
	field   log.FieldLogger // want "log.FieldLogger \\(field\\)"
	*log.Logger             // want "\\(field\\)"
	other   *logrus.Entry
	level   log.Level
	make    func() *log.Entry // want "\\*log.Entry \\(result\\)"
}

type alias = *log.Entry // want "\\(type\\)"

type source interface {
	Entry(id string) *log.Entry // want "\\(result\\)"
	Use(entry *log.Entry)       // want "\\(parameter\\)"
}

func passed(first, second *log.Entry, rest ...*log.Entry) { // want "\\(parameter\\)" "\\(parameter\\)"
	local := log.WithField("a", 1)
	var declared *log.Entry = local
	declared.Info("neither leaves its function")
	_, _ = any(first).(*log.Entry)
	_ = []*log.Entry{first, second}
	_ = func(e *log.Entry) {} // want "\\(parameter\\)"
	_ = map[string]any{"*log.Entry": "in a string"} // *log.Entry in a comment
}

func given() (entry *log.Entry, err error) { // want "\\(result\\)"
	return nil, nil
}

func wanted(t *joblog.Tracker) {} // evidence compliant(Tracker)

type hook struct{}

func (hook) Levels() []log.Level { return nil }

func (hook) Fire(entry *log.Entry) error { return nil } // evidence exempt "hook or formatter"

func (hook) Format(entry *log.Entry) ([]byte, error) { return nil, nil } // evidence exempt

func (hook) Write(entry *log.Entry) error { return nil } // want "\\(parameter\\)"

func shadowed(log struct{ Entry int }) {
	_ = log.Entry
}
