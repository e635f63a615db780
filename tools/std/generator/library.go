package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// library is what was read so far, of all platforms.
type library struct {
	packages map[string]*declarations
}

func newLibrary() *library {
	return &library{map[string]*declarations{}}
}

func (l *library) paths() []string {
	return slices.Sorted(maps.Keys(l.packages))
}

func (l *library) of(path, name string) *declarations {
	known := l.packages[path]
	if known == nil {
		known = &declarations{
			name:   name,
			types:  map[string]set{},
			funcs:  map[string]set{},
			values: map[string]set{},
			names:  set{},
		}
		l.packages[path] = known
	}
	return known
}

type set map[string]bool

func add(sets map[string]set, key, item string) {
	if sets[key] == nil {
		sets[key] = set{}
	}
	sets[key][item] = true
}

// declarations is what a package declares. Texts name other packages as reference
// writes them.
type declarations struct {
	name   string
	types  map[string]set // a type's name: its declarations
	funcs  map[string]set // a function's name, or receiver, dot and name: its declarations
	values map[string]set // a keyword, or one with the type and value: the names
	names  set            // of all that the package declares
}

// maxNames keeps the groups of constants and variables small: who asks for one name
// reads the group it is in.
const maxNames = 50

// text is the package as Go.
func (d *declarations) text() string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(d.types)) {
		lines = append(lines, slices.Sorted(maps.Keys(d.types[name]))...)
	}
	for _, name := range slices.Sorted(maps.Keys(d.funcs)) {
		lines = append(lines, slices.Sorted(maps.Keys(d.funcs[name]))...)
	}
	for _, kind := range slices.Sorted(maps.Keys(d.values)) {
		names := slices.Sorted(maps.Keys(d.values[kind]))
		for group := range slices.Chunk(names, maxNames) {
			lines = append(lines, valueGroup(kind, group))
		}
	}
	imports, body := d.resolve(strings.Join(lines, "\n"))
	return strings.Join(append([]string{"package " + d.name}, append(imports, body)...), "\n")
}

// valueGroup declares names of one type. A constant without a value repeats the one
// before it.
func valueGroup(kind string, names []string) string {
	keyword, rest, _ := strings.Cut(kind, " ")
	switch {
	case keyword == "var":
		return "var " + strings.Join(names, ",") + " " + rest
	case len(names) == 1:
		return "const " + names[0] + rest
	default:
		return "const(" + names[0] + rest + ";" + strings.Join(names[1:], ";") + ")"
	}
}

// reference stands for a package's name in a text, until all that the package
// imports is known.
func reference(path, name string) string {
	return "«" + path + " " + name + "»"
}

var references = regexp.MustCompile(`«([^ ]*) ([^»]*)»`)

// resolve gives every package that a text refers to a name of its own, and returns
// the imports and the text.
func (d *declarations) resolve(text string) (imports []string, resolved string) {
	found := map[string]string{}
	for _, match := range references.FindAllStringSubmatch(text, -1) {
		found[match[1]] = match[2]
	}
	names := map[string]string{}
	taken := maps.Clone(d.names)
	for _, path := range slices.Sorted(maps.Keys(found)) {
		name := found[path]
		for count := 2; taken[name]; count++ {
			name = fmt.Sprintf("%s%d", found[path], count)
		}
		taken[name] = true
		names[path] = name
		spec := fmt.Sprintf("%q", path)
		// The reader knows what every package of the library is called.
		if name != found[path] {
			spec = name + " " + spec
		}
		imports = append(imports, "import "+spec)
	}
	resolved = references.ReplaceAllStringFunc(text, func(reference string) string {
		return names[references.FindStringSubmatch(reference)[1]]
	})
	return imports, resolved
}
