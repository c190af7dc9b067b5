package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// eachLine decodes a JSON Lines file, one value a line.
func eachLine[T any](path string, yield func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for line := 1; ; line++ {
		var v T
		switch err := d.Decode(&v); err {
		case nil:
			yield(v)
		case io.EOF:
			return nil
		default:
			return fmt.Errorf("%s: record %d: %w", path, line, err)
		}
	}
}
