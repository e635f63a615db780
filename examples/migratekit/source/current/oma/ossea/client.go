// Package ossea is the client of the OSSEA cloud. Its volume methods are for
// the Volume Daemon; everything else asks the daemon.
package ossea

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// Config says where OSSEA is and who is asking.
type Config struct {
	Endpoint   string
	APIKey     string
	Zone       string
	HTTPClient *http.Client
}

// Client calls the OSSEA API. Calls return once OSSEA has done the work.
type Client struct {
	config Config
}

// NewClient returns a client for config.
func NewClient(config Config) *Client {
	if config.HTTPClient == nil {
		config.HTTPClient = &http.Client{Timeout: time.Minute}
	}
	return &Client{config: config}
}

// CreateVolumeRequest describes a volume to create.
type CreateVolumeRequest struct {
	Name   string
	SizeGB int
}

// Volume is a volume as OSSEA knows it.
type Volume struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// CreateVolume creates a volume in the configured zone.
func (c *Client) CreateVolume(request *CreateVolumeRequest) (*Volume, error) {
	params := url.Values{
		"name": {request.Name},
		"size": {strconv.Itoa(request.SizeGB)},
		"zone": {c.config.Zone},
	}
	var volume Volume
	if err := c.call("createVolume", params, &volume); err != nil {
		return nil, err
	}
	return &volume, nil
}

// AttachVolume attaches a volume to a VM as a data disk.
func (c *Client) AttachVolume(volumeID, vmID string) error {
	return c.call("attachVolume", url.Values{"id": {volumeID}, "virtualmachineid": {vmID}}, nil)
}

// AttachVolumeAsRoot attaches a volume to a VM as its boot disk.
func (c *Client) AttachVolumeAsRoot(volumeID, vmID string) error {
	params := url.Values{"id": {volumeID}, "virtualmachineid": {vmID}, "deviceid": {"0"}}
	return c.call("attachVolume", params, nil)
}

// DetachVolume detaches a volume from whatever VM holds it.
func (c *Client) DetachVolume(volumeID string) error {
	return c.call("detachVolume", url.Values{"id": {volumeID}}, nil)
}

// DetachVolumeFromVM detaches a volume, provided that vmID holds it.
func (c *Client) DetachVolumeFromVM(volumeID, vmID string) error {
	return c.call("detachVolume", url.Values{"id": {volumeID}, "virtualmachineid": {vmID}}, nil)
}

// ReattachVolume moves a volume from one VM to another.
func (c *Client) ReattachVolume(volumeID, fromVMID, toVMID string) error {
	if err := c.DetachVolumeFromVM(volumeID, fromVMID); err != nil {
		return err
	}
	return c.AttachVolume(volumeID, toVMID)
}

// DeleteVolume destroys a detached volume.
func (c *Client) DeleteVolume(volumeID string) error {
	return c.call("deleteVolume", url.Values{"id": {volumeID}}, nil)
}

// call sends one command and decodes its answer into out, which may be nil.
func (c *Client) call(command string, params url.Values, out any) error {
	params.Set("command", command)
	request, err := http.NewRequest(http.MethodPost, c.config.Endpoint, nil)
	if err != nil {
		return fmt.Errorf("ossea: %s: %w", command, err)
	}
	request.URL.RawQuery = params.Encode()
	request.Header.Set("X-Api-Key", c.config.APIKey)

	response, err := c.config.HTTPClient.Do(request)
	if err != nil {
		return fmt.Errorf("ossea: %s: %w", command, err)
	}
	defer response.Body.Close()

	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("ossea: %s: %s", command, response.Status)
	}
	if out == nil {
		return nil
	}
	if err := json.NewDecoder(response.Body).Decode(out); err != nil {
		return fmt.Errorf("ossea: %s: decode answer: %w", command, err)
	}
	return nil
}
