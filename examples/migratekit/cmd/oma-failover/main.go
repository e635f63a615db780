// Command oma-failover runs a test failover of one VM, or cleans up after one.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
	"github.com/example/migratekit/source/current/oma/failover"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/ossea"
)

func main() {
	vmID := flag.String("vm", "", "id of the VM to fail over")
	plan := flag.Bool("plan", false, "only list the volumes that would move")
	appliance := flag.String("appliance", "oma", "id of the appliance's VM")
	flag.Parse()

	if *vmID == "" {
		fmt.Println("usage: oma-failover -vm ID [-plan]")
		os.Exit(2)
	}
	if err := run(context.Background(), *vmID, *appliance, *plan); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, vmID, appliance string, plan bool) error {
	volumeClient := common.NewVolumeClient("http://localhost:8090")
	if plan {
		volumes, err := volumeClient.ListVolumes(ctx, vmID)
		if err != nil {
			return err
		}
		for _, volume := range volumes {
			fmt.Printf("%s\t%d GB\t%s\n", volume.ID, volume.SizeGB, volume.Device)
		}
		return nil
	}

	client := ossea.NewClient(ossea.Config{
		Endpoint: os.Getenv("OSSEA_ENDPOINT"),
		APIKey:   os.Getenv("OSSEA_API_KEY"),
		Zone:     os.Getenv("OSSEA_ZONE"),
	})
	engine := failover.NewEnhancedTestFailoverEngine(failover.Dependencies{
		JobTracker:   joblog.NewTracker(joblog.NewMemoryStore(), slog.NewJSONHandler(os.Stderr, nil)),
		VolumeClient: volumeClient,
		OSSEAClient:  client,
		Machines:     ossea.NewMachines(client),
		Jobs:         &database.MemoryFailoverJobs{},
		Replication: func(context.Context, string) (failover.ReplicationStatus, error) {
			return failover.ReplicationStatus{}, errors.New("the replication engine is not reachable from here")
		},
		ApplianceID: appliance,
		Now:         time.Now,
	})
	result, err := engine.ExecuteTestFailover(ctx, failover.TestFailoverRequest{VMID: vmID, VMName: vmID})
	if err != nil {
		return err
	}
	fmt.Println("test VM:", result.TestVMID)
	return nil
}
