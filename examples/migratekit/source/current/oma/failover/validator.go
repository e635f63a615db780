package failover

import (
	"context"
	"errors"
	"fmt"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/logging"
)

// ErrNotReady is wrapped by every reason why a VM must not fail over yet.
var ErrNotReady = errors.New("not ready for failover")

// ReplicationStatus is what the replication engine last said about a VM.
type ReplicationStatus struct {
	LastSyncComplete bool
	SyncRunning      bool
	ChangeTracking   bool
}

// ReplicationStatusFunc looks up the replication status of a VM.
type ReplicationStatusFunc func(ctx context.Context, vmID string) (ReplicationStatus, error)

// PreFailoverValidator decides whether a VM may fail over.
type PreFailoverValidator struct {
	jobTracker   *joblog.Tracker
	volumeClient *common.VolumeClient
	status       ReplicationStatusFunc
	applianceID  string
}

// NewPreFailoverValidator returns a validator that uses deps.
func NewPreFailoverValidator(deps Dependencies) *PreFailoverValidator {
	return &PreFailoverValidator{
		jobTracker:   deps.JobTracker,
		volumeClient: deps.VolumeClient,
		status:       deps.Replication,
		applianceID:  deps.ApplianceID,
	}
}

// Validate runs all checks as steps of the given job. It runs every check even
// if an earlier one failed, so that an operator sees all reasons at once.
func (v *PreFailoverValidator) Validate(ctx context.Context, jobID, vmID string) error {
	logger := logging.NewOperationLogger("pre-failover-validator")
	opCtx := logger.StartOperation("validate", vmID)

	checks := []struct {
		step string
		run  func(ctx context.Context, vmID string) error
	}{
		{"validate-replication", v.checkReplication},
		{"validate-volumes", v.checkVolumes},
	}

	var problems []error
	for _, check := range checks {
		err := v.jobTracker.RunStep(ctx, jobID, check.step, func(ctx context.Context) error {
			return check.run(ctx, vmID)
		})
		if err != nil {
			opCtx.Error("Failover check did not pass", err, "check", check.step)
			problems = append(problems, err)
		}
	}

	if len(problems) > 0 {
		opCtx.EndOperation("rejected", "problems", len(problems))
		return fmt.Errorf("%w: %w", ErrNotReady, errors.Join(problems...))
	}
	opCtx.EndOperation("ready")
	return nil
}

func (v *PreFailoverValidator) checkReplication(ctx context.Context, vmID string) error {
	status, err := v.status(ctx, vmID)
	if err != nil {
		return fmt.Errorf("replication status of %s: %w", vmID, err)
	}

	switch {
	case status.SyncRunning:
		return errors.New("a replication cycle is running")
	case !status.LastSyncComplete:
		return errors.New("the last replication cycle did not complete")
	}
	if !status.ChangeTracking {
		logger := v.jobTracker.Logger(ctx)
		logger.Warn("Change tracking is off, the next sync will be a full one", "vm_id", vmID)
	}
	return nil
}

func (v *PreFailoverValidator) checkVolumes(ctx context.Context, vmID string) error {
	volumes, err := v.volumeClient.ListVolumes(ctx, vmID)
	if err != nil {
		return fmt.Errorf("volumes of %s: %w", vmID, err)
	}
	if len(volumes) == 0 {
		return errors.New("no replicated volumes")
	}

	for _, volume := range volumes {
		if volume.AttachedTo != v.applianceID {
			return fmt.Errorf("volume %s is attached to %q, not to the appliance", volume.ID, volume.AttachedTo)
		}
		device, err := v.volumeClient.GetVolumeDevice(ctx, volume.ID)
		if err != nil {
			return err
		}
		v.jobTracker.Logger(ctx).Debug("Volume checked", "volume_id", volume.ID, "device", device)
	}
	v.jobTracker.Logger(ctx).Info("Replicated volumes are in place", "vm_id", vmID, "volumes", len(volumes))
	return nil
}
