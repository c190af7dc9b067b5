package clean

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/readout-project/readout/doc"
)

// escalateBelow is the length, in characters, below which the fast extraction is
// not trusted and the slower one, which compares three extractors, is tried.
const escalateBelow = 250

// drawPage draws the article from a page: it sets the document's text to the
// title line and the article's parts, a line each, and returns where they stand.
// What the page states of itself fills in the report. A problem says why there is
// no article and what to do.
func drawPage(d *doc.Document) (parts []piece, problem string) {
	root, err := html.Parse(strings.NewReader(d.HTML))
	if err != nil {
		return nil, "the page cannot be parsed (" + err.Error() + "): save it again from the browser"
	}
	opts := trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // pageDate keeps which rule found the date
	}
	if u, err := url.Parse(d.Report.URL); err == nil && u.IsAbs() {
		opts.OriginalURL = u
	}
	result, err := trafilatura.ExtractDocument(root, opts)
	if err != nil || utf8.RuneCountInString(result.ContentText) < escalateBelow {
		opts.EnableFallback = true
		if slow, slowErr := trafilatura.ExtractDocument(root, opts); slowErr == nil &&
			(err != nil || len(slow.ContentText) > len(result.ContentText)) {
			result, err = slow, nil
		}
	}
	describePage(&d.Report, root, result)
	if err != nil || result == nil || result.ContentNode == nil {
		return nil, noArticle
	}
	content := result.ContentNode
	short := utf8.RuneCountInString(result.ContentText) < escalateBelow
	if short && runTogether(root, result.ContentText) {
		content = body(root)
	}
	r := rendering{title: strings.Join(strings.Fields(d.Report.Title), " ")}
	r.render(content)
	d.Text = r.text.String()
	if !r.article || short && !holdsProse(d.Text, r.parts) {
		return nil, noArticle
	}
	return r.parts, ""
}

// noArticle is said of a page that holds none.
const noArticle = "no article was found in the page: give its text as .txt, or save the page after it has loaded"

// describePage fills in what the page states of itself and the input did not.
func describePage(r *doc.Report, root *html.Node, result *trafilatura.ExtractResult) {
	if result != nil {
		m := result.Metadata
		fill(&r.Outlet, outletName(m.Sitename, m.Hostname))
		fill(&r.Title, withoutOutlet(m.Title, r.Outlet))
		fill(&r.Author, m.Author)
		fill(&r.URL, m.URL)
	}
	offerDate(r, pageDate(root, r.URL))
}

// outletName returns the name a page gives its site, or its host where it gives
// an address or a notice instead.
func outletName(name, host string) string {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 60 || strings.Contains(name, "://") || strings.Contains(strings.ToLower(name), "copyright") {
		return strings.TrimPrefix(host, "www.")
	}
	return name
}

// withoutOutlet takes the outlet's name off the end of a title, where pages set
// it for the browser's tab.
func withoutOutlet(title, outlet string) string {
	for _, dash := range []string{" - ", " – ", " — ", " | ", " :: ", " · "} {
		if head, tail, found := cutLast(title, dash); found && outlet != "" && strings.EqualFold(strings.TrimSpace(tail), outlet) {
			return strings.TrimSpace(head)
		}
	}
	return title
}

// cutLast cuts around the last separator.
func cutLast(s, sep string) (head, tail string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// fill sets an empty field.
func fill(field *string, value string) {
	if *field == "" {
		*field = strings.ToValidUTF8(strings.TrimSpace(value), "\ufffd")
	}
}

// piece is a part of the drawn text with the kind its tag gives it.
type piece struct {
	doc.Span
	kind doc.BlockKind // title, heading or body
}

// rendering writes an article's tree as text, a line each block.
type rendering struct {
	title   string
	text    strings.Builder
	parts   []piece
	open    strings.Builder // the line being written
	article bool
}

// render writes the whole article, its title first: the title stands outside of
// the article's tree in most pages, and later stages read it with the text.
func (r *rendering) render(root *html.Node) {
	if r.title != "" {
		r.open.WriteString(r.title)
		r.close(doc.BlockTitle)
	}
	r.node(root, doc.BlockBody)
	r.close(doc.BlockBody)
}

// node writes one node. Tags that begin a line of their own close the open one
// before and after.
func (r *rendering) node(n *html.Node, kind doc.BlockKind) {
	switch n.Type {
	case html.TextNode:
		r.open.WriteString(n.Data)
		return
	case html.ElementNode:
	default:
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			r.node(child, kind)
		}
		return
	}
	within, block := kind, false
	switch dom.TagName(n) {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		within, block = doc.BlockHeading, true
	case "br", "hr":
		r.close(kind)
		return
	case "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "section", "article", "main",
		"figcaption", "caption", "details", "summary", "body":
		block = true
	case "td", "th":
		r.open.WriteByte(' ')
	}
	if block {
		r.close(kind)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		r.node(child, within)
	}
	if block {
		r.close(within)
	}
}

// close ends the open line, if it holds anything.
func (r *rendering) close(kind doc.BlockKind) {
	line := strings.Join(strings.Fields(strings.ToValidUTF8(r.open.String(), "\ufffd")), " ")
	r.open.Reset()
	if line == "" {
		return
	}
	if r.text.Len() > 0 {
		r.text.WriteString("\n")
	}
	start := r.text.Len()
	r.text.WriteString(line)
	r.parts = append(r.parts, piece{doc.Span{Start: start, End: r.text.Len()}, kind})
	r.article = r.article || kind != doc.BlockTitle
}
