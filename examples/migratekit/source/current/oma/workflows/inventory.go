package workflows

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"

	log "github.com/sirupsen/logrus"

	"github.com/example/migratekit/source/current/oma/joblog"
)

// logFields are the fields that every inventory line has. They are built here
// and not with log.WithFields(...).Info("..."), which would write one.
func logFields(root string) log.Fields {
	return log.Fields{"component": "inventory", "root": root}
}

// ImageReport sums up the disk images below one directory.
type ImageReport struct {
	Images int
	Bytes  int64
	Notes  []string
}

// Info adds a note to the report.
func (r *ImageReport) Info(note string) {
	r.Notes = append(r.Notes, note)
}

// ConfigureInventory sets how much the inventory tells.
func ConfigureInventory(out io.Writer, verbose bool) {
	log.SetOutput(out)
	log.SetLevel(log.InfoLevel)
	if verbose {
		log.SetLevel(log.DebugLevel)
	}
}

// ScanImages walks a tree of exported disk images.
func ScanImages(ctx context.Context, tracker *joblog.Tracker, jobID string, images fs.FS) (*ImageReport, error) {
	report := &ImageReport{}
	entry := log.WithFields(logFields("."))

	scan := func(ctx context.Context) error {
		log := tracker.Logger(ctx)
		log.Info("Scanning images")
		return fs.WalkDir(images, ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".qcow2") {
				return err
			}
			info, err := entry.Info()
			if err != nil {
				return fmt.Errorf("stat %s: %w", path, err)
			}
			report.Images++
			report.Bytes += info.Size()
			report.Info(fmt.Sprintf("%s: %d bytes", path, info.Size()))
			log.Debug("Image found", "path", path)
			return nil
		})
	}
	if err := tracker.RunStep(ctx, jobID, "scan-images", scan); err != nil {
		entry.WithError(err).Error("Scan failed")
		return nil, err
	}

	log.WithField("images", report.Images).Debug("Scan finished")
	return report, nil
}

// WriteHelp explains the inventory's output to operators.
func WriteHelp(out io.Writer) error {
	const help = "Lines come from log.Info(...) and log.WithField(...).Warn(...)."
	_, err := fmt.Fprintln(out, help, `Set log.SetLevel(log.DebugLevel) to see "log.Debug" ones.`)
	return err
}

// summary is the report as attributes, for a logger that the caller has.
func (r *ImageReport) summary() slog.Attr {
	// slog.Info("images", ...) would go to the default handler.
	return slog.Group("images", slog.Int("count", r.Images), slog.Int64("bytes", r.Bytes))
}

// quietLogger returns a logger for the walk's worker, silent until told.
func quietLogger() *log.Logger {
	logger := log.New()
	logger.SetLevel(log.ErrorLevel)
	logger.SetOutput(io.Discard)
	return logger
}

// logLine is one line of an exported log.
type logLine struct{ level, text string }

func (l logLine) Warn(sink *[]string) { *sink = append(*sink, l.level+": "+l.text) }

// replay collects the lines of an exported log.
func replay(lines []logLine) (out []string) {
	for _, log := range lines {
		log.Warn(&out)
	}
	return out
}
