package parse

// Decoder finds the best tree for scores of heads (Eisner 1996): of all trees
// with one root and no crossing arcs the one whose scores add up to most. It holds
// memory that is used again; the zero Decoder is ready.
type Decoder struct {
	n     int
	score []float32 // score[d*stride+h]: word h as head of word d; h = n is the root
	width int

	// Charts over spans of words i ≤ j, each in the order in which it is read:
	// rows [i*n+j] or columns [j*n+i].
	rightRow, rightCol []float32 // whole spans headed by i
	leftRow, leftCol   []float32 // whole spans headed by j
	openRight          []float32 // rows: i is the head of j, what lies right of j is to come
	openLeft           []float32 // columns: j is the head of i

	heads []int32
}

// Tree fills heads, one a word, -1 for the root. scores has n rows of stride
// numbers; number n of a row is the score of being the root.
func (d *Decoder) Tree(scores []float32, n, stride int, heads []int32) {
	d.n, d.score, d.width, d.heads = n, scores, stride, heads
	if d.greedy() {
		return
	}
	size := n * n
	for _, c := range []*[]float32{&d.rightRow, &d.rightCol, &d.leftRow, &d.leftCol, &d.openRight, &d.openLeft} {
		if cap(*c) < size {
			*c = make([]float32, size)
		}
		*c = (*c)[:size]
	}
	for i := range n {
		at := i*n + i
		d.rightRow[at], d.rightCol[at], d.leftRow[at], d.leftCol[at] = 0, 0, 0, 0
	}
	for span := 1; span < n; span++ {
		for i := 0; i+span < n; i++ {
			j := i + span
			// Two whole spans that meet, one of whose heads takes the other.
			_, both := best(d.rightRow[i*n+i:i*n+j], d.leftCol[j*n+i+1:j*n+j+1])
			d.openLeft[j*n+i] = both + scores[i*stride+j]
			d.openRight[i*n+j] = both + scores[j*stride+i]
			_, left := best(d.leftRow[i*n+i:i*n+j], d.openLeft[j*n+i:j*n+j])
			d.leftRow[i*n+j], d.leftCol[j*n+i] = left, left
			_, right := best(d.openRight[i*n+i+1:i*n+j+1], d.rightCol[j*n+i+1:j*n+j+1])
			d.rightRow[i*n+j], d.rightCol[j*n+i] = right, right
		}
	}
	root, most := 0, float32(0)
	for r := range n {
		if s := d.leftRow[r] + d.rightRow[r*n+n-1] + scores[r*stride+n]; r == 0 || s > most {
			root, most = r, s
		}
	}
	heads[root] = -1
	d.left(0, root)
	d.right(root, n-1)
}

// best returns where a[k]+b[k] is greatest, the first such place, and the sum.
func best(a, b []float32) (at int, sum float32) {
	b = b[:len(a)]
	sum = a[0] + b[0]
	for k := 1; k < len(a); k++ {
		if s := a[k] + b[k]; s > sum {
			at, sum = k, s
		}
	}
	return at, sum
}

// left writes the heads of a whole span headed by its last word.
func (d *Decoder) left(i, j int) {
	if i == j {
		return
	}
	n := d.n
	at, _ := best(d.leftRow[i*n+i:i*n+j], d.openLeft[j*n+i:j*n+j])
	k := i + at
	d.left(i, k)
	d.heads[k] = int32(j)
	d.meet(k, j)
}

// right writes the heads of a whole span headed by its first word.
func (d *Decoder) right(i, j int) {
	if i == j {
		return
	}
	n := d.n
	at, _ := best(d.openRight[i*n+i+1:i*n+j+1], d.rightCol[j*n+i+1:j*n+j+1])
	k := i + 1 + at
	d.right(k, j)
	d.heads[k] = int32(i)
	d.meet(i, k)
}

// meet writes the heads within a span whose ends are joined by an arc.
func (d *Decoder) meet(i, j int) {
	n := d.n
	at, _ := best(d.rightRow[i*n+i:i*n+j], d.leftCol[j*n+i+1:j*n+j+1])
	d.right(i, i+at)
	d.left(i+at+1, j)
}

// greedy takes the best head of each word and says whether they make a tree: if
// they do, no other can be better.
func (d *Decoder) greedy() bool {
	n := d.n
	roots := 0
	for i := range n {
		row := d.score[i*d.width:][:n+1]
		top := -1
		for h, s := range row {
			if h != i && (top < 0 || s > row[top]) {
				top = h
			}
		}
		if top == n {
			top = -1
			roots++
		}
		d.heads[i] = int32(top)
	}
	return roots == 1 && reachRoot(d.heads)
}

// reachRoot reports whether the heads reach the root without a cycle and without
// crossing arcs. Exactly one of them is -1.
func reachRoot(heads []int32) bool {
	// Without crossing arcs and with one root, every word between a dependent and
	// its head hangs below that head; a cycle has a word that does not reach it.
	for i, h := range heads {
		if h < 0 {
			continue
		}
		from, to := min(int32(i), h), max(int32(i), h)
		for k := from + 1; k < to; k++ {
			if g := heads[k]; g < from || g > to {
				return false
			}
		}
	}
	// No arc crosses another; walking up from each word must end.
	for i := range heads {
		steps := 0
		for h := heads[i]; h >= 0; h = heads[h] {
			if steps++; steps > len(heads) {
				return false
			}
		}
	}
	return true
}
