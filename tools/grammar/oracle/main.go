// Command oracle says what Go's own parser thinks of Go files: it reads paths,
// one a line, on standard input and prints one JSON line for each, in order.
//
// It parses exactly as "gofmt -e" does (the same mode), but in one process, so
// that tens of thousands of files take seconds.
//
//	oracle [-ranges] < paths
//
// With -ranges every accepted file's line also says where its identifiers and
// some larger nodes are: see ranges.go.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"runtime"
)

// mode is gofmt's: initParserMode in cmd/gofmt, with the flag -e set.
const mode = parser.ParseComments | parser.AllErrors | parser.SkipObjectResolution

// verdict is one line of output. Offset counts bytes from 0, Line and Column
// (in bytes) count from 1, all in the file as it is on disk: "//line" comments
// do not move them.
type verdict struct {
	Path   string   `json:"path"`
	OK     bool     `json:"ok"`
	Error  *failure `json:"error,omitempty"`
	Ranges *ranges  `json:"ranges,omitempty"`
}

type failure struct {
	Offset  int    `json:"offset"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

func main() {
	withRanges := flag.Bool("ranges", false, "also print where identifiers and some larger nodes are")
	flag.Parse()

	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	encoder := json.NewEncoder(out)

	// Files are parsed side by side and printed in the order they came in.
	pending := make(chan chan verdict, 4*runtime.GOMAXPROCS(0))
	go func() {
		defer close(pending)
		slots := make(chan struct{}, runtime.GOMAXPROCS(0))
		paths := bufio.NewScanner(os.Stdin)
		for paths.Scan() {
			result := make(chan verdict, 1)
			pending <- result
			slots <- struct{}{}
			go func(path string) {
				result <- judge(path, *withRanges)
				<-slots
			}(paths.Text())
		}
		if err := paths.Err(); err != nil {
			fmt.Fprintln(os.Stderr, "oracle: cannot read the list of paths on standard input:", err)
			os.Exit(2)
		}
	}()
	for result := range pending {
		if err := encoder.Encode(<-result); err != nil {
			fmt.Fprintln(os.Stderr, "oracle: cannot write a verdict to standard output:", err)
			os.Exit(2)
		}
	}
}

func judge(path string, withRanges bool) verdict {
	source, err := os.ReadFile(path)
	if err != nil {
		return verdict{Path: path, Error: &failure{Message: err.Error()}}
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, source, mode)
	if err != nil {
		return verdict{Path: path, Error: firstFailure(source, err)}
	}
	result := verdict{Path: path, OK: true}
	if withRanges {
		result.Ranges = collectRanges(files.File(file.Package), file)
	}
	return result
}

// firstFailure returns the first error of a list that the parser has sorted.
func firstFailure(source []byte, err error) *failure {
	list, ok := err.(scanner.ErrorList)
	if !ok || len(list) == 0 {
		return &failure{Message: err.Error()}
	}
	first := list[0]
	before := source[:min(first.Pos.Offset, len(source))]
	return &failure{
		Offset:  first.Pos.Offset,
		Line:    bytes.Count(before, []byte("\n")) + 1,
		Column:  len(before) - bytes.LastIndexByte(before, '\n'),
		Message: first.Msg,
	}
}
