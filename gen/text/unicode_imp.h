/* gen/text/unicode_imp.h — properties of Unicode 16.0.0 that the rules of docs/typesetting.md start
   from. */
#ifndef ZT_UNICODE_IMP_H
#define ZT_UNICODE_IMP_H

#include <stddef.h>
#include <stdint.h>

/* Vertical_Orientation (UAX #50). */
typedef enum zt_orientation { ZT_VO_R, ZT_VO_U, ZT_VO_TR, ZT_VO_TU } zt_orientation;

/* A zt_orientation. */
uint8_t zt_unicode_orient(uint32_t cp);

#endif
