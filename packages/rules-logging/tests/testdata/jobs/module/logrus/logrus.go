// Package logrus has the signatures of the real one.
package logrus

import "context"

type Level uint32

const InfoLevel Level = 4

type Fields map[string]interface{}

type Entry struct{}

func WithContext(ctx context.Context) *Entry              { return &Entry{} }
func WithError(err error) *Entry                          { return &Entry{} }
func WithField(key string, value interface{}) *Entry      { return &Entry{} }
func WithFields(fields Fields) *Entry                     { return &Entry{} }
func Debugf(format string, args ...interface{})           {}
func Error(args ...interface{})                           {}
func Errorf(format string, args ...interface{})           {}
func Info(args ...interface{})                            {}
func Infof(format string, args ...interface{})            {}
func Infoln(args ...interface{})                          {}
func Panicf(format string, args ...interface{})           {}
func Warn(args ...interface{})                            {}
func (e *Entry) Error(args ...interface{})                {}
func (e *Entry) Fatal(args ...interface{})                {}
func (e *Entry) Info(args ...interface{})                 {}
func (e *Entry) Trace(args ...interface{})                {}
func (e *Entry) Warn(args ...interface{})                 {}
func (e *Entry) WithError(err error) *Entry               { return e }
func (e *Entry) WithFields(fields Fields) *Entry          { return e }
func (e *Entry) WithField(k string, v interface{}) *Entry { return e }
