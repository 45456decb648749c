/* gen/export/plates_imp.h — the plates of a book from its scenes: what of each ink lies where, what
   overprints and what knocks out as in the PDF for the press. Private to export/. */
#ifndef ZT_PLATES_IMP_H
#define ZT_PLATES_IMP_H

#include "export/press_picture.h"
#include "export/raster_imp.h"

/* The option of all outputs that know spot inks. */
#define ZT_SPOTS_OPTION                                                                            \
    {                                                                                              \
        .flag = "--spots", .words = "keep process",                                                \
        .zh = "专色：keep 各成一版，process 按配方改为四色",                                       \
        .en = "spot inks: plates of their own, or their recipes in process inks"                   \
    }
bool zt_spots_to_process(const zt_export_options *options);

/* The plate of an ink. */
typedef struct zt_plate {
    const char *name;   /* in the names of files: "cyan", "pantone-185" */
    const zt_ink *spot; /* NULL: a process ink, */
    int process;        /* of cyan, magenta, yellow, black */
} zt_plate;
typedef ZT_VEC(zt_plate) zt_plates;
/* The four process inks, whether or not anything is printed in them, and the spots in use in the
   order in which they are met. */
zt_plates zt_plates_of(zt_arena *arena, const zt_export_options *options, const zt_book *book);
/* The share of the plate's ink in a paint, 0..1. */
double zt_plate_share(const zt_plate *plate, const zt_ink *ink, double tint, bool to_process);

/* A page on its way to plates. */
typedef struct zt_plate_maker {
    zt_raster raster;
    zt_press press;
    zt_plates plates;
    bool to_process;
} zt_plate_maker;
/* False after a report. */
bool zt_plates_open(zt_plate_maker *maker, const zt_export *e, const zt_scene *page, zt_rect area);
/* Paints one plate on a surface of A8 that is empty: 255 is solid ink. What is to be said of
   pictures is said with the first plate. False after a report. */
bool zt_plate_paint(const zt_plate_maker *maker, const zt_scene *page, size_t plate,
                    cairo_surface_t *surface);

/* A plate as its film shows it, for a writer of files: a byte a pixel, 255 is solid ink. */
typedef struct zt_plate_picture {
    const unsigned char *shares;
    int width, height, stride; /* stride: bytes from row to row */
    double ppi;
    const char *title; /* of the book, or NULL */
} zt_plate_picture;
typedef void (*zt_plate_coder)(const zt_plate_picture *plate, zt_buf *out);
/* What all outputs of plates are, whatever their files: the names of the inks, a plate with its
   bleed and marks in the coder's bytes (false after a report), the options. */
zt_part_names zt_plate_names(zt_arena *arena, const zt_export_options *options,
                             const zt_book *book);
bool zt_plate_write(const zt_export *e, const zt_scene *page, size_t plate, zt_plate_coder code,
                    zt_buf *out);
extern const zt_output_option zt_plate_options[];

#endif
