// Package originalfailover is the first failover, kept for reference.
//
// Deprecated: use the failover package of the OMA. DO NOT USE.
package originalfailover

import (
	"context"
	"fmt"
	"time"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
)

// VMStarter starts VMs that exist already.
type VMStarter interface {
	Start(ctx context.Context, vmID string) error
}

// TestFailoverEngine copies the disks of a VM to a test VM.
type TestFailoverEngine struct {
	volumeClient *common.VolumeClient
	jobs         database.FailoverJobs
	vms          VMStarter
	settle       time.Duration
}

// NewTestFailoverEngine returns an engine that leaves the daemon ten seconds
// after each request.
func NewTestFailoverEngine(volumeClient *common.VolumeClient, jobs database.FailoverJobs, vms VMStarter) *TestFailoverEngine {
	return &TestFailoverEngine{volumeClient: volumeClient, jobs: jobs, vms: vms, settle: 10 * time.Second}
}

// Run gives testVMID a copy of each disk and starts it.
func (tfe *TestFailoverEngine) Run(ctx context.Context, vmID, testVMID string, diskSizesGB []int) error {
	log.WithFields(log.Fields{
		"vm_id":      vmID,
		"test_vm_id": testVMID,
		"disks":      len(diskSizesGB),
	}).Info("Starting test failover")

	job := database.FailoverJob{
		JobID:     fmt.Sprintf("test-failover-%d", time.Now().UnixNano()),
		VMID:      vmID,
		Kind:      "test",
		Status:    "running",
		UpdatedAt: time.Now(),
	}
	if err := tfe.jobs.Save(ctx, job); err != nil {
		log.WithError(err).Warn("Failover job not saved")
	}

	for i, size := range diskSizesGB {
		if err := tfe.addDisk(ctx, vmID, testVMID, i, size); err != nil {
			log.WithError(err).WithField("disk", i).Error("Could not add disk")
			return err
		}
	}

	if err := tfe.vms.Start(ctx, testVMID); err != nil {
		log.Errorf("Could not start %s: %v", testVMID, err)
		return err
	}
	log.WithField("test_vm_id", testVMID).Info("Test failover completed")
	return nil
}

func (tfe *TestFailoverEngine) addDisk(ctx context.Context, vmID, testVMID string, index, sizeGB int) error {
	name := fmt.Sprintf("%s-test-disk-%d", vmID, index)
	operation, err := tfe.volumeClient.CreateVolume(ctx, common.CreateVolumeRequest{
		Name:      name,
		ContextID: vmID,
		SizeGB:    sizeGB,
	})
	if err != nil {
		return err
	}
	log.WithFields(log.Fields{"volume": name, "operation": operation.ID}).
		Debug("Volume requested")
	time.Sleep(tfe.settle)

	_, err = tfe.volumeClient.AttachVolume(ctx, operation.VolumeID, testVMID)
	return err
}

// injectDrivers is for Windows guests, which do not boot from a copied disk.
func (tfe *TestFailoverEngine) injectDrivers(testVMID string) error {
	// TODO: inject the VirtIO drivers.
	return nil
}
