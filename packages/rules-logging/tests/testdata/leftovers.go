// Messages of debugging sessions, and what only looks like them.
package failover

import (
	"context"
	"fmt"
	stdlog "log"
	"log/slog"

	"github.com/sirupsen/logrus"

	"example.com/app/unread"
)

const reached = ">>> reached"

type printer struct{}

func (printer) Info(string) {}

func leftovers(ctx context.Context, entry *logrus.Entry, s *slog.Logger, p printer, id string) {
	logrus.Info("=== start")                    // want "'=== start' looks like"
	logrus.Infof(">>> id %s", id)               // want "'>>> id %s'"
	entry.Debug("here")                         // want "'here'"
	entry.WithField("a", 1).Warn("got here 2!") // want "got here 2"
	entry.Log(logrus.InfoLevel, "XXX")          // want "XXX"
	s.Info("DEBUG: volume", "id", id)           // want "DEBUG: volume"
	s.InfoContext(ctx, "foo")                   // want "foo"
	slog.Log(ctx, slog.LevelInfo, "###")        // want "###"
	stdlog.Println("🔥 it works")                // want "🔥 it works"
	stdlog.Print("=" + "==")                    // want "==="
	logrus.Info(reached)                        // want ">>> reached"
	logrus.Error(`*** raw`)                     // want "raw"
	fmt.Println("--> here")                     // want "--> here"
	fmt.Printf("asdf\n")                        // want "asdf"
	unread.Logger().Info("wtf")                 // evidence undecided "were not read"
}

func fine(ctx context.Context, entry *logrus.Entry, s *slog.Logger, p printer, id string) {
	logrus.Info("The volume is here to stay") // not "here" alone
	entry.Infof("==%s", id)
	entry.Info("=== BEGIN\nsome lines\n=== END")
	s.Info("Debug mode is on", "here", "===")
	s.Info("[DEBUG] a level's prefix")
	s.Error("✅ done 🚀")
	stdlog.Print(id, "here")
	fmt.Println("=====", id)
	fmt.Printf("*** Enter password: ")
	_ = fmt.Sprintf(">>> here")
	p.Info("here")
	unread.Info("here")
	logrus.SetLevel(logrus.InfoLevel) // log.Info("here")
	_ = `logrus.Info("here")`
	logrus := p
	logrus.Info("=== a local type")
}
