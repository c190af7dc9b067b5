package learn

import (
	"encoding/binary"
	"errors"
	"math"
)

var errState = errors.New("the saved state of training is damaged")

// Append writes all that is needed to go on: what was done, every parameter and
// what Adam keeps of it.
func (t *Trainer) Append(b []byte) []byte {
	for _, v := range []int{t.Done, t.steps} {
		b = binary.LittleEndian.AppendUint64(b, uint64(v))
	}
	for _, p := range t.Model.parameters() {
		for _, v := range [][]float32{p.W, p.mean, p.square} {
			b = binary.LittleEndian.AppendUint64(b, uint64(len(v)))
			for _, x := range v {
				b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
			}
		}
	}
	return b
}

// Restore takes over what Append of a trainer of the same sizes wrote.
func (t *Trainer) Restore(b []byte) error {
	if len(b) < 16 {
		return errState
	}
	done, steps := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
	b = b[16:]
	for _, p := range t.Model.parameters() {
		for _, v := range [][]float32{p.W, p.mean, p.square} {
			if len(b) < 8+4*len(v) || binary.LittleEndian.Uint64(b) != uint64(len(v)) {
				return errState
			}
			b = b[8:]
			for i := range v {
				v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
			}
			b = b[4*len(v):]
		}
	}
	if len(b) != 0 {
		return errState
	}
	t.Done, t.steps = int(done), int(steps)
	return nil
}
