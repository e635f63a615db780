// Package output makes logrus and slog write the same way, whichever is called.
package output

import (
	"encoding/json"
	"io"
	"log/slog"

	"github.com/sirupsen/logrus"
)

// Trace is the level that logrus has below slog's debug.
const Trace = slog.LevelDebug - 4

// To sends the records of both loggers to a writer, a JSON object a line.
func To(w io.Writer) {
	logrus.SetOutput(w)
	logrus.SetLevel(logrus.TraceLevel)
	logrus.SetFormatter(&logrus.JSONFormatter{})
	slog.SetDefault(slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: Trace})))
}

// Mark writes a line of its own between those of the loggers.
func Mark(w io.Writer, name string) {
	_ = json.NewEncoder(w).Encode(map[string]string{"shape": name})
}
