// Package billing writes invoices.
package billing

import "time"

// Item is a line of an invoice.
type Item struct {
	Name  string  `json:"name"`
	Price float64 `json:"netPrice"`
}

// Due returns the day until which an invoice has to be paid.
func Due(sent time.Time, graceDays time.Duration, reminderHours time.Duration) time.Time {
	return sent.Add(graceDays).Add(reminderHours)
}
