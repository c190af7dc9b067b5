package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// term is one entry of a report's vector.
type term struct {
	id     int32
	weight float64
}

const (
	// titleTimes and nameTimes weigh the words of a title and of named actors.
	titleTimes, nameTimes = 2, 1
	// leadWords is how much of a long report speaks for its story; what comes
	// later is background that other stories share.
	leadWords = 400
)

// vectors returns the TF-IDF vector of every report, of unit length, terms in
// order. order lists the reports in their canonical order, which the numbering
// of terms follows, so that the order of reading changes no sum.
func vectors(docs []*doc.Document, words [][]word, background Background, order []int) [][]term {
	ids := make(map[string]int32)
	var names []string
	var frequency []int32
	counts := make([]map[int32]float64, len(docs))
	for _, i := range order {
		c := make(map[int32]float64)
		add := func(w string, times float64) {
			if len(w) < 2 {
				return
			}
			id, ok := ids[w]
			if !ok {
				id = int32(len(names))
				ids[w] = id
				names = append(names, w)
				frequency = append(frequency, 0)
			}
			if c[id] == 0 {
				frequency[id]++
			}
			c[id] += times
		}
		for _, w := range fold(docs[i].Report.Title) {
			add(w, titleTimes)
		}
		for k, w := range words[i] {
			if k >= leadWords {
				break
			}
			if !w.title {
				add(stem(w.fold), 1)
			}
		}
		for _, e := range docs[i].Entities {
			switch e.Kind {
			case doc.KindPerson, doc.KindOrganization, doc.KindGroup, doc.KindPlace:
				if len(e.Mentions) > 0 && e.Mentions[0].Form == doc.FormName {
					add("\x00"+e.Name, nameTimes)
				}
			}
		}
		counts[i] = c
	}
	read := 0
	for _, c := range counts {
		if len(c) > 0 {
			read++
		}
	}
	out := make([][]term, len(docs))
	for i, c := range counts {
		v := make([]term, 0, len(c))
		for id, n := range c {
			idf := background.rarity(names[id], int(frequency[id]), read)
			v = append(v, term{id, (1 + math.Log(n)) * idf})
		}
		slices.SortFunc(v, func(x, y term) int { return cmp.Compare(x.id, y.id) })
		norm := 0.0
		for _, t := range v {
			norm += t.weight * t.weight
		}
		for k := range v {
			v[k].weight /= math.Sqrt(norm)
		}
		out[i] = v
	}
	return out
}

// fold splits a title into folded, stemmed words.
func fold(s string) []string {
	var out []string
	for _, w := range wordsOf(&doc.Document{Text: s}) {
		out = append(out, stem(w.fold))
	}
	return out
}

// stem takes the plainest endings off, so that "jets" finds "jet". It is no more
// than TF-IDF needs.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		return w[:len(w)-3]
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}
