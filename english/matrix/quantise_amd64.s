#include "textflag.h"

DATA limit<>+0(SB)/4, $2047.0
GLOBL limit<>(SB), RODATA|NOPTR, $4

// func largestAVX2(src *float32, n int, mask uint32) float32
TEXT ·largestAVX2(SB), NOSPLIT, $0-28
	MOVQ src+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS mask+16(FP), Y1
	VXORPS Y0, Y0, Y0
loop:
	VANDPS (SI), Y1, Y2
	VMAXPS Y0, Y2, Y0          // what is no number gives way to Y0
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loop
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X0, X1, X0
	VPSHUFD $0x4E, X0, X1
	VMAXPS X0, X1, X0
	VPSHUFD $0xB1, X0, X1
	VMAXPS X0, X1, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func divideAVX2(dst *int16, src *float32, n int, scale, low float32)
TEXT ·divideAVX2(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y0
	VBROADCASTSS low+28(FP), Y1
	VBROADCASTSS limit<>(SB), Y2
loop:
	VMOVUPS (SI), Y3
	VDIVPS Y0, Y3, Y3
	VCMPPS $7, Y3, Y3, Y4      // ordered: all ones where it is a number
	VANDPS Y4, Y3, Y3
	VMAXPS Y1, Y3, Y3
	VMINPS Y2, Y3, Y3
	VCVTPS2DQ Y3, Y3           // to the nearest, the even one of two
	VEXTRACTI128 $1, Y3, X4
	VPACKSSDW X4, X3, X3
	VMOVDQU X3, (DI)
	ADDQ $32, SI
	ADDQ $16, DI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET
