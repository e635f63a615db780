package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// platform is what files are chosen for.
type platform struct {
	os, arch string
	cgo      bool
}

// loader reads packages of the toolchain's sources, without function bodies.
type loader struct {
	source  string // GOROOT/src
	context build.Context
	files   *token.FileSet
	loaded  map[string]*types.Package
}

func newLoader(root string, platform platform) (*loader, error) {
	// The go command alone knows which experiments are on by default, and where.
	command := exec.Command("go", "list", "-f", `{{join context.ToolTags " "}}`, "unsafe")
	command.Env = append(os.Environ(), "GOOS="+platform.os, "GOARCH="+platform.arch)
	tags, err := command.Output()
	if err != nil {
		return nil, err
	}
	context := build.Default
	context.ToolTags = strings.Fields(string(tags))
	context.GOROOT = root
	context.GOOS, context.GOARCH = platform.os, platform.arch
	context.CgoEnabled = platform.cgo
	return &loader{
		source:  filepath.Join(root, "src"),
		context: context,
		files:   token.NewFileSet(),
		loaded:  map[string]*types.Package{"unsafe": types.Unsafe},
	}, nil
}

// Import reads a package; it implements types.Importer.
func (l *loader) Import(path string) (*types.Package, error) {
	if pkg := l.loaded[path]; pkg != nil {
		return pkg, nil
	}
	directory := filepath.Join(l.source, filepath.FromSlash(path))
	if _, err := os.Stat(directory); err != nil {
		path = "vendor/" + path
		if pkg := l.loaded[path]; pkg != nil {
			return pkg, nil
		}
		directory = filepath.Join(l.source, filepath.FromSlash(path))
	}
	found, err := l.context.ImportDir(directory, 0)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range slices.Concat(found.GoFiles, found.CgoFiles) {
		mode := parser.SkipObjectResolution
		file, err := parser.ParseFile(l.files, filepath.Join(directory, name), nil, mode)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	config := types.Config{
		Importer:         l,
		IgnoreFuncBodies: true,
		FakeImportC:      true,
		Sizes:            types.SizesFor("gc", l.context.GOARCH),
	}
	pkg, err := config.Check(path, l.files, files, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	l.loaded[path] = pkg
	return pkg, nil
}

// isExcluded says whether a package is not there because no file of it is meant for
// the platform.
func isExcluded(err error) bool {
	var noGo *build.NoGoError
	return errors.As(err, &noGo)
}

// importable lists the packages that any module can import.
func importable(root string) ([]string, error) {
	var paths []string
	source := filepath.Join(root, "src")
	err := filepath.WalkDir(source, func(directory string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() || directory == source {
			return err
		}
		switch name := entry.Name(); {
		case name == "internal", name == "testdata", name == "vendor", name[0] == '_':
			return fs.SkipDir
		}
		relative, err := filepath.Rel(source, directory)
		if err != nil {
			return err
		}
		path := filepath.ToSlash(relative)
		// Package builtin is documentation.
		if path == "cmd" || path == "builtin" {
			return fs.SkipDir
		}
		matches, err := filepath.Glob(filepath.Join(directory, "*.go"))
		if err != nil {
			return err
		}
		isSource := func(name string) bool { return !strings.HasSuffix(name, "_test.go") }
		if slices.ContainsFunc(matches, isSource) {
			paths = append(paths, path)
		}
		return nil
	})
	return paths, err
}
