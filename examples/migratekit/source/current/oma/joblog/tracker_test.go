package joblog

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func newTestTracker() (*Tracker, *MemoryStore, *bytes.Buffer) {
	var out bytes.Buffer
	store := NewMemoryStore()
	return NewTracker(store, slog.NewTextHandler(&out, nil)), store, &out
}

func TestRunStepRecordsOutcome(t *testing.T) {
	tracker, store, out := newTestTracker()
	ctx, jobID, err := tracker.StartJob(context.Background(), JobStart{JobType: "test", Operation: "outcome"})
	if err != nil {
		t.Fatal(err)
	}

	boom := errors.New("boom")
	err = tracker.RunStep(ctx, jobID, "explode", func(ctx context.Context) error {
		tracker.Logger(ctx).Info("About to explode")
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatalf("RunStep returned %v, want %v", err, boom)
	}
	if err := tracker.EndJob(ctx, jobID, StatusFailed, err); err != nil {
		t.Fatal(err)
	}

	want := Step{JobID: jobID, Name: "explode", Status: StatusFailed, Error: "boom"}
	if steps := store.Steps(jobID); len(steps) != 1 || steps[0] != want {
		t.Errorf("steps = %+v, want one %+v", steps, want)
	}
	if line := out.String(); !strings.Contains(line, "job_id="+jobID+" step=explode") {
		t.Errorf("log line %q lacks the job and step", line)
	}
}

func TestStartJobNeedsAnOperation(t *testing.T) {
	tracker, _, _ := newTestTracker()
	if _, _, err := tracker.StartJob(context.Background(), JobStart{JobType: "test"}); err == nil {
		t.Fatal("StartJob accepted a job without an operation")
	}
}

func TestEndJobOfUnknownJob(t *testing.T) {
	tracker, _, _ := newTestTracker()
	err := tracker.EndJob(context.Background(), "job-9999", StatusCompleted, nil)
	if !errors.Is(err, ErrUnknownJob) {
		t.Fatalf("EndJob returned %v, want %v", err, ErrUnknownJob)
	}
}
