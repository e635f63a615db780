package handlers

import (
	"context"
	"fmt"

	"github.com/example/migratekit/source/current/migratekit/internal/oma/failover"
)

// EnhancedFailoverWrapper keeps the old handlers working on the enhanced engine.
type EnhancedFailoverWrapper struct {
	engine *failover.EnhancedTestFailoverEngine
}

// NewEnhancedFailoverWrapper returns a wrapper around an engine that uses deps.
func NewEnhancedFailoverWrapper(deps failover.Dependencies) *EnhancedFailoverWrapper {
	return &EnhancedFailoverWrapper{engine: failover.NewEnhancedTestFailoverEngine(deps)}
}

// Test runs a test failover and returns the id of its job.
func (w *EnhancedFailoverWrapper) Test(ctx context.Context, request failover.TestFailoverRequest) (string, error) {
	result, err := w.engine.ExecuteTestFailover(ctx, request)
	if err != nil {
		return "", fmt.Errorf("wrapped test failover: %w", err)
	}
	return result.JobID, nil
}
