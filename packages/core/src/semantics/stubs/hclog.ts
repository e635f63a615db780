/** Declarations of hclog. */
export const HCLOG: Readonly<Record<string, string>> = {
  "github.com/hashicorp/go-hclog": `package hclog

type Logger interface {
	Named(name string) Logger
	With(pairs ...any) Logger
}
func Default() Logger
func L() Logger
func New(options any) Logger
func NewNullLogger() Logger
func FromContext(ctx any) Logger
`,
};
