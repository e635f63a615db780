package main

import (
	"go/ast"
	"go/types"
)

// methodsAnswer is the offset of the name of a declared type, the methods in the method
// set of the type, and those that only its pointer has.
type methodsAnswer struct {
	Start   int      `json:"start"`
	Value   []string `json:"value"`
	Pointer []string `json:"pointer"`
}

// methods answers for types that a package declares, other than aliases.
func (r *reader) methods(spec *ast.TypeSpec) (methodsAnswer, bool) {
	object, ok := r.pkg.TypesInfo.Defs[spec.Name].(*types.TypeName)
	if !ok || object.IsAlias() || object.Parent() != r.pkg.Types.Scope() {
		return methodsAnswer{}, false
	}
	answer := methodsAnswer{Start: r.offset(spec.Name.Pos()), Value: []string{}, Pointer: []string{}}
	ofValue := types.NewMethodSet(object.Type())
	for i := range ofValue.Len() {
		if method := ofValue.At(i).Obj(); r.canName(method) {
			answer.Value = append(answer.Value, method.Name())
		}
	}
	ofPointer := types.NewMethodSet(types.NewPointer(object.Type()))
	for i := range ofPointer.Len() {
		method := ofPointer.At(i).Obj()
		if r.canName(method) && ofValue.Lookup(method.Pkg(), method.Name()) == nil {
			answer.Pointer = append(answer.Pointer, method.Name())
		}
	}
	return answer, true
}

// canName says if the package at hand can name a method.
func (r *reader) canName(method types.Object) bool {
	return method.Exported() || method.Pkg() == r.pkg.Types
}
