// Requests to the daemon by every way of writing its address, and look-alikes.
package failover

import (
	"context"
	"fmt"
	"net"
	"net/http"
	web "net/http"
	"net/url"
	"strings"
)

const (
	daemonURL  = "http://localhost:8090"
	volumePath = "/api/v1" + "/volumes"
	port       = 8090
)

var operationsURL = daemonURL + "/api/v1/operations"

type engine struct {
	base   string
	client *http.Client
	tapes  *library
}

// library has an http.Client's methods and is none.
type library struct{ http.Handler }

func (l *library) Get(url string) error { return nil }

func volumeURL(base, id string) string { return base + "/api/v1/volumes/" + id }

func (e *engine) raw(ctx context.Context, id string, client http.Client) {
	http.Get("http://localhost:8090/api/v1/volumes")                              // want "localhost:8090"
	http.Post(daemonURL+"/anything", "application/json", nil)                     // want "localhost:8090"
	http.Head(`http://127.0.0.1:8090`)                                            // want "127.0.0.1:8090"
	web.PostForm(operationsURL, nil)                                              // want "localhost:8090"
	http.NewRequest(http.MethodGet, e.base+volumePath, nil)                       // want "/api/v1/volumes"
	http.NewRequestWithContext(ctx, "GET", fmt.Sprintf("%s/api/v1/volumes/%s", e.base, id), nil) // want "/api/v1/volumes"
	http.Get(fmt.Sprintf("http://localhost:%d/healthz", port))                    // want "localhost:8090"
	http.Get("http://" + net.JoinHostPort("localhost", "8090") + "/")             // want "localhost:8090"
	e.client.Get(volumeURL(e.base, id))                                           // want "/api/v1/volumes"
	client.Head((daemonURL))                                                      // want "localhost:8090"
	http.DefaultClient.Get("https://user@LOCALHOST:8090/x?y=z")                   // want "localhost:8090"
	http.Get(strings.TrimSuffix(e.base, "/") + "/api/v1/volumes?context_id=" + id) // want "/api/v1/volumes"

	target := e.base
	if id != "" {
		target += "/api/v1/volumes/" + id
	}
	http.Get(target) // want "/api/v1/volumes"

	joined, _ := url.JoinPath(daemonURL, "api", "v1")
	http.Get(joined) // want "localhost:8090"
	parsed := url.URL{Scheme: "http", Host: "localhost:8090", Path: volumePath}
	http.Get(parsed.String()) // want "localhost:8090"
}

func (e *engine) lookAlikes(w http.ResponseWriter, id string, http *library) {
	http.Get("http://localhost:8090/api/v1/volumes")
	e.tapes.Get(daemonURL)
	web.Get("https://cloud.example.com/api/v1/volumes")
	web.Get("http://localhost:8091/api/v1/volumes")
	web.Get("http://localhost:80901")
	web.Get(e.base + "/api/v1/volumesets")
	web.Get(e.base + "/archive/api/v1/volumes")
	web.Get("http://example.com/?next=http://localhost:8090")
	web.Error(w, "localhost:8090/api/v1/volumes", 500)
	web.HandleFunc("/api/v1/volumes", nil)
	fmt.Println("http://localhost:8090/api/v1/volumes")
	{
		daemonURL := "http://elsewhere"
		web.Get(daemonURL)
	}
}

func (e *engine) unknown(address string) {
	web.Get(address)   // evidence undecided "'address'"
	web.Head(e.base)   // evidence undecided "'e.base'"
	web.Get(elsewhere) // evidence undecided "'elsewhere'"
}
