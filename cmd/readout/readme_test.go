package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// example is one command line of the README with the passages of its output that
// are printed below it.
type example struct {
	line     string
	passages []string
}

// readmeExamples returns the lines of the README's console blocks that begin with
// a prompt. Commands of other programs are left out.
func readmeExamples(t *testing.T) []example {
	t.Helper()
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	inside, ours := false, false
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		command, prompt := strings.CutPrefix(line, "$ ")
		switch {
		case strings.HasPrefix(line, "```"):
			inside, ours = line == "```console", false
		case inside && prompt:
			command = strings.Replace(command, "go run ./cmd/readout", "readout", 1)
			if ours = strings.HasPrefix(command, "readout "); ours {
				out = append(out, example{line: command, passages: []string{""}})
			}
		case inside && ours && line == "…":
			last := &out[len(out)-1]
			last.passages = append(last.passages, "")
		case inside && ours:
			passages := out[len(out)-1].passages
			passages[len(passages)-1] += line + "\n"
		}
	}
	return out
}

// TestREADME runs the commands of the README in a folder that holds the examples
// and wants the output it prints; a line "…" there stands for any lines.
func TestREADME(t *testing.T) {
	all := readmeExamples(t)
	if len(all) < 5 {
		t.Fatalf("only %d commands found in the README", len(all))
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin, work := t.TempDir(), t.TempDir()
	for from, to := range map[string]string{
		self:                            filepath.Join(bin, "readout"), // TestMain runs the command under this name
		filepath.Join(root, "examples"): filepath.Join(work, "examples"),
	} {
		if err := os.Symlink(from, to); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range all {
		t.Run(e.line, func(t *testing.T) {
			cmd := exec.Command("sh", "-c", e.line)
			cmd.Dir = work
			cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v\n%s", err, stderr.String())
			}
			rest := stdout.String()
			for _, passage := range e.passages {
				at := strings.Index(rest, passage)
				if at < 0 {
					t.Fatalf("the README shows what is not printed:\n%s\nprinted:\n%s", passage, stdout.String())
				}
				rest = rest[at+len(passage):]
			}
		})
	}
}
