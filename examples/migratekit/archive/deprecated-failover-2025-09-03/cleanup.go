package originalfailover

import (
	"context"
	"time"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
)

// TestCleanup takes the disks of a test VM away again.
//
// Deprecated: use failover.EnhancedCleanupService.
type TestCleanup struct {
	volumeClient *common.VolumeClient
	jobs         database.FailoverJobs
}

// Run detaches the disks, as far as they can be, and records that in the job of the test.
func (tc *TestCleanup) Run(ctx context.Context, job database.FailoverJob, volumeIDs []string) error {
	job.Status = "cleaning"
	job.UpdatedAt = time.Now()
	if err := tc.jobs.Save(ctx, job); err != nil {
		return err
	}

	for _, volumeID := range volumeIDs {
		operation, err := tc.volumeClient.DetachVolume(ctx, volumeID)
		if err != nil {
			continue
		}
		tc.volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, time.Minute)
	}

	job.Status = "cleaned_up"
	job.UpdatedAt = time.Now()
	return tc.jobs.Save(ctx, job)
}
