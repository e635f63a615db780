// Command errors prints every call of a module whose last result is an error, as
// go/types knows it, and what becomes of the error: one JSON object a line. It is what
// compare.mjs holds the sites of error-handling/no-ignored-errors against.
//
//	go run . [-tags a,b] <directory of a go.mod> [pattern ...]
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"go/ast"
	"go/token"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"unicode/utf16"

	"golang.org/x/tools/go/packages"
)

// site is a call that may fail. Lines and columns count from 1, columns in UTF-16 units.
type site struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	// Dropped is statement, defer, go, blank or partly blank; empty if the error is used,
	// and "unknown" if go/types could not type the call.
	Dropped string `json:"dropped"`
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
	packages.NeedImports | packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax |
	packages.NeedTypesInfo

func main() {
	log.SetFlags(0)
	tags := flag.String("tags", "", "build tags")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("errors: give the directory of a module")
	}
	root, err := filepath.Abs(flag.Arg(0))
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
		Dir:        root,
		Env:        append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off"),
		Tests:      true,
		BuildFlags: []string{"-tags=" + *tags},
	}, patterns...)
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	encoder := json.NewEncoder(out)
	seen := map[string]bool{}
	for _, pkg := range loaded {
		for _, file := range pkg.Syntax {
			name := pkg.Fset.PositionFor(file.Package, false).Filename
			relative, err := filepath.Rel(root, name)
			if err != nil || seen[name] {
				continue
			}
			seen[name] = true
			text, err := os.ReadFile(name)
			if err != nil {
				log.Fatal(err)
			}
			reader := &reader{pkg: pkg, text: text, path: filepath.ToSlash(relative)}
			records := append([]any{map[string]string{"checked": reader.path}}, reader.sites(file)...)
			for _, record := range records {
				if err := encoder.Encode(record); err != nil {
					log.Fatal(err)
				}
			}
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

type reader struct {
	pkg  *packages.Package
	text []byte
	path string
}

// sites finds the calls that may fail, inside out.
func (r *reader) sites(file *ast.File) []any {
	var found []any
	dropped := map[*ast.CallExpr]string{}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.ExprStmt:
			drop(dropped, node.X, "statement")
		case *ast.DeferStmt:
			dropped[node.Call] = "defer"
		case *ast.GoStmt:
			dropped[node.Call] = "go"
		case *ast.AssignStmt:
			dropBlank(dropped, node.Lhs, node.Rhs)
		case *ast.ValueSpec:
			names := make([]ast.Expr, 0, len(node.Names))
			for _, name := range node.Names {
				names = append(names, name)
			}
			dropBlank(dropped, names, node.Values)
		case *ast.CallExpr:
			result := r.lastResult(node)
			how := dropped[node]
			if result == nil || result == types.Typ[types.Invalid] {
				how = "unknown"
			} else if !types.Identical(result, errorType) {
				return true
			}
			start, end := r.position(node.Pos()), r.position(node.End())
			found = append(found, site{
				File: r.path,
				Line: start.Line, Column: start.Column,
				EndLine: end.Line, EndColumn: end.Column,
				Dropped: how,
			})
		}
		return true
	})
	return found
}

func drop(dropped map[*ast.CallExpr]string, value ast.Expr, how string) {
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		dropped[call] = how
	}
}

// dropBlank looks at the blank identifiers that the errors of calls are given to.
func dropBlank(dropped map[*ast.CallExpr]string, names, values []ast.Expr) {
	for i, value := range values {
		given := names
		if len(values) > 1 {
			given = names[i : i+1]
		}
		if len(given) == 0 || !isBlank(given[len(given)-1]) {
			continue
		}
		how := "blank"
		for _, name := range given {
			if !isBlank(name) {
				how = "partly blank"
			}
		}
		drop(dropped, value, how)
	}
}

func isBlank(expression ast.Expr) bool {
	identifier, ok := expression.(*ast.Ident)
	return ok && identifier.Name == "_"
}

var errorType = types.Universe.Lookup("error").Type()

// lastResult is nil if it is not known. A conversion is a call as well.
func (r *reader) lastResult(call *ast.CallExpr) types.Type {
	result := r.pkg.TypesInfo.TypeOf(call)
	if tuple, ok := result.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(tuple.Len() - 1).Type()
	}
	return result
}

// position is a place as editors count it.
func (r *reader) position(pos token.Pos) token.Position {
	position := r.pkg.Fset.PositionFor(pos, false)
	lineStart := position.Offset - position.Column + 1
	position.Column = len(utf16.Encode([]rune(string(r.text[lineStart:position.Offset])))) + 1
	return position
}
