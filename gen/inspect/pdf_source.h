/* gen/inspect/pdf_source.h — a PDF of another program as objects, read by qpdf's library, which
   mends what is damaged and says so. The library is loaded when the first file is asked for. */
#ifndef ZT_PDF_SOURCE_H
#define ZT_PDF_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/geom.h"
#include "base/str.h"

/* A file that is open; freed with the arena. */
typedef struct zt_pdf_source zt_pdf_source;
/* An object of it; 0 is none, of which all questions below have the plainest answer. */
typedef unsigned zt_pdf_object;

/* NULL after a report: no-qpdf (environment), pdf-unreadable. A file that wants a password is
   opened only if the empty one will do. */
zt_pdf_source *zt_pdf_source_open(zt_arena *arena, zt_diags *diags, const char *path);
/* Whether it was mended while it was read, and what the library says of it; and encryption. */
const char *zt_pdf_source_damage(zt_pdf_source *source);
bool zt_pdf_source_encrypted(zt_pdf_source *source);
/* The arena that it was opened in. */
zt_arena *zt_pdf_source_arena(zt_pdf_source *source);
/* 1.6: that of the head or of the catalog, the later of both; 0 where neither is known. */
double zt_pdf_source_version(zt_pdf_source *source);

zt_pdf_object zt_pdf_root(zt_pdf_source *source);
zt_pdf_object zt_pdf_trailer(zt_pdf_source *source);
size_t zt_pdf_page_count(zt_pdf_source *source);
zt_pdf_object zt_pdf_page_at(zt_pdf_source *source, size_t index);
/* The entry of a dictionary or of a stream's, or 0. */
zt_pdf_object zt_pdf_get(zt_pdf_source *source, zt_pdf_object object, const char *key);
/* The same of a page, from the nodes above it too (7.7.3.4). */
zt_pdf_object zt_pdf_inherited(zt_pdf_source *source, zt_pdf_object page, const char *key);
bool zt_pdf_is_dictionary(zt_pdf_source *source, zt_pdf_object object); /* a stream too */
bool zt_pdf_is_stream(zt_pdf_source *source, zt_pdf_object object);
bool zt_pdf_is_array(zt_pdf_source *source, zt_pdf_object object);
bool zt_pdf_is_number(zt_pdf_source *source, zt_pdf_object object);
bool zt_pdf_is_string(zt_pdf_source *source, zt_pdf_object object);
/* True only of the boolean. */
bool zt_pdf_is_true(zt_pdf_source *source, zt_pdf_object object);
double zt_pdf_number(zt_pdf_source *source, zt_pdf_object object, double otherwise);
/* The same as a whole number; beyond what an int holds, the nearest that it does. */
int zt_pdf_whole(zt_pdf_source *source, zt_pdf_object object, int otherwise);
/* Without the slash; empty of anything but a name. Lives in the arena. */
zt_str zt_pdf_name(zt_pdf_source *source, zt_pdf_object object);
size_t zt_pdf_count(zt_pdf_source *source, zt_pdf_object array);
zt_pdf_object zt_pdf_item(zt_pdf_source *source, zt_pdf_object array, size_t index);
/* Four numbers as a box with its corners in order; false where it is none. */
bool zt_pdf_box(zt_pdf_source *source, zt_pdf_object array, zt_rect *out);
/* Keys of a dictionary with their slash, in the order of their bytes. */
size_t zt_pdf_keys(zt_pdf_source *source, zt_pdf_object object, zt_str **out);
/* Its number; 0 of a direct one. */
int zt_pdf_number_of(zt_pdf_source *source, zt_pdf_object object);
/* What a stream holds, unpacked; empty where it cannot be, or where it would be larger than
   unpacking may make it. Of a page all of its contents, one behind the other. */
zt_str zt_pdf_stream_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object stream);
zt_str zt_pdf_page_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page);
/* The samples of a picture, JPEG decoded too; false where they are coded otherwise than this can
   read. Nothing is lost by that. */
bool zt_pdf_picture_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object image, zt_str *out);
/* The packed bytes of a stream as the file has them, and the name of the last filter that they went
   through; false where there are too many of them, or none. */
bool zt_pdf_packed_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object stream, zt_str *out);
zt_str zt_pdf_last_filter(zt_pdf_source *source, zt_pdf_object stream);
/* The inline picture of those entries and data (8.9.7) as a stream like that of any picture, its
   keys written out; 0 where the entries are none. There is one at a time: the next takes its place.
   Its number means nothing. */
zt_pdf_object zt_pdf_inline_picture(zt_pdf_source *source, zt_arena *arena, zt_str entries,
                                    zt_str data);
/* The bytes of a string, or what a stream holds. */
zt_str zt_pdf_bytes(zt_pdf_source *source, zt_arena *arena, zt_pdf_object object);
/* Ends a page: every object that was handed out is none any more, what was unpacked counts no more.
   False where a stream could not be unpacked since the last turn. */
bool zt_pdf_turn(zt_pdf_source *source);

#endif
