#include "go_asm.h"
#include "textflag.h"

// Products of 16-bit whole numbers. A kernel keeps the sums of some rows in
// registers, one lane an output, and runs down the pairs of inputs: it spreads a
// row's two values over a register and multiplies them with the pairs of weights,
// adding the two products of a lane to its sum. Two pairs a turn.
//
// Then, each step rounded on its own as the portable form does it:
// float32(sum) * (scale of the output * scale of the row) + bias.

// LOAD reads the tile: SI x, R8 and R9 the distance of the second and the fourth
// row, BX weights, CX turns, DI dst, R10 its step, DX scales of x, R11 their step,
// R12 scales, R13 bias.
#define LOAD \
	MOVQ t+0(FP), AX                \
	MOVQ rowTile_x(AX), SI          \
	MOVQ rowTile_xStep(AX), R8      \
	LEAQ (R8)(R8*2), R9             \
	MOVQ rowTile_pairs(AX), BX      \
	MOVQ rowTile_depth(AX), CX      \
	SHRQ $1, CX                     \
	MOVQ rowTile_dst(AX), DI        \
	MOVQ rowTile_dstStep(AX), R10   \
	MOVQ rowTile_xScales(AX), DX    \
	MOVQ rowTile_scaleStep(AX), R11 \
	MOVQ rowTile_scales(AX), R12    \
	MOVQ rowTile_bias(AX), R13

// AVX2: sixteen outputs, half a strip.

#define WEIGHTS_AVX2(at) \
	VMOVDQU at(BX), Y8   \
	VMOVDQU at+32(BX), Y9

#define PAIR_AVX2(values, sum0, sum1) \
	VPBROADCASTD values, Y10  \
	VPMADDWD Y8, Y10, Y11     \
	VPADDD   Y11, sum0, sum0  \
	VPMADDWD Y9, Y10, Y12     \
	VPADDD   Y12, sum1, sum1

#define NEXT_AVX2 \
	ADDQ $8, SI   \
	ADDQ $256, BX \
	DECQ CX

#define SCALES_AVX2 \
	VMOVUPS (R12), Y8    \
	VMOVUPS 32(R12), Y9  \
	VMOVUPS (R13), Y10   \
	VMOVUPS 32(R13), Y11

#define STORE_AVX2(sum0, sum1) \
	VBROADCASTSS (DX), Y12  \
	VMULPS    Y12, Y8, Y13  \
	VMULPS    Y12, Y9, Y14  \
	VCVTDQ2PS sum0, sum0    \
	VCVTDQ2PS sum1, sum1    \
	VMULPS    Y13, sum0, sum0 \
	VMULPS    Y14, sum1, sum1 \
	VADDPS    Y10, sum0, sum0 \
	VADDPS    Y11, sum1, sum1 \
	VMOVUPS   sum0, (DI)    \
	VMOVUPS   sum1, 32(DI)  \
	ADDQ R11, DX            \
	ADDQ R10, DI

// func product4AVX2(t *rowTile)
TEXT ·product4AVX2(SB), NOSPLIT, $0-8
	LOAD
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	PCALIGN $32
loop:
	WEIGHTS_AVX2(0)
	PAIR_AVX2((SI), Y0, Y1)
	PAIR_AVX2((SI)(R8*1), Y2, Y3)
	PAIR_AVX2((SI)(R8*2), Y4, Y5)
	PAIR_AVX2((SI)(R9*1), Y6, Y7)
	WEIGHTS_AVX2(128)
	PAIR_AVX2(4(SI), Y0, Y1)
	PAIR_AVX2(4(SI)(R8*1), Y2, Y3)
	PAIR_AVX2(4(SI)(R8*2), Y4, Y5)
	PAIR_AVX2(4(SI)(R9*1), Y6, Y7)
	NEXT_AVX2
	JNZ loop
	SCALES_AVX2
	STORE_AVX2(Y0, Y1)
	STORE_AVX2(Y2, Y3)
	STORE_AVX2(Y4, Y5)
	STORE_AVX2(Y6, Y7)
	VZEROUPPER
	RET

// func product2AVX2(t *rowTile)
TEXT ·product2AVX2(SB), NOSPLIT, $0-8
	LOAD
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	PCALIGN $32
loop:
	WEIGHTS_AVX2(0)
	PAIR_AVX2((SI), Y0, Y1)
	PAIR_AVX2((SI)(R8*1), Y2, Y3)
	WEIGHTS_AVX2(128)
	PAIR_AVX2(4(SI), Y0, Y1)
	PAIR_AVX2(4(SI)(R8*1), Y2, Y3)
	NEXT_AVX2
	JNZ loop
	SCALES_AVX2
	STORE_AVX2(Y0, Y1)
	STORE_AVX2(Y2, Y3)
	VZEROUPPER
	RET

// func product1AVX2(t *rowTile)
TEXT ·product1AVX2(SB), NOSPLIT, $0-8
	LOAD
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	PCALIGN $32
loop:
	WEIGHTS_AVX2(0)
	PAIR_AVX2((SI), Y0, Y1)
	WEIGHTS_AVX2(128)
	PAIR_AVX2(4(SI), Y0, Y1)
	NEXT_AVX2
	JNZ loop
	SCALES_AVX2
	STORE_AVX2(Y0, Y1)
	VZEROUPPER
	RET

// AVX-512 with VNNI: a strip of 32 outputs. The two pairs of a turn have sums of
// their own, for the instruction is slow to give its result and quick to start.

#define WEIGHTS_VNNI(at) \
	VMOVDQU64 at(BX), Z16 \
	VMOVDQU64 at+64(BX), Z17

#define PAIR_VNNI(values, sum0, sum1) \
	VPBROADCASTD values, Z18  \
	VPDPWSSD Z16, Z18, sum0   \
	VPDPWSSD Z17, Z18, sum1

#define NEXT_VNNI NEXT_AVX2

#define ZERO_VNNI(a, b, c, d) \
	VPXORD a, a, a \
	VPXORD b, b, b \
	VPXORD c, c, c \
	VPXORD d, d, d

#define SCALES_VNNI \
	VMOVUPS (R12), Z16   \
	VMOVUPS 64(R12), Z17 \
	VMOVUPS (R13), Z18   \
	VMOVUPS 64(R13), Z19

#define STORE_VNNI(sum0, sum1, more0, more1) \
	VPADDD    more0, sum0, sum0 \
	VPADDD    more1, sum1, sum1 \
	VBROADCASTSS (DX), Z20      \
	VMULPS    Z20, Z16, Z21     \
	VMULPS    Z20, Z17, Z22     \
	VCVTDQ2PS sum0, sum0        \
	VCVTDQ2PS sum1, sum1        \
	VMULPS    Z21, sum0, sum0   \
	VMULPS    Z22, sum1, sum1   \
	VADDPS    Z18, sum0, sum0   \
	VADDPS    Z19, sum1, sum1   \
	VMOVUPS   sum0, (DI)        \
	VMOVUPS   sum1, 64(DI)      \
	ADDQ R11, DX                \
	ADDQ R10, DI

// func product4VNNI(t *rowTile)
TEXT ·product4VNNI(SB), NOSPLIT, $0-8
	LOAD
	ZERO_VNNI(Z0, Z1, Z2, Z3)
	ZERO_VNNI(Z4, Z5, Z6, Z7)
	ZERO_VNNI(Z8, Z9, Z10, Z11)
	ZERO_VNNI(Z12, Z13, Z14, Z15)
	PCALIGN $32
loop:
	WEIGHTS_VNNI(0)
	PAIR_VNNI((SI), Z0, Z1)
	PAIR_VNNI((SI)(R8*1), Z2, Z3)
	PAIR_VNNI((SI)(R8*2), Z4, Z5)
	PAIR_VNNI((SI)(R9*1), Z6, Z7)
	WEIGHTS_VNNI(128)
	PAIR_VNNI(4(SI), Z8, Z9)
	PAIR_VNNI(4(SI)(R8*1), Z10, Z11)
	PAIR_VNNI(4(SI)(R8*2), Z12, Z13)
	PAIR_VNNI(4(SI)(R9*1), Z14, Z15)
	NEXT_VNNI
	JNZ loop
	SCALES_VNNI
	STORE_VNNI(Z0, Z1, Z8, Z9)
	STORE_VNNI(Z2, Z3, Z10, Z11)
	STORE_VNNI(Z4, Z5, Z12, Z13)
	STORE_VNNI(Z6, Z7, Z14, Z15)
	VZEROUPPER
	RET

// func product2VNNI(t *rowTile)
TEXT ·product2VNNI(SB), NOSPLIT, $0-8
	LOAD
	ZERO_VNNI(Z0, Z1, Z2, Z3)
	ZERO_VNNI(Z8, Z9, Z10, Z11)
	PCALIGN $32
loop:
	WEIGHTS_VNNI(0)
	PAIR_VNNI((SI), Z0, Z1)
	PAIR_VNNI((SI)(R8*1), Z2, Z3)
	WEIGHTS_VNNI(128)
	PAIR_VNNI(4(SI), Z8, Z9)
	PAIR_VNNI(4(SI)(R8*1), Z10, Z11)
	NEXT_VNNI
	JNZ loop
	SCALES_VNNI
	STORE_VNNI(Z0, Z1, Z8, Z9)
	STORE_VNNI(Z2, Z3, Z10, Z11)
	VZEROUPPER
	RET

// func product1VNNI(t *rowTile)
TEXT ·product1VNNI(SB), NOSPLIT, $0-8
	LOAD
	ZERO_VNNI(Z0, Z1, Z8, Z9)
	PCALIGN $32
loop:
	WEIGHTS_VNNI(0)
	PAIR_VNNI((SI), Z0, Z1)
	WEIGHTS_VNNI(128)
	PAIR_VNNI(4(SI), Z8, Z9)
	NEXT_VNNI
	JNZ loop
	SCALES_VNNI
	STORE_VNNI(Z0, Z1, Z8, Z9)
	VZEROUPPER
	RET
