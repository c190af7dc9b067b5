package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Named is a sentence with a BIO label for each word.
type Named struct {
	Forms  []string
	Labels []string // "O", "B-PER", "I-PER", …
}

// ReadBIO reads lines of "form TAB label" with a blank line between sentences.
func ReadBIO(r io.Reader) ([]Named, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	var (
		out []Named
		cur Named
	)
	flush := func() {
		if len(cur.Forms) > 0 {
			out = append(out, cur)
		}
		cur = Named{}
	}
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		form, label, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("line %d: no tab between form and label", n)
		}
		cur.Forms = append(cur.Forms, form)
		cur.Labels = append(cur.Labels, label)
	}
	flush()
	return out, sc.Err()
}
