// Command readout reads news reports about conflict and diplomacy and keeps one
// sourced record of them. One file a command; the commands only connect the
// packages that do the work.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
)

// growth is by how much of itself the memory in use may grow between collections,
// in per cent. The models stay for the whole run, so Go's own 100 would keep as much
// again free for reports that need a tenth of it.
const growth = 25

func main() {
	if os.Getenv("GOGC") == "" { // else as the user wishes
		debug.SetGCPercent(growth)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := execute(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
