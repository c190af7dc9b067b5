package story

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/readout-project/readout/doc"
)

const (
	// sameStory is the average similarity at which two groups of reports are one
	// story. Chosen on reports of look-alike events in a training split.
	sameStory = .165
	// tellingTerms is how many of a report's weightiest terms look for others,
	// and termReports how many reports a term may stand in to be looked up.
	tellingTerms, termReports = 60, 400
	// storyDays is how many days apart the telling of one story halves in likelihood.
	storyDays = 14
	// reuseSimilarity is the similarity of a report and its copy.
	reuseSimilarity = .8
)

// link is a candidate pair of groups in the queue, by their numbers at the time.
type link struct {
	similarity float64
	a, b       int
}

type queue []link

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].similarity, q[i].similarity), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(link)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

// group is a cluster in the making. Its sums of similarity to other groups are
// sparse: what the inverted index did not pair counts as nothing.
type group struct {
	members []int // positions in the canonical order
	sums    map[int]float64
	dead    bool
}

// cluster joins reports to stories by average link.
func cluster(docs []*doc.Document, v [][]term, order []int, copies []Copy) [][]int {
	groups := make([]group, len(order), 2*len(order))
	for p := range groups {
		groups[p] = group{members: []int{p}, sums: make(map[int]float64)}
	}
	q := pairs(docs, v, order, copies, groups)
	heap.Init(&q)
	for q.Len() > 0 {
		l := heap.Pop(&q).(link)
		if groups[l.a].dead || groups[l.b].dead {
			continue
		}
		n := len(groups)
		joined := group{members: slices.Concat(groups[l.a].members, groups[l.b].members), sums: make(map[int]float64)}
		// In the order of numbers, so that every sum is made the same way each time.
		for _, old := range []int{l.a, l.b} {
			for _, other := range sortedKeys(groups[old].sums) {
				if other != l.a && other != l.b && !groups[other].dead {
					joined.sums[other] += groups[old].sums[other]
				}
			}
		}
		groups[l.a].dead, groups[l.b].dead = true, true
		groups[l.a].sums, groups[l.b].sums = nil, nil
		groups = append(groups, joined)
		for _, other := range sortedKeys(joined.sums) {
			groups[other].sums[n] = joined.sums[other]
			average := joined.sums[other] / float64(len(joined.members)*len(groups[other].members))
			if average >= sameStory {
				heap.Push(&q, link{average, other, n})
			}
		}
	}
	var out [][]int
	for _, g := range groups {
		if g.dead {
			continue
		}
		var s []int
		for _, p := range g.members {
			s = append(s, order[p])
		}
		slices.Sort(s)
		out = append(out, s)
	}
	slices.SortFunc(out, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return out
}

func sortedKeys(m map[int]float64) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// pairs finds the pairs of reports that share telling terms, fills the groups'
// sums and returns the links that are strong enough.
func pairs(docs []*doc.Document, v [][]term, order []int, copies []Copy, groups []group) queue {
	position := make([]int, len(docs))
	for p, i := range order {
		position[i] = p
	}
	reused := make(map[[2]int]CopyKind)
	for _, c := range copies {
		if c.Kind == FullCopy || c.Kind == Derived {
			a, b := position[c.From], position[c.To]
			reused[[2]int{min(a, b), max(a, b)}] = c.Kind
		}
	}
	index := make(map[int32][]int)
	var q queue
	for p, i := range order {
		telling := slices.Clone(v[i])
		slices.SortFunc(telling, func(x, y term) int { return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.id, y.id)) })
		telling = telling[:min(tellingTerms, len(telling))]
		candidates := make(map[int]float64)
		for _, t := range telling {
			for _, o := range index[t.id] {
				candidates[o] = 0
			}
		}
		for _, o := range sortedKeys(candidates) {
			s := similarity(docs[order[o]], docs[i], v[order[o]], v[i])
			// A copy is of its original's story whatever its date; reports of different
			// years that share a passage only are not.
			if kind := reused[[2]int{o, p}]; kind == FullCopy || kind == Derived && s > 0 {
				s = max(s, reuseSimilarity)
			}
			if s <= 0 {
				continue
			}
			groups[o].sums[p], groups[p].sums[o] = s, s
			if s >= sameStory {
				q = append(q, link{s, o, p})
			}
		}
		for _, t := range telling {
			if len(index[t.id]) < termReports {
				index[t.id] = append(index[t.id], p)
			}
		}
	}
	return q
}

// similarity is the cosine of two reports' words, less when trusted dates lie
// apart, and nothing when they lie in different years.
func similarity(x, y *doc.Document, a, b []term) float64 {
	s := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].id < b[0].id:
			a = a[1:]
		case a[0].id > b[0].id:
			b = b[1:]
		default:
			s += a[0].weight * b[0].weight
			a, b = a[1:], b[1:]
		}
	}
	p, q := x.Report.Published, y.Report.Published
	if !trusted(p) || !trusted(q) || p.From.IsZero() || q.From.IsZero() {
		return s
	}
	days := math.Abs(float64(p.From.DaysUntil(q.From)))
	if days > 31 && p.From.Year != q.From.Year {
		return 0
	}
	return s * math.Exp2(-max(0, days-1)/storyDays)
}
