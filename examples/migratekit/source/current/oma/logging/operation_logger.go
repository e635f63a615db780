// Package logging is the one place that talks to logrus for operations that
// are not tracked as jobs. Every line carries a correlation id.
package logging

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/sirupsen/logrus"
)

var correlations atomic.Int64

// OperationLogger names the component that its operations belong to.
type OperationLogger struct {
	component string
	base      *logrus.Logger
}

// NewOperationLogger returns a logger for the named component.
func NewOperationLogger(name string) *OperationLogger {
	return &OperationLogger{component: name, base: logrus.StandardLogger()}
}

// StartOperation opens a context for one step on one subject, such as a VM.
func (l *OperationLogger) StartOperation(step, id string) *OperationContext {
	opCtx := &OperationContext{
		entry: l.base.WithFields(logrus.Fields{
			"component":      l.component,
			"operation":      step,
			"subject_id":     id,
			"correlation_id": fmt.Sprintf("%s-%06d", l.component, correlations.Add(1)),
		}),
		startedAt: time.Now(),
	}
	opCtx.entry.Debug("Operation started")
	return opCtx
}

// OperationContext logs on behalf of one running operation.
type OperationContext struct {
	entry     *logrus.Entry
	startedAt time.Time
}

// Info logs a message with key/value pairs.
func (c *OperationContext) Info(msg string, pairs ...any) {
	c.entry.WithFields(fields(pairs)).Info(msg)
}

// Warn logs a message about something the operation survives.
func (c *OperationContext) Warn(msg string, pairs ...any) {
	c.entry.WithFields(fields(pairs)).Warn(msg)
}

// Error logs a failure with its cause.
func (c *OperationContext) Error(msg string, err error, pairs ...any) {
	c.entry.
		WithError(err).
		WithFields(fields(pairs)).
		Error(msg)
}

// EndOperation closes the operation with its outcome.
func (c *OperationContext) EndOperation(outcome string, pairs ...any) {
	c.entry.WithFields(fields(pairs)).
		WithField("outcome", outcome).
		WithField("duration_ms", time.Since(c.startedAt).Milliseconds()).
		Info("Operation finished")
}

// fields turns key/value pairs into logrus fields. A trailing key without a
// value is kept, so that a mistake in a call does not hide its data.
func fields(pairs []any) logrus.Fields {
	out := make(logrus.Fields, (len(pairs)+1)/2)
	for i := 0; i < len(pairs); i += 2 {
		key := fmt.Sprint(pairs[i])
		if i+1 < len(pairs) {
			out[key] = pairs[i+1]
		} else {
			out[key] = "(missing)"
		}
	}
	return out
}
