// Command oracle prints every expression that selects something of a standard
// library's package, and its type as go/types knows it, one line of JSON per package,
// for compare.mjs. It reads the sources with the toolchain's own importer; GOOS and
// GOARCH choose the platform.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"log"
	"os"
	"os/exec"
	"strings"
)

// packageAnswers is what is known of a package.
type packageAnswers struct {
	Path       string      `json:"path"`
	Name       string      `json:"name"`
	Parameters []string    `json:"parameters"` // types of v0, v1, ... with the package called x
	Answers    [][2]string `json:"answers"`    // expressions and their types
	Generic    int         `json:"generic"`    // functions that are left out: their results depend on the call
}

func main() {
	log.SetFlags(0)
	listed, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		log.Fatal(err)
	}
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, path := range strings.Fields(string(listed)) {
		elements := "/" + path + "/"
		if strings.Contains(elements, "/internal/") || strings.HasPrefix(path, "vendor/") || path == "unsafe" {
			continue
		}
		pkg, err := source.Import(path)
		if err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(read(pkg)); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func read(pkg *types.Package) *packageAnswers {
	found := &packageAnswers{
		Path:       pkg.Path(),
		Name:       pkg.Name(),
		Parameters: []string{},
		Answers:    [][2]string{},
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		object := scope.Lookup(name)
		if !object.Exported() {
			continue
		}
		switch object := object.(type) {
		case *types.TypeName:
			found.readType(object)
		case *types.Func:
			signature := object.Signature()
			if signature.TypeParams().Len() > 0 {
				found.Generic++
			} else {
				found.add("x."+name+"()", text(signature.Results()))
			}
		default:
			found.add("x."+name, text(types.Default(object.Type())))
		}
	}
	return found
}

func (p *packageAnswers) add(expression, typ string) {
	p.Answers = append(p.Answers, [2]string{expression, typ})
}

// readType reads what a variable of a type has: what is declared for the type, and
// what is promoted.
func (p *packageAnswers) readType(object *types.TypeName) {
	typ := object.Type()
	written := "x." + object.Name()
	if generic, ok := typ.(interface{ TypeParams() *types.TypeParamList }); ok && generic.TypeParams().Len() > 0 {
		var arguments []types.Type
		for range generic.TypeParams().Len() {
			arguments = append(arguments, types.Typ[types.String])
		}
		instance, err := types.Instantiate(nil, typ, arguments, true)
		if err != nil {
			return
		}
		typ = instance
		written += "[" + strings.TrimSuffix(strings.Repeat("string,", len(arguments)), ",") + "]"
	}
	if constraint, ok := typ.Underlying().(*types.Interface); ok && !constraint.IsMethodSet() {
		return // no variable has it
	}
	if !types.IsInterface(typ) {
		if _, ok := typ.Underlying().(*types.Pointer); !ok {
			typ = types.NewPointer(typ)
			written = "*" + written
		}
	}
	variable := fmt.Sprintf("v%d", len(p.Parameters))
	p.Parameters = append(p.Parameters, written)
	p.add(variable, text(typ))
	names := map[string]bool{}
	members(typ, names, map[types.Type]bool{})
	for name := range names {
		if !token.IsExported(name) {
			continue
		}
		switch member, _, _ := types.LookupFieldOrMethod(typ, true, nil, name); member := member.(type) {
		case *types.Var:
			p.add(variable+"."+name, text(member.Type()))
		case *types.Func:
			p.add(variable+"."+name+"()", text(member.Signature().Results()))
		}
	}
}

// members collects the names of all fields and methods at any depth.
func members(typ types.Type, names map[string]bool, seen map[types.Type]bool) {
	typ = types.Unalias(typ)
	if pointer, ok := typ.(*types.Pointer); ok {
		typ = types.Unalias(pointer.Elem())
	}
	if seen[typ] {
		return
	}
	seen[typ] = true
	for _, methods := range []types.Type{typ, types.NewPointer(typ)} {
		for method := range types.NewMethodSet(methods).Methods() {
			names[method.Obj().Name()] = true
		}
	}
	if structure, ok := typ.Underlying().(*types.Struct); ok {
		for field := range structure.Fields() {
			names[field.Name()] = true
			if field.Embedded() {
				members(field.Type(), names, seen)
			}
		}
	}
}

// text writes a type with full import paths, without type arguments; of functions only
// the results.
func text(typ types.Type) string {
	switch typ := types.Unalias(typ).(type) {
	case *types.Basic:
		if typ.Kind() == types.UnsafePointer {
			return "unsafe.Pointer"
		}
		return types.Typ[typ.Kind()].Name()
	case *types.Named:
		if typ.Obj().Pkg() == nil {
			return typ.Obj().Name()
		}
		return typ.Obj().Pkg().Path() + "." + typ.Obj().Name()
	case *types.Pointer:
		return "*" + text(typ.Elem())
	case *types.Slice:
		return "[]" + text(typ.Elem())
	case *types.Array:
		return "[n]" + text(typ.Elem())
	case *types.Map:
		return "map[" + text(typ.Key()) + "]" + text(typ.Elem())
	case *types.Chan:
		return "chan " + text(typ.Elem())
	case *types.Signature:
		return "func" + text(typ.Results())
	case *types.Tuple:
		if typ.Len() == 1 {
			return text(typ.At(0).Type())
		}
		var results []string
		for result := range typ.Variables() {
			results = append(results, text(result.Type()))
		}
		return "(" + strings.Join(results, ", ") + ")"
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	default:
		return fmt.Sprintf("%T", typ)
	}
}
