package train

import "github.com/readout-project/readout/english/word"

// settle writes the tagger with the list of words that it always gives the same
// tag, drawn from the treebanks and the plain text. Nothing else in the run uses
// the list: it only saves time.
func (r *run) settle() error {
	var sentences [][]word.Word
	for i := range r.gold {
		sentences = append(sentences, words(&r.gold[i], r.lex))
	}
	if r.Text != "" {
		plain, err := r.plainSentences()
		if err != nil {
			return err
		}
		for i := range plain {
			sentences = append(sentences, words(&plain[i], r.lex))
		}
	}
	t := r.tagged.tagger.Settled(sentences)
	r.log("tagger: dev %.2f with words settled", r.tagAccuracy(t))
	return r.write("tags.zst", t.Append(nil))
}
