package train

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/name"
)

const namePasses = 8

// nameSets are the name annotations. The first is annotated as the core should
// annotate; the others differ in places.
var nameSets = []string{"uner-dev.bio.gz", "wikigold.bio.gz", "wnut-train.bio.gz"}

// names trains the finder twice: the first labels plain text, and the second
// knows what the first found there.
func (r *run) names() error {
	listed, err := r.listed()
	if err != nil {
		return err
	}
	g := name.NewGazetteer(listed)
	if r.Text != "" {
		main, more, err := r.nameExamples()
		if err != nil {
			return err
		}
		if err := r.knownNames(r.finder(main, more, g)); err != nil {
			return err
		}
	}
	main, more, err := r.nameExamples()
	if err != nil {
		return err
	}
	return r.write("names.zst", r.finder(main, more, g).Append(nil))
}

// finder trains a finder and logs how well one does that has not seen a fifth of
// the main examples.
func (r *run) finder(main, more []name.Example, g *name.Gazetteer) *name.Finder {
	cut := len(main) * 4 / 5
	trial := name.Train(append(slices.Clone(main[:cut]), more...), g, namePasses, r.Seed)
	r.log("names: F1 %.2f on a held-out fifth", nameF1(trial, main[cut:]))
	return name.Train(append(slices.Clone(main), more...), g, namePasses, r.Seed)
}

// nameExamples reads all name annotations: the main ones, and more.
func (r *run) nameExamples() (main, more []name.Example, err error) {
	for i, set := range nameSets {
		named, err := readNames(r.Treebanks, set)
		if err != nil {
			return nil, nil, err
		}
		for _, n := range named {
			ex := r.nameExample(n.Forms, n.Labels)
			if i == 0 {
				main = append(main, ex)
				continue
			}
			more = append(more, ex)
		}
	}
	dev, err := readTreebank(r.Treebanks, "gum-open.dev.conllu.gz")
	if err != nil {
		return nil, nil, err
	}
	for _, sentences := range [][]conllu.Sentence{r.gold, dev} {
		for i := range sentences {
			labels := entityLabels(&sentences[i])
			if labels == nil {
				continue
			}
			forms := make([]string, len(labels))
			for k, w := range sentences[i].Words {
				forms[k] = w.Form
			}
			more = append(more, r.nameExample(forms, labels))
		}
	}
	return main, more, nil
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
