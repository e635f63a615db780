package workflows

import (
	"context"
	"fmt"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// ReattachWorkflow gives a volume back to the appliance after a VM that held
// it was removed by hand.
type ReattachWorkflow struct {
	osseaClient *ossea.Client
	tracker     *joblog.Tracker
	applianceID string
}

// NewReattachWorkflow returns a workflow for one appliance.
func NewReattachWorkflow(osseaClient *ossea.Client, tracker *joblog.Tracker, applianceID string) *ReattachWorkflow {
	return &ReattachWorkflow{osseaClient: osseaClient, tracker: tracker, applianceID: applianceID}
}

// Run moves the volume and reports what it did.
func (w *ReattachWorkflow) Run(ctx context.Context, volumeID, vmID string) error {
	log.Infof("Reattaching volume %s", volumeID)

	ctx, jobID, err := w.tracker.StartJob(ctx, joblog.JobStart{
		JobType:   "maintenance",
		Operation: "reattach-volume",
		ContextID: vmID,
	})
	if err != nil {
		return err
	}

	err = w.tracker.RunStep(ctx, jobID, "reattach", func(ctx context.Context) error {
		log := w.tracker.Logger(ctx)
		log.Info("Detaching from the old VM", "volume_id", volumeID, "vm_id", vmID)
		if err := w.osseaClient.DetachVolumeFromVM(volumeID, vmID); err != nil {
			log.Error("Detach failed", "error", err)
			return fmt.Errorf("detach %s from %s: %w", volumeID, vmID, err)
		}
		return w.osseaClient.AttachVolume(volumeID, w.applianceID)
	})

	status := joblog.StatusCompleted
	if err != nil {
		status = joblog.StatusFailed
		log.WithError(err).
			WithField("volume_id", volumeID).
			Warn("Reattach failed")
	}
	if endErr := w.tracker.EndJob(ctx, jobID, status, err); endErr != nil {
		return endErr
	}
	return err
}

// swapVolume moves a volume between two VMs. The caller owns both VMs.
func swapVolume(client *ossea.Client, volumeID, fromVMID, toVMID string) error {
	return client.ReattachVolume(volumeID, fromVMID, toVMID)
}

// trackSwap is swapVolume with a trail in the job log.
func trackSwap(ctx context.Context, client *ossea.Client, tracker *joblog.Tracker, volumeID, fromVMID, toVMID string) error {
	log := tracker.Logger(ctx)
	log.Info("Swapping volume", "volume_id", volumeID, "from", fromVMID, "to", toVMID)
	return swapVolume(client, volumeID, fromVMID, toVMID)
}
