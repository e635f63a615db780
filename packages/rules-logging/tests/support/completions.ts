/** Returns a file with the body of a method that has a context and the id of a job. */
export const file = (
  body: string,
  { results = "error", name = "failover" } = {},
) => `package ${name}

import (
	"context"
	"errors"

	"example.com/app/joblog"
)

type engine struct {
	tracker *joblog.Tracker
}

func work() error { return nil }

func (e *engine) run(ctx context.Context, jobID string) ${results} {
	${body}
}
`;

/** Returns a call that ends the job. */
export const end = (status: string, cause = "nil") =>
  `e.tracker.EndJob(ctx, jobID, ${status}, ${cause})`;

export const COMPLETED = end("joblog.StatusCompleted");
