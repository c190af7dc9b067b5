#include "textflag.h"

// One step of a long short-term memory, eight elements a turn with AVX2, sixteen
// with AVX-512. Every step is rounded on its own, in the order of the portable
// form. Both kernels are the same text with other registers: z holds an argument
// and its result, square, above and below are what TANH works in, state and gate
// keep what is needed later, and the others are coefficients. The coefficients
// that find no register are read from memory.

// TANH makes z its hyperbolic tangent. A minimum or a maximum takes the bound
// where z is no number.
#define TANH(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMINPS end, z, z              \
	VMAXPS start, z, z            \
	VMULPS z, z, square           \
	VMULPS p3, square, above      \
	VADDPS p2, above, above       \
	VMULPS square, above, above   \
	VADDPS p1, above, above       \
	VMULPS square, above, above   \
	VADDPS p0, above, above       \
	VBROADCASTSS 40(AX), below    \ // q4
	VMULPS below, square, below   \
	VADDPS q3, below, below       \
	VMULPS square, below, below   \
	VADDPS q2, below, below       \
	VMULPS square, below, below   \
	VADDPS q1, below, below       \
	VMULPS square, below, below   \
	VADDPS q0, below, below       \
	VMULPS z, above, above        \
	VDIVPS below, above, z

// SIGMOID makes z its logistic function, tanh(z/2)/2 + 1/2.
#define SIGMOID(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VBROADCASTSS 44(AX), square   \ // 1/2
	VMULPS square, z, z           \
	TANH(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VBROADCASTSS 44(AX), square   \
	VMULPS square, z, z           \
	VADDPS square, z, z

// STEP moves the state at DX and leaves the output, as whole numbers, in gate.
#define STEP(z, square, above, below, state, gate, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMOVUPS (SI), z               \ // input gate
	VADDPS (BX), z, z             \
	SIGMOID(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMOVAPS z, gate               \
	VMOVUPS (SI)(R9*1), z         \ // candidate
	VADDPS (BX)(R9*1), z, z       \
	TANH(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMULPS z, gate, gate          \
	VMOVUPS (SI)(R8*1), z         \ // forget gate
	VADDPS (BX)(R8*1), z, z       \
	SIGMOID(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMULPS (DX), z, state         \
	VADDPS gate, state, state     \
	VMOVUPS state, (DX)           \
	VMOVUPS (SI)(R8*2), z         \ // output gate
	VADDPS (BX)(R8*2), z, z       \
	SIGMOID(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMOVAPS z, gate               \
	VMOVAPS state, z              \
	TANH(z, square, above, below, end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VMULPS z, gate, gate          \
	VBROADCASTSS 48(AX), z        \ // Limit
	VMULPS z, gate, gate          \
	VCVTPS2DQ gate, gate            // to the nearest, the even one of two

#define COEFFICIENTS(end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	VBROADCASTSS 0(AX), end       \
	VBROADCASTSS 4(AX), start     \
	VBROADCASTSS 8(AX), p0        \
	VBROADCASTSS 12(AX), p1       \
	VBROADCASTSS 16(AX), p2       \
	VBROADCASTSS 20(AX), p3       \
	VBROADCASTSS 24(AX), q0       \
	VBROADCASTSS 28(AX), q1       \
	VBROADCASTSS 32(AX), q2       \
	VBROADCASTSS 36(AX), q3

#define LOAD(end, start, p0, p1, p2, p3, q0, q1, q2, q3) \
	MOVQ x+0(FP), SI              \
	MOVQ r+8(FP), BX              \
	MOVQ c+16(FP), DX             \
	MOVQ h+24(FP), DI             \
	MOVQ n+32(FP), CX             \
	MOVQ gate+40(FP), R8          \
	SHLQ $2, R8                   \
	LEAQ (R8)(R8*2), R9           \
	MOVQ coefficients+48(FP), AX  \
	COEFFICIENTS(end, start, p0, p1, p2, p3, q0, q1, q2, q3)

// func cellAVX2(x, r, c *float32, h *int16, n, gate int, coefficients *float32)
TEXT ·cellAVX2(SB), NOSPLIT, $0-56
	LOAD(Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15)
	PCALIGN $32
loop:
	STEP(Y0, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15)
	VEXTRACTI128 $1, Y5, X0
	VPACKSSDW X0, X5, X5
	VMOVDQU X5, (DI)
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $16, DI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET

// func cellAVX512(x, r, c *float32, h *int16, n, gate int, coefficients *float32)
TEXT ·cellAVX512(SB), NOSPLIT, $0-56
	LOAD(Z6, Z7, Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15)
	PCALIGN $32
loop:
	STEP(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15)
	VPMOVSDW Z5, (DI)
	ADDQ $64, SI
	ADDQ $64, BX
	ADDQ $64, DX
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ loop
	VZEROUPPER
	RET

// func tanhAVX2(v *float32, n int, coefficients *float32)
TEXT ·tanhAVX2(SB), NOSPLIT, $0-24
	MOVQ v+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ coefficients+16(FP), AX
	COEFFICIENTS(Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15)
next:
	VMOVUPS (SI), Y0
	TANH(Y0, Y1, Y2, Y3, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15)
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ next
	VZEROUPPER
	RET
