package workflows

import (
	"bytes"
	"context"
	"io"
	stdlog "log"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/fakecloud"
	"github.com/example/migratekit/source/current/oma/joblog"
	"github.com/example/migratekit/source/current/oma/logging"
	"github.com/example/migratekit/source/current/oma/ossea"
	volumedaemon "github.com/example/migratekit/source/current/volume-daemon"
)

func TestMain(m *testing.M) {
	logrus.SetOutput(io.Discard)
	stdlog.SetOutput(io.Discard)
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

func newTracker() *joblog.Tracker {
	return joblog.NewTracker(joblog.NewMemoryStore(), slog.DiscardHandler)
}

func newConfig(cloud *fakecloud.Cloud) Config {
	daemon := volumedaemon.NewHandler(volumedaemon.NewService(ossea.NewClient(cloud.Config())))
	return Config{
		VolumeDaemonURL: "http://volume-daemon.invalid",
		DaemonOptions: []common.Option{
			common.WithHTTPClient(&http.Client{Transport: fakecloud.Transport(daemon)}),
			common.WithPollInterval(time.Millisecond),
		},
		OSSEA: cloud.Config(),
	}
}

func wantHolder(t *testing.T, cloud *fakecloud.Cloud, volumeID, want string) {
	t.Helper()
	if holder, exists := cloud.Holder(volumeID); !exists || holder != want {
		t.Errorf("%s: exists %t, held by %q, want %q", volumeID, exists, holder, want)
	}
}

func TestReattach(t *testing.T) {
	cloud := fakecloud.New(map[string]string{"disk-0": "vm-old"})
	client := ossea.NewClient(cloud.Config())

	if err := NewReattachWorkflow(client, newTracker(), "oma").Run(context.Background(), "disk-0", "vm-old"); err != nil {
		t.Fatal(err)
	}
	wantHolder(t, cloud, "disk-0", "oma")

	if err := trackSwap(context.Background(), client, newTracker(), "disk-0", "oma", "vm-new"); err != nil {
		t.Fatal(err)
	}
	wantHolder(t, cloud, "disk-0", "vm-new")

	if err := NewReattachWorkflow(client, newTracker(), "oma").Run(context.Background(), "disk-0", "vm-old"); err == nil {
		t.Error("reattach from a VM that does not hold the volume succeeded")
	}
}

func TestExpand(t *testing.T) {
	cloud := fakecloud.New(map[string]string{"spare-0": "", "spare-1": ""})
	workflow, err := NewExpandWorkflow(newConfig(cloud), newTracker(), 20)
	if err != nil {
		t.Fatal(err)
	}
	logrus.WithField("test", t.Name()).Info("Workflow ready")

	volumeID, err := workflow.Run(context.Background(), "job-0001", "vm-a")
	if err != nil {
		t.Fatal(err)
	}
	wantHolder(t, cloud, volumeID, "vm-a")

	if err := workflow.growAll(context.Background(), []string{"vm-a", "vm-b"}); err != nil {
		t.Fatal(err)
	}
	if err := moveAll(workflow.osseaClient, []common.Volume{{ID: "spare-0"}, {ID: "spare-1"}}, "vm-b"); err != nil {
		t.Fatal(err)
	}
	wantHolder(t, cloud, "spare-1", "vm-b")
}

func TestRetention(t *testing.T) {
	cloud := fakecloud.New(map[string]string{"orphan": "", "used": "vm-a", "leaving": "vm-b"})
	config := newConfig(cloud)

	deleted, err := DeleteOrphans(context.Background(), config, []common.Volume{{ID: "used", AttachedTo: "vm-a"}, {ID: "orphan"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"orphan"}; !slices.Equal(deleted, want) {
		t.Errorf("deleted %q, want %q", deleted, want)
	}

	if err := Release(context.Background(), config, "leaving"); err != nil {
		t.Fatal(err)
	}
	if _, exists := cloud.Holder("leaving"); exists {
		t.Error("the released volume still exists")
	}

	client := ossea.NewClient(cloud.Config())
	if err := (zones{primary: client}).evict("used", false); err != nil {
		t.Fatal(err)
	}
	wantHolder(t, cloud, "used", "")
	if err := PruneSnapshots(client, []string{"snap-404"}); err == nil {
		t.Error("pruning an unknown snapshot succeeded")
	}
}

func TestScanImages(t *testing.T) {
	var out bytes.Buffer
	ConfigureInventory(&out, false)
	defer logrus.SetOutput(io.Discard)

	report, err := ScanImages(context.Background(), newTracker(), "job-0001", fstest.MapFS{
		"a/root.qcow2": {Data: []byte("12345")},
		"a/notes.txt":  {Data: []byte("not an image")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := report.summary().String(), "images=[count=1 bytes=5]"; got != want {
		t.Errorf("summary is %q, want %q", got, want)
	}
	if want := []string{"a/root.qcow2: 5 bytes"}; !slices.Equal(report.Notes, want) {
		t.Errorf("notes are %q, want %q", report.Notes, want)
	}
	if out.Len() != 0 {
		t.Errorf("a quiet inventory wrote %q", out.String())
	}

	if err := WriteHelp(io.Discard); err != nil {
		t.Error(err)
	}
	if got, want := replay([]logLine{{"warning", "disk full"}}), []string{"warning: disk full"}; !slices.Equal(got, want) {
		t.Errorf("replay returned %q, want %q", got, want)
	}
}

func TestSweep(t *testing.T) {
	var requests []string
	catalogue := fakecloud.Transport(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		requests = append(requests, r.Method+" "+r.URL.RequestURI())
	}))

	if err := retireTapes(context.Background(), catalogue, "http://tapes.invalid", []string{"T1", "T2"}); err != nil {
		t.Fatal(err)
	}
	client := &catalogClient{http: &http.Client{Transport: catalogue}, baseURL: "http://tapes.invalid"}
	if err := shelve(context.Background(), client, "T3"); err != nil {
		t.Fatal(err)
	}
	want := []string{"DELETE /tapes/T1", "DELETE /tapes/T2", "PUT /tapes/T3?shelf=ossea"}
	if !slices.Equal(requests, want) {
		t.Errorf("requests are %q, want %q", requests, want)
	}

	nightly := &sweeper{logger: quietLogger(), catalog: "http://tapes.invalid"}
	if err := nightly.sweep(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	nightly.audit(nil)
	schedule(logging.NewOperationLogger("sweep"), "")
}

func TestTransitionNames(t *testing.T) {
	for transition, want := range map[transition]string{
		transitionIdleToSync:       "idle->sync",
		transitionSyncToFailed:     "sync->failed",
		transitionSyncToFailed + 1: "unknown",
	} {
		if got := transition.String(); got != want {
			t.Errorf("transition %d is %q, want %q", int(transition), got, want)
		}
	}
}
