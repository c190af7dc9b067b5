package clean

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/readout-project/readout/doc"
)

// The bounds of a survey, so that its memory does not grow with the run.
const (
	// sampleSize is from how many reports the lines of an outlet are learnt.
	sampleSize = 64
	// maxSurveyed is how many lines of a report are kept, half from its head and
	// half from its end: what an outlet prints around its reports stands there.
	maxSurveyed = 600
	// maxKept is how many lines are kept of all outlets together: 64 MB.
	maxKept = 4 << 20
)

// Survey learns which lines an outlet prints on its reports again and again,
// from one light pass over the reports of a run. It keeps a sample of each
// outlet's reports, those with the smallest ids; ids are hashes of the content, so
// the sample is a fair one and the same in any order of the reports, and a report
// that comes twice counts once. When all samples together grow too large, each is
// halved.
//
// A Survey is not safe for use by several goroutines.
type Survey struct {
	stage   *Stage
	outlets map[string][]surveyed // sorted by id
	size    int                   // of each sample, at most
	kept    int                   // lines in all samples
	limit   int                   // of kept
}

// surveyed is what is kept of one report.
type surveyed struct {
	id    string
	lines []lineKey
}

// Survey begins a survey.
func (s *Stage) Survey() *Survey {
	return &Survey{stage: s, outlets: map[string][]surveyed{}, size: sampleSize, limit: maxKept}
}

// Add looks at a report as package source made it and leaves it as it is.
func (v *Survey) Add(d *doc.Document) {
	if d.Report.Status != doc.StatusRead || v.size == 0 {
		return
	}
	outlet := outletOf(d)
	if outlet == "" {
		return
	}
	sample := v.outlets[outlet]
	at, known := slices.BinarySearchFunc(sample, d.Report.ID, func(r surveyed, id string) int { return cmp.Compare(r.id, id) })
	if known || at >= v.size {
		return
	}
	report := surveyed{d.Report.ID, v.lines(d)}
	v.kept += len(report.lines)
	v.outlets[outlet] = v.cut(slices.Insert(sample, at, report))
	for v.kept > v.limit {
		v.size /= 2
		for outlet, sample := range v.outlets {
			v.outlets[outlet] = v.cut(sample)
		}
	}
}

// cut reduces a sample to its size.
func (v *Survey) cut(sample []surveyed) []surveyed {
	for len(sample) > v.size {
		v.kept -= len(sample[len(sample)-1].lines)
		sample[len(sample)-1] = surveyed{}
		sample = sample[:len(sample)-1]
	}
	return sample
}

// lines returns the keys of a report's lines. Of a page all visible lines are
// taken, which costs a fifth of drawing its article: what is drawn by mistake is
// among them.
func (v *Survey) lines(d *doc.Document) []lineKey {
	text := d.Text
	if d.HTML != "" {
		root, err := html.Parse(strings.NewReader(d.HTML))
		if err != nil {
			return nil
		}
		var page rendering
		page.render(body(root))
		text = page.text.String()
	}
	spans, gaps := splitLines(text)
	if d.HTML == "" {
		spans, _ = unwrap(text, spans, gaps)
	}
	if over := len(spans) - maxSurveyed; over > 0 {
		spans = slices.Delete(slices.Clone(spans), maxSurveyed/2, maxSurveyed/2+over)
	}
	keys := make([]lineKey, 0, len(spans))
	for _, s := range spans {
		ln := newLine(text, s)
		ln.address = v.stage.furniture.speaksTo(ln)
		keys = append(keys, keyOf(ln))
	}
	return keys
}

// Stage returns the stage of cleaning that knows what the survey found.
func (v *Survey) Stage() *Stage {
	known := make(map[string]map[lineKey]bool, len(v.outlets))
	for outlet, sample := range v.outlets {
		if furniture := furnitureOf(sample); len(furniture) > 0 {
			known[outlet] = furniture
		}
	}
	return &Stage{furniture: v.stage.furniture, outlets: known}
}
