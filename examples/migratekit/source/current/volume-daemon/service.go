// Package volumedaemon owns every volume: it alone attaches, detaches, creates
// and deletes them on OSSEA, and it knows which device each one became.
package volumedaemon

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/example/migratekit/source/current/oma/common"
	"github.com/example/migratekit/source/current/oma/ossea"
)

// Service carries out volume operations and remembers their outcome.
type Service struct {
	client *ossea.Client

	mu         sync.Mutex
	volumes    map[string]*common.Volume
	operations map[string]*common.VolumeOperation
	devices    int
}

// NewService returns a service that works through client.
func NewService(client *ossea.Client) *Service {
	return &Service{
		client:     client,
		volumes:    make(map[string]*common.Volume),
		operations: make(map[string]*common.VolumeOperation),
	}
}

// Adopt makes a volume known that was created before the daemon ran.
func (s *Service) Adopt(volume common.Volume) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.volumes[volume.ID] = &volume
}

// Volume returns what is known of a volume.
func (s *Service) Volume(volumeID string) (common.Volume, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	volume, ok := s.volumes[volumeID]
	if !ok {
		return common.Volume{}, false
	}
	return *volume, true
}

// Volumes returns the volumes of one replicated VM, by id.
func (s *Service) Volumes(contextID string) []common.Volume {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []common.Volume{}
	for _, volume := range s.volumes {
		if volume.ContextID == contextID {
			found = append(found, *volume)
		}
	}
	slices.SortFunc(found, func(a, b common.Volume) int { return cmp.Compare(a.ID, b.ID) })
	return found
}

// Operation returns an operation by id.
func (s *Service) Operation(operationID string) (common.VolumeOperation, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	operation, ok := s.operations[operationID]
	if !ok {
		return common.VolumeOperation{}, false
	}
	return *operation, true
}

// Create creates a volume.
func (s *Service) Create(request common.CreateVolumeRequest) common.VolumeOperation {
	return s.run("create", "", "", func() (string, error) {
		created, err := s.client.CreateVolume(&ossea.CreateVolumeRequest{Name: request.Name, SizeGB: request.SizeGB})
		if err != nil {
			return "", err
		}
		s.volumes[created.ID] = &common.Volume{
			ID:        created.ID,
			Name:      created.Name,
			ContextID: request.ContextID,
			SizeGB:    request.SizeGB,
		}
		return created.ID, nil
	})
}

// Attach attaches a volume to a VM, as its boot disk if root is set.
func (s *Service) Attach(volumeID, vmID string, root bool) common.VolumeOperation {
	return s.run("attach", volumeID, vmID, func() (string, error) {
		device := "/dev/vda"
		if root {
			if err := s.client.AttachVolumeAsRoot(volumeID, vmID); err != nil {
				return volumeID, err
			}
		} else {
			if err := s.client.AttachVolume(volumeID, vmID); err != nil {
				return volumeID, err
			}
			s.devices++
			device = fmt.Sprintf("/dev/vd%c", 'a'+rune(s.devices%25))
		}

		volume := s.known(volumeID)
		volume.AttachedTo, volume.Device, volume.Root = vmID, device, root
		return volumeID, nil
	})
}

// Detach detaches a volume from whatever VM holds it.
func (s *Service) Detach(volumeID string) common.VolumeOperation {
	return s.run("detach", volumeID, "", func() (string, error) {
		if err := s.client.DetachVolume(volumeID); err != nil {
			return volumeID, err
		}
		volume := s.known(volumeID)
		volume.AttachedTo, volume.Device, volume.Root = "", "", false
		return volumeID, nil
	})
}

// Delete destroys a volume.
func (s *Service) Delete(volumeID string) common.VolumeOperation {
	return s.run("delete", volumeID, "", func() (string, error) {
		if err := s.client.DeleteVolume(volumeID); err != nil {
			return volumeID, err
		}
		delete(s.volumes, volumeID)
		return volumeID, nil
	})
}

// known returns the record of a volume and begins one where there is none, as
// for the boot volumes that OSSEA makes with a VM. It needs s.mu.
func (s *Service) known(volumeID string) *common.Volume {
	volume, ok := s.volumes[volumeID]
	if !ok {
		volume = &common.Volume{ID: volumeID}
		s.volumes[volumeID] = volume
	}
	return volume
}

// run does the work of one operation under the lock, so that two operations
// never interleave on a volume.
func (s *Service) run(kind, volumeID, vmID string, work func() (volumeID string, err error)) common.VolumeOperation {
	s.mu.Lock()
	defer s.mu.Unlock()

	operation := &common.VolumeOperation{
		ID:     fmt.Sprintf("op-%04d", len(s.operations)+1),
		Type:   kind,
		VMID:   vmID,
		Status: common.OperationCompleted,
	}
	s.operations[operation.ID] = operation

	id, err := work()
	operation.VolumeID = cmp.Or(id, volumeID)
	if err != nil {
		operation.Status = common.OperationFailed
		operation.Error = err.Error()
	}
	return *operation
}
