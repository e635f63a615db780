package ossea

import "net/url"

// CreateSnapshotRequest describes a snapshot of a volume.
type CreateSnapshotRequest struct {
	VolumeID string
	Name     string
}

// VolumeSnapshot is the state of a volume at one moment.
type VolumeSnapshot struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	VolumeID string `json:"volumeid"`
}

// CreateVolumeSnapshot takes a snapshot. The Volume Daemon has no notion of
// snapshots, so callers use this directly.
func (c *Client) CreateVolumeSnapshot(request *CreateSnapshotRequest) (*VolumeSnapshot, error) {
	var snapshot VolumeSnapshot
	params := url.Values{"volumeid": {request.VolumeID}, "name": {request.Name}}
	if err := c.call("createSnapshot", params, &snapshot); err != nil {
		return nil, err
	}
	return &snapshot, nil
}

// DeleteVolumeSnapshot removes a snapshot.
func (c *Client) DeleteVolumeSnapshot(snapshotID string) error {
	return c.call("deleteSnapshot", url.Values{"id": {snapshotID}}, nil)
}

// RevertVolumeSnapshot puts a volume back to the state of a snapshot.
func (c *Client) RevertVolumeSnapshot(snapshotID string) error {
	return c.call("revertSnapshot", url.Values{"id": {snapshotID}}, nil)
}
