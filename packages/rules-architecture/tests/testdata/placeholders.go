package failover

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// TODO: move this to its own package. // want "Finish this, or name the issue that records it: 'TODO: move this"
type engine struct {
	name string // FIXME rename // want "Finish this"
	html string // the placeholder of the input field
}

// Attach attaches a volume. A TODO list is kept elsewhere.
func (e *engine) Attach(ctx context.Context, id string) error {
	// Simulate processing time. // want "Write the real code that this stands for: 'Simulate processing time"
	time.Sleep(time.Second)
	// In a real implementation, this would call the daemon. // want "Write the real code"
	// For now, just return. // want "Write the real code"
	return nil
}

func (e *engine) detach(id string) error {
	return errors.New("detach is not implemented") // want "Implement this, or remove it: it only says 'detach is not implemented'"
}

func (e *engine) resize(id string) error {
	return fmt.Errorf("resize of %s: not yet implemented", id) // want "Implement this"
}

func (e *engine) format(kind string) error {
	if kind == "zfs" {
		return errors.New("zfs is not implemented")
	}
	return e.detach(kind)
}

func (e *engine) destroy() {
	e.detach("")
	panic("TODO") // want "Implement this, or remove it: it only says 'TODO'"
}

func (e *engine) placeholder(placeholder string) string {
	ctx := context.TODO()
	_ = ctx
	return `<input placeholder="TODO: not implemented">` + placeholder
}

func (e *engine) guard() {
	panic(fmt.Sprintf("unreachable: %s", e.name))
}

