// Package fakecloud is an OSSEA that lives in memory, for tests. It answers
// the same commands over the same HTTP, without a socket.
package fakecloud

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"sync"

	"github.com/example/migratekit/source/current/oma/ossea"
)

// Cloud holds volumes, snapshots and machines. Its zero value is empty.
type Cloud struct {
	mu        sync.Mutex
	volumes   map[string]string // volume id to the VM that holds it, or ""
	snapshots map[string]string // snapshot id to volume id
	machines  map[string]bool   // VM id to whether it runs
	commands  []string
	failures  map[string]bool
	created   int
}

// New returns a cloud with the given volumes, each attached to the VM it maps
// to.
func New(volumes map[string]string) *Cloud {
	cloud := &Cloud{
		volumes:   make(map[string]string),
		snapshots: make(map[string]string),
		machines:  make(map[string]bool),
		failures:  make(map[string]bool),
	}
	for volumeID, vmID := range volumes {
		cloud.volumes[volumeID] = vmID
	}
	return cloud
}

// Config returns an OSSEA configuration that reaches this cloud.
func (c *Cloud) Config() ossea.Config {
	return ossea.Config{
		Endpoint:   "http://ossea.invalid/client/api",
		HTTPClient: &http.Client{Transport: Transport(c)},
	}
}

// FailOn makes every later call of command fail.
func (c *Cloud) FailOn(command string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failures[command] = true
}

// Holder returns the VM that holds a volume, and whether the volume exists.
func (c *Cloud) Holder(volumeID string) (vmID string, exists bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	vmID, exists = c.volumes[volumeID]
	return vmID, exists
}

// Snapshots returns how many snapshots exist.
func (c *Cloud) Snapshots() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.snapshots)
}

// Running reports whether a VM exists and runs.
func (c *Cloud) Running(vmID string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.machines[vmID]
}

// Machines returns how many VMs exist.
func (c *Cloud) Machines() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.machines)
}

// Commands returns the commands seen so far, in order.
func (c *Cloud) Commands() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.commands)
}

// ServeHTTP implements [http.Handler].
func (c *Cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()

	params := r.URL.Query()
	command := params.Get("command")
	c.commands = append(c.commands, command)

	answer, err := c.run(command, params)
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (c *Cloud) run(command string, params url.Values) (any, error) {
	if c.failures[command] {
		return nil, fmt.Errorf("%s is out of order", command)
	}

	id, vmID := params.Get("id"), params.Get("virtualmachineid")
	switch command {
	case "createVolume":
		volumeID := c.newID("vol")
		c.volumes[volumeID] = ""
		return ossea.Volume{ID: volumeID, Name: params.Get("name")}, nil
	case "attachVolume":
		if holder, ok := c.volumes[id]; !ok || holder != "" {
			return nil, fmt.Errorf("volume %s cannot be attached: exists %t, held by %q", id, ok, holder)
		}
		c.volumes[id] = vmID
	case "detachVolume":
		holder := c.volumes[id]
		if holder == "" || (vmID != "" && vmID != holder) {
			return nil, fmt.Errorf("volume %s is not attached to %q", id, vmID)
		}
		c.volumes[id] = ""
	case "deleteVolume":
		if holder, ok := c.volumes[id]; !ok || holder != "" {
			return nil, fmt.Errorf("volume %s cannot be deleted: exists %t, held by %q", id, ok, holder)
		}
		delete(c.volumes, id)
	case "createSnapshot":
		snapshot := ossea.VolumeSnapshot{ID: c.newID("snap"), Name: params.Get("name"), VolumeID: params.Get("volumeid")}
		c.snapshots[snapshot.ID] = snapshot.VolumeID
		return snapshot, nil
	case "deleteSnapshot", "revertSnapshot":
		if _, ok := c.snapshots[id]; !ok {
			return nil, fmt.Errorf("unknown snapshot %s", id)
		}
		if command == "deleteSnapshot" {
			delete(c.snapshots, id)
		}
	case "deployVirtualMachine":
		machine := ossea.Machine{ID: c.newID("vm"), RootVolumeID: c.newID("vol")}
		c.machines[machine.ID] = false
		c.volumes[machine.RootVolumeID] = machine.ID
		return machine, nil
	case "startVirtualMachine", "stopVirtualMachine":
		if _, ok := c.machines[id]; !ok {
			return nil, fmt.Errorf("unknown VM %s", id)
		}
		c.machines[id] = command == "startVirtualMachine"
	case "destroyVirtualMachine":
		// Whatever is still attached is lost, as with a real expunge.
		maps.DeleteFunc(c.volumes, func(_, holder string) bool { return holder == id })
		delete(c.machines, id)
	default:
		return nil, fmt.Errorf("unknown command %q", command)
	}
	return struct{}{}, nil
}

func (c *Cloud) newID(kind string) string {
	c.created++
	return fmt.Sprintf("%s-%03d", kind, c.created)
}

// Transport sends requests straight into handler.
func Transport(handler http.Handler) http.RoundTripper {
	return transport{handler}
}

type transport struct{ handler http.Handler }

func (t transport) RoundTrip(request *http.Request) (*http.Response, error) {
	recorder := httptest.NewRecorder()
	inner := request.Clone(request.Context())
	if inner.Body == nil {
		inner.Body = http.NoBody
	}
	t.handler.ServeHTTP(recorder, inner)
	return recorder.Result(), nil
}
