// Package lang holds what Readout knows of each language as text files that a
// researcher can read and change: cue verbs, role nouns, time words, event
// frames. One folder a language, one file a subject; a second language is a
// second folder with the same file names. The package only embeds the files;
// the packages that use them read them.
package lang

import (
	"embed"
	"io/fs"
)

//go:embed en
var files embed.FS

// English returns the files of lang/en.
func English() fs.FS {
	sub, err := fs.Sub(files, "en")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
