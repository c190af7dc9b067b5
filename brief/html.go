package brief

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.html
var htmlPage string

// writeHTML writes one page that needs nothing else: its style is inside, it runs
// no script, and its policy lets a browser load nothing.
func writeHTML(w io.Writer, v view) error {
	t, err := template.New("brief").Parse(htmlPage)
	if err != nil {
		return err
	}
	return t.Execute(w, v)
}
