package clean

import (
	"strings"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"

	"github.com/readout-project/readout/doc"
)

// notProse are the parts of a page that never hold its article.
const notProse = "nav, header, footer, aside, form, button, script, style, noscript, template"

// body returns a copy of the page's body without what surely is no article. A
// page of frames has no body, and an empty one is returned.
func body(root *html.Node) *html.Node {
	found := dom.QuerySelector(root, "body")
	if found == nil {
		return &html.Node{Type: html.DocumentNode}
	}
	found = dom.Clone(found, true)
	dom.RemoveNodes(dom.QuerySelectorAll(found, notProse), nil)
	return found
}

// runTogether reports whether the extractor gave text with words that stand
// nowhere on the page. Where it finds no article it takes the text of the whole
// page without a space between one element and the next, so that the menu
// "Home", "World" becomes the word "HomeWorld".
func runTogether(root *html.Node, text string) bool {
	var page rendering
	page.render(root)
	words := map[string]bool{}
	for _, word := range strings.Fields(page.text.String()) {
		words[word] = true
	}
	for _, word := range strings.Fields(text) {
		if !words[word] {
			return true
		}
	}
	return false
}

// holdsProse reports whether a part of a short page other than its title is a
// sentence; what remains of a page without an article are links and headlines.
func holdsProse(text string, parts []piece) bool {
	for _, p := range parts {
		if p.kind == doc.BlockTitle {
			continue
		}
		if line := newLine(text, p.Span); line.sentence || len(line.words) >= 3 && endsSentence(line.text) {
			return true
		}
	}
	return false
}
