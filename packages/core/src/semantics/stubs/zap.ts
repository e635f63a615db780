/** Declarations of zap. */
export const ZAP: Readonly<Record<string, string>> = {
  "go.uber.org/zap": `package zap

import "go.uber.org/zap/zapcore"

type Field = zapcore.Field
type Logger struct{}
type SugaredLogger struct{}
func L() *Logger
func S() *SugaredLogger
func NewNop() *Logger
func (l *Logger) Sugar() *SugaredLogger
func (l *Logger) Named(name string) *Logger
func (l *Logger) With(fields ...Field) *Logger
func (l *SugaredLogger) Desugar() *Logger
func (l *SugaredLogger) Named(name string) *SugaredLogger
func (l *SugaredLogger) With(pairs ...any) *SugaredLogger
func (l *SugaredLogger) WithLazy(pairs ...any) *SugaredLogger
func Any(key string, value any) Field
func Bool(key string, value bool) Field
func Duration(key string, value any) Field
func Error(err error) Field
func Float64(key string, value float64) Field
func Int(key string, value int) Field
func Int32(key string, value int32) Field
func Int64(key string, value int64) Field
func NamedError(key string, err error) Field
func Namespace(key string) Field
func Object(key string, value any) Field
func Reflect(key string, value any) Field
func Skip() Field
func String(key string, value string) Field
func Stringer(key string, value any) Field
func Strings(key string, value []string) Field
func Time(key string, value any) Field
func Uint64(key string, value uint64) Field
`,
  "go.uber.org/zap/zapcore": `package zapcore

type Field struct{}
`,
};
