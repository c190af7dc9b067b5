package actor

import "strings"

// set is a substitution set of a dictionary: "!PERSON! = MAN, WOMAN".
type set struct {
	members []string
	line    int
}

// readSet keeps a set.
func (r *listReader) readSet(l string, line int, sets map[string]set) {
	head, members, _ := strings.Cut(l, "=")
	head = strings.TrimSpace(head)
	if len(head) < 3 || head[len(head)-1] != '!' || strings.Contains(head[1:len(head)-1], "!") {
		r.fault(line, "%q is no name of a set, which stands between exclamation marks", head)
		return
	}
	if old, ok := sets[head]; ok {
		r.fault(line, "set %s stands in line %d as well", head, old.line)
		return
	}
	s := set{line: line}
	for _, m := range strings.Split(members, ",") {
		if m = strings.TrimSpace(m); m != "" {
			s.members = append(s.members, m)
		}
	}
	if len(s.members) == 0 {
		r.fault(line, "set %s is empty", head)
		return
	}
	sets[head] = s
}

// mostWritings bounds what the sets of one entry may multiply to.
const mostWritings = 1000

// expand writes the entry once for each member of the sets in it.
func (r *listReader) expand(w writing, sets map[string]set) []string {
	out := []string{w.text}
	for depth := 0; ; depth++ {
		var next []string
		changed := false
		for _, s := range out {
			name, from, to, ok := setIn(s)
			if !ok {
				next = append(next, s)
				continue
			}
			members, known := sets[name]
			if !known {
				r.fault(w.line, "there is no set %s", name)
				return nil
			}
			changed = true
			for _, m := range members.members {
				next = append(next, s[:from]+m+s[to:])
			}
		}
		switch {
		case !changed:
			return next
		case depth > 8:
			r.fault(w.line, "cyclic sets: %s never comes to an end", w.text)
			return nil
		case len(next) > mostWritings:
			r.fault(w.line, "%s stands for more than %d names", w.text, mostWritings)
			return nil
		}
		out = next
	}
}

// setIn finds the first set in an entry.
func setIn(s string) (name string, from, to int, ok bool) {
	from = strings.IndexByte(s, '!')
	if from < 0 {
		return "", 0, 0, false
	}
	end := strings.IndexByte(s[from+1:], '!')
	if end < 0 {
		return "", 0, 0, false
	}
	to = from + 1 + end + 1
	return s[from:to], from, to, true
}
