#include "textflag.h"

// Each kernel takes 32 floats a turn, then eights, then single ones.

// func dotFMA(a, b *float32, n int) float32
TEXT ·dotFMA(SB), NOSPLIT, $0-28
	MOVQ a+0(FP), SI
	MOVQ b+8(FP), DI
	MOVQ n+16(FP), CX
	// Four sums, so that a multiplication need not wait for the one before.
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	SUBQ $32, CX
	JLT dot_eights
dot_loop:
	VMOVUPS (SI), Y4
	VMOVUPS 32(SI), Y5
	VMOVUPS 64(SI), Y6
	VMOVUPS 96(SI), Y7
	VFMADD231PS (DI), Y4, Y0
	VFMADD231PS 32(DI), Y5, Y1
	VFMADD231PS 64(DI), Y6, Y2
	VFMADD231PS 96(DI), Y7, Y3
	ADDQ $128, SI
	ADDQ $128, DI
	SUBQ $32, CX
	JGE dot_loop
dot_eights:
	ADDQ $24, CX // now what is left, less eight
	JLT dot_sum
dot_eight:
	VMOVUPS (SI), Y4
	VFMADD231PS (DI), Y4, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JGE dot_eight
dot_sum:
	VADDPS Y1, Y0, Y0
	VADDPS Y3, Y2, Y2
	VADDPS Y2, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VADDPS X1, X0, X0
	VMOVSHDUP X0, X1
	VADDSS X1, X0, X0
	ADDQ $8, CX
	JLE dot_done
dot_one:
	VMOVSS (SI), X4
	VFMADD231SS (DI), X4, X0
	ADDQ $4, SI
	ADDQ $4, DI
	DECQ CX
	JNZ dot_one
dot_done:
	VZEROUPPER
	MOVSS X0, ret+24(FP)
	RET

// func addScaledFMA(dst, src *float32, n int, s float32)
TEXT ·addScaledFMA(SB), NOSPLIT, $0-28
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS s+24(FP), Y0
	SUBQ $32, CX
	JLT scaled_eights
scaled_loop:
	VMOVUPS (DI), Y4
	VMOVUPS 32(DI), Y5
	VMOVUPS 64(DI), Y6
	VMOVUPS 96(DI), Y7
	VFMADD231PS (SI), Y0, Y4
	VFMADD231PS 32(SI), Y0, Y5
	VFMADD231PS 64(SI), Y0, Y6
	VFMADD231PS 96(SI), Y0, Y7
	VMOVUPS Y4, (DI)
	VMOVUPS Y5, 32(DI)
	VMOVUPS Y6, 64(DI)
	VMOVUPS Y7, 96(DI)
	ADDQ $128, SI
	ADDQ $128, DI
	SUBQ $32, CX
	JGE scaled_loop
scaled_eights:
	ADDQ $24, CX
	JLT scaled_ones
scaled_eight:
	VMOVUPS (DI), Y4
	VFMADD231PS (SI), Y0, Y4
	VMOVUPS Y4, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JGE scaled_eight
scaled_ones:
	ADDQ $8, CX
	JLE scaled_done
scaled_one:
	VMOVSS (DI), X4
	VFMADD231SS (SI), X0, X4
	VMOVSS X4, (DI)
	ADDQ $4, SI
	ADDQ $4, DI
	DECQ CX
	JNZ scaled_one
scaled_done:
	VZEROUPPER
	RET

// func addCrossedFMA(grad, out, in *float32, n int, s float32)
TEXT ·addCrossedFMA(SB), NOSPLIT, $0-36
	MOVQ grad+0(FP), DI
	MOVQ out+8(FP), SI
	MOVQ in+16(FP), DX
	MOVQ n+24(FP), CX
	VBROADCASTSS s+32(FP), Y0
	SUBQ $32, CX
	JLT crossed_eights
crossed_loop:
	VMOVUPS (SI), Y1
	VMOVUPS 32(SI), Y2
	VMOVUPS 64(SI), Y3
	VMOVUPS 96(SI), Y4
	VMOVUPS (DI), Y5
	VMOVUPS 32(DI), Y6
	VMOVUPS 64(DI), Y7
	VMOVUPS 96(DI), Y8
	VFMADD231PS Y1, Y0, Y5
	VFMADD231PS Y2, Y0, Y6
	VFMADD231PS Y3, Y0, Y7
	VFMADD231PS Y4, Y0, Y8
	VFMADD231PS (DX), Y0, Y1
	VFMADD231PS 32(DX), Y0, Y2
	VFMADD231PS 64(DX), Y0, Y3
	VFMADD231PS 96(DX), Y0, Y4
	VMOVUPS Y5, (DI)
	VMOVUPS Y6, 32(DI)
	VMOVUPS Y7, 64(DI)
	VMOVUPS Y8, 96(DI)
	VMOVUPS Y1, (SI)
	VMOVUPS Y2, 32(SI)
	VMOVUPS Y3, 64(SI)
	VMOVUPS Y4, 96(SI)
	ADDQ $128, DI
	ADDQ $128, SI
	ADDQ $128, DX
	SUBQ $32, CX
	JGE crossed_loop
crossed_eights:
	ADDQ $24, CX
	JLT crossed_ones
crossed_eight:
	VMOVUPS (SI), Y1
	VMOVUPS (DI), Y5
	VFMADD231PS Y1, Y0, Y5
	VFMADD231PS (DX), Y0, Y1
	VMOVUPS Y5, (DI)
	VMOVUPS Y1, (SI)
	ADDQ $32, DI
	ADDQ $32, SI
	ADDQ $32, DX
	SUBQ $8, CX
	JGE crossed_eight
crossed_ones:
	ADDQ $8, CX
	JLE crossed_done
crossed_one:
	VMOVSS (SI), X1
	VMOVSS (DI), X5
	VFMADD231SS X1, X0, X5
	VFMADD231SS (DX), X0, X1
	VMOVSS X5, (DI)
	VMOVSS X1, (SI)
	ADDQ $4, DI
	ADDQ $4, SI
	ADDQ $4, DX
	DECQ CX
	JNZ crossed_one
crossed_done:
	VZEROUPPER
	RET
