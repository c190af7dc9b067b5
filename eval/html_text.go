package eval

import (
	"strings"

	"golang.org/x/net/html"
)

// scrapedText returns a page's text as a scraper takes it: all that is visible,
// menus and notices with the article, a line for each element that begins one.
func scrapedText(page string) (string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", err
	}
	var s scrape
	s.node(root)
	s.close()
	return s.text.String(), nil
}

// scrape writes the lines of a page.
type scrape struct {
	text, line strings.Builder
}

func (s *scrape) close() {
	if line := strings.Join(strings.Fields(s.line.String()), " "); line != "" {
		s.text.WriteString(line)
		s.text.WriteByte('\n')
	}
	s.line.Reset()
}

func (s *scrape) node(n *html.Node) {
	inline := true
	switch n.Type {
	case html.TextNode:
		s.line.WriteString(n.Data)
	case html.CommentNode:
		return
	case html.ElementNode:
		switch n.Data {
		case "head", "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea":
			return
		case "td", "th":
			s.line.WriteByte(' ')
		case "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "q", "s", "small", "span", "strong",
			"sub", "sup", "time", "u":
		default:
			inline = false
		}
	}
	if !inline {
		s.close()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		s.node(child)
	}
	if !inline {
		s.close()
	}
}
