package arch_test

import (
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	link     = regexp.MustCompile(`\]\(([^)#:]+)\)`) // to a file of ours: no anchor, no scheme
	inCode   = regexp.MustCompile("`([^`\n]+)`")
	goFile   = regexp.MustCompile(`^[a-z_]+\.go$`)
	dataFile = regexp.MustCompile(`^[a-z/_-]+\.(txt|tsv|json|md|html)$`)
	exported = regexp.MustCompile(`^([a-z]+)\.([A-Z][A-Za-z]*)(\.[A-Z][A-Za-z]*)?$`)
)

// documents reads the documents a newcomer reads.
func documents(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"../../*.md", "../../docs/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = string(raw)
		}
	}
	if len(out) < 5 {
		t.Fatalf("only %d documents: the test looks in the wrong place", len(out))
	}
	return out
}

func TestLinksLeadSomewhere(t *testing.T) {
	for name, text := range documents(t) {
		for _, match := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), match[1])); err != nil {
				t.Errorf("%s links to %s: %v", name, match[1], err)
			}
		}
	}
}

// TestArchitectureNamesWhatExists keeps ARCHITECTURE.md true: the files and
// exported names it jumps to must be there.
func TestArchitectureNamesWhatExists(t *testing.T) {
	_, all := files(t, program)
	declared, names := map[string]bool{}, map[string]bool{}
	for _, f := range all {
		names[path.Base(f.path)] = true
		for _, decl := range f.ast.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				name := decl.Name.Name
				if decl.Recv != nil {
					name = receiver(decl.Recv.List[0].Type) + "." + name
				}
				declared[f.ast.Name.Name+"."+name] = true
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					if spec, ok := spec.(*ast.TypeSpec); ok {
						declared[f.ast.Name.Name+"."+spec.Name.Name] = true
					}
				}
			}
		}
	}
	checked := 0
	for _, match := range inCode.FindAllStringSubmatch(documents(t)["../../ARCHITECTURE.md"], -1) {
		name := strings.TrimSuffix(match[1], "()")
		missing := false
		switch {
		case goFile.MatchString(name):
			missing = !names[name]
		case exported.MatchString(name):
			missing = !declared[name]
		case dataFile.MatchString(name):
			found, _ := filepath.Glob(filepath.Join("../..", name))
			inPackage, _ := filepath.Glob(filepath.Join("../../*", name))
			missing = len(found)+len(inPackage) == 0
		default:
			continue
		}
		checked++
		if missing {
			t.Errorf("ARCHITECTURE.md names %s, which does not exist", name)
		}
	}
	if checked < 20 {
		t.Errorf("only %d names were checked", checked)
	}
}

// receiver is the name of a method's type.
func receiver(expr ast.Expr) string {
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	if name, ok := expr.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
