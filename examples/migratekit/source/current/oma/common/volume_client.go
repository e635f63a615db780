// Package common holds what every OMA service needs; above all the client of
// the Volume Daemon, which owns all volumes.
package common

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Volume is a volume as the daemon knows it.
type Volume struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	ContextID  string `json:"context_id"`
	AttachedTo string `json:"attached_to,omitempty"`
	Device     string `json:"device,omitempty"`
	Root       bool   `json:"root,omitempty"`
	SizeGB     int    `json:"size_gb"`
}

// OperationStatus is the state of a volume operation.
type OperationStatus string

// The states a volume operation can be in.
const (
	OperationPending   OperationStatus = "pending"
	OperationCompleted OperationStatus = "completed"
	OperationFailed    OperationStatus = "failed"
)

// VolumeOperation is a change that the daemon has accepted. It is done only
// once its status says so.
type VolumeOperation struct {
	ID       string          `json:"id"`
	Type     string          `json:"type"`
	VolumeID string          `json:"volume_id"`
	VMID     string          `json:"vm_id,omitempty"`
	Status   OperationStatus `json:"status"`
	Error    string          `json:"error,omitempty"`
}

// CreateVolumeRequest describes a volume to create.
type CreateVolumeRequest struct {
	Name      string `json:"name"`
	ContextID string `json:"context_id"`
	SizeGB    int    `json:"size_gb"`
}

// VolumeClient talks to the Volume Daemon.
type VolumeClient struct {
	baseURL      string
	httpClient   *http.Client
	pollInterval time.Duration
}

// Option changes a client from its defaults.
type Option func(*VolumeClient)

// WithHTTPClient makes the client send its requests through httpClient.
func WithHTTPClient(httpClient *http.Client) Option {
	return func(c *VolumeClient) { c.httpClient = httpClient }
}

// WithPollInterval sets how long to wait between two looks at an operation.
func WithPollInterval(interval time.Duration) Option {
	return func(c *VolumeClient) { c.pollInterval = interval }
}

// NewVolumeClient returns a client of the daemon at baseURL.
func NewVolumeClient(baseURL string, options ...Option) *VolumeClient {
	client := &VolumeClient{
		baseURL:      strings.TrimSuffix(baseURL, "/"),
		httpClient:   &http.Client{Timeout: 30 * time.Second},
		pollInterval: 2 * time.Second,
	}
	for _, option := range options {
		option(client)
	}
	return client
}

// CreateVolume asks for a new volume.
func (c *VolumeClient) CreateVolume(ctx context.Context, request CreateVolumeRequest) (*VolumeOperation, error) {
	return c.submit(ctx, http.MethodPost, "/api/v1/volumes", request)
}

// AttachVolume asks for a volume to be attached to a VM as a data disk.
func (c *VolumeClient) AttachVolume(ctx context.Context, volumeID, vmID string) (*VolumeOperation, error) {
	return c.attach(ctx, volumeID, vmID, false)
}

// AttachVolumeAsRoot asks for a volume to become the boot disk of a VM.
func (c *VolumeClient) AttachVolumeAsRoot(ctx context.Context, volumeID, vmID string) (*VolumeOperation, error) {
	return c.attach(ctx, volumeID, vmID, true)
}

func (c *VolumeClient) attach(ctx context.Context, volumeID, vmID string, root bool) (*VolumeOperation, error) {
	body := map[string]any{"vm_id": vmID, "root": root}
	return c.submit(ctx, http.MethodPost, volumePath(volumeID)+"/attach", body)
}

// DetachVolume asks for a volume to be detached from whatever holds it.
func (c *VolumeClient) DetachVolume(ctx context.Context, volumeID string) (*VolumeOperation, error) {
	return c.submit(ctx, http.MethodPost, volumePath(volumeID)+"/detach", nil)
}

// DeleteVolume asks for a detached volume to be destroyed.
func (c *VolumeClient) DeleteVolume(ctx context.Context, volumeID string) (*VolumeOperation, error) {
	return c.submit(ctx, http.MethodDelete, volumePath(volumeID), nil)
}

// GetVolumeDevice returns the device path of an attached volume.
func (c *VolumeClient) GetVolumeDevice(ctx context.Context, volumeID string) (string, error) {
	var volume Volume
	if err := c.do(ctx, http.MethodGet, volumePath(volumeID), nil, &volume); err != nil {
		return "", err
	}
	if volume.Device == "" {
		return "", fmt.Errorf("volume %s has no device", volumeID)
	}
	return volume.Device, nil
}

// ListVolumes returns the volumes that belong to a replicated VM.
func (c *VolumeClient) ListVolumes(ctx context.Context, contextID string) ([]Volume, error) {
	var volumes []Volume
	path := "/api/v1/volumes?context_id=" + url.QueryEscape(contextID)
	if err := c.do(ctx, http.MethodGet, path, nil, &volumes); err != nil {
		return nil, err
	}
	return volumes, nil
}

// WaitForCompletionWithTimeout polls an operation until it has ended. An
// operation that failed is an error.
func (c *VolumeClient) WaitForCompletionWithTimeout(ctx context.Context, operationID string, timeout time.Duration) (*VolumeOperation, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()

	for {
		var operation VolumeOperation
		path := "/api/v1/operations/" + url.PathEscape(operationID)
		if err := c.do(ctx, http.MethodGet, path, nil, &operation); err != nil {
			return nil, err
		}
		switch operation.Status {
		case OperationCompleted:
			return &operation, nil
		case OperationFailed:
			return &operation, fmt.Errorf("%s of volume %s failed: %s", operation.Type, operation.VolumeID, operation.Error)
		}

		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("operation %s: %w", operationID, ctx.Err())
		case <-time.After(c.pollInterval):
		}
	}
}

func volumePath(volumeID string) string {
	return "/api/v1/volumes/" + url.PathEscape(volumeID)
}

func (c *VolumeClient) submit(ctx context.Context, method, path string, body any) (*VolumeOperation, error) {
	var operation VolumeOperation
	if err := c.do(ctx, method, path, body, &operation); err != nil {
		return nil, err
	}
	return &operation, nil
}

func (c *VolumeClient) do(ctx context.Context, method, path string, body, out any) error {
	var payload io.Reader
	if body != nil {
		encoded, err := json.Marshal(body)
		if err != nil {
			return fmt.Errorf("encode %s %s: %w", method, path, err)
		}
		payload = bytes.NewReader(encoded)
	}

	request, err := http.NewRequestWithContext(ctx, method, c.baseURL+path, payload)
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")

	response, err := c.httpClient.Do(request)
	if err != nil {
		return fmt.Errorf("volume daemon: %w", err)
	}
	defer response.Body.Close()

	if response.StatusCode >= http.StatusBadRequest {
		message, _ := io.ReadAll(io.LimitReader(response.Body, 1024))
		return fmt.Errorf("volume daemon: %s %s: %s: %s", method, path, response.Status, bytes.TrimSpace(message))
	}
	if err := json.NewDecoder(response.Body).Decode(out); err != nil {
		return fmt.Errorf("volume daemon: decode %s %s: %w", method, path, err)
	}
	return nil
}
