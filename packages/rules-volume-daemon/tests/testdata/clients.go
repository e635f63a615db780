// The storage client by every route that one file shows, and its look-alikes.
package failover

import (
	"context"
	"net/http"

	volumes "example.com/app/common"
	"example.com/app/ossea"
	other "example.com/other/ossea2"
)

type engine struct {
	osseaClient  *ossea.Client
	volumeClient *volumes.VolumeClient
	http         *http.Client
	tapes        *catalog
	foreign      other.Client
	elsewhere    clientSet
	nested       struct{ client ossea.Client }
}

// catalog is a tape library: its methods are called as the client's are.
type catalog struct{}

func (c *catalog) AttachVolume(id, vm string) error { return nil }
func (c *catalog) DeleteVolume(id string) error     { return nil }

var shared *ossea.Client

func (e *engine) direct(ctx context.Context, client *ossea.Client, clients []*ossea.Client, byName map[string]ossea.Client) {
	e.osseaClient.AttachVolume("v", "vm")              // want "'AttachVolume'.*e.osseaClient"
	client.DetachVolume("v")                           // want "'DetachVolume'.*client"
	client.DetachVolumeFromVM("v", "vm")               // want "DetachVolumeFromVM"
	client.ReattachVolume("v", "a", "b")               // want "ReattachVolume"
	client.ReplaceRootVolume("v", "vm")                // want "ReplaceRootVolume"
	shared.CreateVolume(nil)                           // want "shared"
	e.nested.client.DeleteVolume("v")                  // want "e.nested.client"
	(&ossea.Client{}).DeleteVolume("v")                // want "DeleteVolume"
	new(ossea.Client).DeleteVolume("v")                // want "DeleteVolume"
	clients[0].AttachVolumeAsRoot("v", "vm")           // want "AttachVolumeAsRoot"
	for _, one := range clients {
		one.DeleteVolume("v") // want "one"
	}
	local := e.osseaClient
	defer local.DeleteVolume("v") // want "local"
	for _, one := range byName {
		func() { go one.DeleteVolume("v") }() // want "one"
	}
	if any, ok := ctx.Value("client").(*ossea.Client); ok {
		any.DeleteVolume("v") // want "any"
	}
	switch found := ctx.Value("client").(type) {
	case *ossea.Client:
		found.DeleteVolume("v") // want "found"
	case *catalog:
		found.DeleteVolume("v")
	}
}

func (e *engine) kept(ctx context.Context) {
	e.volumeClient.AttachVolume(ctx, "v", "vm")                    // evidence compliant
	e.volumeClient.AttachVolumeAsRoot(ctx, "v", "vm")              // evidence compliant
	client := e.volumeClient
	client.WaitForCompletionWithTimeout(ctx, "op", 0)              // evidence compliant
	client.GetVolumeDevice(ctx, "v")                               // evidence compliant
	client.SetLogger(nil)
	e.osseaClient.CreateVolumeSnapshot(nil)                        // evidence exempt "^snapshot"
	e.osseaClient.ListMachines()
}

func (e *engine) lookAlikes(osseaClient *catalog, client http.Client) {
	osseaClient.AttachVolume("v", "vm")
	e.tapes.DeleteVolume("v")
	e.foreign.DeleteVolume("v")
	client.Get("https://example.com/AttachVolume")
	_ = e.osseaClient.AttachVolume
	AttachVolume := func(string) {}
	AttachVolume("v")
	{
		osseaClient := e.volumeClient
		osseaClient.DeleteVolume(nil, "v") // evidence compliant
	}
}

func (e *engine) unknown(client interface{ Find() any }) {
	clientFor("a").DeleteVolume("v")       // evidence undecided "clientFor"
	e.elsewhere.cloud.AttachVolume("v", "vm") // evidence undecided "clientSet"
}
