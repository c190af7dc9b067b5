// Command readout reads news reports about conflict and diplomacy and keeps one
// sourced record of them. One file a command; the commands only connect the
// packages that do the work.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := execute(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
