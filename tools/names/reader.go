package main

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// nameAnswer is what an identifier means: its offset, its text, a class and what
// the class says more about.
//
//	local     the offset of the identifier that declares it, in this file
//	import    the import path
//	elsewhere declared in another file of the package
//	dot       comes from a dot import
//	universe, field, method, label, qualified, init, blank, package
type nameAnswer [4]any

// callAnswer is the type of x in a call x.M(...): the offsets of x (start, end),
// and shape (see shapeOf), import path ("." for the file's own package) and name
// as go/types has them, then as they are written if an alias is written.
type callAnswer [8]any

type reader struct {
	pkg      *packages.Package
	file     *ast.File
	selected map[*ast.Ident]bool // the M of x.M
}

func newReader(pkg *packages.Package, file *ast.File) *reader {
	selected := map[*ast.Ident]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		if selector, ok := node.(*ast.SelectorExpr); ok {
			selected[selector.Sel] = true
		}
		return true
	})
	return &reader{pkg, file, selected}
}

func (r *reader) offset(pos token.Pos) int {
	return r.pkg.Fset.PositionFor(pos, false).Offset
}

func (r *reader) name(ident *ast.Ident) (nameAnswer, bool) {
	answer := func(class string, more any) (nameAnswer, bool) {
		return nameAnswer{r.offset(ident.Pos()), ident.Name, class, more}, true
	}
	info := r.pkg.TypesInfo
	// An embedded field both declares a field and uses a type: the use is the scope's.
	object := info.Uses[ident]
	if object == nil {
		definition, ok := info.Defs[ident]
		if !ok {
			return nameAnswer{}, false
		}
		object = definition
	}
	if ident.Name == "." {
		return nameAnswer{}, false // of a dot import
	}
	if ident.Name == "_" {
		return answer("blank", nil)
	}
	if object == nil {
		if ident == r.file.Name {
			return answer("package", nil)
		}
		// The name of `switch x := v.(type)`; its uses say what it is.
		return answer("local", r.offset(ident.Pos()))
	}
	switch object := object.(type) {
	case *types.PkgName:
		return answer("import", object.Imported().Path())
	case *types.Label:
		return answer("label", nil)
	case *types.Var:
		if object.IsField() {
			return answer("field", nil)
		}
	case *types.Func:
		if object.Signature().Recv() != nil {
			return answer("method", nil)
		}
		if object.Name() == "init" {
			return answer("init", nil)
		}
	}
	switch {
	case object.Pkg() == nil:
		return answer("universe", nil)
	case object.Pkg() != r.pkg.Types:
		if object.Parent() != nil && r.isDotImported(object.Pkg().Path()) && !r.selected[ident] {
			return answer("dot", object.Pkg().Path())
		}
		return answer("qualified", object.Pkg().Path())
	case r.file.FileStart <= object.Pos() && object.Pos() < r.file.FileEnd:
		return answer("local", r.offset(object.Pos()))
	default:
		return answer("elsewhere", nil)
	}
}

func (r *reader) isDotImported(path string) bool {
	for _, spec := range r.file.Imports {
		if spec.Name != nil && spec.Name.Name == "." && spec.Path.Value == `"`+path+`"` {
			return true
		}
	}
	return false
}

func (r *reader) call(call *ast.CallExpr) (callAnswer, bool) {
	function := ast.Unparen(call.Fun)
	switch instance := function.(type) {
	case *ast.IndexExpr:
		function = instance.X
	case *ast.IndexListExpr:
		function = instance.X
	}
	selector, ok := function.(*ast.SelectorExpr)
	if !ok {
		return callAnswer{}, false
	}
	known, ok := r.pkg.TypesInfo.Types[selector.X]
	if !ok || !known.IsValue() || known.Type == types.Typ[types.Invalid] {
		return callAnswer{}, false // a package, a type, or not known
	}
	shape, path, name := r.shapeOf(known.Type, true)
	writtenShape, writtenPath, writtenName := r.shapeOf(known.Type, false)
	return callAnswer{
		r.offset(selector.X.Pos()), r.offset(selector.X.End()),
		shape, path, name, writtenShape, writtenPath, writtenName,
	}, true
}

// shapeOf says "named" with a path and a name, "*named" of a pointer to one, or
// the kind of type; of an alias the name of it, or what it stands for.
func (r *reader) shapeOf(typ types.Type, throughAliases bool) (shape, path, name string) {
	if throughAliases {
		typ = types.Unalias(typ)
	}
	switch typ := typ.(type) {
	case *types.Alias:
		path, name := r.nameOf(typ.Obj())
		return "named", path, name
	case *types.Named:
		if isLocal(typ.Obj()) {
			// No other function can name it: it is what it is made of.
			return r.shapeOf(typ.Underlying(), throughAliases)
		}
		path, name := r.nameOf(typ.Obj())
		return "named", path, name
	case *types.Pointer:
		shape, path, name := r.shapeOf(typ.Elem(), throughAliases)
		return "*" + shape, path, name
	case *types.Basic:
		return "named", "", typ.Name()
	case *types.TypeParam:
		return "type parameter", "", typ.Obj().Name()
	case *types.Interface:
		return "interface", "", ""
	case *types.Struct:
		return "struct", "", ""
	case *types.Slice:
		return "slice", "", ""
	case *types.Array:
		return "array", "", ""
	case *types.Map:
		return "map", "", ""
	case *types.Chan:
		return "channel", "", ""
	case *types.Signature:
		return "function", "", ""
	default:
		return "other", "", ""
	}
}

func isLocal(object types.Object) bool {
	return object.Pkg() != nil && object.Parent() != object.Pkg().Scope()
}

func (r *reader) nameOf(object *types.TypeName) (path, name string) {
	switch object.Pkg() {
	case nil:
		return "", object.Name()
	case r.pkg.Types:
		return ".", object.Name()
	default:
		return object.Pkg().Path(), object.Name()
	}
}
