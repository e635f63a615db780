package workflows

import (
	"context"
	"fmt"
	stdlog "log"

	"github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/logging"
)

// sweeper tidies the catalogue and the audit trail once a night.
type sweeper struct {
	logger  *logrus.Logger
	catalog string
	dryRun  bool
}

// sweep strikes tapes that nobody needs any more.
func (s *sweeper) sweep(ctx context.Context, tapeIDs []string) error {
	entry := s.logger.WithField("catalog", s.catalog)
	entry.Infof("Sweeping %d tapes", len(tapeIDs))
	if s.dryRun {
		fmt.Printf("would strike %v\n", tapeIDs)
		return nil
	}

	client := newCatalogClient(s.catalog)
	for _, tapeID := range tapeIDs {
		if err := client.DeleteVolume(ctx, tapeID); err != nil {
			entry.WithError(err).Warn("Tape not struck")
			return err
		}
	}
	s.logger.Info("Sweep finished")
	return nil
}

// audit writes what a sweep has done to the audit trail.
func (s *sweeper) audit(tapeIDs []string) {
	trail := auditEntry("sweep")
	for _, tapeID := range tapeIDs {
		trail.WithField("tape_id", tapeID).Info("Tape struck")
	}
	note(trail, len(tapeIDs))
}

func note(trail *logrus.Entry, count int) {
	if count == 0 {
		trail.Warn("Nothing to sweep")
	}
}

// schedule says when the next sweep runs.
func schedule(operations *logging.OperationLogger, cron string) {
	opCtx := operations.StartOperation("schedule-sweep", cron)
	if cron == "" {
		opCtx.Warn("No schedule, sweeping by hand only")
		stdlog.Printf("sweep: no schedule")
	}
	opCtx.EndOperation("scheduled", "cron", cron)
}
