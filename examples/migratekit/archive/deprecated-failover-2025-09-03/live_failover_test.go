package originalfailover

import (
	"context"
	"io"
	"net/http"
	"testing"
	"time"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/fakecloud"
	"github.com/example/migratekit/source/current/oma/ossea"
	volumedaemon "github.com/example/migratekit/source/current/volume-daemon"
)

func TestLiveFailoverMovesVolumes(t *testing.T) {
	log.SetOutput(io.Discard)

	cloud := fakecloud.New(map[string]string{"disk-0": "oma-appliance"})
	client := ossea.NewClient(cloud.Config())
	daemon := volumedaemon.NewHandler(volumedaemon.NewService(client))
	machines := ossea.NewMachines(client)
	machine, err := machines.Create(context.Background(), ossea.MachineSpec{Name: "pgtest1"})
	if err != nil {
		t.Fatal(err)
	}

	engine := NewLiveFailoverEngine(common.NewVolumeClient("http://volume-daemon.invalid",
		common.WithHTTPClient(&http.Client{Transport: fakecloud.Transport(daemon)})), machines)
	engine.settle = time.Nanosecond
	if err := engine.Run(context.Background(), []string{"disk-0"}, machine.ID); err != nil {
		t.Fatal(err)
	}
	if holder, _ := cloud.Holder("disk-0"); holder != machine.ID {
		t.Errorf("disk-0 is held by %q, want %q", holder, machine.ID)
	}
	if !cloud.Running(machine.ID) {
		t.Error("the VM does not run")
	}
}
