package workflows

import (
	"context"
	"fmt"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// ExpandWorkflow adds data disks to a VM.
type ExpandWorkflow struct {
	clientSet
	sizeGB int
}

// NewExpandWorkflow returns a workflow that adds disks of the given size.
func NewExpandWorkflow(config Config, tracker *joblog.Tracker, sizeGB int) (*ExpandWorkflow, error) {
	clients, err := newClientSet(config, tracker, "expand")
	if err != nil {
		return nil, err
	}
	return &ExpandWorkflow{clientSet: clients, sizeGB: sizeGB}, nil
}

// Run adds one disk and returns its volume id.
func (w *ExpandWorkflow) Run(ctx context.Context, jobID, vmID string) (volumeID string, err error) {
	err = w.jobTracker.RunStep(ctx, jobID, "expand", func(ctx context.Context) error {
		created, err := w.osseaClient.CreateVolume(&ossea.CreateVolumeRequest{Name: vmID + "-data", SizeGB: w.sizeGB})
		if err != nil {
			return fmt.Errorf("create disk for %s: %w", vmID, err)
		}
		volumeID = created.ID
		w.jobTracker.Logger(ctx).Info("Disk created", "volume_id", volumeID)

		operation, err := w.volumeClient.AttachVolume(ctx, volumeID, vmID)
		if err != nil {
			return fmt.Errorf("attach %s: %w", volumeID, err)
		}
		_, err = w.volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, operationTimeout)
		return err
	})
	if err != nil {
		return "", err
	}
	w.audit.WithField("volume_id", volumeID).Info("Disk added")
	return volumeID, nil
}

// throttledCloud is an OSSEA client that makes room for replication traffic.
type throttledCloud struct {
	*ossea.Client
	slots chan struct{}
}

func (c *throttledCloud) do(work func() error) error {
	c.slots <- struct{}{}
	defer func() { <-c.slots }()
	return work()
}

// moveAll attaches detached volumes to a VM, a few at a time.
func moveAll(cloud *ossea.Client, volumes []common.Volume, vmID string) error {
	throttled := &throttledCloud{Client: cloud, slots: make(chan struct{}, 2)}
	for _, volume := range volumes {
		err := throttled.do(func() error {
			return throttled.AttachVolume(volume.ID, vmID)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// growAll adds a disk to each VM, one after the other.
func (w *ExpandWorkflow) growAll(ctx context.Context, vmIDs []string) error {
	volumeClient := w.volumeClient
	for _, vmID := range vmIDs {
		operation, err := volumeClient.CreateVolume(ctx, common.CreateVolumeRequest{
			Name:      vmID + "-data",
			ContextID: vmID,
			SizeGB:    w.sizeGB,
		})
		if err != nil {
			return err
		}
		if _, err := volumeClient.WaitForCompletionWithTimeout(ctx, operation.ID, operationTimeout); err != nil {
			return err
		}
	}
	return nil
}
