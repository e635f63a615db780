// Command oracle type-checks the packages of a file with another text for it, one after the
// other. It reads objects {"file", "text"} from its standard input, one a line, and answers
// each with the errors that are new, and whether gofmt would change what it did not before.
//
//	go run . <directory of a go.mod>
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"go/format"
	"go/parser"
	"go/types"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"
)

type request struct {
	// File is an absolute path.
	File string `json:"file"`
	Text string `json:"text"`
}

type answer struct {
	// Packages is the number of packages that were checked: a test's package is one more.
	Packages int      `json:"packages"`
	Errors   []string `json:"errors"`
	// Unformatted is true if gofmt would change the new text, but not the old one.
	Unformatted bool `json:"unformatted"`
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
	packages.NeedImports | packages.NeedTypes | packages.NeedTypesSizes |
	packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("oracle: give the directory of a module")
	}
	root, err := filepath.Abs(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	// Packages that a suggestion may import are loaded as well.
	patterns := []string{"./...", "context", "errors", "fmt", "log", "log/slog", "os", "io", "strconv"}
	loaded, err := packages.Load(&packages.Config{
		Mode:  mode,
		Dir:   root,
		Env:   append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off"),
		Tests: true,
	}, patterns...)
	if err != nil {
		log.Fatal(err)
	}
	checker := newChecker(loaded)
	in := bufio.NewReader(os.Stdin)
	encoder := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return
		}
		if err != nil && err != io.EOF {
			log.Fatal(err)
		}
		var asked request
		if err := json.Unmarshal(line, &asked); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(checker.check(asked)); err != nil {
			log.Fatal(err)
		}
	}
}

type checker struct {
	// packagesOf has the packages that a file belongs to, and compile as they are.
	packagesOf map[string][]*packages.Package
	// byPath has a package for imports that the package at hand did not have.
	byPath map[string]*types.Package
}

func newChecker(loaded []*packages.Package) *checker {
	c := &checker{packagesOf: map[string][]*packages.Package{}, byPath: map[string]*types.Package{}}
	packages.Visit(loaded, nil, func(pkg *packages.Package) {
		if pkg.Types != nil && pkg.ID == pkg.PkgPath {
			c.byPath[pkg.PkgPath] = pkg.Types
		}
	})
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 || pkg.Types == nil || len(pkg.Syntax) != len(pkg.CompiledGoFiles) {
			continue
		}
		for _, name := range pkg.CompiledGoFiles {
			c.packagesOf[name] = append(c.packagesOf[name], pkg)
		}
	}
	return c
}

func (c *checker) check(asked request) answer {
	found := answer{Errors: []string{}}
	for _, pkg := range c.packagesOf[asked.File] {
		found.Packages++
		found.Errors = append(found.Errors, c.errorsIn(pkg, asked)...)
	}
	if found.Packages > 0 && len(found.Errors) == 0 {
		old, err := os.ReadFile(asked.File)
		if err != nil {
			log.Fatal(err)
		}
		found.Unformatted = isFormatted(old) && !isFormatted([]byte(asked.Text))
	}
	return found
}

func (c *checker) errorsIn(pkg *packages.Package, asked request) []string {
	files := slices.Clone(pkg.Syntax)
	for i, name := range pkg.CompiledGoFiles {
		if name != asked.File {
			continue
		}
		file, err := parser.ParseFile(pkg.Fset, name, asked.Text, parser.SkipObjectResolution)
		if err != nil {
			return []string{err.Error()}
		}
		files[i] = file
	}
	var errors []string
	config := types.Config{
		Importer: importer{pkg, c.byPath},
		Sizes:    pkg.TypesSizes,
		Error:    func(err error) { errors = append(errors, err.Error()) },
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		config.GoVersion = "go" + pkg.Module.GoVersion
	}
	_, _ = config.Check(pkg.PkgPath, pkg.Fset, files, nil)
	return errors
}

func isFormatted(text []byte) bool {
	formatted, err := format.Source(text)
	return err == nil && bytes.Equal(text, formatted)
}

type importer struct {
	pkg    *packages.Package
	byPath map[string]*types.Package
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if imported := i.pkg.Imports[path]; imported != nil && imported.Types != nil {
		return imported.Types, nil
	}
	if imported := i.byPath[path]; imported != nil {
		return imported, nil
	}
	return nil, os.ErrNotExist
}
