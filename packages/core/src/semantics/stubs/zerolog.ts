const LEVELS = "Trace Debug Info Warn Error Fatal Panic Log".split(" ");

const FIELDS =
  `Any Array Bool Bools Bytes Caller CallerSkipFrame Ctx Dict Dur Durs EmbedObject Err Errs Fields
  Float32 Float64 Floats64 Func Hex IPAddr IPPrefix Int Int16 Int32 Int64 Int8 Interface Ints Ints64
  MACAddr Object RawJSON Stack Str Stringer Stringers Strs Time TimeDiff Times Timestamp Type Uint
  Uint16 Uint32 Uint64 Uint8`.split(/\s+/u);

/** Declarations of zerolog. */
export const ZEROLOG: Readonly<Record<string, string>> = {
  "github.com/rs/zerolog": `package zerolog

type Logger struct{}
type Event struct{}
type Context struct{}
func New(w any) Logger
func Nop() Logger
func SetGlobalLevel(level any)
func DisableSampling(disabled bool)
func Ctx(ctx any) *Logger
func Dict() *Event
${LEVELS.map((level) => `func (l *Logger) ${level}() *Event`).join("\n")}
func (l *Logger) Err(err error) *Event
func (l *Logger) WithLevel(level any) *Event
func (l Logger) With() Context
func (l Logger) Level(level any) Logger
func (l Logger) Output(w any) Logger
func (l *Logger) UpdateContext(update func(c Context) Context)
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
  "github.com/rs/zerolog/hlog": `package hlog

import (
	"net/http"

	"github.com/rs/zerolog"
)

func FromRequest(r *http.Request) *zerolog.Logger
`,
};
