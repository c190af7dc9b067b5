package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

func TestOffsetsCountCodePoints(t *testing.T) {
	texts := map[string]string{
		"empty":          "",
		"ascii":          "Envoys met in Geneva.",
		"dirt":           "“Перемирие”\u00a0— 停戦 🕊 held.",
		"exactly a mark": strings.Repeat("a", stride),
		"mark in a rune": strings.Repeat("a", stride-1) + "é" + strings.Repeat("é", stride),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			o := newOffsets(text)
			for at := range text {
				if got, want := o.point(at), utf8.RuneCountInString(text[:at]); got != want {
					t.Fatalf("byte %d: got %d, want %d", at, got, want)
				}
			}
			if got, want := o.point(len(text)), utf8.RuneCountInString(text); got != want {
				t.Errorf("end: got %d, want %d", got, want)
			}
		})
	}
}

func TestFoundSpanMayBeAbsent(t *testing.T) {
	o := newOffsets("He said so.")
	if got := o.found(doc.Span{}); got != nil {
		t.Errorf("empty span: got %v, want nil", got)
	}
	if got := o.found(doc.Span{Start: 3, End: 7}); got == nil || *got != (Span{3, 7, "said"}) {
		t.Errorf("got %v", got)
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("Посол вызван — “recalled”.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("source hands out valid UTF-8 only")
		}
		o := newOffsets(text)
		points := []rune(text)
		n := 0
		for at := range text {
			if o.point(at) != n {
				t.Fatalf("byte %d: got %d, want %d", at, o.point(at), n)
			}
			n++
		}
		if o.point(len(text)) != len(points) {
			t.Fatalf("end: got %d, want %d", o.point(len(text)), len(points))
		}
	})
}
