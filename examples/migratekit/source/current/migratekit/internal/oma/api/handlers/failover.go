// Package handlers answers the HTTP requests of the appliance's web pages.
package handlers

import (
	"encoding/json"
	"net/http"

	"github.com/example/migratekit/source/current/migratekit/internal/oma/failover"
)

// FailoverHandler starts test failovers.
type FailoverHandler struct {
	engine *EnhancedFailoverWrapper
}

// NewFailoverHandler returns a handler that runs its failovers with deps.
func NewFailoverHandler(deps failover.Dependencies) *FailoverHandler {
	return &FailoverHandler{engine: NewEnhancedFailoverWrapper(deps)}
}

// ServeHTTP runs a test failover of the VM that the request names.
func (h *FailoverHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request failover.TestFailoverRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	job, err := h.engine.Test(r.Context(), request)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("X-Failover-Job", job)
	w.WriteHeader(http.StatusNoContent)
}
