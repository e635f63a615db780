// Package joblog is what the cases log through.
package joblog

import (
	"context"
	"log/slog"
)

type Status string

const StatusCompleted Status = "completed"

type JobStart struct{}

type Tracker struct{}

func New() *Tracker { return &Tracker{} }

func Open() (*Tracker, error) { return &Tracker{}, nil }

func (t *Tracker) Logger(ctx context.Context) *slog.Logger { return slog.Default() }

func (t *Tracker) StartJob(ctx context.Context, start JobStart) (context.Context, string, error) {
	return ctx, "", nil
}

func (t *Tracker) RunStep(ctx context.Context, id, name string, run func(context.Context) error) error {
	return run(ctx)
}

func (t *Tracker) EndJob(ctx context.Context, id string, status Status, cause error) error {
	return nil
}

// Logger is a logger of the team's own.
type Logger struct{ *slog.Logger }

func FromContext(ctx context.Context) *Logger { return &Logger{slog.Default()} }
