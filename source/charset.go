package source

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

var utf8BOM = []byte{0xef, 0xbb, 0xbf}

// decode turns bytes into text. The remark tells what could not be kept: bytes
// that are no character in any likely encoding stand as U+FFFD.
//
// Order of evidence: byte order mark; valid UTF-8; UTF-8 with a few broken
// bytes; for pages the declared encoding; detection by letter statistics.
func decode(content []byte, html bool) (text, remark string) {
	if order := wideOrder(content); order != nil {
		return transcode(content, order, "UTF-16")
	}
	content = bytes.TrimPrefix(content, utf8BOM)
	if utf8.Valid(content) {
		return string(content), ""
	}
	broken, whole := utf8Sequences(content)
	if broken < whole*brokenPerWhole {
		return mend(content)
	}
	if html {
		// windows-1252 is also the answer when nothing is declared.
		if enc, name, _ := charset.DetermineEncoding(content, "text/html"); name != "windows-1252" && name != "utf-8" {
			return transcode(content, enc, name)
		}
	}
	if enc, name := detectEncoding(content, html); enc != nil {
		text, remark = transcode(content, enc, name)
		if remark == "" && broken < fewBytes {
			remark = fmt.Sprintf("%d bytes are not valid UTF-8 and were read as %s, for which so few speak little: save the file as UTF-8", broken, name)
		}
		return text, remark
	}
	return mend(content)
}

// brokenPerWhole is how many broken bytes a UTF-8 text may have for each whole
// sequence of several bytes. In the encodings of Chinese and Korean, the worst,
// one such sequence comes about by chance for every ten bytes or more.
const brokenPerWhole = 4

// fewBytes is below how many bytes the statistics of letters are a guess, so
// that a damaged file and an old encoding look the same.
const fewBytes = 4

// mend replaces what is not valid UTF-8.
func mend(content []byte) (text, remark string) {
	broken, _ := utf8Sequences(content)
	return strings.ToValidUTF8(string(content), "\ufffd"),
		fmt.Sprintf("%d bytes are not valid UTF-8 and stand as U+FFFD: save the file as UTF-8", broken)
}

// transcode decodes content from an encoding and counts what it cannot say.
func transcode(content []byte, enc encoding.Encoding, name string) (text, remark string) {
	before := bytes.Count(content, []byte("\ufffd"))
	out, err := enc.NewDecoder().Bytes(content)
	if err != nil {
		return mend(content)
	}
	text = strings.ToValidUTF8(string(out), "\ufffd")
	if lost := strings.Count(text, "\ufffd") - before; lost > 0 {
		remark = fmt.Sprintf("read as %s, in which %d characters are not valid and stand as U+FFFD: save the file as UTF-8", name, lost)
	}
	return text, remark
}

// utf8Sequences counts the bytes that break UTF-8 and the whole sequences of
// more than one byte.
func utf8Sequences(content []byte) (broken, whole int) {
	for len(content) > 0 {
		r, n := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		content = content[n:]
	}
	return broken, whole
}

// detectEncoding guesses an encoding from the statistics of its letters; nil when
// nothing is likely.
func detectEncoding(content []byte, html bool) (encoding.Encoding, string) {
	const sample = 64 << 10
	first := bytes.IndexFunc(content, func(r rune) bool { return r >= utf8.RuneSelf })
	if start := first - 1024; start > 0 {
		content = content[start:]
	}
	content = content[:min(len(content), sample)]
	detector := chardet.NewTextDetector()
	if html {
		detector = chardet.NewHtmlDetector()
	}
	results, err := detector.DetectAll(content)
	if err != nil {
		return nil, ""
	}
	// The detector's recognisers run at the same time and ties come in any order.
	sort.Slice(results, func(i, j int) bool {
		if results[i].Confidence != results[j].Confidence {
			return results[i].Confidence > results[j].Confidence
		}
		return results[i].Charset < results[j].Charset
	})
	for _, result := range results {
		name := strings.ToLower(result.Charset)
		if strings.HasPrefix(name, "utf-") {
			continue // asked before, and it was not
		}
		name = strings.TrimSuffix(strings.Replace(name, "gb-18030", "gb18030", 1), "-i")
		if enc, err := htmlindex.Get(name); err == nil {
			return enc, name
		}
	}
	return nil, ""
}

// wideOrder returns the decoder of UTF-16 text, told by its byte order mark or
// by every other byte being zero; nil for any other text.
func wideOrder(content []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	sample := content[:min(len(content), 1024)]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 8:
		return nil
	case zeros[1]*10 > half*9 && zeros[0]*10 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*10 > half*9 && zeros[1]*10 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}
