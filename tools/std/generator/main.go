// Command generator prints what the standard library declares, as far as it takes to
// say what type an expression has: a JSON object from import paths to Go text.
//
//	go run ./generator
//
// The toolchain's own sources are read with go/types for several platforms. What
// platforms declare differently is printed once for each: who reads it sees that.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
)

// platforms stand for all: the systems that most Go runs on, both word sizes, and a
// Unix and a machine of another kind.
var platforms = []platform{
	{"linux", "amd64", false},
	{"linux", "amd64", true},
	{"linux", "386", false},
	{"linux", "arm64", false},
	{"darwin", "arm64", false},
	{"windows", "amd64", false},
	{"freebsd", "amd64", false},
	{"js", "wasm", false},
}

func main() {
	log.SetFlags(0)
	root := runtime.GOROOT()
	paths, err := importable(root)
	if err != nil {
		log.Fatal(err)
	}
	all := newLibrary()
	for _, platform := range platforms {
		loader, err := newLoader(root, platform)
		if err != nil {
			log.Fatal(err)
		}
		reader := newReader(all)
		for _, path := range paths {
			pkg, err := loader.Import(path)
			if isExcluded(err) {
				continue
			}
			if err != nil {
				log.Fatalf("%v: %s: %v", platform, path, err)
			}
			reader.readExported(pkg)
		}
		reader.readReached()
	}
	if err := print(all); err != nil {
		log.Fatal(err)
	}
}

// print writes one package a line.
func print(all *library) error {
	var out bytes.Buffer
	separator := "{\n  "
	for _, path := range all.paths() {
		var line bytes.Buffer
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(all.packages[path].text()); err != nil {
			return err
		}
		fmt.Fprintf(&out, "%s%q: %s", separator, path, bytes.TrimSpace(line.Bytes()))
		separator = ",\n  "
	}
	out.WriteString("\n}\n")
	_, err := os.Stdout.Write(out.Bytes())
	return err
}
