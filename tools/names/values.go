package main

import (
	"go/ast"
	"go/types"
	"strings"
)

// valueAnswer is the type of an expression: its offsets (start, end), its type, and
// its type as it is written if there is an alias in a part of it.
type valueAnswer [4]any

// maxTypeDepth ends types of functions that are made of themselves.
const maxTypeDepth = 8

// value answers for expressions whose type does not depend on where they stand, as
// that of a constant does.
func (r *reader) value(node ast.Node) (valueAnswer, bool) {
	expression, ok := node.(ast.Expr)
	if !ok {
		return valueAnswer{}, false
	}
	var typ types.Type
	switch expression := expression.(type) {
	case *ast.Ident:
		object := r.pkg.TypesInfo.ObjectOf(expression)
		variable, ok := object.(*types.Var)
		if !ok || variable.IsField() || expression.Name == "_" || r.selected[expression] {
			return valueAnswer{}, false
		}
		typ = variable.Type()
	case *ast.CallExpr, *ast.IndexExpr, *ast.IndexListExpr,
		*ast.SelectorExpr, *ast.SliceExpr, *ast.StarExpr, *ast.TypeAssertExpr:
		known := r.pkg.TypesInfo.Types[expression]
		if !known.IsValue() || known.Value != nil || known.IsNil() {
			return valueAnswer{}, false
		}
		typ = known.Type
		_, isTuple := typ.(*types.Tuple)
		if _, isCall := expression.(*ast.CallExpr); isTuple && !isCall {
			return valueAnswer{}, false // `v, ok :=` asks for two values
		}
		if r.isGenericFunction(expression) {
			return valueAnswer{}, false // its type is that of the call around
		}
	case *ast.CompositeLit:
		if expression.Type == nil {
			return valueAnswer{}, false
		}
		typ = r.pkg.TypesInfo.TypeOf(expression)
	default:
		return valueAnswer{}, false
	}
	text := r.textOf(typ, true, 0)
	if strings.Contains(text, "#"+types.Typ[types.Invalid].Name()) {
		return valueAnswer{}, false // of what needs cgo
	}
	return valueAnswer{
		r.offset(expression.Pos()), r.offset(expression.End()),
		text, r.textOf(outerUnalias(typ), false, 0),
	}, true
}

func (r *reader) isGenericFunction(expression ast.Expr) bool {
	switch expression := expression.(type) {
	case *ast.SelectorExpr:
		_, ok := r.pkg.TypesInfo.Instances[expression.Sel]
		return ok
	case *ast.IndexExpr:
		return r.isInstanceName(expression.X)
	case *ast.IndexListExpr:
		return r.isInstanceName(expression.X)
	default:
		return false
	}
}

func (r *reader) isInstanceName(expression ast.Expr) bool {
	if selector, ok := expression.(*ast.SelectorExpr); ok {
		expression = selector.Sel
	}
	name, ok := expression.(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = r.pkg.TypesInfo.Instances[name]
	return ok
}

// outerUnalias is what Gopherwood follows of aliases.
func outerUnalias(typ types.Type) types.Type {
	typ = types.Unalias(typ)
	if pointer, ok := typ.(*types.Pointer); ok {
		return types.NewPointer(outerUnalias(pointer.Elem()))
	}
	return typ
}

// textOf writes a type with its type arguments; of functions only the results.
func (r *reader) textOf(typ types.Type, throughAliases bool, depth int) string {
	if depth > maxTypeDepth {
		return "..."
	}
	if throughAliases {
		typ = types.Unalias(typ)
	}
	inner := func(typ types.Type) string { return r.textOf(typ, throughAliases, depth+1) }
	switch typ := typ.(type) {
	case *types.Alias:
		if typ.Obj().Pkg() == nil {
			return inner(types.Unalias(typ)) // any
		}
		return r.instanceText(typ.Obj(), typ.TypeArgs(), inner)
	case *types.Named:
		if isLocal(typ.Obj()) {
			return r.textOf(typ.Underlying(), throughAliases, depth+1)
		}
		return r.instanceText(typ.Obj(), typ.TypeArgs(), inner)
	case *types.Basic:
		if typ.Kind() == types.UnsafePointer {
			return "unsafe#Pointer"
		}
		return "#" + types.Typ[types.Default(typ).(*types.Basic).Kind()].Name() // not byte or rune
	case *types.Pointer:
		return "*" + inner(typ.Elem())
	case *types.Slice:
		return "[]" + inner(typ.Elem())
	case *types.Array:
		return "[n]" + inner(typ.Elem())
	case *types.Chan:
		return "chan " + inner(typ.Elem())
	case *types.Map:
		return "map[" + inner(typ.Key()) + "]" + inner(typ.Elem())
	case *types.Signature:
		return "func(" + listText(typ.Results(), inner) + ")"
	case *types.Tuple:
		if typ.Len() == 1 {
			return inner(typ.At(0).Type())
		}
		return "(" + listText(typ, inner) + ")"
	default:
		shape, _, _ := r.shapeOf(typ, true)
		return shape
	}
}

func (r *reader) instanceText(object *types.TypeName, list *types.TypeList, inner func(types.Type) string) string {
	path, name := r.nameOf(object)
	text := path + "#" + name
	if list.Len() == 0 {
		return text
	}
	var arguments []string
	for argument := range list.Types() {
		arguments = append(arguments, inner(argument))
	}
	return text + "[" + strings.Join(arguments, ", ") + "]"
}

func listText(tuple *types.Tuple, inner func(types.Type) string) string {
	var texts []string
	for variable := range tuple.Variables() {
		texts = append(texts, inner(variable.Type()))
	}
	return strings.Join(texts, ", ")
}
