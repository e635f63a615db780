// The two approaches that the rule's defaults know.
package failover

import (
	"context"
	"errors"

	"example.com/app/joblog"
	"example.com/app/logging"
	"example.com/other/joblogger"
)

type engine struct {
	jobTracker *joblog.Tracker
	lookAlike  *joblogger.Tracker
	operations *logging.OperationLogger
}

func (e *engine) run(ctx context.Context, opCtx *logging.OperationContext) error {
	ctx, id, err := e.jobTracker.StartJob(ctx, joblog.JobStart{}) // evidence compliant(joblog)
	if err != nil {
		return err
	}
	defer e.jobTracker.EndJob(ctx, id, joblog.StatusCompleted, nil) // evidence compliant(joblog)
	err = e.jobTracker.RunStep(ctx, id, "step", func(ctx context.Context) error { // evidence compliant(joblog)
		e.jobTracker.Logger(ctx).With("a", 1).Info("chained") // evidence compliant(joblog)
		return nil
	})

	logger := logging.NewOperationLogger("run") // evidence compliant(operation-logger)
	op := logger.StartOperation("a", "b")       // evidence compliant(operation-logger)
	op.Info("from a local")                     // evidence compliant(operation-logger)
	opCtx.Error("a parameter", err)             // evidence compliant(operation-logger)
	e.operations.StartOperation("a", "b")       // evidence compliant(operation-logger)

	e.lookAlike.StartJob(ctx, id)
	e.lookAlike.Logger(ctx).Info("another package's tracker")
	return errors.Join(err)
}
