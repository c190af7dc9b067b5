package doc

// Layer names a kind of finding, so that a stage can say what it needs and gives.
type Layer string

// The layers, in the order in which the stages of the pipeline give them.
const (
	LayerReport     Layer = "report"
	LayerBlocks     Layer = "blocks"
	LayerSentences  Layer = "sentences" // with their tokens
	LayerTags       Layer = "tags"
	LayerTrees      Layer = "trees"
	LayerLemmas     Layer = "lemmas"
	LayerNames      Layer = "names"
	LayerTimes      Layer = "times"
	LayerEntities   Layer = "entities"
	LayerPlaces     Layer = "places"
	LayerQuotes     Layer = "quotes"
	LayerEvents     Layer = "events"
	LayerQuantities Layer = "quantities"
)

// Stage adds findings to a document. It never changes what an earlier stage
// added, keeps no state between documents, and is safe for use by several
// goroutines at once. An error means that this one report failed; the run goes on.
type Stage interface {
	Name() string
	Needs() []Layer
	Gives() []Layer
	Annotate(*Document) error
}
