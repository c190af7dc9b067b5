package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/readout-project/readout/doc"
)

// The names under which the fields of a report are known, best first. They are
// compared without regard to case, "_" and "-".
var (
	textNames      = []string{"text", "fulltext", "body", "articlebody", "content", "maintext", "story", "article"}
	htmlNames      = []string{"html", "rawhtml", "page"}
	idNames        = []string{"id", "ref", "docid", "articleid", "uuid", "guid"}
	titleNames     = []string{"title", "headline"}
	outletNames    = []string{"outlet", "publisher", "source", "sourcename", "site", "sitename", "newspaper", "publication"}
	authorNames    = []string{"author", "authors", "byline", "creator"}
	publishedNames = []string{"published", "date", "pubdate", "publisheddate", "publishedat", "datepublished",
		"publicationdate", "publishdate", "publishedon", "datetime", "timestamp"}
	urlNames      = []string{"url", "link", "canonicalurl", "sourceurl"}
	languageNames = []string{"language", "lang"}
)

// object makes the document of one JSON object. where names it in messages.
func (r *run) object(name, where string, content []byte) error {
	id := contentID(content)
	var remark string
	if !utf8.Valid(content) {
		text, lost := decode(content, false)
		content, remark = []byte(text), lost
	}
	fields, err := readFields(content)
	if err != nil {
		d := &doc.Document{Text: string(content)}
		d.Report = doc.Report{ID: id, Path: name, Status: doc.StatusFailed, Problem: where + " is not a JSON object (" + err.Error() + "): correct it and read it again"}
		return r.give(d)
	}
	d := &doc.Document{}
	d.Report = doc.Report{
		ID:       id,
		Ref:      fields.first(idNames),
		Path:     name,
		URL:      fields.first(urlNames),
		Title:    fields.first(titleNames),
		Outlet:   fields.first(outletNames),
		Author:   fields.first(authorNames),
		Language: languageCode(fields.first(languageNames)),
	}
	note(&d.Report, remark)
	d.Report.Damaged = remark != ""
	d.Report.Published = fields.published(&d.Report)
	if key, text := fields.find(textNames); looksLikePage([]byte(text)) || key != "text" && looksLikeMarkup(text) {
		d.HTML = text
	} else {
		d.Text = text
	}
	if strings.TrimFunc(d.Text+d.HTML, unicode.IsSpace) == "" {
		_, d.HTML = fields.find(htmlNames)
	}
	if strings.TrimFunc(d.Text+d.HTML, unicode.IsSpace) == "" {
		d.Report.Status = doc.StatusEmpty
		if _, given := fields.lookup(textNames); given {
			d.Report.Problem = where + " has an empty text"
		} else {
			d.Report.Status = doc.StatusFailed
			d.Report.Problem = where + " has no field for the text: name it one of " +
				strings.Join(slices.Concat(textNames, htmlNames), ", ") + " (docs/input.md)"
		}
	}
	return r.give(d)
}

// looksLikeMarkup reports whether a field holds a piece of a page, as feeds give it.
func looksLikeMarkup(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "<") && strings.Contains(text, "</") &&
		(strings.Contains(text, "<p") || strings.Contains(text, "<div"))
}

// field is one member of an object.
type field struct {
	key   string // folded
	value json.RawMessage
}

// fields are the members of an object in their order.
type fields []field

var errNoObject = errors.New("it does not begin with {")

// readFields reads the members of an object.
func readFields(content []byte) (fields, error) {
	dec := json.NewDecoder(bytes.NewReader(content))
	if token, err := dec.Token(); err != nil {
		return nil, positioned(err, dec)
	} else if token != json.Delim('{') {
		return nil, errNoObject
	}
	var found fields
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, positioned(err, dec)
		}
		name, _ := key.(string)
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, positioned(err, dec)
		}
		found = append(found, field{foldKey(name), value})
	}
	if _, err := dec.Token(); err != nil {
		return nil, positioned(err, dec)
	}
	if rest := bytes.TrimSpace(content[dec.InputOffset():]); len(rest) > 0 {
		return nil, fmt.Errorf("something follows the object at byte %d", dec.InputOffset())
	}
	return found, nil
}

// positioned says where in the object it broke.
func positioned(err error, dec *json.Decoder) error {
	return fmt.Errorf("%w (near byte %d)", err, dec.InputOffset())
}

// foldKey makes "pub_date", "pubDate" and "PubDate" one name.
func foldKey(key string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(key))
}

// lookup returns the first field known by one of the names, best name first.
func (f fields) lookup(names []string) (field, bool) {
	for _, name := range names {
		for _, member := range f {
			if member.key == name {
				return member, true
			}
		}
	}
	return field{}, false
}

// find returns the key and value of the best-named field that is not empty, to
// the letter.
func (f fields) find(names []string) (key, value string) {
	for _, name := range names {
		for _, member := range f {
			if member.key != name {
				continue
			}
			if value := plain(member.value); strings.TrimSpace(value) != "" {
				return name, value
			}
		}
	}
	return "", ""
}

// first returns the value of the best-named field that is not empty.
func (f fields) first(names []string) string {
	_, value := f.find(names)
	return strings.TrimSpace(value)
}

// plain returns what a value says: a string as it is, a number as written, the
// members of an array joined by commas, the name of an object that has one.
func plain(value json.RawMessage) string {
	if len(value) == 0 {
		return ""
	}
	switch value[0] {
	case '"':
		var s string
		if json.Unmarshal(value, &s) == nil {
			return s
		}
	case '[':
		var members []json.RawMessage
		if json.Unmarshal(value, &members) != nil {
			return ""
		}
		var said []string
		for _, member := range members {
			if s := plain(member); s != "" && member[0] != '[' {
				said = append(said, s)
			}
		}
		return strings.Join(said, ", ")
	case '{':
		if members, err := readFields(value); err == nil {
			if name, ok := members.lookup([]string{"name", "title"}); ok && len(name.value) > 0 && name.value[0] == '"' {
				return plain(name.value)
			}
		}
	case 'n', 't', 'f': // null, true, false say nothing of a report
	default:
		return string(value)
	}
	return ""
}

// published reads the date of publication: as given, else from the URL. A date
// that cannot be understood is left unknown and noted, never guessed.
func (f fields) published(report *doc.Report) doc.Published {
	given := f.first(publishedNames)
	if given != "" {
		interval, err := ParsePublished(given)
		if err == nil {
			return doc.Published{Interval: interval, How: doc.DateMetadata}
		}
		note(report, err.Error())
	}
	if day, ok := DateInURL(report.URL); ok {
		return doc.Published{Interval: doc.On(day), How: doc.DateURL}
	}
	if given != "" {
		return doc.Published{How: doc.DateUnknown}
	}
	return doc.Published{}
}

// languageCode returns the ISO 639-1 code of a language given as a tag
// ("en-US"), a three-letter code or the English word for English; "" otherwise.
func languageCode(given string) string {
	if strings.EqualFold(given, "english") {
		return "en"
	}
	tag, err := language.Parse(given)
	if err != nil || given == "" {
		return ""
	}
	base, confidence := tag.Base()
	if confidence < language.High {
		return ""
	}
	return base.String()
}

// epoch reads seconds or milliseconds since 1970 as written by many exports.
func epoch(given string) (seconds int64, ok bool) {
	n, err := strconv.ParseInt(given, 10, 64)
	switch {
	case err != nil:
		return 0, false
	case len(given) == 13:
		return n / 1000, true
	case len(given) == 10, len(given) == 9:
		return n, true
	}
	return 0, false
}
