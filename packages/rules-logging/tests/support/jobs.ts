/** Returns a file with the body of a method of an engine, which has a tracker of jobs. */
export const file = (
  body: string,
  { results = "error", more = "", name = "failover", imports = "" } = {},
) => `package ${name}

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"time"
${imports}
	"example.com/app/joblog"
)

type engine struct {
	tracker *joblog.Tracker
	jobID   string
	jobs    map[string]string
}

func (e *engine) run(ctx context.Context) ${results} {
	${body}
}

func (e *engine) finish(ctx context.Context, jobID string) {
	_ = e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)
}

func (e *engine) record(ctx context.Context, jobID string) error { return nil }

func work() error { return nil }
${more}`;

/** The start of a job, the check of its error, and the end of the job. */
export const START = "ctx, jobID, err := e.tracker.StartJob(ctx, joblog.JobStart{})";
export const CHECK = "if err != nil {\n\t\treturn err\n\t}";
export const END = "e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)";

/** Returns a file with the body of a method after the start of a job and its check. */
export const started = (body: string, options = {}) =>
  file(`${START}\n\t${CHECK}\n\t${body}`, options);

/** The site of a job that `started` ends. */
export const compliant = [{ verdict: "compliant" as const, line: 20 }];

/** The error of a job that `started` leaves open. */
export const open = [{ messageId: "open" as const, line: 20, column: 21 }];

/** Returns the site of a job that may be left open. */
export const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 20, reason }];
