package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

func TestAssignedSeesWhatIsChanged(t *testing.T) {
	globals := map[string]bool{"table": true, "n": true}
	for body, want := range map[string][]string{
		`table["a"] = 1`:             {"table"},
		`table.rows[0].name = "x"`:   {"table"},
		`n++`:                        {"n"},
		`(*table).x, n = 1, 2`:       {"table", "n"},
		`n := 1; n++; _ = n`:         nil,
		`for n := range 3 { n += 1}`: nil,
		`var table []int; table = append(table, 1)`: nil,
		`other := table; _ = other`:                 nil,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() {"+body+"}", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := assigned(file.Decls[0].(*ast.FuncDecl), globals); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", body, got, want)
		}
	}
}
