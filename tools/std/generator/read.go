package main

import (
	"go/constant"
	"go/types"
	"strings"
)

// reader reads the declarations of one platform's packages into a library.
type reader struct {
	all   *library
	known map[*types.TypeName]bool
	queue []*types.TypeName
}

func newReader(all *library) *reader {
	return &reader{all: all, known: map[*types.TypeName]bool{}}
}

// readExported reads what importers of a package see.
func (r *reader) readExported(pkg *types.Package) {
	if pkg == types.Unsafe {
		r.readUnsafe()
		return
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		object := scope.Lookup(name)
		if !object.Exported() {
			continue
		}
		declarations := r.declarationsOf(pkg)
		declarations.names[name] = true
		writer := &typeWriter{reader: r, from: pkg}
		switch object := object.(type) {
		case *types.TypeName:
			r.reach(object)
		case *types.Func:
			writer.write("func " + name)
			writer.signature(object.Signature())
			add(declarations.funcs, name, writer.String())
		case *types.Var:
			writer.typ(object.Type())
			add(declarations.values, "var "+writer.String(), name)
		case *types.Const:
			add(declarations.values, "const "+r.constant(object, writer), name)
		}
	}
}

// reach remembers a type to be read. Importers meet types that they cannot name as
// well: in results, in variables, and embedded in others.
func (r *reader) reach(object *types.TypeName) {
	if object.Pkg() == nil || r.known[object] {
		return
	}
	r.known[object] = true
	r.queue = append(r.queue, object)
}

// readReached reads the types that were reached, and those that they reach.
func (r *reader) readReached() {
	for len(r.queue) > 0 {
		object := r.queue[0]
		r.queue = r.queue[1:]
		r.readType(object)
	}
}

func (r *reader) readType(object *types.TypeName) {
	name := object.Name()
	declarations := r.declarationsOf(object.Pkg())
	declarations.names[name] = true
	writer := &typeWriter{reader: r, from: object.Pkg()}
	writer.write("type " + name)
	if alias, ok := object.Type().(*types.Alias); ok {
		writer.typeParameters(alias.TypeParams())
		writer.write("=")
		writer.typ(alias.Rhs())
		add(declarations.types, name, writer.String())
		return
	}
	named := object.Type().(*types.Named)
	writer.typeParameters(named.TypeParams())
	writer.write(" ")
	writer.typ(named.Underlying())
	add(declarations.types, name, writer.String())
	for method := range named.Methods() {
		if method.Exported() {
			r.readMethod(name, method, declarations)
		}
	}
}

func (r *reader) readMethod(receiver string, method *types.Func, declarations *declarations) {
	writer := &typeWriter{reader: r, from: method.Pkg()}
	signature := method.Signature()
	writer.write("func(")
	if _, ok := signature.Recv().Type().(*types.Pointer); ok {
		writer.write("*")
	}
	writer.write(receiver)
	var names []string
	for parameter := range signature.RecvTypeParams().TypeParams() {
		names = append(names, parameter.Obj().Name())
	}
	if len(names) > 0 {
		writer.write("[" + strings.Join(names, ",") + "]")
	}
	writer.write(")" + method.Name())
	writer.signature(signature)
	add(declarations.funcs, receiver+"."+method.Name(), writer.String())
}

// constant is what follows a constant's name: its type, and a value of its kind.
func (r *reader) constant(object *types.Const, writer *typeWriter) string {
	basic, ok := object.Type().(*types.Basic)
	if ok && basic.Info()&types.IsUntyped != 0 {
		return "=" + map[types.BasicKind]string{
			types.UntypedBool:    "true",
			types.UntypedInt:     "0",
			types.UntypedRune:    "' '",
			types.UntypedFloat:   "0.",
			types.UntypedComplex: "0i",
			types.UntypedString:  `""`,
		}[basic.Kind()]
	}
	writer.write(" ")
	writer.typ(object.Type())
	switch object.Val().Kind() {
	case constant.String:
		writer.write(`=""`)
	case constant.Bool:
		writer.write("=true")
	default:
		writer.write("=0")
	}
	return writer.String()
}

func (r *reader) declarationsOf(pkg *types.Package) *declarations {
	return r.all.of(pkg.Path(), pkg.Name())
}

// readUnsafe reads the one package that has no source.
func (r *reader) readUnsafe() {
	unsafe := r.declarationsOf(types.Unsafe)
	add(unsafe.types, "Pointer", "type Pointer*int")
	for name, signature := range map[string]string{
		"Add":        "()Pointer",
		"Alignof":    "()uintptr",
		"Offsetof":   "()uintptr",
		"Sizeof":     "()uintptr",
		"Slice":      "[T any](*T,int)[]T",
		"SliceData":  "[T any]([]T)*T",
		"String":     "()string",
		"StringData": "()*byte",
	} {
		unsafe.names[name] = true
		add(unsafe.funcs, name, "func "+name+signature)
	}
}
