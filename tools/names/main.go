// Command names says what go/types knows about the names of a module's files, one
// line of JSON per file, for compare.mjs to hold against Gopherwood's answers.
//
//	go run . [-tags a,b] [-tests=false] [-values] <directory of a go.mod> [pattern ...]
//
// Offsets are in bytes. Files that the build tags at hand leave out are not printed.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/tools/go/packages"
)

// fileNames is what is known about one file.
type fileNames struct {
	Path    string          `json:"path"`
	Package string          `json:"package"`
	Broken  bool            `json:"broken,omitempty"` // the package has type errors
	Imports [][2]string     `json:"imports"`          // path and the package's own name, of imports without a name
	Names   []nameAnswer    `json:"names"`
	Calls   []callAnswer    `json:"calls"`
	Values  []valueAnswer   `json:"values,omitempty"`
	Methods []methodsAnswer `json:"methods,omitempty"`
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
	packages.NeedImports | packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax |
	packages.NeedTypesInfo | packages.NeedModule

func main() {
	log.SetFlags(0)
	tags := flag.String("tags", "", "build tags")
	tests := flag.Bool("tests", true, "load tests too")
	values := flag.Bool("values", false, "print the types of all expressions too")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("names: give the directory of a module")
	}
	directory, err := filepath.Abs(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	patterns := flag.Args()[1:]
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	// Without cgo, no file is replaced by a generated one.
	loaded, err := packages.Load(&packages.Config{
		Mode:       mode,
		Dir:        directory,
		Env:        append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off"),
		Tests:      *tests,
		BuildFlags: []string{"-tags=" + *tags},
	}, patterns...)
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	printed := 0
	for _, choice := range fullest(loaded) {
		relative, err := filepath.Rel(directory, choice.path)
		if err != nil || strings.HasPrefix(relative, "..") {
			continue
		}
		if err := encoder.Encode(readFile(choice, relative, *values)); err != nil {
			log.Fatal(err)
		}
		printed++
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	fmt.Fprintf(os.Stderr, "%d files of %d packages\n", printed, len(loaded))
}

// choice is a file and the variant of its package that holds the most files: with
// tests, a package is loaded with and without its test files.
type choice struct {
	path   string
	pkg    *packages.Package
	syntax *ast.File
}

func fullest(loaded []*packages.Package) []choice {
	byPath := map[string]choice{}
	for _, pkg := range loaded {
		if strings.HasSuffix(pkg.ID, ".test") {
			continue // the generated main package
		}
		for _, syntax := range pkg.Syntax {
			path := pkg.Fset.PositionFor(syntax.FileStart, false).Filename
			if known, ok := byPath[path]; !ok || len(pkg.Syntax) > len(known.pkg.Syntax) {
				byPath[path] = choice{path, pkg, syntax}
			}
		}
	}
	choices := make([]choice, 0, len(byPath))
	for _, choice := range byPath {
		choices = append(choices, choice)
	}
	sort.Slice(choices, func(i, j int) bool { return choices[i].path < choices[j].path })
	return choices
}

func readFile(file choice, path string, values bool) fileNames {
	reader := newReader(file.pkg, file.syntax)
	found := fileNames{
		Path:    path,
		Package: file.pkg.Types.Path(),
		Broken:  len(file.pkg.TypeErrors) > 0,
		Imports: [][2]string{},
		Names:   []nameAnswer{},
		Calls:   []callAnswer{},
	}
	for _, spec := range file.syntax.Imports {
		if object, ok := file.pkg.TypesInfo.Implicits[spec].(*types.PkgName); ok {
			found.Imports = append(found.Imports, [2]string{object.Imported().Path(), object.Imported().Name()})
		}
	}
	ast.Inspect(file.syntax, func(node ast.Node) bool {
		if answer, ok := reader.value(node); ok && values {
			found.Values = append(found.Values, answer)
		}
		switch node := node.(type) {
		case *ast.Ident:
			if answer, ok := reader.name(node); ok {
				found.Names = append(found.Names, answer)
			}
		case *ast.TypeSpec:
			if answer, ok := reader.methods(node); ok {
				found.Methods = append(found.Methods, answer)
			}
		case *ast.CallExpr:
			if answer, ok := reader.call(node); ok {
				found.Calls = append(found.Calls, answer)
			}
		}
		return true
	})
	return found
}
