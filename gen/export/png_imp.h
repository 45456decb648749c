/* gen/export/png_imp.h — a PNG file from rows of RGB or of grey; private to export/. */
#ifndef ZT_PNG_IMP_H
#define ZT_PNG_IMP_H

#include "base/str.h"

/* An image to write; borrowed until the call returns. */
typedef struct zt_png {
    /* Native 0x00RRGGBB words, rows `stride` bytes apart; of ink, a byte each, 255 = all of it. */
    const unsigned char *pixels;
    /* A plate: grey as its film shows it, solid ink black. Its numbers are shares of ink, so no
       colour space is stated. */
    bool ink;
    int width, height, stride;
    double ppi;
    const char *title; /* or NULL */
} zt_png;

/* Appends the file. The pixels' copies live and die inside: a board's are tens of megabytes. */
void zt_png_write(const zt_png *png, zt_buf *out);

#endif
