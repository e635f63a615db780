// Package api answers requests about orders.
package api

import (
	"database/sql"
	"errors"
	"net/http"

	"example.com/shop/httpx"
	"example.com/shop/model"
)

var errUnknownUser = errors.New("unknown user")

func authorize(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return errUnknownUser
	}
	return nil
}

func showOrder(w http.ResponseWriter, r *http.Request) {
	if err := authorize(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	order, err := model.Find(r.PathValue("id"))
	if err == sql.ErrNoRows {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Location", "/orders/"+order.LegacyID)
}

func listOrders(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Order", model.Latest().ID)
	if err := authorize(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func rate() (*http.Response, error) {
	return http.Get("https://rates.example.com")
}

func cachedRate() (*http.Response, error) {
	return httpx.Get("https://rates.example.com")
}
