// Package httpx makes requests that end.
package httpx

import (
	"net/http"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second, Transport: http.DefaultClient.Transport}

// Get asks for a page.
func Get(url string) (*http.Response, error) {
	return client.Get(url)
}
