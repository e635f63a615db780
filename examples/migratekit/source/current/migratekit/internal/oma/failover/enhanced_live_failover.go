package failover

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/logging"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// liveOperationTimeout is longer than a test's: a live failover would rather
// wait for a slow storage pool than give up halfway.
const liveOperationTimeout = 15 * time.Minute

// SourcePower switches the source VM on its old platform.
type SourcePower interface {
	PowerOff(ctx context.Context, vmID string) error
	PowerOn(ctx context.Context, vmID string) error
}

// LiveFailoverRequest says which VM to move for good.
type LiveFailoverRequest struct {
	VMID     string
	VMName   string
	Offering string
	Network  string
}

// EnhancedLiveFailoverEngine moves a VM to OSSEA and ends its replication.
type EnhancedLiveFailoverEngine struct {
	jobTracker   *joblog.Tracker
	volumeClient *common.VolumeClient
	machines     MachineController
	source       SourcePower
	jobs         database.FailoverJobs
	validator    *PreFailoverValidator
	applianceID  string
	now          func() time.Time
}

// NewEnhancedLiveFailoverEngine returns an engine that uses deps.
func NewEnhancedLiveFailoverEngine(deps Dependencies) *EnhancedLiveFailoverEngine {
	return &EnhancedLiveFailoverEngine{
		jobTracker:   deps.JobTracker,
		volumeClient: deps.VolumeClient,
		machines:     deps.Machines,
		source:       deps.Source,
		jobs:         deps.Jobs,
		validator:    NewPreFailoverValidator(deps),
		applianceID:  deps.ApplianceID,
		now:          deps.Now,
	}
}

// liveFailover is what one run has done so far.
type liveFailover struct {
	machine  ossea.Machine
	detached []string
}

// ExecuteLiveFailover powers the source off and boots its replica. A failure
// before the replica runs brings the source back.
func (elfe *EnhancedLiveFailoverEngine) ExecuteLiveFailover(ctx context.Context, request LiveFailoverRequest) (vmID string, err error) {
	logger := logging.NewOperationLogger("enhanced-live-failover")
	opCtx := logger.StartOperation("live-failover", request.VMID)

	ctx, jobID, err := elfe.jobTracker.StartJob(ctx, joblog.JobStart{
		JobType:   "failover",
		Operation: "enhanced-live-failover",
		ContextID: request.VMID,
		Owner:     "oma",
	})
	if err != nil {
		opCtx.Error("Could not start the job", err)
		return "", fmt.Errorf("start live failover of %s: %w", request.VMID, err)
	}
	defer func() {
		status := joblog.StatusCompleted
		if err != nil {
			status = joblog.StatusFailed
		}
		opCtx.EndOperation(string(status), "job_id", jobID)
		err = errors.Join(err,
			elfe.record(ctx, jobID, request.VMID, status, err),
			elfe.jobTracker.EndJob(ctx, jobID, status, err))
	}()

	if err := elfe.record(ctx, jobID, request.VMID, joblog.StatusRunning, nil); err != nil {
		return "", err
	}
	if err := elfe.validator.Validate(ctx, jobID, request.VMID); err != nil {
		return "", err
	}

	err = elfe.jobTracker.RunStep(ctx, jobID, "power-off-source", func(ctx context.Context) error {
		log := elfe.jobTracker.Logger(ctx)
		log.Info("Powering the source off", "vm_id", request.VMID)
		return elfe.source.PowerOff(ctx, request.VMID)
	})
	if err != nil {
		return "", fmt.Errorf("power off %s: %w", request.VMID, err)
	}

	run := &liveFailover{}
	if err := elfe.bringUp(ctx, jobID, request, run, opCtx); err != nil {
		return "", errors.Join(err, elfe.abandon(ctx, jobID, request, run))
	}
	return run.machine.ID, nil
}

// bringUp creates the VM, gives it the replicated volumes and starts it.
func (elfe *EnhancedLiveFailoverEngine) bringUp(
	ctx context.Context,
	jobID string,
	request LiveFailoverRequest,
	run *liveFailover,
	opCtx *logging.OperationContext,
) error {
	err := elfe.jobTracker.RunStep(ctx, jobID, "create-vm", func(ctx context.Context) error {
		spec := ossea.MachineSpec{Name: request.VMName, Offering: request.Offering, Network: request.Network}
		machine, err := elfe.machines.Create(ctx, spec)
		run.machine = machine
		return err
	})
	if err != nil {
		return fmt.Errorf("create %s: %w", request.VMName, err)
	}
	opCtx.Info("VM created", "vm_id", run.machine.ID)

	err = elfe.jobTracker.RunStep(ctx, jobID, "move-volumes", func(ctx context.Context) error {
		volumes, err := elfe.volumeClient.ListVolumes(ctx, request.VMID)
		if err != nil {
			return err
		}
		for i, volume := range volumes {
			if err := elfe.moveVolume(ctx, elfe.volumeClient, run, volume.ID, i == 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("move volumes of %s: %w", request.VMID, err)
	}

	err = elfe.jobTracker.RunStep(ctx, jobID, "start-vm", func(ctx context.Context) error {
		return elfe.machines.Start(ctx, run.machine.ID)
	})
	if err != nil {
		return fmt.Errorf("start %s: %w", run.machine.ID, err)
	}
	return nil
}

// moveVolume takes a volume from the appliance and gives it to the new VM.
func (elfe *EnhancedLiveFailoverEngine) moveVolume(ctx context.Context, volumeClient *common.VolumeClient, run *liveFailover, volumeID string, root bool) error {
	logger := elfe.jobTracker.Logger(ctx)
	vmID := run.machine.ID

	operation, err := volumeClient.DetachVolume(ctx, volumeID)
	if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
		return fmt.Errorf("detach %s: %w", volumeID, err)
	}
	run.detached = append(run.detached, volumeID)

	if root {
		operation, err = volumeClient.AttachVolumeAsRoot(ctx, volumeID, vmID)
	} else {
		operation, err = volumeClient.AttachVolume(ctx, volumeID, vmID)
	}
	if err != nil {
		logger.Error("Volume not attached", "volume_id", volumeID, "vm_id", vmID, "error", err)
		return fmt.Errorf("attach %s: %w", volumeID, err)
	}
	if _, err := volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, liveOperationTimeout); err != nil {
		return fmt.Errorf("attach %s: %w", volumeID, err)
	}

	logger.Info("Volume moved", "volume_id", volumeID, "vm_id", vmID, "root", root)
	return nil
}

// abandon gives the volumes back to the appliance and the source its power.
func (elfe *EnhancedLiveFailoverEngine) abandon(ctx context.Context, jobID string, request LiveFailoverRequest, run *liveFailover) error {
	ctx = context.WithoutCancel(ctx)
	return elfe.jobTracker.RunStep(ctx, jobID, "rollback", func(ctx context.Context) error {
		logger := elfe.jobTracker.Logger(ctx)
		var problems []error
		for _, volumeID := range run.detached {
			if err := reclaimVolume(elfe.volumeClient, volumeID, elfe.applianceID); err != nil {
				logger.Error("Volume not returned", "volume_id", volumeID, "error", err)
				problems = append(problems, err)
			}
		}
		if run.machine.ID != "" {
			problems = append(problems, elfe.machines.Destroy(ctx, run.machine.ID))
		}
		problems = append(problems, elfe.source.PowerOn(ctx, request.VMID))
		return errors.Join(problems...)
	})
}

// record writes the failover to failover_jobs.
func (elfe *EnhancedLiveFailoverEngine) record(ctx context.Context, jobID, vmID string, status joblog.Status, cause error) error {
	job := database.FailoverJob{
		JobID:     jobID,
		VMID:      vmID,
		Kind:      kindLive,
		Status:    string(status),
		UpdatedAt: elfe.now(),
	}
	if cause != nil {
		job.Message = cause.Error()
	}
	return elfe.jobs.Save(ctx, job)
}
