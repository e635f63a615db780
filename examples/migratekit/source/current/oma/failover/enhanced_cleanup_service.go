package failover

import (
	"context"
	"errors"
	"fmt"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/logging"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// EnhancedCleanupService ends a test failover: the test VM goes, the volumes
// return to the appliance, the snapshot is dropped.
type EnhancedCleanupService struct {
	jobTracker   *joblog.Tracker
	volumeClient *common.VolumeClient
	osseaClient  *ossea.Client
	machines     MachineController
	jobs         database.FailoverJobs
	applianceID  string
}

// NewEnhancedCleanupService returns a service that uses deps.
func NewEnhancedCleanupService(deps Dependencies) *EnhancedCleanupService {
	return &EnhancedCleanupService{
		jobTracker:   deps.JobTracker,
		volumeClient: deps.VolumeClient,
		osseaClient:  deps.OSSEAClient,
		machines:     deps.Machines,
		jobs:         deps.Jobs,
		applianceID:  deps.ApplianceID,
	}
}

// Cleanup ends the latest completed test failover of a VM.
func (ecs *EnhancedCleanupService) Cleanup(ctx context.Context, vmID string) (err error) {
	logger := logging.NewOperationLogger("enhanced-cleanup")
	opCtx := logger.StartOperation("test-cleanup", vmID)

	failoverJob, err := ecs.jobs.LatestFor(ctx, vmID, kindTest)
	if err != nil {
		opCtx.Error("Nothing to clean up", err)
		return fmt.Errorf("test failover of %s: %w", vmID, err)
	}
	if failoverJob.Status != string(joblog.StatusCompleted) {
		opCtx.Warn("Test failover is not completed", "status", failoverJob.Status)
		return fmt.Errorf("test failover of %s is %s", vmID, failoverJob.Status)
	}

	ctx, jobID, err := ecs.jobTracker.StartJob(ctx, joblog.JobStart{
		JobType:   "cleanup",
		Operation: "enhanced-test-cleanup",
		ContextID: vmID,
		Owner:     "oma",
		Metadata:  map[string]any{"failover_job_id": failoverJob.JobID},
	})
	if err != nil {
		return fmt.Errorf("start cleanup of %s: %w", vmID, err)
	}
	defer func() {
		status := joblog.StatusCompleted
		if err != nil {
			status = joblog.StatusFailed
		}
		opCtx.EndOperation(string(status))
		err = errors.Join(err, ecs.jobTracker.EndJob(ctx, jobID, status, err))
	}()

	steps := []struct {
		name string
		run  func(ctx context.Context) error
	}{
		{"stop-test-vm", func(ctx context.Context) error { return ecs.machines.Stop(ctx, failoverJob.TestVMID) }},
		{"return-volumes", func(ctx context.Context) error { return ecs.returnVolumes(ctx, failoverJob.VolumeIDs) }},
		{"destroy-test-vm", func(ctx context.Context) error { return ecs.machines.Destroy(ctx, failoverJob.TestVMID) }},
		{"delete-snapshot", func(ctx context.Context) error { return ecs.DeleteSnapshot(ctx, failoverJob.SnapshotID) }},
	}
	for _, step := range steps {
		if err := ecs.jobTracker.RunStep(ctx, jobID, step.name, step.run); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}

	failoverJob.Status = "cleaned-up"
	return ecs.jobs.Save(ctx, failoverJob)
}

// returnVolumes moves volumes back to the appliance, where the next
// replication cycle rewrites whatever the test has changed.
func (ecs *EnhancedCleanupService) returnVolumes(ctx context.Context, volumeIDs []string) error {
	for _, volumeID := range volumeIDs {
		if err := ecs.returnVolume(ctx, ecs.volumeClient, volumeID); err != nil {
			return err
		}
	}
	return nil
}

func (ecs *EnhancedCleanupService) returnVolume(ctx context.Context, volumeClient *common.VolumeClient, volumeID string) error {
	log := ecs.jobTracker.Logger(ctx)

	operation, err := volumeClient.DetachVolume(ctx, volumeID)
	if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
		return fmt.Errorf("detach %s: %w", volumeID, err)
	}

	operation, err = volumeClient.AttachVolume(ctx, volumeID, ecs.applianceID)
	if err != nil {
		return fmt.Errorf("return %s: %w", volumeID, err)
	}
	if _, err := volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, volumeOperationTimeout); err != nil {
		return fmt.Errorf("return %s: %w", volumeID, err)
	}

	log.Info("Volume returned", "volume_id", volumeID, "appliance_id", ecs.applianceID)
	return nil
}

// DeleteSnapshot drops the snapshot that protected a test.
func (ecs *EnhancedCleanupService) DeleteSnapshot(ctx context.Context, snapshotID string) error {
	if err := ecs.osseaClient.DeleteVolumeSnapshot(snapshotID); err != nil {
		ecs.jobTracker.Logger(ctx).Error("Snapshot not deleted", "snapshot_id", snapshotID, "error", err)
		return fmt.Errorf("delete snapshot %s: %w", snapshotID, err)
	}
	ecs.jobTracker.Logger(ctx).Info("Snapshot deleted", "snapshot_id", snapshotID)
	return nil
}
