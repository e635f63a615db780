// The standard library's loggers, and what belongs to them without logging.
package failover

import (
	. "fmt"
	"io"
	stdlog "log"
	"log/slog"
)

type worker struct {
	std *stdlog.Logger
	s   *slog.Logger
}

func standard(w *worker, out io.Writer, given *slog.Logger) {
	stdlog.Printf("aliased %d", 1) // want "log directly \\('stdlog.Printf'\\)"
	stdlog.Fatalln("the end")      // want "stdlog.Fatalln"
	stdlog.Default().Println("x")  // want "stdlog.Default"
	stdlog.New(out, "", 0).Print() // want "stdlog.New"
	w.std.Panic("a field")         // want "w.std.Panic"
	stdlog.SetFlags(stdlog.Lshortfile)
	_ = stdlog.Flags()

	slog.Info("a", "b", 1)                       // want "slog directly \\('slog.Info'\\)"
	slog.LogAttrs(nil, slog.LevelInfo, "a")      // want "slog.LogAttrs"
	slog.With("a", 1).WithGroup("g").Info("b")   // want "slog.With"
	slog.Default().ErrorContext(nil, "a")        // want "slog.Default"
	own := slog.New(slog.NewTextHandler(out, nil))
	own.Warn("made here") // want "own.Warn"
	_ = slog.Int("a", 1)
	slog.SetDefault(own)
	given.Info("whose it is, the caller knows")
	w.s.Info("whose it is, the struct's maker knows")

	Println("dot import")  // want "fmt directly \\('Println'\\)"
	Fprintln(out, "no log") 
	_ = Sprintf("no log")
	println("the builtin") // want "'println'"
}
