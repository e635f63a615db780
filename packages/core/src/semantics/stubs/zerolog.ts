const LEVELS = "Trace Debug Info Warn Error Fatal Panic Log".split(" ");

const FIELDS =
  `Any Array Bool Bytes Caller Ctx Dict Dur EmbedObject Err Errs Fields Float64 Hex IPAddr Int Int64
  Interface Object RawJSON Stack Str Stringer Strs Time Timestamp Type Uint Uint64`.split(
    /\s+/u,
  );

/** Declarations of zerolog. */
export const ZEROLOG: Readonly<Record<string, string>> = {
  "github.com/rs/zerolog": `package zerolog

type Logger struct{}
type Event struct{}
type Context struct{}
func New(w any) Logger
func Nop() Logger
func Ctx(ctx any) *Logger
func Dict() *Event
${LEVELS.map((level) => `func (l *Logger) ${level}() *Event`).join("\n")}
func (l *Logger) Err(err error) *Event
func (l *Logger) WithLevel(level any) *Event
func (l Logger) With() Context
func (l Logger) Level(level any) Logger
func (l Logger) Output(w any) Logger
${FIELDS.map((name) => `func (e *Event) ${name}() *Event`).join("\n")}
func (e *Event) Enabled() bool
func (e *Event) Msg(message string)
func (e *Event) Msgf(format string, args ...any)
func (e *Event) Send()
${FIELDS.map((name) => `func (c Context) ${name}() Context`).join("\n")}
func (c Context) Logger() Logger
`,
  "github.com/rs/zerolog/log": `package log

import "github.com/rs/zerolog"

var Logger zerolog.Logger
${LEVELS.map((level) => `func ${level}() *zerolog.Event`).join("\n")}
func Ctx(ctx any) *zerolog.Logger
func Err(err error) *zerolog.Event
func With() zerolog.Context
`,
};
