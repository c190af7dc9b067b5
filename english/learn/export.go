package learn

import (
	"slices"

	"github.com/readout-project/readout/english/network"
)

// Append writes the model behind b as the file that network.Load reads: what was
// learnt of a word is added to its vector, matrices are turned so that a row is an
// output, and padding is left out.
func (m *Model) Append(b []byte, relations []string) []byte {
	p := &network.Parts{Outputs: m.Tags}
	for t, q := range m.in.tables {
		p.Tables[t] = network.Matrix{Rows: q.Rows, Cols: q.Cols, Values: q.W}
	}
	words := slices.Clone(m.in.tables[network.TableWord].W)
	width := network.TableWidth(network.TableWord)
	addTo(words[width:], m.in.vectors[width:]) // row 0 is that of unknown words: no vector
	p.Tables[network.TableWord].Values = words
	for _, l := range m.layers {
		p.Layers = append(p.Layers, network.LayerParts{
			Project: l.project.parts(l.project.out),
			Recur:   [2]network.Matrix{turned(l.recur[0], 4*l.cells), turned(l.recur[1], 4*l.cells)},
		})
	}
	p.Tags, p.Pairs, p.Arcs = m.tags.parts(m.Tags), m.pairs.parts(m.pairs.out), m.arcs.product.parts(m.arcs.width)
	p.Root = network.Matrix{Rows: 1, Cols: m.arcs.width, Values: m.arcs.root.W}
	p.Labels = m.labels.parts(m.Labels)
	return network.Append(b, m.Sizes, relations, m.Vocabulary, p)
}

// parts turns the matrix and leaves out what pads it beyond outputs.
func (d *dense) parts(outputs int) network.LinearParts {
	return network.LinearParts{
		W:      turned(d.w, outputs),
		Offset: network.Matrix{Rows: 1, Cols: outputs, Values: d.b.W[:outputs]},
	}
}

// turned is the transpose of a parameter, without columns beyond outputs.
func turned(p *Parameter, outputs int) network.Matrix {
	out := network.Matrix{Rows: outputs, Cols: p.Rows, Values: make([]float32, outputs*p.Rows)}
	for i := range p.Rows {
		for o := range outputs {
			out.Values[o*p.Rows+i] = p.W[i*p.Cols+o]
		}
	}
	return out
}
