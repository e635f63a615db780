// Package joblog records what an operation does: one job, its steps, and log
// lines that carry the ids of both.
package joblog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"
)

// Status is the state of a job or of one of its steps.
type Status string

// The states a job or step can be in.
const (
	StatusRunning   Status = "running"
	StatusCompleted Status = "completed"
	StatusFailed    Status = "failed"
	StatusCancelled Status = "cancelled"
)

// JobStart describes a job that is about to run.
type JobStart struct {
	JobType   string
	Operation string
	ContextID string
	Owner     string
	Metadata  map[string]any
}

// Job is one tracked run of an operation.
type Job struct {
	ID        string
	Start     JobStart
	Status    Status
	Error     string
	StartedAt time.Time
	EndedAt   time.Time
}

// Step is one named part of a job.
type Step struct {
	JobID  string
	Name   string
	Status Status
	Error  string
}

// Store keeps jobs and steps. Saving the same job or step again replaces it.
type Store interface {
	SaveJob(ctx context.Context, job Job) error
	SaveStep(ctx context.Context, step Step) error
	FindJob(ctx context.Context, jobID string) (Job, error)
}

// ErrUnknownJob is returned for a job id that the store has not seen.
var ErrUnknownJob = errors.New("joblog: unknown job")

// Tracker starts and ends jobs and hands out loggers bound to them.
type Tracker struct {
	store   Store
	handler slog.Handler
	now     func() time.Time
	nextID  atomic.Int64
}

// NewTracker returns a tracker that keeps its jobs in store and writes log
// records to handler.
func NewTracker(store Store, handler slog.Handler) *Tracker {
	return &Tracker{store: store, handler: handler, now: time.Now}
}

// StartJob records a new job and returns a context that carries its id.
func (t *Tracker) StartJob(ctx context.Context, start JobStart) (context.Context, string, error) {
	if start.JobType == "" || start.Operation == "" {
		return ctx, "", errors.New("joblog: a job needs a type and an operation")
	}

	job := Job{
		ID:        fmt.Sprintf("job-%04d", t.nextID.Add(1)),
		Start:     start,
		Status:    StatusRunning,
		StartedAt: t.now(),
	}
	if err := t.store.SaveJob(ctx, job); err != nil {
		return ctx, "", fmt.Errorf("joblog: start %s: %w", start.Operation, err)
	}
	return withJob(ctx, job.ID), job.ID, nil
}

// EndJob records how a job ended. A nil cause leaves the job's error empty.
func (t *Tracker) EndJob(ctx context.Context, jobID string, status Status, cause error) error {
	job, err := t.store.FindJob(ctx, jobID)
	if err != nil {
		return fmt.Errorf("joblog: end %s: %w", jobID, err)
	}

	job.Status = status
	job.EndedAt = t.now()
	if cause != nil {
		job.Error = cause.Error()
	}
	if err := t.store.SaveJob(ctx, job); err != nil {
		return fmt.Errorf("joblog: end %s: %w", jobID, err)
	}
	return nil
}

// RunStep runs fn as a named step of the job and returns fn's error unchanged.
func (t *Tracker) RunStep(ctx context.Context, jobID, name string, fn func(ctx context.Context) error) error {
	step := Step{JobID: jobID, Name: name, Status: StatusRunning}
	t.saveStep(ctx, step)

	err := fn(withStep(ctx, name))

	step.Status = StatusCompleted
	if err != nil {
		step.Status = StatusFailed
		step.Error = err.Error()
	}
	t.saveStep(ctx, step)
	return err
}

// saveStep keeps an operation going when only its bookkeeping is broken.
func (t *Tracker) saveStep(ctx context.Context, step Step) {
	if err := t.store.SaveStep(ctx, step); err != nil {
		slog.WarnContext(ctx, "Job step not recorded", "job_id", step.JobID, "step", step.Name, "error", err)
	}
}
