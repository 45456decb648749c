/* gen/inspect/pdf_face.c — what the dictionary of a font says: whether its file is there, how wide
   its codes are. */
#include <math.h>
#include <stdlib.h>

#include "inspect/painted_imp.h"

/* More codes than a font has; a file may claim any number. */
enum { CODES_MOST = 65536 };

/* The descriptor's own file in one of three formats (9.9). */
static bool has_file(zt_pdf_source *source, zt_pdf_object descriptor)
{
    static const char *const keys[] = {"/FontFile", "/FontFile2", "/FontFile3"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (zt_pdf_is_stream(source, zt_pdf_get(source, descriptor, keys[i])))
            return true;
    return false;
}

/* The numbers of an array, of `unit` each. */
static const double *numbers_of(zt_pdf_source *source, zt_arena *arena, zt_pdf_object list,
                                size_t count, double unit, double otherwise)
{
    double *out = ZT_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++)
        out[i] = unit * zt_pdf_number(source, zt_pdf_item(source, list, i), otherwise);
    return out;
}

/* Widths of a simple font (9.6.2). */
static void simple_widths(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                          zt_pdf_object descriptor, double unit, zt_pdf_face *face)
{
    zt_pdf_object list = zt_pdf_get(source, font, "/Widths");
    size_t count = zt_pdf_count(source, list);
    face->width = unit * zt_pdf_number(source, zt_pdf_get(source, descriptor, "/MissingWidth"),
                                       count ? 0 : 500);
    if (count == 0)
        return;
    count = count < 256 ? count : 256;
    zt_width_run *run = ZT_NEW(arena, zt_width_run);
    run->first = zt_pdf_whole(source, zt_pdf_get(source, font, "/FirstChar"), 0);
    run->first = run->first < 0 ? 0 : run->first > 255 ? 255 : run->first;
    run->last = run->first + (int)count - 1;
    run->each = numbers_of(source, arena, list, count, unit, 500);
    face->runs = run;
    face->run_count = 1;
}

/* One stretch of W (9.7.4.3): c [w1 w2 …], or c1 c2 w. The index behind it. */
static size_t read_run(zt_pdf_source *source, zt_arena *arena, zt_pdf_object list, size_t at,
                       zt_width_run *run)
{
    zt_pdf_object second = zt_pdf_item(source, list, at + 1);
    run->first = zt_pdf_whole(source, zt_pdf_item(source, list, at), -1);
    if (!zt_pdf_is_array(source, second)) {
        run->last = zt_pdf_whole(source, second, -1);
        run->all = zt_pdf_number(source, zt_pdf_item(source, list, at + 2), 1000) / 1000;
        return at + 3;
    }
    size_t count = zt_pdf_count(source, second);
    count = count < CODES_MOST ? count : CODES_MOST;
    run->last = run->first < CODES_MOST ? run->first + (int)count - 1 : -1;
    run->each = numbers_of(source, arena, second, count, 0.001, 1000);
    return at + 2;
}

/* Of runs that begin alike the longest is found. */
static int by_first(const void *a, const void *b)
{
    const zt_width_run *p = a, *q = b;
    return p->first != q->first ? (p->first > q->first) - (p->first < q->first)
                                : (p->last > q->last) - (p->last < q->last);
}

/* Widths of the font below a Type0 font; its codes are taken for its glyphs. */
static void composite_widths(zt_pdf_source *source, zt_arena *arena, zt_pdf_object below,
                             zt_pdf_face *face)
{
    zt_pdf_object list = zt_pdf_get(source, below, "/W");
    size_t count = zt_pdf_count(source, list);
    ZT_VEC(zt_width_run) runs = {0};
    for (size_t at = 0; at + 1 < count;) {
        zt_width_run run = {0};
        at = read_run(source, arena, list, at, &run);
        if (run.first >= 0 && run.last >= run.first)
            ZT_PUSH(arena, &runs, run);
    }
    if (runs.count)
        qsort(runs.items, runs.count, sizeof *runs.items, by_first);
    face->two_bytes = true;
    face->width = zt_pdf_number(source, zt_pdf_get(source, below, "/DW"), 1000) / 1000;
    face->runs = runs.items;
    face->run_count = runs.count;
}

/* The matrix of a Type3 font says how large its units are; where they are not some hundreds or
   thousands an em, as of usual fonts, the em is the height of its box (9.6.5). */
static void type3_units(zt_pdf_source *source, zt_pdf_object font, zt_pdf_face *face, double *unit)
{
    zt_pdf_object matrix = zt_pdf_get(source, font, "/FontMatrix");
    zt_rect box;
    double high = fabs(zt_pdf_number(source, zt_pdf_item(source, matrix, 3), 0.001));
    *unit = fabs(zt_pdf_number(source, zt_pdf_item(source, matrix, 0), 0.001));
    if (high >= 1.0 / 4096 && high <= 1.0 / 200)
        return;
    if (zt_pdf_box(source, zt_pdf_get(source, font, "/FontBBox"), &box) && box.h > 0)
        face->em = high * box.h;
}

const zt_pdf_face *zt_pdf_face_of(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                                  zt_str name)
{
    zt_pdf_face *face = ZT_NEW(arena, zt_pdf_face);
    double unit = 0.001;
    zt_str kind = zt_pdf_name(source, zt_pdf_get(source, font, "/Subtype"));
    zt_pdf_object below = zt_pdf_item(source, zt_pdf_get(source, font, "/DescendantFonts"), 0);
    zt_pdf_object described = zt_str_is(kind, "Type0") ? below : font;
    zt_pdf_object descriptor = zt_pdf_get(source, described, "/FontDescriptor");
    face->name = zt_pdf_name(source, zt_pdf_get(source, font, "/BaseFont"));
    if (face->name.len == 0)
        face->name = name;
    face->em = 1;
    face->meanings = zt_pdf_get(source, font, "/ToUnicode");
    face->type3 = zt_str_is(kind, "Type3");
    if (face->type3) {
        type3_units(source, font, face, &unit);
        face->font = font;
        face->seen = ZT_ARRAY(arena, 256, bool);
    }
    face->embedded = face->type3 || has_file(source, descriptor);
    if (zt_str_is(kind, "Type0"))
        composite_widths(source, arena, below, face);
    else
        simple_widths(source, arena, font, descriptor, unit, face);
    face->vertical = zt_str_ends(zt_pdf_name(source, zt_pdf_get(source, font, "/Encoding")), "-V");
    return face;
}

double zt_pdf_face_width(const zt_pdf_face *face, int code)
{
    size_t low = 0, high = face->run_count; /* the first run behind the code */
    if (face->vertical)
        return face->em;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (face->runs[middle].first <= code)
            low = middle + 1;
        else
            high = middle;
    }
    const zt_width_run *run = low ? &face->runs[low - 1] : NULL;
    if (!run || code > run->last)
        return face->width;
    return run->each ? run->each[code - run->first] : run->all;
}
