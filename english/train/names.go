package train

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/name"
)

const namePasses = 10

// nameSets are the name annotations and how often each is shown in a pass. The
// first is annotated as the core should annotate; the others differ in places.
var nameSets = []struct {
	file  string
	times int
}{
	{"uner-dev.bio.gz", 3},
	{"wikigold.bio.gz", 1},
	{"wnut-train.bio.gz", 1},
}

// names trains the finder twice: the first labels plain text, and the second
// knows what the first found there.
func (r *run) names() error {
	if r.Text != "" {
		main, more, err := r.nameExamples()
		if err != nil {
			return err
		}
		if err := r.knownNames(r.finder(main, more)); err != nil {
			return err
		}
	}
	main, more, err := r.nameExamples()
	if err != nil {
		return err
	}
	return r.write("names.zst", r.finder(main, more).Append(nil))
}

// finder trains a finder and logs how well one does that has not seen a fifth of
// the main examples.
func (r *run) finder(main, more []name.Example) *name.Finder {
	cut := len(main) * 4 / 5
	trial := name.Train(append(repeat(main[:cut], nameSets[0].times), more...), namePasses, r.Seed)
	r.log("names: F1 %.2f on a held-out fifth", nameF1(trial, main[cut:]))
	return name.Train(append(repeat(main, nameSets[0].times), more...), namePasses, r.Seed)
}

// nameExamples reads all name annotations: the main ones, and more.
func (r *run) nameExamples() (main, more []name.Example, err error) {
	for i, set := range nameSets {
		named, err := readNames(r.Treebanks, set.file)
		if err != nil {
			return nil, nil, err
		}
		for _, n := range named {
			ex := r.nameExample(n.Forms, n.Labels)
			if i == 0 {
				main = append(main, ex)
				continue
			}
			for range set.times {
				more = append(more, ex)
			}
		}
	}
	for i := range r.gold {
		if labels := entityLabels(&r.gold[i]); labels != nil {
			forms := make([]string, len(labels))
			for k, w := range r.gold[i].Words {
				forms[k] = w.Form
			}
			more = append(more, r.nameExample(forms, labels))
		}
	}
	return main, more, nil
}

func repeat(examples []name.Example, times int) []name.Example {
	var out []name.Example
	for range times {
		out = append(out, examples...)
	}
	return out
}

func (r *run) nameExample(forms, labels []string) name.Example {
	e := name.Example{Labels: labels}
	for _, f := range forms {
		e.Words = append(e.Words, r.lex.Word(f))
	}
	e.Tags = r.tagged.tagger.Tag(e.Words, nil)
	return e
}

func nameF1(f *name.Finder, examples []name.Example) float64 {
	var c counts
	for _, e := range examples {
		gold, found := map[[2]int]bool{}, map[[2]int]bool{}
		first := -1
		for i, l := range append(e.Labels, "O") {
			if first >= 0 && l[0] != 'I' {
				gold[[2]int{first*4 + kindNumber(e.Labels[first]), i}] = true
				first = -1
			}
			if l[0] == 'B' {
				first = i
			}
		}
		for _, n := range f.Find(e.Words, e.Tags) {
			found[[2]int{n.First*4 + kindNumber("B-"+n.Kind), n.Last}] = true
		}
		c.compare(gold, found)
	}
	return c.f1()
}

func kindNumber(label string) int {
	switch label[2:] {
	case "PER":
		return 1
	case "ORG":
		return 2
	}
	return 3
}

func readNames(dir, file string) ([]conllu.Named, error) {
	f, err := os.Open(filepath.Join(dir, "names", file))
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	n, err := conllu.ReadBIO(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return n, nil
}
