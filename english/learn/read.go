package learn

import (
	"github.com/readout-project/readout/english/parse"
)

// Reading is what networks say of a sentence.
type Reading struct {
	Heads  []int32 // -1 for the root
	Labels []int32
	Tags   []int32
}

// Read reads sentences with several networks, whose scores are added, in full
// precision. Only the rows of the examples are looked at.
func Read(models []*Model, examples []*Example) []Reading {
	const together = 32
	out := make([]Reading, len(examples))
	voters := make(chan []*pass, workers)
	for _, m := range models {
		m.pack()
	}
	for range workers {
		var ps []*pass
		for _, m := range models {
			ps = append(ps, newPass(m))
		}
		voters <- ps
	}
	inParts((len(examples)+together-1)/together, func(part int) {
		ps := <-voters
		defer func() { voters <- ps }()
		from := part * together
		read(ps, examples[from:min(from+together, len(examples))], out[from:])
	})
	return out
}

// read fills out, one reading a sentence.
func read(voters []*pass, examples []*Example, out []Reading) {
	mine := make([]*Example, len(examples))
	for i, e := range examples {
		n := len(e.Rows)
		out[i] = Reading{Heads: make([]int32, n), Labels: make([]int32, n), Tags: make([]int32, n)}
		mine[i] = &Example{Rows: e.Rows, Heads: out[i].Heads}
	}
	k := newPack(mine)
	for _, p := range voters {
		p.forward(&k, nil)
	}
	var d parse.Decoder
	var sum []float32
	for s, e := range k.sentences {
		sum = sum[:0]
		for _, p := range voters {
			sum = added(sum, p.score(&k, s).scores)
		}
		d.Tree(sum, len(e.Rows), voters[0].arcs.padded, e.Heads)
	}
	first := voters[0]
	var labels, tags []float32
	for _, p := range voters {
		c := p.Sizes.Label
		p.hidden = sized(p.hidden, k.Words()*c)
		for s, e := range k.sentences {
			for t := range e.Rows {
				i := k.At(s, t)
				p.label(p.hidden[i*c:], i, head(&k, s, t))
			}
		}
		p.labels = p.Model.labels.apply(p.labels, p.hidden, k.Words())
		labels, tags = added(labels, p.labels), added(tags, p.tags)
	}
	for s, number := range k.Order {
		for t := range examples[number].Rows {
			i := k.At(s, t)
			out[number].Labels[t] = top(labels[i*first.Model.labels.out:][:first.Labels])
			out[number].Tags[t] = top(tags[i*first.Model.tags.out:][:first.Tags])
		}
	}
}

// added adds v to sum, which may be empty.
func added(sum, v []float32) []float32 {
	if len(sum) == 0 {
		return append(sum, v...)
	}
	addTo(sum, v)
	return sum
}

// top returns the place of the greatest number, the first such.
func top(v []float32) int32 {
	at := 0
	for i, x := range v {
		if x > v[at] {
			at = i
		}
	}
	return int32(at)
}
