// Command oracle prints every call of a logging function or method in a module,
// as go/types resolves it: one JSON object a line. It is what the findings of
// logging/no-direct-logging are compared with.
//
// Usage: oracle DIRECTORY [PATTERN...]
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"unicode/utf16"

	"golang.org/x/tools/go/packages"
)

// site is a call, at the place where its expression starts.
type site struct {
	File string `json:"file"`
	Line int    `json:"line"`
	// EndLine and EndColumn are the place after the call; the column counts UTF-16 units from 1.
	EndLine   int `json:"endLine"`
	EndColumn int `json:"endColumn"`
	// Package is the path of the package that declares what is called.
	Package string `json:"package"`
	// Receiver is the type that declares the method, without its pointer.
	Receiver string `json:"receiver,omitempty"`
	Name     string `json:"name"`
	// HandedOut is set where the chain that the method is called on starts with a
	// function, method or variable of another package than the logger's or the file's own.
	HandedOut bool `json:"handedOut,omitempty"`
}

var wanted = map[string]bool{
	"github.com/sirupsen/logrus": true,
	"log":                        true,
	"log/slog":                   true,
	"fmt":                        true,
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: oracle DIRECTORY [PATTERN...]")
	}
	root, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	patterns := args[1:]
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	loaded, err := packages.Load(&packages.Config{
		Dir:   root,
		Tests: true,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
			packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo |
			packages.NeedImports | packages.NeedDeps,
	}, patterns...)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	out := json.NewEncoder(os.Stdout)
	for _, pkg := range loaded {
		for _, file := range pkg.Syntax {
			name := pkg.Fset.Position(file.Package).Filename
			relative, err := filepath.Rel(root, name)
			// Of a file that uses cgo, go/types sees what cgo made of it.
			isRewritten := pkg.Fset.PositionFor(file.Package, false).Filename != name
			if err != nil || seen[name] || isRewritten {
				continue
			}
			seen[name] = true
			if err := out.Encode(map[string]string{"checked": filepath.ToSlash(relative)}); err != nil {
				return err
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			for _, found := range sitesOf(pkg, file, text, filepath.ToSlash(relative)) {
				if err := out.Encode(found); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// utf16Column is the position's column as editors count it.
func utf16Column(text []byte, position token.Position) int {
	lineStart := position.Offset - position.Column + 1
	return len(utf16.Encode([]rune(string(text[lineStart:position.Offset])))) + 1
}

// handedOut follows a chain of calls to where it starts. Variables are not followed.
func handedOut(pkg *packages.Package, operand ast.Expr, logger *types.Package) bool {
	for {
		switch node := ast.Unparen(operand).(type) {
		case *ast.CallExpr:
			operand = node.Fun
		case *ast.SelectorExpr:
			object := pkg.TypesInfo.Uses[node.Sel]
			variable, isVariable := object.(*types.Var)
			if object == nil || isVariable && variable.IsField() {
				return false
			}
			if object.Pkg() != logger {
				return object.Pkg() != nil && object.Pkg().Path() != pkg.PkgPath
			}
			operand = node.X
		default:
			return false
		}
	}
}

func sitesOf(pkg *packages.Package, file *ast.File, text []byte, name string) []site {
	var sites []site
	ast.Inspect(file, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		var identifier *ast.Ident
		switch callee := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			identifier = callee
		case *ast.SelectorExpr:
			identifier = callee.Sel
		default:
			return true
		}
		function, ok := pkg.TypesInfo.Uses[identifier].(*types.Func)
		if !ok || function.Pkg() == nil || !wanted[function.Pkg().Path()] {
			return true
		}
		end := pkg.Fset.PositionFor(call.End(), false)
		found := site{
			File:      name,
			Line:      pkg.Fset.PositionFor(call.Pos(), false).Line,
			EndLine:   end.Line,
			EndColumn: utf16Column(text, end),
			Package:   function.Pkg().Path(),
			Name:      function.Name(),
		}
		if receiver := function.Signature().Recv(); receiver != nil {
			kind := receiver.Type()
			if pointer, ok := kind.(*types.Pointer); ok {
				kind = pointer.Elem()
			}
			if named, ok := kind.(*types.Named); ok {
				found.Receiver = named.Obj().Name()
			}
		}
		if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			found.HandedOut = handedOut(pkg, selector.X, function.Pkg())
		}
		sites = append(sites, found)
		return true
	})
	return sites
}
