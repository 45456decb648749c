/* gen/export/tiff_imp.h — a grey TIFF file from rows of shares of an ink; private to export/. */
#ifndef ZT_TIFF_IMP_H
#define ZT_TIFF_IMP_H

#include "base/str.h"

/* A plate to write; borrowed until the call returns. */
typedef struct zt_tiff {
    /* A byte each, 255 = all of the ink, rows `stride` bytes apart. */
    const unsigned char *shares;
    int width, height, stride;
    double ppi;
} zt_tiff;

/* Appends a baseline greyscale file (TIFF 6.0, section 4): 8 bits, solid ink black, PackBits, in
   strips, its resolution in pixels an inch. Rasters (raster_imp.h) stay far below the 4 GB that the
   offsets of TIFF reach. */
void zt_tiff_write(const zt_tiff *tiff, zt_buf *out);

#endif
