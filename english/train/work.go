package train

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// work is the folder in which a run keeps what it has made, so that a run that
// was stopped goes on where it was. Each file begins with a stamp of all that it
// was made from; a file with another stamp is made again. The zero work keeps
// nothing.
type work struct {
	dir   string
	stamp [sha256.Size]byte // of the data and of all steps so far
}

// mark adds to the stamp what the next things are made from.
func (w *work) mark(format string, args ...any) {
	h := sha256.New()
	h.Write(w.stamp[:])
	fmt.Fprintf(h, format, args...)
	h.Sum(w.stamp[:0])
}

// markFiles adds the content of the files of a folder to the stamp.
func (w *work) markFiles(dir, pattern string) error {
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("training data: %w", err)
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return fmt.Errorf("training data: %w", err)
		}
		w.mark("%s %x", filepath.Base(path), h.Sum(nil))
	}
	return nil
}

// load returns what save kept under that name from the same data and steps, or
// nil.
func (w *work) load(name string) ([]byte, error) {
	if w.dir == "" {
		return nil, nil
	}
	b, err := os.ReadFile(filepath.Join(w.dir, name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("work folder: %w", err)
	case !bytes.HasPrefix(b, w.stamp[:]):
		return nil, nil
	}
	return b[len(w.stamp):], nil
}

// save keeps b under a name, in one step.
func (w *work) save(name string, b []byte) error {
	if w.dir == "" {
		return nil
	}
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return fmt.Errorf("work folder: %w", err)
	}
	path := filepath.Join(w.dir, name)
	if err := os.WriteFile(path+".new", append(slices.Clone(w.stamp[:]), b...), 0o644); err != nil {
		return fmt.Errorf("work folder: %w", err)
	}
	return os.Rename(path+".new", path)
}

// make returns what was kept under the name, or makes and keeps it.
func (w *work) make(name string, make func() ([]byte, error)) ([]byte, error) {
	b, err := w.load(name)
	if b != nil || err != nil {
		return b, err
	}
	if b, err = make(); err != nil {
		return nil, err
	}
	return b, w.save(name, b)
}
