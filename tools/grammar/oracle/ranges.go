package main

import (
	"go/ast"
	"go/token"
)

// ranges are byte ranges, each a flat list start, end, start, end, ... in the
// order of the syntax tree. The kinds are chosen to betray a parser that took
// one construct for another: a block for a composite literal, a line end for
// the end of a statement, a conversion for nothing at all.
type ranges struct {
	Idents     []int `json:"idents"`
	Values     []int `json:"values"`     // numbers, runes, strings
	Composites []int `json:"composites"` // composite literals with a type of their own
	Keyed      []int `json:"keyed"`      // their key: value elements
	Calls      []int `json:"calls"`      // conversions too
	Functions  []int `json:"functions"`  // declarations and literals
	Returns    []int `json:"returns"`
	TypeParams []int `json:"typeParams"` // lists of type parameters, with their brackets
	Comments   []int `json:"comments"`   // start, start: go/ast forgets carriage returns, and so the end
}

func collectRanges(file *token.File, root *ast.File) *ranges {
	// Empty lists, not nil: they are printed as [].
	found := &ranges{[]int{}, []int{}, []int{}, []int{}, []int{}, []int{}, []int{}, []int{}, []int{}}
	ast.Inspect(root, func(node ast.Node) bool {
		var list *[]int
		switch node := node.(type) {
		case *ast.Ident:
			// The name of a dot import is an identifier in the tree only.
			if node.Name != "." {
				list = &found.Idents
			}
		case *ast.FuncDecl, *ast.FuncLit:
			list = &found.Functions
		case *ast.CallExpr:
			list = &found.Calls
		case *ast.CompositeLit:
			if node.Type != nil {
				list = &found.Composites
			}
		case *ast.BasicLit:
			list = &found.Values
		case *ast.KeyValueExpr:
			list = &found.Keyed
		case *ast.FuncType:
			found.addTypeParams(file, node.TypeParams)
		case *ast.TypeSpec:
			found.addTypeParams(file, node.TypeParams)
		case *ast.ReturnStmt:
			list = &found.Returns
		}
		if list != nil {
			*list = append(*list, file.Offset(node.Pos()), file.Offset(node.End()))
		}
		return true
	})
	for _, group := range root.Comments {
		for _, comment := range group.List {
			start := file.Offset(comment.Slash)
			found.Comments = append(found.Comments, start, start)
		}
	}
	return found
}

func (found *ranges) addTypeParams(file *token.File, params *ast.FieldList) {
	if params != nil {
		found.TypeParams = append(found.TypeParams, file.Offset(params.Opening), file.Offset(params.Closing)+1)
	}
}
