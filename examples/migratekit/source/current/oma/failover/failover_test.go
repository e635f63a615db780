package failover

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/database"
	"github.com/example/migratekit/source/current/oma/fakecloud"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/ossea"
	volumedaemon "github.com/example/migratekit/source/current/volume-daemon"
)

const (
	sourceVM  = "pgtest1"
	appliance = "oma-appliance"
)

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard)
	os.Exit(m.Run())
}

type fixture struct {
	deps    Dependencies
	cloud   *fakecloud.Cloud
	store   *joblog.MemoryStore
	drivers *recordingDrivers
	source  *recordingSource
}

// newFixture is a source VM with a system disk and a data disk, both of them
// replicated onto the appliance.
func newFixture() *fixture {
	cloud := fakecloud.New(map[string]string{"disk-0": appliance, "disk-1": appliance})
	client := ossea.NewClient(cloud.Config())
	daemon := volumedaemon.NewService(client)
	daemon.Adopt(common.Volume{ID: "disk-0", ContextID: sourceVM, AttachedTo: appliance, Device: "/dev/vdb"})
	daemon.Adopt(common.Volume{ID: "disk-1", ContextID: sourceVM, AttachedTo: appliance, Device: "/dev/vdc"})

	f := &fixture{
		cloud:   cloud,
		store:   joblog.NewMemoryStore(),
		drivers: &recordingDrivers{},
		source:  &recordingSource{},
	}
	f.deps = Dependencies{
		JobTracker: joblog.NewTracker(f.store, slog.DiscardHandler),
		VolumeClient: common.NewVolumeClient("http://volume-daemon.invalid",
			common.WithHTTPClient(&http.Client{Transport: fakecloud.Transport(volumedaemon.NewHandler(daemon))}),
			common.WithPollInterval(time.Millisecond)),
		OSSEAClient: client,
		Machines:    ossea.NewMachines(client),
		Drivers:     f.drivers,
		Source:      f.source,
		Jobs:        &database.MemoryFailoverJobs{},
		Replication: func(context.Context, string) (ReplicationStatus, error) {
			return ReplicationStatus{LastSyncComplete: true, ChangeTracking: true}, nil
		},
		ApplianceID: appliance,
		Now:         func() time.Time { return time.Unix(1757203200, 0) },
	}
	return f
}

type recordingDrivers struct{ devices []string }

func (d *recordingDrivers) Inject(_ context.Context, device string) error {
	d.devices = append(d.devices, device)
	return nil
}

type recordingSource struct{ calls []string }

func (s *recordingSource) PowerOff(_ context.Context, vmID string) error {
	s.calls = append(s.calls, "off "+vmID)
	return nil
}

func (s *recordingSource) PowerOn(_ context.Context, vmID string) error {
	s.calls = append(s.calls, "on "+vmID)
	return nil
}

func (f *fixture) wantHolder(t *testing.T, vmID string, volumeIDs ...string) {
	t.Helper()
	for _, volumeID := range volumeIDs {
		if holder, _ := f.cloud.Holder(volumeID); holder != vmID {
			t.Errorf("%s is held by %q, want %q", volumeID, holder, vmID)
		}
	}
}

func (f *fixture) wantFailoverJob(t *testing.T, kind, status string) {
	t.Helper()
	job, err := f.deps.Jobs.LatestFor(context.Background(), sourceVM, kind)
	if err != nil {
		t.Fatal(err)
	}
	if job.Status != status {
		t.Errorf("failover job is %q (%s), want %q", job.Status, job.Message, status)
	}
}

func TestTestFailoverAndCleanup(t *testing.T) {
	f := newFixture()
	ctx := context.Background()

	result, err := NewEnhancedTestFailoverEngine(f.deps).ExecuteTestFailover(ctx, TestFailoverRequest{
		VMID: sourceVM, VMName: "pgtest1", Offering: "4c8g", Network: "isolated", Windows: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	if !f.cloud.Running(result.TestVMID) {
		t.Error("the test VM does not run")
	}
	f.wantHolder(t, result.TestVMID, "disk-0", "disk-1")
	f.wantFailoverJob(t, kindTest, "completed")
	if want := []string{"/dev/vdb"}; !slices.Equal(f.drivers.devices, want) {
		t.Errorf("drivers injected into %q, want %q", f.drivers.devices, want)
	}
	if n := f.cloud.Snapshots(); n != 1 {
		t.Errorf("%d snapshots during the test, want 1", n)
	}

	var names []string
	for _, step := range f.store.Steps(result.JobID) {
		names = append(names, step.Name+" "+string(step.Status))
	}
	want := []string{
		"validate-replication completed",
		"validate-volumes completed",
		"collect-volumes completed",
		"create-snapshot completed",
		"inject-virtio completed",
		"create-test-vm completed",
		"move-volumes completed",
		"start-test-vm completed",
	}
	if !slices.Equal(names, want) {
		t.Errorf("steps:\n%s\nwant:\n%s", strings.Join(names, "\n"), strings.Join(want, "\n"))
	}

	if err := NewEnhancedCleanupService(f.deps).Cleanup(ctx, sourceVM); err != nil {
		t.Fatal(err)
	}
	f.wantHolder(t, appliance, "disk-0", "disk-1")
	f.wantFailoverJob(t, kindTest, "cleaned-up")
	if snapshots, machines := f.cloud.Snapshots(), f.cloud.Machines(); snapshots != 0 || machines != 0 {
		t.Errorf("cleanup left %d snapshots and %d machines", snapshots, machines)
	}
}

func TestTestFailoverRollsBack(t *testing.T) {
	for _, command := range []string{"createSnapshot", "deployVirtualMachine", "deleteVolume", "startVirtualMachine"} {
		t.Run(command, func(t *testing.T) {
			f := newFixture()
			f.cloud.FailOn(command)

			_, err := NewEnhancedTestFailoverEngine(f.deps).ExecuteTestFailover(context.Background(),
				TestFailoverRequest{VMID: sourceVM, VMName: "pgtest1"})
			if err == nil {
				t.Fatal("the failover succeeded")
			}
			f.wantHolder(t, appliance, "disk-0", "disk-1")
			f.wantFailoverJob(t, kindTest, "failed")
			if snapshots, machines := f.cloud.Snapshots(), f.cloud.Machines(); snapshots != 0 || machines != 0 {
				t.Errorf("rollback left %d snapshots and %d machines", snapshots, machines)
			}
		})
	}
}

func TestLiveFailover(t *testing.T) {
	f := newFixture()
	vmID, err := NewEnhancedLiveFailoverEngine(f.deps).ExecuteLiveFailover(context.Background(),
		LiveFailoverRequest{VMID: sourceVM, VMName: "pgtest1"})
	if err != nil {
		t.Fatal(err)
	}
	if !f.cloud.Running(vmID) {
		t.Error("the VM does not run")
	}
	f.wantHolder(t, vmID, "disk-0", "disk-1")
	f.wantFailoverJob(t, kindLive, "completed")
	if want := []string{"off pgtest1"}; !slices.Equal(f.source.calls, want) {
		t.Errorf("source power: %q, want %q", f.source.calls, want)
	}
}

func TestLiveFailoverBringsTheSourceBack(t *testing.T) {
	f := newFixture()
	f.cloud.FailOn("startVirtualMachine")

	_, err := NewEnhancedLiveFailoverEngine(f.deps).ExecuteLiveFailover(context.Background(),
		LiveFailoverRequest{VMID: sourceVM, VMName: "pgtest1"})
	if err == nil {
		t.Fatal("the failover succeeded")
	}
	f.wantHolder(t, appliance, "disk-0", "disk-1")
	if want := []string{"off pgtest1", "on pgtest1"}; !slices.Equal(f.source.calls, want) {
		t.Errorf("source power: %q, want %q", f.source.calls, want)
	}
	f.wantFailoverJob(t, kindLive, "failed")
}

func TestValidatorReportsEveryReason(t *testing.T) {
	f := newFixture()
	f.deps.Replication = func(context.Context, string) (ReplicationStatus, error) {
		return ReplicationStatus{SyncRunning: true}, nil
	}

	err := NewPreFailoverValidator(f.deps).Validate(context.Background(), "job-0001", "unknown-vm")
	if !errors.Is(err, ErrNotReady) {
		t.Fatalf("Validate returned %v, want %v", err, ErrNotReady)
	}
	for _, reason := range []string{"a replication cycle is running", "no replicated volumes"} {
		if !strings.Contains(err.Error(), reason) {
			t.Errorf("%q does not mention %q", err, reason)
		}
	}
}
