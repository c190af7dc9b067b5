package clean

import (
	"strings"
	"time"

	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

// earliestPage and latestPage bound the dates a page may carry. The upper bound
// is fixed, not today: the same page must give the same date next year.
var (
	earliestPage = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
	latestPage   = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

// pageDate finds when a page was published and how that is known: a day in its
// address is url, what its head states for machines is metadata, and what is
// found in the visible page is inferred, for related reports and pictures carry
// dates as well.
//
// The address comes first: it is written once, on the outlet's own calendar,
// while metadata is changed at every revision, is often in UTC, and on some
// pages is that of the site or of a video.
func pageDate(root *html.Node, address string) doc.Published {
	if address == "" {
		if link := dom.QuerySelector(root, `link[rel="canonical"]`); link != nil {
			address = dom.GetAttribute(link, "href")
		}
	}
	if day, ok := source.DateInURL(address); ok {
		return doc.Published{Interval: doc.On(day), How: doc.DateURL}
	}
	opts := htmldate.Options{
		UseOriginalDate:     true,
		SkipExtensiveSearch: true,
		MinDate:             earliestPage,
		MaxDate:             latestPage,
	}
	if day, ok := findDay(machineReadable(root), opts); ok {
		return doc.Published{Interval: doc.On(day), How: doc.DateMetadata}
	}
	if day, ok := findDay(withoutHead(root), opts); ok {
		return doc.Published{Interval: doc.On(day), How: doc.DateInferred}
	}
	return doc.Published{How: doc.DateUnknown}
}

// findDay asks htmldate.
func findDay(root *html.Node, opts htmldate.Options) (doc.Day, bool) {
	result, err := htmldate.FromDocument(root, opts)
	if err != nil || result.IsZero() {
		return doc.Day{}, false
	}
	return doc.DayOf(result.DateTime), true
}

// machineReadable returns a page that holds only what is written for machines:
// the meta tags and the JSON-LD of a page.
func machineReadable(root *html.Node) *html.Node {
	page := dom.CreateElement("html")
	head := dom.CreateElement("head")
	dom.AppendChild(page, head)
	for _, meta := range dom.QuerySelectorAll(root, "meta") {
		dom.AppendChild(head, dom.Clone(meta, true))
	}
	for _, script := range dom.QuerySelectorAll(root, "script") {
		if kind := dom.GetAttribute(script, "type"); strings.EqualFold(kind, "application/ld+json") {
			dom.AppendChild(head, dom.Clone(script, true))
		}
	}
	return page
}

// withoutHead returns the visible page.
func withoutHead(root *html.Node) *html.Node {
	page := dom.CreateElement("html")
	for _, body := range dom.QuerySelectorAll(root, "body") {
		dom.AppendChild(page, dom.Clone(body, true))
	}
	return page
}
