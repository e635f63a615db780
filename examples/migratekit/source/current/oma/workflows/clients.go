// Package workflows holds the storage chores of the OMA: moving, growing and
// tidying volumes between replication cycles.
package workflows

import (
	"errors"

	"github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// Config says where the services are.
type Config struct {
	VolumeDaemonURL string
	DaemonOptions   []common.Option
	OSSEA           ossea.Config
}

// clientSet is what most workflows need.
type clientSet struct {
	volumeClient *common.VolumeClient
	osseaClient  *ossea.Client
	jobTracker   *joblog.Tracker
	audit        *logrus.Entry
}

// openClients connects to the daemon and to OSSEA.
func openClients(config Config) (*common.VolumeClient, *ossea.Client, error) {
	if config.VolumeDaemonURL == "" {
		return nil, nil, errors.New("no volume daemon configured")
	}
	volumeClient := common.NewVolumeClient(config.VolumeDaemonURL, config.DaemonOptions...)
	return volumeClient, ossea.NewClient(config.OSSEA), nil
}

// newClientSet connects to all services on behalf of one workflow.
func newClientSet(config Config, tracker *joblog.Tracker, workflow string) (clientSet, error) {
	volumeClient, osseaClient, err := openClients(config)
	if err != nil {
		return clientSet{}, err
	}
	return clientSet{
		volumeClient: volumeClient,
		osseaClient:  osseaClient,
		jobTracker:   tracker,
		audit:        auditEntry(workflow),
	}, nil
}

// auditEntry returns the entry that a workflow's audit trail is written with.
func auditEntry(workflow string) *logrus.Entry {
	return logrus.WithFields(logrus.Fields{
		"workflow": workflow,
		"audit":    true,
	})
}
