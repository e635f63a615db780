/** The types of values that a flag can have, by the names of the methods that declare it. */
const VALUES = {
  Bool: "bool",
  BoolSlice: "[]bool",
  BytesBase64: "[]byte",
  BytesHex: "[]byte",
  Count: "int",
  Duration: "time.Duration",
  DurationSlice: "[]time.Duration",
  Float32: "float32",
  Float64: "float64",
  IP: "net.IP",
  IPNet: "net.IPNet",
  IPSlice: "[]net.IP",
  Int: "int",
  Int16: "int16",
  Int32: "int32",
  Int64: "int64",
  Int8: "int8",
  IntSlice: "[]int",
  String: "string",
  StringArray: "[]string",
  StringSlice: "[]string",
  StringToInt: "map[string]int",
  StringToString: "map[string]string",
  Uint: "uint",
  Uint16: "uint16",
  Uint32: "uint32",
  Uint64: "uint64",
  Uint8: "uint8",
};

const FLAGS = Object.entries(VALUES).flatMap(([name, type]) => [
  `func (f *FlagSet) ${name}(...any) *${type}`,
  `func (f *FlagSet) ${name}P(...any) *${type}`,
  `func (f *FlagSet) ${name}Var(...any)`,
  `func (f *FlagSet) ${name}VarP(...any)`,
  `func (f *FlagSet) Get${name}(name string) (${type}, error)`,
]);

/** Declarations of Cobra, and of the flags that its commands have. */
export const COBRA: Readonly<Record<string, string>> = {
  "github.com/spf13/cobra": `package cobra

import (
	"context"
	"io"

	"github.com/spf13/pflag"
)

type Command struct {
	Use, Short, Long, Example, Version string
	Run, PreRun, PostRun, PersistentPreRun, PersistentPostRun func(command *Command, arguments []string)
	RunE, PreRunE, PostRunE, PersistentPreRunE func(command *Command, arguments []string) error
}
func (c *Command) AddCommand(commands ...*Command)
func (c *Command) AddGroup(groups ...any)
func (c *Command) Context() context.Context
func (c *Command) ErrOrStderr() io.Writer
func (c *Command) Execute() error
func (c *Command) ExecuteContext(ctx context.Context) error
func (c *Command) Flags() *pflag.FlagSet
func (c *Command) Help() error
func (c *Command) InOrStdin() io.Reader
func (c *Command) LocalFlags() *pflag.FlagSet
func (c *Command) MarkFlagFilename(name string, extensions ...string) error
func (c *Command) MarkFlagRequired(name string) error
func (c *Command) MarkFlagsMutuallyExclusive(names ...string)
func (c *Command) MarkFlagsOneRequired(names ...string)
func (c *Command) MarkFlagsRequiredTogether(names ...string)
func (c *Command) MarkPersistentFlagRequired(name string) error
func (c *Command) Name() string
func (c *Command) OutOrStderr() io.Writer
func (c *Command) OutOrStdout() io.Writer
func (c *Command) PersistentFlags() *pflag.FlagSet
func (c *Command) Print(values ...any)
func (c *Command) PrintErr(values ...any)
func (c *Command) PrintErrf(format string, values ...any)
func (c *Command) PrintErrln(values ...any)
func (c *Command) Printf(format string, values ...any)
func (c *Command) Println(values ...any)
func (c *Command) RegisterFlagCompletionFunc(name string, complete any) error
func (c *Command) Root() *Command
func (c *Command) SetArgs(arguments []string)
func (c *Command) SetContext(ctx context.Context)
func (c *Command) SetErr(w io.Writer)
func (c *Command) SetHelpCommand(command *Command)
func (c *Command) SetHelpFunc(help any)
func (c *Command) SetHelpTemplate(text string)
func (c *Command) SetIn(r io.Reader)
func (c *Command) SetOut(w io.Writer)
func (c *Command) SetOutput(w io.Writer)
func (c *Command) SetUsageFunc(usage any)
func (c *Command) SetUsageTemplate(text string)
func (c *Command) SetVersionTemplate(text string)
func (c *Command) Usage() error
func (c *Command) UsageString() string
func CheckErr(message any)
func OnInitialize(functions ...func())
`,
  "github.com/spf13/pflag": `package pflag

import (
	"net"
	"time"
)

type Flag struct {}
type FlagSet struct {}
${FLAGS.join("\n")}
func (f *FlagSet) AddFlag(flag *Flag)
func (f *FlagSet) AddFlagSet(other *FlagSet)
func (f *FlagSet) AddGoFlagSet(other any)
func (f *FlagSet) Changed(name string) bool
func (f *FlagSet) Lookup(name string) *Flag
func (f *FlagSet) MarkDeprecated(name, message string) error
func (f *FlagSet) MarkHidden(name string) error
func (f *FlagSet) Parse(arguments []string) error
func (f *FlagSet) Set(name, value string) error
func (f *FlagSet) SetInterspersed(interspersed bool)
func (f *FlagSet) SortFlags(sorted bool)
func (f *FlagSet) Var(...any)
func (f *FlagSet) VarP(...any)
func (f *FlagSet) Visit(visit func(*Flag))
func (f *FlagSet) VisitAll(visit func(*Flag))
`,
};
