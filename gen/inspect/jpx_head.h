/* gen/inspect/jpx_head.h — the size and the colours of a JPEG 2000 picture, which in PDF may say
   them itself (ISO 32000-1, 7.4.9). Private to inspect/. */
#ifndef ZT_JPX_HEAD_H
#define ZT_JPX_HEAD_H

#include "inspect/painted.h"

/* What is known before anything is decoded; sizes in pixels, as the file claims them. */
typedef struct zt_jpx_head {
    unsigned long wide, high, components;
    zt_colour_space space;
    bool managed; /* by a profile or as sRGB */
} zt_jpx_head;
/* Of a JP2 file or a bare code stream; false where it is neither. */
bool zt_jpx_head_read(zt_str file, zt_jpx_head *head);

#endif
