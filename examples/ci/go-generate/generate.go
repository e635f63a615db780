// Package app is linted and fixed by 'go generate'.
package app

//go:generate npx --no-install gopherwood --fix ./...
