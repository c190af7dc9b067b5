package when

import (
	"fmt"
	"strconv"
)

// builtin names the classes of numbers; time.txt says what each takes.
var builtin = map[string]bool{
	"DAY": true, "MM": true, "DD": true, "NN": true, "YEAR": true, "YY": true,
	"DECADE": true, "N": true, "ORD": true, "CLOCK": true,
}

// number matches a class of numbers at a piece.
func (c *clause) number(class string, at int) (value string, n int) {
	p := c.pieces[at]
	if class == "CLOCK" {
		return c.clock(at)
	}
	if !p.digits {
		switch class {
		case "N":
			return c.numberWords(at)
		case "ORD":
			return c.rules.classes["ORDINAL"].values[p.word], min(1, len(c.rules.classes["ORDINAL"].values[p.word]))
		}
		return "", 0
	}
	if c.partOfNumber(at) {
		return "", 0
	}
	v, n := atoi(p.word), 1
	ordinal := c.glued(at+1) && isOrdinalEnding(c.word(at+1))
	letters := c.glued(at+1) && class2(c, at+1) == letter && !ordinal
	switch class {
	case "DAY":
		if len(p.word) > 2 || v < 1 || v > 31 || letters {
			return "", 0
		}
		if ordinal {
			n = 2
		}
	case "ORD":
		if !ordinal || len(p.word) > 2 {
			return "", 0
		}
		n = 2
	case "MM":
		if len(p.word) != 2 || v < 1 || v > 12 {
			return "", 0
		}
	case "DD":
		if len(p.word) != 2 || v < 1 || v > 31 || (letters && c.word(at+1) != "t") {
			return "", 0
		}
	case "NN":
		if len(p.word) > 2 {
			return "", 0
		}
	case "YY":
		if len(p.word) != 2 || letters || ordinal {
			return "", 0
		}
	case "YEAR":
		if len(p.word) != 4 || v < 1000 || v > 2199 || letters || ordinal {
			return "", 0
		}
	case "DECADE":
		if len(p.word) != 4 || v%10 != 0 || v < 1000 || v > 2199 || !c.glued(at+1) {
			return "", 0
		}
		if c.word(at+1) == "'" && c.word(at+2) == "s" && c.glued(at+2) {
			return p.word, 3
		}
		if c.word(at+1) != "s" {
			return "", 0
		}
		n = 2
	case "N":
		if len(p.word) > 4 || letters || ordinal || (c.word(at-1) == "/" && c.glued(at)) {
			return "", 0
		}
	}
	return strconv.Itoa(v), n
}

// partOfNumber reports whether the digits are part of a larger number or of a
// code: "1,999", "3.5", "$20", "A4".
func (c *clause) partOfNumber(at int) bool {
	if c.glued(at) {
		prev := c.word(at - 1)
		switch {
		case (prev == "," || prev == ".") && c.glued(at-1) && at >= 2 && c.pieces[at-2].digits && len(c.word(at)) == 3:
			return true
		case prev == "." && c.glued(at-1) && at >= 2 && c.pieces[at-2].digits && !c.dotted(at):
			return true
		case prev == "$" || prev == "€" || prev == "£" || prev == "#" || prev == "+":
			return true
		case class2(c, at-1) == letter:
			return true
		}
	}
	if c.glued(at+1) && at+2 < len(c.pieces) && c.glued(at+2) && c.pieces[at+2].digits {
		next := c.word(at + 1)
		return next == "," || (next == "." && !c.dotted(at))
	}
	return c.word(at+1) == "%"
}

// dotted reports whether the digits stand in a date like 05.09.2015.
func (c *clause) dotted(at int) bool {
	for first := at - 4; first <= at; first += 2 {
		ok := first >= 0 && first+4 < len(c.pieces)
		for i, length := range []int{2, 1, 2, 1, 4} {
			ok = ok && len(c.word(first+i)) == length && (i == 0 || c.glued(first+i)) && (i%2 == 0) == c.pieces[first+i].digits
			ok = ok && (i%2 == 0 || c.word(first+i) == ".")
		}
		if ok {
			return true
		}
	}
	return false
}

// numberWords matches a number in words: "three", "twenty-five", "a couple of".
func (c *clause) numberWords(at int) (value string, n int) {
	values := c.rules.classes["NUMBER"].values
	v, ok := values[c.word(at)]
	if !ok {
		return "", 0
	}
	n = 1
	next := c.word(at + 1)
	switch w := c.word(at); {
	case (w == "a" || w == "an") && (next == "few" || next == "couple" || next == "dozen"):
		v, n = values[next], 2
		if next == "couple" && c.word(at+2) == "of" {
			n = 3
		}
	case (w == "a" || w == "one") && next == "hundred":
		v, n = "100", 2
	case w == "couple" && next == "of":
		n = 2
	case next == "dozen" || next == "hundred":
		unit := 12
		if next == "hundred" {
			unit = 100
		}
		if m := atoi(v); m > 0 {
			v, n = strconv.Itoa(m*unit), 2
		}
	case atoi(v) >= 20 && atoi(v)%10 == 0:
		skip := 1
		if next == "-" {
			skip = 2
		}
		if m := atoi(values[c.word(at+skip)]); m > 0 && m < 10 && len(c.word(at+skip)) > 2 {
			v, n = strconv.Itoa(atoi(v)+m), skip+1
		}
	}
	return v, n
}

// clock matches a time of day: "10:30 p.m.", "3am", "0600 GMT", "noon". Its value
// is "T22:30", with a final Z for Greenwich time.
func (c *clause) clock(at int) (value string, n int) {
	switch c.word(at) {
	case "noon":
		return "T12:00", 1
	case "midnight":
		return "T24:00", 1
	}
	w := c.word(at)
	if !c.pieces[at].digits || len(w) > 4 || len(w) == 3 || c.partOfNumber(at) && !c.clockDot(at) {
		return "", 0
	}
	hour, minute, sure := atoi(w), 0, false
	n = 1
	if len(w) == 4 {
		hour, minute = hour/100, hour%100
	} else if sep := c.word(at + 1); (sep == ":" || c.clockDot(at)) && c.glued(at+1) && c.glued(at+2) && len(c.word(at+2)) == 2 && c.pieces[at+2].digits {
		minute = atoi(c.word(at + 2))
		n = 3
		sure = sep == ":" && c.word(at-1) == "at"
	}
	if half, m := c.half(at + n); m > 0 && hour >= 1 && hour <= 12 && len(w) <= 2 {
		hour = hour%12 + half
		n, sure = n+m, true
	}
	zone := ""
	full := len(w) == 4 || n == 3 || sure // "18:00" or "6 p.m."
	switch z := c.word(at + n); {
	case z == "gmt" || z == "utc":
		zone, n, sure = "Z", n+1, full
	case z == "est" || z == "edt" || z == "et" || z == "cet" || z == "msk":
		n, sure = n+1, full
	case z == "local" && c.word(at+n+1) == "time":
		n, sure = n+2, full
	}
	if !sure || hour > 23 || minute > 59 {
		return "", 0
	}
	return fmt.Sprintf("T%02d:%02d%s", hour, minute, zone), n
}

// clockDot reports whether a time is written 10.30 p.m.
func (c *clause) clockDot(at int) bool {
	if c.word(at+1) != "." || !c.glued(at+1) || !c.glued(at+2) || len(c.word(at+2)) != 2 {
		return false
	}
	_, n := c.half(at + 3)
	return n > 0
}

// half matches a.m. and p.m. and returns the hours it adds.
func (c *clause) half(at int) (hours, n int) {
	w := c.word(at)
	hours = 12
	if w == "am" || w == "a" {
		hours = 0
	}
	switch w {
	case "am", "pm":
		return hours, 1
	case "a", "p":
		if c.word(at+1) != "." || c.word(at+2) != "m" || !c.glued(at+2) {
			return 0, 0
		}
		if c.word(at+3) == "." && c.glued(at+3) {
			return hours, 4
		}
		return hours, 3
	}
	return 0, 0
}

func isOrdinalEnding(w string) bool { return w == "st" || w == "nd" || w == "rd" || w == "th" }

// class2 is the class of the first character of a piece.
func class2(c *clause, i int) runeClass {
	for _, r := range c.doc.Slice(c.pieces[i].Span) {
		return class(r)
	}
	return other
}
