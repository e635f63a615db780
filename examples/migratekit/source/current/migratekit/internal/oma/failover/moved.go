package failover

import current "github.com/example/migratekit/source/current/oma/failover"

// What has moved to source/current/oma/failover already.
type (
	ReplicationStatusFunc  = current.ReplicationStatusFunc
	PreFailoverValidator   = current.PreFailoverValidator
	EnhancedCleanupService = current.EnhancedCleanupService
)

// NewPreFailoverValidator returns the validator of the new place.
func NewPreFailoverValidator(deps Dependencies) *PreFailoverValidator {
	return current.NewPreFailoverValidator(moved(deps))
}

// NewEnhancedCleanupService returns the cleanup service of the new place.
func NewEnhancedCleanupService(deps Dependencies) *EnhancedCleanupService {
	return current.NewEnhancedCleanupService(moved(deps))
}

func moved(deps Dependencies) current.Dependencies {
	return current.Dependencies{
		JobTracker:   deps.JobTracker,
		VolumeClient: deps.VolumeClient,
		OSSEAClient:  deps.OSSEAClient,
		Machines:     deps.Machines,
		Drivers:      deps.Drivers,
		Source:       deps.Source,
		Jobs:         deps.Jobs,
		Replication:  deps.Replication,
		ApplianceID:  deps.ApplianceID,
		Now:          deps.Now,
	}
}
