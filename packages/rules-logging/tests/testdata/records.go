// Keys, attributes, slices and messages of one record.
package app

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"go.uber.org/zap"
)

type Value interface{}

type Named interface{ Name() string }

const limit = 3

func keys(ctx context.Context, l *slog.Logger, v Value, n Named, p *Value) {
	slog.Info("m", nil)    // want "'nil' is of type nil"
	slog.Info("m", nil, 1) // want "'nil' is of type nil"
	slog.Info("m", v, 1)   // evidence undecided "the type of 'v' is not known"
	slog.Info("m", n, 1)   // want "'n' is of type Named"
	slog.Info("m", p, 1)   // want "is of type"
	slog.Info("m", "v", nil) // evidence compliant
	r := slog.NewRecord(time.Now(), slog.LevelInfo, "m", 0)
	r.Add("k")                                  // want "the key 'k' a value"
	r.Add("k", 1)                               // evidence compliant
	r.AddAttrs(slog.Int("k", 1), slog.Int("k", 2)) // want "'k' is in this record already"
	(*slog.Logger).Info(l, "m", "k")    // want "the key 'k' a value"
	(*slog.Logger).Info(l, "m", "k", 1) // evidence compliant
	var wait sync
	wait.Add(1)
}

type sync struct{}

func (sync) Add(int) {}

func attributes(ctx context.Context, l *slog.Logger) {
	l.LogAttrs(ctx, slog.LevelInfo, "m", slog.Int("a", 1), slog.Int("a", 2)) // want "'a' is in this record"
	l.Info("m", slog.GroupAttrs("g", slog.Int("a", 1), slog.Int("a", 2)))    // evidence compliant // want "'a' is in this record"
	_ = slog.GroupValue(slog.Int("a", 1), slog.Int("a", 2))                  // want "'a' is in this record"
	l.Info("m", slog.Attr{Key: "a", Value: slog.IntValue(1)}, "a", 2)        // want "'a' is in this record"
	l.Info("m", slog.Attr{"a", slog.IntValue(1)}, "a", 2)                    // want "'a' is in this record"
	l.Info("m", slog.Attr{Value: slog.IntValue(1), Key: "b"}, "a", 2)        // evidence compliant
	l.Info("m", slog.Group("", "a", 1), slog.Group("", "b", 1))              // evidence compliant compliant compliant
	l.Info("m", slog.Group("a", "a", 1), "b", 1)                             // evidence compliant compliant
}

func errors(s *zap.SugaredLogger, err error, id string) {
	s.Errorw("m", err)           // evidence compliant
	s.Errorw("m", err, "id", id) // evidence compliant
	s.Errorw("m", "id", id, err) // evidence compliant
	s.With(err).Info("m")        // evidence compliant
	s.Errorw("m", err, "id")     // want "the key 'id' a value"
	s.Errorw("m", err, err)      // want "a key before the error 'err'"
	s.Infow("m", zap.String("id", id), zap.Namespace("in"), zap.String("id", id)) // evidence compliant
	s.Infow("m", zap.String("id", id), "id", id) // want "'id' is in this record"
}

func slices(id int, err error, passed []any) {
	attrs := []any{
		slog.Int("id", id),
		slog.String("kind", "move"),
	}
	slog.Info("m", attrs...)                       // evidence compliant
	slog.Info("m", append(attrs, "err", err)...)   // evidence compliant
	slog.Info("m", append(attrs, "err")...)        // want "the key 'err' a value"
	slog.Info("m", append(attrs, passed...)...)    // evidence undecided
	slog.Info("m", append([]any{"id"}, id)...)     // evidence compliant
	wrong := []any{"id", id, "err"}
	slog.Info("m", wrong...)           // want "the key 'err' a value"
	slog.Info("m", []any{"id", 1, 2}...) // want "'2' is of type int"
	slog.Info("m", passed...)          // evidence undecided "a slice is passed on"
	grown := []any{"id"}
	grown = append(grown, id)
	slog.Info("m", grown...) // evidence undecided "a slice is passed on"
	changed := []any{"id", id, "err"}
	change(changed)
	slog.Info("m", changed...) // evidence undecided "a slice is passed on"
	indexed := []any{"id", id}
	indexed[0] = 1
	slog.Info("m", indexed...) // evidence undecided "a slice is passed on"
	counted := []any{"id", id}
	slog.Info("m", counted...) // evidence compliant
	_ = len(counted)
}

func change([]any) {}

func messages(err error, state string) {
	const initial = "initial"
	hint := "see the manual"
	var other = "other"
	other = state
	slog.Info(fmt.Sprintf("state %s, %d", initial, limit))        // evidence compliant
	slog.Warn(fmt.Sprintf("cannot read, %s", hint), "error", err) // evidence compliant
	slog.Warn(fmt.Sprint("cannot read, ", "x"+hint))              // evidence compliant
	slog.Warn(fmt.Sprintf("cannot read, %s", other))              // want "constant message"
	slog.Warn(fmt.Sprintf("cannot read, %s, %s", hint, state))    // want "constant message"
	slog.Warn(fmt.Sprintf("cannot read, %v", []int{1}))           // want "constant message"
	text := ""
	fmt.Sscan("x", &text)
	slog.Warn(fmt.Sprintf("cannot read, %s", text)) // want "constant message"
	slog.Warn(fmt.Sprintf("as %s", time.RFC3339)) // evidence compliant
}
