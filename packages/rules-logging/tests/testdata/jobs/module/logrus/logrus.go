// Package logrus has the signatures of the real one.
package logrus

import "context"

type Level uint32

const (
	PanicLevel Level = iota
	FatalLevel
	ErrorLevel
	WarnLevel
	InfoLevel
	DebugLevel
	TraceLevel
)

const ErrorKey = "error"

type Fields map[string]interface{}

type Entry struct{}

type Logger struct{}

type FieldLogger interface {
	WithField(key string, value interface{}) *Entry
	Info(args ...interface{})
	Warn(args ...interface{})
}

func StandardLogger() *Logger                              { return &Logger{} }
func WithContext(ctx context.Context) *Entry               { return &Entry{} }
func WithError(err error) *Entry                           { return &Entry{} }
func WithField(key string, value interface{}) *Entry       { return &Entry{} }
func WithFields(fields Fields) *Entry                      { return &Entry{} }
func Debug(args ...interface{})                            {}
func Debugf(format string, args ...interface{})            {}
func Error(args ...interface{})                            {}
func Errorf(format string, args ...interface{})            {}
func Fatal(args ...interface{})                            {}
func Info(args ...interface{})                             {}
func Infof(format string, args ...interface{})             {}
func Infoln(args ...interface{})                           {}
func Panic(args ...interface{})                            {}
func Panicf(format string, args ...interface{})            {}
func Print(args ...interface{})                            {}
func Warn(args ...interface{})                             {}
func Warning(args ...interface{})                          {}
func (l *Logger) Info(args ...interface{})                 {}
func (l *Logger) Log(level Level, args ...interface{})     {}
func (l *Logger) Logln(level Level, args ...interface{})   {}
func (l *Logger) Warn(args ...interface{})                 {}
func (l *Logger) WithField(k string, v interface{}) *Entry { return &Entry{} }
func (e *Entry) Error(args ...interface{})                 {}
func (e *Entry) Fatal(args ...interface{})                 {}
func (e *Entry) Info(args ...interface{})                  {}
func (e *Entry) Trace(args ...interface{})                 {}
func (e *Entry) Warn(args ...interface{})                  {}
func (e *Entry) WithError(err error) *Entry                { return e }
func (e *Entry) WithFields(fields Fields) *Entry           { return e }
func (e *Entry) Writer()                                   {}
func (e *Entry) WithField(k string, v interface{}) *Entry  { return e }
