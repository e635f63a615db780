// Pairs, what may stand for them, and what only looks like them.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"example.com/app/logging"

	"github.com/go-logr/logr"
	"github.com/hashicorp/go-hclog"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
	ctrl "sigs.k8s.io/controller-runtime"
)

const KeyUser = "user"

type Key string

const KeyTyped Key = "typed"

type failure struct{}

func (*failure) Error() string { return "" }

type server struct {
	*slog.Logger
	log logr.Logger
}

func functions(ctx context.Context, id string, n int, err error, args []any) {
	slog.Info("plain")                                  // evidence compliant
	slog.Info("pairs", "id", id, KeyUser, n)            // evidence compliant
	slog.Info("a key in a variable", id, n)             // evidence compliant
	slog.Info("a key made of two", "a."+id, n)          // evidence compliant
	slog.Info("attributes", slog.Int("n", n), "id", id) // evidence compliant
	slog.Info("a slice", args...)                       // evidence undecided "a slice is passed on"
	slog.Info("a function", anything()...)              // evidence undecided
	slog.Log(ctx, slog.LevelInfo, "pairs", "id", id)    // evidence compliant
	slog.LogAttrs(ctx, slog.LevelInfo, "attributes", slog.String("id", id)) // evidence compliant
	slog.Info("two", "id", id, // evidence compliant
		// a comment is no argument
		"n", n)
	slog.Info("one", "id")                // want "the key 'id' a value"
	slog.Info("three", "id", id, KeyUser) // want "the key 'user' a value"
	slog.Info("an attribute and one", slog.Int("n", n), id) // want "the key 'id' a value"
	slog.InfoContext(ctx, "one", "id")    // want "'slog.InfoContext' takes pairs"
	slog.Log(ctx, slog.LevelInfo, "m", n, n) // want "'n' is of type int"
	slog.Error("an error alone", err)     // want "a key before the error 'err', such as \"error\""
	slog.Error("another", &failure{})     // want "a key before the error"
	slog.Error("as a key", err, id)       // want "'err' is of type error"
	slog.Info("a typed key", KeyTyped, n) // want "takes a string, and 'KeyTyped' is of type Key"
	slog.Info("a typed key", Key(id), n)  // want "Put a string key here"
	slog.Info("a map", map[string]any{"id": id}) // want "of type map"
	slog.Info("twice", "id", id, "n", n, "id", 2) // want "'id' is in this record already"
	slog.Info("twice", slog.Int("n", n), "n", 2)  // want "'n' is in this record"
	slog.Info(fmt.Sprintf("user %s", id))         // want "constant message"
	slog.Info(fmt.Sprint("user ", id), "n")       // want "constant message" "the key 'n' a value"
	_ = slog.Group("g", "id", id, "n")            // want "the key 'n' a value"
	_ = slog.With("id")                           // want "the key 'id' a value"
	_ = slog.New(nil).With("id", id)              // evidence compliant
	_ = slog.GroupAttrs("g", slog.Int("n", n))    // evidence compliant
}

func anything() []any { return nil }

func key() (string, any) { return "", nil }

func methods(ctx context.Context, s *server, l *slog.Logger, id string) {
	s.Info("another file may declare it", "id")
	l.With("a", 1).WarnContext(ctx, "m", "id", 1) // evidence compliant compliant
	s.log.Info("logr", "id")              // want "the key 'id' a value"
	s.log.V(1).Error(nil, "logr", "id")   // want "the key 'id' a value"
	s.log.Error(errors.New("x"), "logr", "id", id) // evidence compliant
	s.log.WithValues("id") // want "the key 'id' a value"
}

func others(ctx context.Context, z *zap.SugaredLogger, h hclog.Logger, l logr.Logger, o *logging.OperationContext, err error) {
	klog.InfoS("klog", "id")                // want "the key 'id' a value"
	klog.ErrorS(err, "klog", "id", 1)       // evidence compliant
	klog.FromContext(ctx).Info("klog", "a") // want "the key 'a' a value"
	ctrl.LoggerFrom(ctx).Info("ctrl", "a")  // want "the key 'a' a value"
	z.Infow("zap", "a")                     // want "the key 'a' a value"
	z.With(zap.String("a", "b")).Infow("zap", zap.Error(err), "a", 1) // evidence compliant compliant
	zap.S().Infof("%s %s", "a", "b")
	z.Info("zap concatenates", "a")
	h.Named("x").Trace("hclog", "a") // want "the key 'a' a value"
	o.Error("ours", err, "a")        // want "the key 'a' a value"
	o.Info("ours", "a", 1)           // evidence compliant
}

type other struct{}

func (other) Info(msg string, args ...any) {}

func lookAlikes(o other, t interface{ Error(args ...any) }, err error) {
	o.Info("not a logger", "id")
	t.Error("failed", err)
	fmt.Println("a", "b")
	_ = `slog.Info("one", "id")`
	slog := o
	slog.Info("shadowed", "id")
}
