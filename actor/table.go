package actor

import (
	"fmt"
	"io/fs"
	"strings"
)

// readTable reads a tab-separated table: lines that begin with "#" are comments,
// the first other line names the columns. Rows shorter than that are filled up.
func readTable(files fs.FS, name string, columns int) ([][]string, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	head := true
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) > columns {
			return nil, fmt.Errorf("%s:%d: %d columns, the table has %d", name, i+1, len(cells), columns)
		}
		for len(cells) < columns {
			cells = append(cells, "")
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// list splits a cell that holds several entries.
func list(cell string) []string {
	var out []string
	for _, s := range strings.Split(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
