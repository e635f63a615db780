package volumedaemon

import (
	"encoding/json"
	"net/http"

	"github.com/example/migratekit/source/current/oma/common"
)

// NewHandler serves the daemon's HTTP API.
func NewHandler(service *Service) http.Handler {
	mux := http.NewServeMux()

	mux.HandleFunc("GET /api/v1/volumes", func(w http.ResponseWriter, r *http.Request) {
		respond(w, service.Volumes(r.URL.Query().Get("context_id")))
	})
	mux.HandleFunc("GET /api/v1/volumes/{id}", func(w http.ResponseWriter, r *http.Request) {
		volume, ok := service.Volume(r.PathValue("id"))
		if !ok {
			http.Error(w, "unknown volume", http.StatusNotFound)
			return
		}
		respond(w, volume)
	})
	mux.HandleFunc("GET /api/v1/operations/{id}", func(w http.ResponseWriter, r *http.Request) {
		operation, ok := service.Operation(r.PathValue("id"))
		if !ok {
			http.Error(w, "unknown operation", http.StatusNotFound)
			return
		}
		respond(w, operation)
	})

	mux.HandleFunc("POST /api/v1/volumes", func(w http.ResponseWriter, r *http.Request) {
		var request common.CreateVolumeRequest
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		accept(w, service.Create(request))
	})
	mux.HandleFunc("POST /api/v1/volumes/{id}/attach", func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			VMID string `json:"vm_id"`
			Root bool   `json:"root"`
		}
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		accept(w, service.Attach(r.PathValue("id"), request.VMID, request.Root))
	})
	mux.HandleFunc("POST /api/v1/volumes/{id}/detach", func(w http.ResponseWriter, r *http.Request) {
		accept(w, service.Detach(r.PathValue("id")))
	})
	mux.HandleFunc("DELETE /api/v1/volumes/{id}", func(w http.ResponseWriter, r *http.Request) {
		accept(w, service.Delete(r.PathValue("id")))
	})
	return mux
}

// accept answers with an operation that the caller has yet to wait for, even
// where it has already ended.
func accept(w http.ResponseWriter, operation common.VolumeOperation) {
	operation.Status = common.OperationPending
	operation.Error = ""
	respond(w, operation)
}

func respond(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
