// Package failover brings replicated virtual machines up on OSSEA: as a test
// that is undone afterwards, or for good.
package failover

import (
	"context"
	"errors"
	"fmt"
	"time"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/logging"
	"github.com/example/migratekit/source/current/oma/ossea"
)

const (
	kindTest = "test"
	kindLive = "live"

	volumeOperationTimeout = 5 * time.Minute
)

// MachineController is the part of OSSEA's compute API that a failover needs.
type MachineController interface {
	Create(ctx context.Context, spec ossea.MachineSpec) (ossea.Machine, error)
	Start(ctx context.Context, vmID string) error
	Stop(ctx context.Context, vmID string) error
	Destroy(ctx context.Context, vmID string) error
}

// DriverInjector installs VirtIO drivers into an offline Windows system disk.
type DriverInjector interface {
	Inject(ctx context.Context, device string) error
}

// Dependencies is what the failover services work with.
type Dependencies struct {
	JobTracker   *joblog.Tracker
	VolumeClient *common.VolumeClient
	OSSEAClient  *ossea.Client
	Machines     MachineController
	Drivers      DriverInjector
	Source       SourcePower
	Jobs         database.FailoverJobs
	Replication  ReplicationStatusFunc
	ApplianceID  string
	Now          func() time.Time
}

// TestFailoverRequest says which VM to test and how the test VM looks.
type TestFailoverRequest struct {
	VMID     string
	VMName   string
	Offering string
	Network  string
	Windows  bool
}

// TestFailoverResult names what a test failover has made.
type TestFailoverResult struct {
	JobID      string
	TestVMID   string
	SnapshotID string
}

// EnhancedTestFailoverEngine boots a VM from its replicated volumes without
// giving up the replication.
type EnhancedTestFailoverEngine struct {
	jobTracker   *joblog.Tracker
	volumeClient *common.VolumeClient
	osseaClient  *ossea.Client
	machines     MachineController
	drivers      DriverInjector
	jobs         database.FailoverJobs
	validator    *PreFailoverValidator
	cleanup      *EnhancedCleanupService
	applianceID  string
	now          func() time.Time
}

// NewEnhancedTestFailoverEngine returns an engine that uses deps.
func NewEnhancedTestFailoverEngine(deps Dependencies) *EnhancedTestFailoverEngine {
	return &EnhancedTestFailoverEngine{
		jobTracker:   deps.JobTracker,
		volumeClient: deps.VolumeClient,
		osseaClient:  deps.OSSEAClient,
		machines:     deps.Machines,
		drivers:      deps.Drivers,
		jobs:         deps.Jobs,
		validator:    NewPreFailoverValidator(deps),
		cleanup:      NewEnhancedCleanupService(deps),
		applianceID:  deps.ApplianceID,
		now:          deps.Now,
	}
}

// testFailover is what one run has done so far, so that it can be undone.
type testFailover struct {
	request  TestFailoverRequest
	volumes  []common.Volume
	root     common.Volume
	moved    []string
	snapshot *ossea.VolumeSnapshot
	machine  ossea.Machine
}

// ExecuteTestFailover brings up a test VM. If any step fails, everything that
// was done before is undone and the volumes return to the appliance.
func (etfe *EnhancedTestFailoverEngine) ExecuteTestFailover(ctx context.Context, request TestFailoverRequest) (*TestFailoverResult, error) {
	logger := logging.NewOperationLogger("enhanced-test-failover")
	opCtx := logger.StartOperation("test-failover", request.VMID)

	ctx, jobID, err := etfe.jobTracker.StartJob(ctx, joblog.JobStart{
		JobType:   "failover",
		Operation: "enhanced-test-failover",
		ContextID: request.VMID,
		Owner:     "oma",
		Metadata:  map[string]any{"vm_name": request.VMName, "windows": request.Windows},
	})
	if err != nil {
		opCtx.Error("Could not start the job", err)
		return nil, fmt.Errorf("start test failover of %s: %w", request.VMID, err)
	}
	defer etfe.jobTracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)

	run := &testFailover{request: request}
	if err := etfe.record(ctx, jobID, run, joblog.StatusRunning, nil); err != nil {
		return nil, err
	}

	if err := etfe.execute(ctx, jobID, run); err != nil {
		opCtx.Error("Test failover failed, rolling back", err, "job_id", jobID)
		if undoErr := etfe.rollback(ctx, jobID, run); undoErr != nil {
			err = errors.Join(err, fmt.Errorf("rollback: %w", undoErr))
		}
		if saveErr := etfe.record(ctx, jobID, run, joblog.StatusFailed, err); saveErr != nil {
			err = errors.Join(err, saveErr)
		}
		opCtx.EndOperation("failed")
		return nil, fmt.Errorf("test failover of %s: %w", request.VMID, err)
	}

	if err := etfe.record(ctx, jobID, run, joblog.StatusCompleted, nil); err != nil {
		return nil, err
	}
	opCtx.EndOperation("completed", "job_id", jobID, "test_vm_id", run.machine.ID)
	return &TestFailoverResult{JobID: jobID, TestVMID: run.machine.ID, SnapshotID: run.snapshot.ID}, nil
}

func (etfe *EnhancedTestFailoverEngine) execute(ctx context.Context, jobID string, run *testFailover) error {
	if err := etfe.validator.Validate(ctx, jobID, run.request.VMID); err != nil {
		return err
	}
	if err := etfe.collectVolumes(ctx, jobID, run); err != nil {
		return err
	}
	if err := etfe.createSnapshot(ctx, jobID, run); err != nil {
		return err
	}
	if run.request.Windows {
		if err := etfe.injectDrivers(ctx, jobID, run); err != nil {
			return err
		}
	}
	if err := etfe.createTestVM(ctx, jobID, run); err != nil {
		return err
	}

	err := etfe.jobTracker.RunStep(ctx, jobID, "move-volumes", func(ctx context.Context) error {
		return etfe.moveVolumes(ctx, etfe.volumeClient, run)
	})
	if err != nil {
		return err
	}

	return etfe.jobTracker.RunStep(ctx, jobID, "start-test-vm", func(ctx context.Context) error {
		log := etfe.jobTracker.Logger(ctx)
		log.Info("Starting test VM", "test_vm_id", run.machine.ID)
		return etfe.machines.Start(ctx, run.machine.ID)
	})
}

// collectVolumes reads the replicated volumes and finds the one to boot from.
func (etfe *EnhancedTestFailoverEngine) collectVolumes(ctx context.Context, jobID string, run *testFailover) error {
	logger := logging.NewOperationLogger("enhanced-test-failover")
	opCtx := logger.StartOperation("volume-info", run.request.VMID)

	return etfe.jobTracker.RunStep(ctx, jobID, "collect-volumes", func(ctx context.Context) error {
		volumes, err := etfe.volumeClient.ListVolumes(ctx, run.request.VMID)
		if err != nil {
			opCtx.Error("Could not list volumes", err)
			return err
		}

		run.volumes = volumes
		run.root = volumes[0]
		opCtx.Info("Volumes collected", "count", len(volumes), "root_volume_id", run.root.ID)
		opCtx.EndOperation("completed")
		return nil
	})
}

// createSnapshot protects the root volume, so that an aborted test cannot cost
// the replicated data.
func (etfe *EnhancedTestFailoverEngine) createSnapshot(ctx context.Context, jobID string, run *testFailover) error {
	snapshotName := fmt.Sprintf("test-failover-%s-%d", run.request.VMName, etfe.now().Unix())
	log.WithFields(log.Fields{
		"vm_id":         run.request.VMID,
		"volume_id":     run.root.ID,
		"snapshot_name": snapshotName,
	}).Info("📸 Creating Linstor snapshot")

	return etfe.jobTracker.RunStep(ctx, jobID, "create-snapshot", func(ctx context.Context) error {
		snapshotReq := &ossea.CreateSnapshotRequest{VolumeID: run.root.ID, Name: snapshotName}
		snapshot, err := etfe.osseaClient.CreateVolumeSnapshot(snapshotReq)
		if err != nil {
			log.WithError(err).
				WithField("snapshot_name", snapshotName).
				Error("❌ Linstor snapshot failed")
			return fmt.Errorf("snapshot of %s: %w", run.root.ID, err)
		}

		run.snapshot = snapshot
		log.WithField("snapshot_name", snapshotName).Info("✅ Linstor snapshot created")
		return nil
	})
}

// injectDrivers makes a Windows system disk bootable on KVM while the disk is
// still attached to the appliance.
func (etfe *EnhancedTestFailoverEngine) injectDrivers(ctx context.Context, jobID string, run *testFailover) error {
	log.WithField("vm_id", run.request.VMID).Info("💉 Injecting VirtIO drivers")

	return etfe.jobTracker.RunStep(ctx, jobID, "inject-virtio", func(ctx context.Context) error {
		logger := etfe.jobTracker.Logger(ctx)
		device, err := etfe.volumeClient.GetVolumeDevice(ctx, run.root.ID)
		if err != nil {
			return fmt.Errorf("device of %s: %w", run.root.ID, err)
		}
		logger.Info("Root volume located", "volume_id", run.root.ID, "device", device)

		if err := etfe.drivers.Inject(ctx, device); err != nil {
			// The test goes on: recent images bring the drivers along.
			log.WithFields(log.Fields{"vm_id": run.request.VMID, "device": device, "error": err.Error()}).
				Warn("⚠️ VirtIO injection failed, continuing")
			return nil
		}
		log.WithFields(log.Fields{
			"vm_id":  run.request.VMID,
			"device": device,
		}).Info("✅ VirtIO drivers in place")
		return nil
	})
}

// createTestVM creates the VM that the volumes move to.
func (etfe *EnhancedTestFailoverEngine) createTestVM(ctx context.Context, jobID string, run *testFailover) error {
	spec := ossea.MachineSpec{
		Name:     run.request.VMName + "-test",
		Offering: run.request.Offering,
		Network:  run.request.Network,
	}
	log.WithField("test_vm_name", spec.Name).
		WithField("network", spec.Network).
		Info("🖥️ Creating test VM")

	return etfe.jobTracker.RunStep(ctx, jobID, "create-test-vm", func(ctx context.Context) error {
		machine, err := etfe.machines.Create(ctx, spec)
		if err != nil {
			log.WithFields(log.Fields{"test_vm_name": spec.Name, "error": err}).Error("❌ Test VM not created")
			return fmt.Errorf("create %s: %w", spec.Name, err)
		}
		run.machine = machine
		log.WithField("test_vm_id", machine.ID).Info("✅ Test VM created")
		return nil
	})
}

// moveVolumes swaps the boot volume that OSSEA made for the replicated one and
// attaches the data volumes behind it.
func (etfe *EnhancedTestFailoverEngine) moveVolumes(ctx context.Context, volumeClient *common.VolumeClient, run *testFailover) error {
	log := etfe.jobTracker.Logger(ctx)
	testVMID, defaultRootID := run.machine.ID, run.machine.RootVolumeID

	operation, err := volumeClient.DetachVolume(ctx, defaultRootID)
	if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
		return fmt.Errorf("detach default root: %w", err)
	}
	operation, err = volumeClient.DeleteVolume(ctx, defaultRootID)
	if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
		return fmt.Errorf("delete default root: %w", err)
	}

	for _, volume := range run.volumes {
		operation, err := volumeClient.DetachVolume(ctx, volume.ID)
		if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
			return fmt.Errorf("detach %s from appliance: %w", volume.ID, err)
		}
		run.moved = append(run.moved, volume.ID)

		if volume.ID == run.root.ID {
			operation, err = volumeClient.AttachVolumeAsRoot(ctx, volume.ID, testVMID)
		} else {
			operation, err = volumeClient.AttachVolume(ctx, volume.ID, testVMID)
		}
		if err := awaitOperation(ctx, volumeClient, operation, err); err != nil {
			return fmt.Errorf("attach %s to test VM: %w", volume.ID, err)
		}
		log.Info("Volume moved", "volume_id", volume.ID, "test_vm_id", testVMID)
	}
	return nil
}

// rollback undoes a run that failed halfway. It finishes even if the caller
// has given up meanwhile.
func (etfe *EnhancedTestFailoverEngine) rollback(ctx context.Context, jobID string, run *testFailover) error {
	ctx = context.WithoutCancel(ctx)
	return etfe.jobTracker.RunStep(ctx, jobID, "rollback", func(ctx context.Context) error {
		log := etfe.jobTracker.Logger(ctx)
		var problems []error
		for _, volumeID := range run.moved {
			if err := reclaimVolume(etfe.volumeClient, volumeID, etfe.applianceID); err != nil {
				log.Error("Volume not returned", "volume_id", volumeID, "error", err)
				problems = append(problems, err)
			}
		}
		if run.machine.ID != "" {
			problems = append(problems, etfe.machines.Destroy(ctx, run.machine.ID))
		}
		if run.snapshot != nil {
			problems = append(problems, etfe.cleanup.DeleteSnapshot(ctx, run.snapshot.ID))
		}
		return errors.Join(problems...)
	})
}

// record writes the run to failover_jobs.
func (etfe *EnhancedTestFailoverEngine) record(ctx context.Context, jobID string, run *testFailover, status joblog.Status, cause error) error {
	job := database.FailoverJob{
		JobID:     jobID,
		VMID:      run.request.VMID,
		Kind:      kindTest,
		Status:    string(status),
		TestVMID:  run.machine.ID,
		VolumeIDs: run.moved,
		UpdatedAt: etfe.now(),
	}
	if run.snapshot != nil {
		job.SnapshotID = run.snapshot.ID
	}
	if cause != nil {
		job.Message = cause.Error()
	}
	return etfe.jobs.Save(ctx, job)
}

// awaitOperation waits for an operation that the daemon accepted. It takes the
// error of the request too, so that callers have one failure to handle.
func awaitOperation(ctx context.Context, volumeClient *common.VolumeClient, operation *common.VolumeOperation, err error) error {
	if err != nil {
		return err
	}
	_, err = volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, volumeOperationTimeout)
	return err
}

// reclaimVolume attaches a volume to the appliance again, whatever became of
// the caller's context. The volume may be attached to a VM or to nothing, so a
// failed detach is no reason to stop.
func reclaimVolume(volumeClient *common.VolumeClient, volumeID, applianceID string) error {
	operation, err := volumeClient.DetachVolume(context.Background(), volumeID)
	detachErr := awaitOperation(context.Background(), volumeClient, operation, err)

	operation, err = volumeClient.AttachVolume(context.Background(), volumeID, applianceID)
	if err := awaitOperation(context.Background(), volumeClient, operation, err); err != nil {
		return errors.Join(fmt.Errorf("return %s: %w", volumeID, err), detachErr)
	}
	return nil
}
