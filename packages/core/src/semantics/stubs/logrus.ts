const LEVELS = "Debug Info Print Warn Warning Error Fatal Panic";

const FORMS = ["", "f", "ln", "Fn"];

const LEVEL_METHODS = namesOf(`Trace ${LEVELS}`, FORMS);

const SETTERS = ["AddHook", "SetFormatter", "SetLevel", "SetOutput", "SetReportCaller"];

const METHODS = ["Logger", "Entry"]
  .map(
    (type) => `
${LEVEL_METHODS.map((name) => `func (l *${type}) ${name}()`).join("\n")}
func (l *${type}) WithContext(ctx any) *Entry
func (l *${type}) WithError(err error) *Entry
func (l *${type}) WithField(key string, value any) *Entry
func (l *${type}) WithFields(fields Fields) *Entry
func (l *${type}) WithTime(t any) *Entry`,
  )
  .join("\n");

const INTERFACE = `
	WithError(err error) *Entry
	WithField(key string, value any) *Entry
	WithFields(fields Fields) *Entry`;

const SOURCE = `package logrus

type Fields map[string]any
type Logger struct{}
type Entry struct {
	Logger *Logger
	Data   Fields
}
type StdLogger interface {${levels("Print Fatal Panic", ["", "f", "ln"])}
}
type FieldLogger interface {${INTERFACE}${levels(LEVELS, ["", "f", "ln"])}
}
type Ext1FieldLogger interface {
	FieldLogger${levels("Trace", ["", "f", "ln"])}
}
${METHODS}
func (e *Entry) Dup() *Entry
func New() *Logger
func NewEntry(logger *Logger) *Entry
func StandardLogger() *Logger
func WithContext(ctx any) *Entry
func WithError(err error) *Entry
func WithField(key string, value any) *Entry
func WithFields(fields Fields) *Entry
func WithTime(t any) *Entry
${[...LEVEL_METHODS, ...SETTERS].map((name) => `func ${name}()`).join("\n")}
${SETTERS.map((name) => `func (l *Logger) ${name}()`).join("\n")}
`;

/** Declarations of logrus, by both spellings of its path. */
export const LOGRUS: Readonly<Record<string, string>> = {
  "github.com/sirupsen/logrus": SOURCE,
  "github.com/Sirupsen/logrus": SOURCE,
};

function namesOf(levels: string, forms: readonly string[]): string[] {
  return levels.split(" ").flatMap((level) => forms.map((form) => level + form));
}

/** Returns methods of an interface, one a line. */
function levels(names: string, forms: readonly string[]): string {
  return namesOf(names, forms)
    .map((name) => `\n\t${name}()`)
    .join("");
}
