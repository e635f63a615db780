/** Declarations of the loggers of Go's standard library. */
export const STANDARD_LOGGERS: Readonly<Record<string, string>> = {
  log: `package log

type Logger struct{}
func Default() *Logger
func New(out any, prefix string, flag int) *Logger
`,
  "log/slog": `package slog

import "log"

type Logger struct{}
type Attr struct {
	Key   string
	Value Value
}
type Value struct{}
type Record struct{}
func NewRecord(t any, level any, msg string, pc uintptr) Record
func Default() *Logger
func New(h any) *Logger
func With(args ...any) *Logger
func NewLogLogger(h any, level any) *log.Logger
func (l *Logger) With(args ...any) *Logger
func (l *Logger) WithGroup(name string) *Logger
`,
};
