package pipeline

import (
	"testing"

	"github.com/readout-project/readout/doc"
)

// TestDefaultGivesBeforeItNeeds also shows that the embedded models and tables
// can be read.
func TestDefaultGivesBeforeItNeeds(t *testing.T) {
	p, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	given := map[doc.Layer]string{doc.LayerReport: "source"}
	for _, stage := range p.Stages() {
		for _, layer := range stage.Needs() {
			if given[layer] == "" {
				t.Errorf("%s needs %s, which no stage before it gives", stage.Name(), layer)
			}
		}
		for _, layer := range stage.Gives() {
			if by := given[layer]; by != "" {
				t.Errorf("%s gives %s, which %s gave already", stage.Name(), layer, by)
			}
			given[layer] = stage.Name()
		}
	}
}
