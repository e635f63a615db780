// Package model has what the shop sells.
package model

import "database/sql"

// Order is what a customer ordered.
type Order struct {
	ID       string
	LegacyID string
}

// Find returns the order with an ID.
func Find(id string) (Order, error) {
	if id == "" {
		return Order{}, sql.ErrNoRows
	}
	return Order{ID: id}, nil
}

// Latest returns the last order.
func Latest() Order {
	return Order{ID: "1"}
}
