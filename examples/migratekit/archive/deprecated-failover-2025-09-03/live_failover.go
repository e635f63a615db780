package originalfailover

import (
	"context"
	"time"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
)

// LiveFailoverEngine hands the replicated volumes of a VM to another VM.
//
// Deprecated: use failover.EnhancedLiveFailoverEngine.
type LiveFailoverEngine struct {
	volumeClient *common.VolumeClient
	vms          VMStarter
	settle       time.Duration
}

// NewLiveFailoverEngine returns an engine with the usual settle time.
func NewLiveFailoverEngine(volumeClient *common.VolumeClient, vms VMStarter) *LiveFailoverEngine {
	return &LiveFailoverEngine{volumeClient: volumeClient, vms: vms, settle: 10 * time.Second}
}

// Run moves the volumes one by one and starts targetVMID. What has been moved
// stays moved if a later volume fails.
func (lfe *LiveFailoverEngine) Run(ctx context.Context, volumeIDs []string, targetVMID string) error {
	log.Infof("Starting live failover of %d volumes to %s", len(volumeIDs), targetVMID)

	for _, volumeID := range volumeIDs {
		entry := log.WithFields(log.Fields{"volume_id": volumeID, "vm_id": targetVMID})

		if _, err := lfe.volumeClient.DetachVolume(ctx, volumeID); err != nil {
			entry.WithError(err).Error("Detach failed")
			return err
		}
		time.Sleep(lfe.settle)

		if _, err := lfe.volumeClient.AttachVolume(ctx, volumeID, targetVMID); err != nil {
			entry.WithError(err).Error("Attach failed")
			return err
		}
		entry.Info("Volume moved")
	}

	log.WithField("vm_id", targetVMID).Info("Live failover completed")
	return lfe.vms.Start(ctx, targetVMID)
}
