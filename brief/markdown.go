package brief

import (
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/template"
)

//go:embed page.md
var markdownPage string

func writeMarkdown(w io.Writer, v view) error {
	t, err := template.New("brief").Funcs(template.FuncMap{"md": markdown}).Parse(markdownPage)
	if err != nil {
		return err
	}
	return t.Execute(w, v)
}

// opener is what begins a list, a heading or a rule at the start of a line.
var opener = regexp.MustCompile(`^(\d+)([.)])|^([-+=])`)

// markdown escapes what Markdown would read as markup, so that text of a report
// shows as it stands (CommonMark 0.31, section 2.4).
func markdown(value any) string {
	var out strings.Builder
	for _, r := range fmt.Sprint(value) {
		if strings.ContainsRune("\\`*_[]<>#|~&", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return opener.ReplaceAllString(out.String(), `$1\$2$3`)
}
