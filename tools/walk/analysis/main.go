// Command analysis has three rules of a team as go/analysis analyzers.
package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/types/typeutil"
)

var client = &analysis.Analyzer{Name: "httpclient", Doc: "use httpx", Run: func(pass *analysis.Pass) (any, error) {
	if strings.HasSuffix(pass.Pkg.Path(), "/httpx") {
		return nil, nil
	}
	names := map[string]bool{"Get": true, "Head": true, "Post": true, "PostForm": true, "DefaultClient": true}
	for id, object := range pass.TypesInfo.Uses {
		if isOf(object, "net/http") && names[object.Name()] && object.Parent() == object.Pkg().Scope() {
			pass.Reportf(id.Pos(), "use httpx, which has a timeout")
		}
	}
	return nil, nil
}}

var authorise = &analysis.Analyzer{Name: "authorise", Doc: "handlers authorise first", Run: func(pass *analysis.Pass) (any, error) {
	for _, file := range pass.Files {
		ast.Inspect(file, func(node ast.Node) bool {
			var signature types.Type
			var body *ast.BlockStmt
			switch function := node.(type) {
			case *ast.FuncDecl:
				signature, body = pass.TypesInfo.Defs[function.Name].Type(), function.Body
			case *ast.FuncLit:
				signature, body = pass.TypesInfo.TypeOf(function), function.Body
			}
			if body != nil && isHandler(signature) && !authorisesFirst(pass, body) {
				pass.Reportf(node.Pos(), "a handler asks who calls before it does anything")
			}
			return true
		})
	}
	return nil, nil
}}

func isHandler(signature types.Type) bool {
	parameters := signature.(*types.Signature).Params()
	return parameters.Len() == 2 &&
		parameters.At(0).Type().String() == "net/http.ResponseWriter" &&
		parameters.At(1).Type().String() == "*net/http.Request"
}

func authorisesFirst(pass *analysis.Pass, body *ast.BlockStmt) bool {
	for _, statement := range body.List {
		authorises, other := false, false
		ast.Inspect(statement, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok {
				callee := typeutil.Callee(pass.TypesInfo, call)
				switch {
				case callee != nil && callee.Name() == "AuthSessionFrom" && strings.HasSuffix(callee.Pkg().Path(), "/request"):
					authorises = true
				case !isOf(callee, "net/http") || callee.Name() != "Context":
					other = true
				}
			}
			return true
		})
		if _, isAssignment := statement.(*ast.AssignStmt); authorises || other || !isAssignment {
			return authorises
		}
	}
	return false
}

func isOf(object types.Object, path string) bool {
	return object != nil && object.Pkg() != nil && object.Pkg().Path() == path
}

var seconds = &analysis.Analyzer{Name: "seconds", Doc: "numbers of seconds are named so", Run: func(pass *analysis.Pass) (any, error) {
	for _, file := range pass.Files {
		ast.Inspect(file, func(node ast.Node) bool {
			if product, ok := node.(*ast.BinaryExpr); ok && product.Op == token.MUL {
				for _, operands := range [][2]ast.Expr{{product.X, product.Y}, {product.Y, product.X}} {
					number := convertedToDuration(pass, operands[0])
					if number != nil && isSecond(pass, operands[1]) && !strings.HasSuffix(strings.ToLower(types.ExprString(number)), "seconds") {
						pass.Reportf(product.Pos(), "name a number of seconds so")
					}
				}
			}
			return true
		})
	}
	return nil, nil
}}

func convertedToDuration(pass *analysis.Pass, expression ast.Expr) ast.Expr {
	call, ok := expression.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !pass.TypesInfo.Types[call.Fun].IsType() || pass.TypesInfo.TypeOf(call).String() != "time.Duration" {
		return nil
	}
	return call.Args[0]
}

func isSecond(pass *analysis.Pass, expression ast.Expr) bool {
	selector, ok := expression.(*ast.SelectorExpr)
	return ok && selector.Sel.Name == "Second" && isOf(pass.TypesInfo.Uses[selector.Sel], "time")
}

func main() { multichecker.Main(client, authorise, seconds) }
