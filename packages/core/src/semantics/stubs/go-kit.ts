/** Declarations of go-kit's logger, by the path of its package. */
const declarations = (path: string) => ({
  [path]: `package log

import "io"

type Logger interface { Log(keyvals ...any) error }
func NewJSONLogger(w io.Writer) Logger
func NewLogfmtLogger(w io.Writer) Logger
func NewNopLogger() Logger
func NewSyncLogger(logger Logger) Logger
func NewSyncWriter(w io.Writer) io.Writer
func With(logger Logger, keyvals ...any) Logger
func WithPrefix(logger Logger, keyvals ...any) Logger
func WithSuffix(logger Logger, keyvals ...any) Logger
`,
  [`${path}/level`]: `package level

import "${path}"

func Debug(logger log.Logger) log.Logger
func Error(logger log.Logger) log.Logger
func Info(logger log.Logger) log.Logger
func NewFilter(next log.Logger, options ...any) log.Logger
func Warn(logger log.Logger) log.Logger
`,
});

/** Declarations of go-kit's logger, which had another path before. */
export const GO_KIT: Readonly<Record<string, string>> = {
  ...declarations("github.com/go-kit/log"),
  ...declarations("github.com/go-kit/kit/log"),
};
