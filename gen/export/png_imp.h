/* gen/export/png_imp.h — a PNG file from rows of RGB; private to export/. */
#ifndef ZT_PNG_IMP_H
#define ZT_PNG_IMP_H

#include "base/str.h"

/* An image to write; borrowed until the call returns. */
typedef struct zt_png {
    /* Native 0x00RRGGBB words, rows `stride` bytes apart. */
    const unsigned char *pixels;
    int width, height, stride;
    double ppi;
    const char *title; /* or NULL */
} zt_png;

/* Appends the file. The pixels' copies live and die inside: a board's are tens of megabytes. */
void zt_png_write(const zt_png *png, zt_buf *out);

#endif
