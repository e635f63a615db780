package joblog

import (
	"context"
	"sync"
)

// MemoryStore keeps jobs and steps in memory, steps in the order they began.
type MemoryStore struct {
	mu    sync.Mutex
	jobs  map[string]Job
	steps []Step
}

// NewMemoryStore returns an empty store.
func NewMemoryStore() *MemoryStore {
	return &MemoryStore{jobs: make(map[string]Job)}
}

// SaveJob implements [Store].
func (s *MemoryStore) SaveJob(_ context.Context, job Job) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.jobs[job.ID] = job
	return nil
}

// SaveStep implements [Store].
func (s *MemoryStore) SaveStep(_ context.Context, step Step) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.steps {
		if s.steps[i].JobID == step.JobID && s.steps[i].Name == step.Name {
			s.steps[i] = step
			return nil
		}
	}
	s.steps = append(s.steps, step)
	return nil
}

// FindJob implements [Store].
func (s *MemoryStore) FindJob(_ context.Context, jobID string) (Job, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	job, ok := s.jobs[jobID]
	if !ok {
		return Job{}, ErrUnknownJob
	}
	return job, nil
}

// Steps returns the steps of a job in the order they began.
func (s *MemoryStore) Steps(jobID string) []Step {
	s.mu.Lock()
	defer s.mu.Unlock()
	var steps []Step
	for _, step := range s.steps {
		if step.JobID == jobID {
			steps = append(steps, step)
		}
	}
	return steps
}
