package joblog

import (
	"context"
	"log/slog"
)

type contextKey int

const (
	jobKey contextKey = iota
	stepKey
)

func withJob(ctx context.Context, jobID string) context.Context {
	return context.WithValue(ctx, jobKey, jobID)
}

func withStep(ctx context.Context, step string) context.Context {
	return context.WithValue(ctx, stepKey, step)
}

// Logger returns a logger whose records carry the job and step of ctx.
func (t *Tracker) Logger(ctx context.Context) *slog.Logger {
	var attrs []slog.Attr
	if jobID, ok := ctx.Value(jobKey).(string); ok {
		attrs = append(attrs, slog.String("job_id", jobID))
	}
	if step, ok := ctx.Value(stepKey).(string); ok {
		attrs = append(attrs, slog.String("step", step))
	}
	return slog.New(t.handler.WithAttrs(attrs))
}
