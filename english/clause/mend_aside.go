package clause

// mendAside hangs a participle behind an aside on what was told and not on the
// telling: in "Rebels took the base, officials said, killing ten soldiers" it was
// not the officials who killed. What tellers do while they tell ("he said, adding
// that", "citing the police") stays theirs.
func (t *Tree) mendAside(v int) {
	said := t.head[v-t.First]
	if t.d.Tokens[v].XPOS != "VBG" || t.Rel(v) != "advcl" || v == t.First || t.Lower(v-1) != "," || said == None || said > v || !speech[t.lemma[said-t.First]] {
		return
	}
	if l := t.lemma[v-t.First]; speech[l] || telling[l] {
		return
	}
	told := None
	for i, h := range t.head {
		at := t.First + i
		switch {
		case h == v && t.Rel(at) == "mark":
			return // "he said after visiting the camp"
		case h == said && at < said && (t.Rel(at) == "ccomp" || t.Rel(at) == "parataxis"):
			told = at
		}
	}
	if told != None && t.d.Tokens[told].UPOS == "VERB" {
		t.head[v-t.First] = told
	}
}

// telling are verbs for what one does in telling, beside those of speech.
var telling = set("cite", "quote", "refer", "speak", "talk", "blame", "accuse", "call", "describe", "point", "condemn",
	"denounce", "criticise", "criticize", "promise", "threaten", "pledge", "reject", "deny", "dismiss", "praise",
	"appeal", "read", "use", "allude", "comment", "address", "brief", "emphasise", "emphasize", "reiterate", "signal")
