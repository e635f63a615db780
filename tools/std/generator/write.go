package main

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// typeWriter writes types as short as Go allows. Aliases are written as what they
// stand for, so that a type has one name wherever it is written.
type typeWriter struct {
	strings.Builder
	reader *reader
	from   *types.Package
	// generic is set in the parameters of a generic function: they say what its type
	// parameters are.
	generic bool
}

func (w *typeWriter) write(text string) {
	w.WriteString(text)
}

// inner writes a part of what w writes.
func (w *typeWriter) inner() *typeWriter {
	return &typeWriter{reader: w.reader, from: w.from, generic: w.generic}
}

func (w *typeWriter) typ(typ types.Type) {
	switch typ := types.Unalias(typ).(type) {
	case *types.Basic:
		if typ.Kind() == types.Invalid {
			panic("a type of package " + w.from.Path() + " is not known")
		}
		if typ.Kind() == types.UnsafePointer {
			w.qualified(types.Unsafe, "Pointer")
		} else {
			w.write(typ.Name())
		}
	case *types.Named:
		w.reachHidden(typ.Obj())
		w.qualified(typ.Obj().Pkg(), typ.Obj().Name())
		w.list("[", typ.TypeArgs().Types(), "]")
	case *types.TypeParam:
		w.write(typ.Obj().Name())
	case *types.Pointer:
		w.write("*")
		w.typ(typ.Elem())
	case *types.Slice:
		w.write("[]")
		w.typ(typ.Elem())
	case *types.Array:
		w.write(fmt.Sprintf("[%d]", typ.Len()))
		w.typ(typ.Elem())
	case *types.Map:
		w.write("map[")
		w.typ(typ.Key())
		w.write("]")
		w.typ(typ.Elem())
	case *types.Chan:
		w.write(map[types.ChanDir]string{
			types.SendRecv: "chan ",
			types.SendOnly: "chan<- ",
			types.RecvOnly: "<-chan ",
		}[typ.Dir()])
		inner, ok := types.Unalias(typ.Elem()).(*types.Chan)
		if ok && inner.Dir() == types.RecvOnly {
			w.write("(")
			defer w.write(")")
		}
		w.typ(typ.Elem())
	case *types.Signature:
		w.write("func")
		w.signature(typ)
	case *types.Struct:
		w.structure(typ)
	case *types.Interface:
		w.interfaceType(typ)
	case *types.Union:
		for index := range typ.Len() {
			if index > 0 {
				w.write("|")
			}
			if typ.Term(index).Tilde() {
				w.write("~")
			}
			w.typ(typ.Term(index).Type())
		}
	default:
		panic(fmt.Sprintf("a type of package %s is a %T", w.from.Path(), typ))
	}
}

// reachHidden reaches a type that is read only where something leads to it.
func (w *typeWriter) reachHidden(object *types.TypeName) {
	if object.Pkg() != nil && (!object.Exported() || isHidden(object.Pkg().Path())) {
		w.reader.reach(object)
	}
}

// isHidden says whether a package cannot be imported from outside.
func isHidden(path string) bool {
	elements := strings.Split(path, "/")
	return elements[0] == "vendor" || slices.Contains(elements, "internal")
}

func (w *typeWriter) qualified(pkg *types.Package, name string) {
	if pkg != nil && pkg != w.from {
		w.write(reference(pkg.Path(), pkg.Name()) + ".")
	}
	w.write(name)
}

func (w *typeWriter) list(open string, list func(func(types.Type) bool), closing string) {
	separator := open
	for typ := range list {
		w.write(separator)
		w.typ(typ)
		separator = ","
	}
	if separator == "," {
		w.write(closing)
	}
}

// signature writes what follows a function's name. Parameters are left out where they
// say nothing about types of expressions.
func (w *typeWriter) signature(signature *types.Signature) {
	isGeneric := signature.TypeParams().Len() > 0
	w.typeParameters(signature.TypeParams())
	w.write("(")
	if w.generic || isGeneric || isIterator(signature) {
		outer := w.generic
		w.generic = true
		w.parameters(signature)
		w.generic = outer
	}
	w.write(")")
	results := signature.Results()
	switch results.Len() {
	case 0:
	case 1:
		w.typ(results.At(0).Type())
	default:
		w.write("(")
		for index := range results.Len() {
			if index > 0 {
				w.write(",")
			}
			w.typ(results.At(index).Type())
		}
		w.write(")")
	}
}

func (w *typeWriter) parameters(signature *types.Signature) {
	parameters := signature.Params()
	for index := range parameters.Len() {
		if index > 0 {
			w.write(",")
		}
		typ := parameters.At(index).Type()
		if slice, ok := typ.(*types.Slice); ok && signature.Variadic() && index == parameters.Len()-1 {
			w.write("...")
			typ = slice.Elem()
		}
		w.typ(typ)
	}
}

// isIterator says whether one can range over a function: its parameter's parameters
// are what a range gives.
func isIterator(signature *types.Signature) bool {
	if signature.Params().Len() != 1 || signature.Results().Len() != 0 {
		return false
	}
	yield, ok := signature.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || yield.Results().Len() != 1 || yield.Params().Len() > 2 {
		return false
	}
	basic, ok := yield.Results().At(0).Type().Underlying().(*types.Basic)
	return ok && basic.Kind() == types.Bool
}

func (w *typeWriter) typeParameters(list *types.TypeParamList) {
	separator := "["
	for parameter := range list.TypeParams() {
		w.write(separator + parameter.Obj().Name() + " ")
		constraint := parameter.Constraint()
		implicit, ok := constraint.(*types.Interface)
		if ok && implicit.IsImplicit() {
			constraint = implicit.EmbeddedType(0)
		}
		w.typ(constraint)
		separator = ","
	}
	if separator == "," {
		w.write("]")
	}
}

// structure writes the fields that can be selected, those of one type together: their
// order says nothing.
func (w *typeWriter) structure(structure *types.Struct) {
	w.write("struct{")
	fields := map[string][]string{}
	var members []string
	for field := range structure.Fields() {
		inner := w.inner()
		if field.Embedded() {
			if field.Exported() || promotes(field.Type()) {
				inner.embedded(field.Type())
				members = append(members, inner.String())
			}
		} else if field.Exported() {
			inner.typ(field.Type())
			fields[inner.String()] = append(fields[inner.String()], field.Name())
		}
	}
	for _, typ := range slices.Sorted(maps.Keys(fields)) {
		members = append(members, strings.Join(fields[typ], ",")+" "+typ)
	}
	w.write(strings.Join(members, ";") + "}")
}

// embedded writes the type of an embedded field, which is called by it: an alias is
// not resolved here.
func (w *typeWriter) embedded(typ types.Type) {
	if pointer, ok := typ.(*types.Pointer); ok {
		w.write("*")
		typ = pointer.Elem()
	}
	alias, ok := typ.(*types.Alias)
	if !ok {
		w.typ(typ)
		return
	}
	w.reachHidden(alias.Obj())
	w.qualified(alias.Obj().Pkg(), alias.Obj().Name())
	w.list("[", alias.TypeArgs().Types(), "]")
}

// promotes says whether a type that is embedded under a name of the package's own may
// have anything that an importer can select.
func promotes(typ types.Type) bool {
	if pointer, ok := typ.(*types.Pointer); ok {
		typ = pointer.Elem()
	}
	for _, methods := range []types.Type{typ, types.NewPointer(typ)} {
		for method := range types.NewMethodSet(methods).Methods() {
			if method.Obj().Exported() {
				return true
			}
		}
	}
	structure, ok := typ.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range structure.Fields() {
		if field.Exported() || field.Embedded() {
			return true
		}
	}
	return false
}

// interfaceType writes an interface with its embedded ones as they are.
func (w *typeWriter) interfaceType(typ *types.Interface) {
	if typ.Empty() && typ.NumEmbeddeds() == 0 {
		w.write("any")
		return
	}
	var members []string
	for method := range typ.ExplicitMethods() {
		if !method.Exported() {
			continue
		}
		inner := w.inner()
		inner.signature(method.Signature())
		members = append(members, method.Name()+inner.String())
	}
	for embedded := range typ.EmbeddedTypes() {
		inner := w.inner()
		inner.typ(embedded)
		members = append(members, inner.String())
	}
	w.write("interface{" + strings.Join(members, ";") + "}")
}
