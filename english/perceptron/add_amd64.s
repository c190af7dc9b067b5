#include "textflag.h"

// func addRowsAVX2(scores *int32, weights *int16, places *uint32, n, width int)
//
// Sixteen classes at a time: their scores stay in Y0 and Y1 while the weights of
// one row after the other are widened to 32 bits and added.
TEXT ·addRowsAVX2(SB), NOSPLIT, $0-40
	MOVQ scores+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ places+16(FP), DX
	MOVQ n+24(FP), CX
	MOVQ width+32(FP), BX

classes:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	XORQ R8, R8

rows:
	MOVL (DX)(R8*4), R9
	VPMOVSXWD (SI)(R9*2), Y2
	VPMOVSXWD 16(SI)(R9*2), Y3
	VPADDD Y2, Y0, Y0
	VPADDD Y3, Y1, Y1
	INCQ R8
	CMPQ R8, CX
	JLT rows

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	ADDQ $64, DI
	ADDQ $32, SI
	SUBQ $16, BX
	JGT classes

	VZEROUPPER
	RET
