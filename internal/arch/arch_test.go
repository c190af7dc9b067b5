// Package arch_test holds the shape of the house: packages import one way only,
// files stay short, names say something, and nothing happens at import.
package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/readout-project/readout"

// order lists every package in the order of the pipeline. A package may import
// only packages that stand before it, so that a report goes one way through the
// house and each part can be understood without those after it.
var order = []string{
	"doc", "lang", "country", "codebook",
	"source", "clean",
	"english/conllu", "english/perceptron", "english/word", "english/split", "english/tag",
	"english/matrix", "english/network", "english/parse", "english/learn",
	"english/lemma", "english/name", "english", "english/clause", "english/train",
	"when", "place/gazetteer", "actor", "place", "quote", "event", "quantity",
	"pipeline",
	"story", "record", "export", "brief",
	"eval",
	"cmd/readout",
}

// apart lists imports that the order would allow and the design does not.
var apart = map[string][]string{
	// A record is made of documents, however they were annotated.
	"story": {"pipeline"}, "record": {"pipeline"}, "export": {"pipeline"}, "brief": {"pipeline"},
	// Models are made from treebanks at the desk of a developer, never at run time.
	"pipeline": {"english/train", "english/conllu", "english/learn"}, "english": {"english/learn"},
}

// maxLines is the length of a file above which it should be split by construct.
const maxLines = 500

// file is a Go file of the module that is not a test.
type file struct {
	path string // in the module, with slashes
	ast  *ast.File
}

// files parses every Go file of the module; generators (folders called
// "generate") are programs of their own and may import anything of ours.
func files(t *testing.T, want func(path string) bool) (*token.FileSet, []file) {
	t.Helper()
	set := token.NewFileSet()
	var out []file
	err := fs.WalkDir(os.DirFS("../.."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go" || !want(name):
			return nil
		}
		parsed, err := parser.ParseFile(set, filepath.Join("../..", name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		out = append(out, file{name, parsed})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no files: the test looks in the wrong place")
	}
	return set, out
}

func program(name string) bool {
	return !strings.HasSuffix(name, "_test.go") && path.Base(path.Dir(name)) != "generate"
}

func TestImportsRunOneWay(t *testing.T) {
	_, all := files(t, program)
	for _, f := range all {
		from := path.Dir(f.path)
		rank := slices.Index(order, from)
		if rank < 0 {
			t.Errorf("%s: package %s has no place in the order; give it one in arch_test.go", f.path, from)
			continue
		}
		for _, spec := range f.ast.Imports {
			to, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), module+"/")
			if !ours {
				continue
			}
			if slices.Index(order, to) >= rank {
				t.Errorf("%s imports %s, which does not stand before %s", f.path, to, from)
			}
			if slices.Contains(apart[from], to) {
				t.Errorf("%s imports %s, from which %s is kept apart", f.path, to, from)
			}
		}
	}
}

func TestOrderNamesPackagesThatExist(t *testing.T) {
	for _, name := range order {
		if found, _ := filepath.Glob(filepath.Join("../..", name, "*.go")); len(found) == 0 {
			t.Errorf("%s stands in the order and has no Go file", name)
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	set, all := files(t, func(string) bool { return true })
	for _, f := range all {
		if n := set.File(f.ast.Package).LineCount(); n > maxLines {
			t.Errorf("%s has %d lines; split it by construct", f.path, n)
		}
	}
}

func TestNamesSaySomething(t *testing.T) {
	nothing := []string{"util", "utils", "common", "helper", "helpers", "manager", "misc", "base", "shared"}
	_, all := files(t, func(string) bool { return true })
	for _, f := range all {
		name := strings.TrimSuffix(strings.TrimSuffix(path.Base(f.path), ".go"), "_test")
		if slices.Contains(nothing, name) || slices.Contains(nothing, f.ast.Name.Name) {
			t.Errorf("%s: the name says nothing", f.path)
		}
	}
}

// TestNothingHappensAtImport: no init functions, and no package-level variable
// that the package itself changes. Tables are read once through sync.OnceValue
// or built by a function.
func TestNothingHappensAtImport(t *testing.T) {
	_, all := files(t, program)
	globals := map[string]map[string]bool{} // by package: names of its variables
	for _, f := range all {
		for _, decl := range f.ast.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Recv == nil && decl.Name.Name == "init" {
					t.Errorf("%s has an init function", f.path)
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					if value, ok := spec.(*ast.ValueSpec); ok && decl.Tok == token.VAR {
						for _, name := range value.Names {
							pkg := path.Dir(f.path)
							if globals[pkg] == nil {
								globals[pkg] = map[string]bool{}
							}
							globals[pkg][name.Name] = name.Name != "_"
						}
					}
				}
			}
		}
	}
	for _, f := range all {
		for _, decl := range f.ast.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				for _, name := range assigned(fn, globals[path.Dir(f.path)]) {
					t.Errorf("%s: func %s changes the package's variable %s", f.path, fn.Name.Name, name)
				}
			}
		}
	}
}

// assigned returns which of the package's variables the function assigns to, or
// to an element or field of. A local variable of the same name hides the
// package's.
func assigned(fn *ast.FuncDecl, globals map[string]bool) []string {
	local := map[string]bool{}
	declare := func(names ...*ast.Ident) {
		for _, name := range names {
			local[name.Name] = true
		}
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			declare(n.Names...)
		case *ast.ValueSpec:
			declare(n.Names...)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				for _, left := range n.Lhs {
					if name, ok := left.(*ast.Ident); ok {
						declare(name)
					}
				}
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				for _, left := range []ast.Expr{n.Key, n.Value} {
					if name, ok := left.(*ast.Ident); ok {
						declare(name)
					}
				}
			}
		}
		return true
	})
	var out []string
	change := func(left ast.Expr) {
		for {
			switch inner := left.(type) {
			case *ast.IndexExpr:
				left = inner.X
			case *ast.SelectorExpr:
				left = inner.X
			case *ast.StarExpr:
				left = inner.X
			case *ast.ParenExpr:
				left = inner.X
			case *ast.Ident:
				if globals[inner.Name] && !local[inner.Name] {
					out = append(out, inner.Name)
				}
				return
			default:
				return
			}
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, left := range n.Lhs {
					change(left)
				}
			}
		case *ast.IncDecStmt:
			change(n.X)
		}
		return true
	})
	return out
}
