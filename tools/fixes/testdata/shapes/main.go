// Shapes calls logrus in many ways. It is migrated to slog, and what it writes before
// and after is compared.
package main

import (
	"os"
	"reflect"
	"runtime"

	"example.com/shapes/output"
)

func main() {
	output.To(os.Stdout)
	for _, shapes := range [][]func(){levels, messages, fields, entries, handed, places, layouts} {
		for _, shape := range shapes {
			run(shape)
		}
	}
}

func run(shape func()) {
	output.Mark(os.Stdout, runtime.FuncForPC(reflect.ValueOf(shape).Pointer()).Name())
	defer func() {
		if value := recover(); value != nil {
			output.Mark(os.Stdout, "recovered")
		}
	}()
	shape()
}
