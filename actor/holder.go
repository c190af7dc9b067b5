package actor

import (
	"strings"
)

// holder is the one person of the report who holds that office for that country.
func (r *reading) holder(state string, ro role) int {
	found := -1
	for _, i := range r.persons {
		p := &r.drafts[i]
		if p.Country != state || !p.holds(ro) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// holds reports whether the role noun can mean the person's office.
func (p *draft) holds(ro role) bool {
	noun := ro.entry.noun
	for _, h := range p.roles {
		if h.words == noun || ro.entry.flags.diplomat && h.flags.diplomat {
			return true
		}
		if strings.Contains(noun, " ") || h.flags.speaks && !ro.entry.flags.speaks {
			continue
		}
		if strings.HasPrefix(h.words, noun+" of") {
			return true
		}
		before, ok := strings.CutSuffix(h.words, " "+noun)
		if ok && !lesser(before) {
			return true
		}
	}
	return false
}

// calledSo reports whether the person's office has that very name.
func (p *draft) calledSo(noun string) bool {
	for _, h := range p.roles {
		if h.words == noun {
			return true
		}
	}
	return false
}

// lesser are words that make an office another one: a vice president is not "the
// president".
func lesser(before string) bool {
	for _, w := range []string{"vice", "deputy", "prime", "assistant", "opposition", "general", "press", "under"} {
		if strings.HasPrefix(before, w) {
			return true
		}
	}
	return false
}

func (r *reading) isState(code string) bool {
	_, ok := r.lex.countries.ByISO3(code)
	return ok
}
