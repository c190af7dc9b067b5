package clean

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/readout-project/readout/doc"
)

// outletOf returns a key for whoever published the report, "" when nothing tells
// it: the outlet the input states, the host of its address, what a page says of
// itself, the agency in a dateline.
func outletOf(d *doc.Document) string {
	key := cmp.Or(d.Report.Outlet, host(d.Report.URL))
	if key == "" && d.HTML != "" {
		key = siteOf(d.HTML)
	}
	if key == "" && d.HTML == "" {
		key = datelineOutlet(d.Text)
	}
	return strings.ToLower(strings.TrimSpace(key))
}

// host returns the host of an address.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// siteOf returns the site that the head of a page names. It stops at the body,
// for a page is long and this is asked of every page of a run.
func siteOf(page string) string {
	name, address := "", ""
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return cmp.Or(host(address), name)
		case html.StartTagToken, html.SelfClosingTagToken:
		default:
			continue
		}
		token := z.Token()
		attributes := map[string]string{}
		for _, a := range token.Attr {
			attributes[a.Key] = a.Val
		}
		switch {
		case token.Data == "body":
			return cmp.Or(host(address), name)
		case token.Data == "link" && strings.EqualFold(attributes["rel"], "canonical"):
			address = cmp.Or(address, attributes["href"])
		case token.Data == "meta" && attributes["property"] == "og:url":
			address = cmp.Or(address, attributes["content"])
		case token.Data == "meta" && attributes["property"] == "og:site_name":
			name = attributes["content"]
		}
	}
}

// maxDatelineLine is how far down a text its dateline is sought, in lines. It is
// that far on pages with menus.
const maxDatelineLine = 60

// datelineOutlet returns the outlet that a text's dateline names.
func datelineOutlet(text string) string {
	spans, _ := splitLines(text[:min(len(text), maxDatelineLine*maxCaption)])
	for _, s := range spans[:min(len(spans), maxDatelineLine)] {
		line := text[s.Start:s.End]
		// The test for brackets keeps the expressions from most lines.
		if !strings.ContainsAny(line[:min(len(line), maxDateline)], "([") {
			continue
		}
		if d, ok := ReadDateline(line); ok && d.Outlet != "" {
			return d.Outlet
		}
	}
	return ""
}
