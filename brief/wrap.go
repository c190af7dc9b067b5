package brief

import (
	"strings"

	"github.com/rivo/uniseg"
)

// width is how many columns a line of text may take.
const width = 100

// wrap breaks text at spaces into lines that fit beside an indent. A word longer
// than a line gets a line of its own. Escape sequences of colours have no width.
func wrap(text string, indent int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Fields(text) {
		size := uniseg.StringWidth(plain(word))
		if used > 0 && indent+used+1+size > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += size
	}
	if used > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// plain takes the escape sequences of colours out of a word.
func plain(word string) string {
	var out strings.Builder
	for {
		start := strings.IndexByte(word, '\x1b')
		if start < 0 {
			break
		}
		out.WriteString(word[:start])
		word = word[start:]
		end := strings.IndexByte(word, 'm')
		if end < 0 {
			return out.String()
		}
		word = word[end+1:]
	}
	out.WriteString(word)
	return out.String()
}
