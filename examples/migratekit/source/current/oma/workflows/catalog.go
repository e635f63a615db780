package workflows

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// catalogClient is the tape library's catalogue. Its volumes are tapes.
type catalogClient struct {
	http    *http.Client
	baseURL string
}

func newCatalogClient(baseURL string) *catalogClient {
	return &catalogClient{http: http.DefaultClient, baseURL: baseURL}
}

// AttachVolume puts a tape on a shelf.
func (c *catalogClient) AttachVolume(ctx context.Context, tapeID, shelf string) error {
	return c.send(ctx, http.MethodPut, "/tapes/"+url.PathEscape(tapeID)+"?shelf="+url.QueryEscape(shelf))
}

// DeleteVolume strikes a tape from the catalogue.
func (c *catalogClient) DeleteVolume(ctx context.Context, tapeID string) error {
	return c.send(ctx, http.MethodDelete, "/tapes/"+url.PathEscape(tapeID))
}

func (c *catalogClient) send(ctx context.Context, method, path string) error {
	request, err := http.NewRequestWithContext(ctx, method, c.baseURL+path, nil)
	if err != nil {
		return err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("catalogue: %s %s: %s", method, path, response.Status)
	}
	return nil
}

// retireTapes strikes tapes through a client with the caller's own transport.
func retireTapes(ctx context.Context, transport http.RoundTripper, baseURL string, tapeIDs []string) error {
	client := &catalogClient{http: &http.Client{Transport: transport}, baseURL: baseURL}
	for _, tapeID := range tapeIDs {
		if err := client.DeleteVolume(ctx, tapeID); err != nil {
			return err
		}
	}
	return nil
}

// shelve puts a tape where the OSSEA exports are kept.
func shelve(ctx context.Context, osseaClient *catalogClient, tapeID string) error {
	return osseaClient.AttachVolume(ctx, tapeID, "ossea")
}
