package workflows

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/ossea"
)

const operationTimeout = 2 * time.Minute

// DeleteOrphans removes volumes that no VM holds. OSSEA is asked directly, so
// that this works while the daemon is down.
func DeleteOrphans(ctx context.Context, config Config, volumes []common.Volume) (deleted []string, err error) {
	client := ossea.NewClient(config.OSSEA)
	for _, volume := range volumes {
		if volume.AttachedTo != "" {
			continue
		}
		if err := client.DeleteVolume(volume.ID); err != nil {
			slog.ErrorContext(ctx, "Orphan not deleted", "volume_id", volume.ID, "error", err)
			return deleted, fmt.Errorf("delete orphan %s: %w", volume.ID, err)
		}
		deleted = append(deleted, volume.ID)
	}
	slog.Info("Orphans deleted", slog.Int("count", len(deleted)))
	return deleted, nil
}

// Release detaches a volume and asks OSSEA to delete it.
func Release(ctx context.Context, config Config, volumeID string) error {
	daemon, cloud, err := openClients(config)
	if err != nil {
		return err
	}

	operation, err := daemon.DetachVolume(ctx, volumeID)
	if err != nil {
		return fmt.Errorf("detach %s: %w", volumeID, err)
	}
	if _, err := daemon.WaitForCompletionWithTimeout(ctx, operation.ID, operationTimeout); err != nil {
		return err
	}
	return cloud.DeleteVolume(volumeID)
}

// zones are the clients of the two availability zones.
type zones struct {
	primary, secondary *ossea.Client
}

// evict detaches a volume in the zone that holds it.
func (z zones) evict(volumeID string, failedOver bool) error {
	var cloud *ossea.Client
	if failedOver {
		cloud = z.secondary
	} else {
		cloud = z.primary
	}
	return cloud.DetachVolume(volumeID)
}

// PruneSnapshots drops snapshots that outlived their test.
func PruneSnapshots(cloud *ossea.Client, snapshotIDs []string) error {
	for _, snapshotID := range snapshotIDs {
		if err := cloud.DeleteVolumeSnapshot(snapshotID); err != nil {
			return fmt.Errorf("prune %s: %w", snapshotID, err)
		}
	}
	return nil
}
