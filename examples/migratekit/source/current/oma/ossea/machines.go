package ossea

import (
	"context"
	"net/url"
)

// MachineSpec describes a VM to create. It boots from whatever volume is
// attached as its root afterwards.
type MachineSpec struct {
	Name     string
	Offering string
	Network  string
}

// Machine is a VM and the boot volume that OSSEA gave it.
type Machine struct {
	ID           string `json:"id"`
	RootVolumeID string `json:"rootvolumeid"`
}

// Machines manages virtual machines.
type Machines struct {
	client *Client
}

// NewMachines returns the VM side of client.
func NewMachines(client *Client) *Machines {
	return &Machines{client: client}
}

// Create makes a stopped VM.
func (m *Machines) Create(_ context.Context, spec MachineSpec) (Machine, error) {
	params := url.Values{
		"name":              {spec.Name},
		"serviceofferingid": {spec.Offering},
		"networkids":        {spec.Network},
		"startvm":           {"false"},
	}
	var machine Machine
	err := m.client.call("deployVirtualMachine", params, &machine)
	return machine, err
}

// Start boots a VM.
func (m *Machines) Start(_ context.Context, vmID string) error {
	return m.client.call("startVirtualMachine", url.Values{"id": {vmID}}, nil)
}

// Stop powers a VM off.
func (m *Machines) Stop(_ context.Context, vmID string) error {
	return m.client.call("stopVirtualMachine", url.Values{"id": {vmID}}, nil)
}

// Destroy removes a VM for good.
func (m *Machines) Destroy(_ context.Context, vmID string) error {
	return m.client.call("destroyVirtualMachine", url.Values{"id": {vmID}, "expunge": {"true"}}, nil)
}
