package matrix

import "golang.org/x/sys/cpu"

// What this processor and its operating system offer, read once. The portable
// twin of every kernel gives the same bits, so these choose a speed and never
// a result.
var (
	hasAVX2   = cpu.X86.HasAVX2
	hasAVX512 = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ
	hasVNNI   = hasAVX512 && cpu.X86.HasAVX512VNNI
)
