/* gen/inspect/content.h — the operators of a content stream (ISO 32000-1, 7.8.2), one after another
   with their operands. Whatever the bytes are, reading ends and stays within them. */
#ifndef ZT_CONTENT_H
#define ZT_CONTENT_H

#include "base/arena.h"
#include "base/geom.h"
#include "base/str.h"

/* What an operand is; arrays and dictionaries stand flat between their marks. */
typedef enum zt_operand_kind {
    ZT_OPERAND_NUMBER,
    ZT_OPERAND_NAME,   /* without its slash */
    ZT_OPERAND_STRING, /* its bytes */
    ZT_OPERAND_MARK    /* [ ] << >> */
} zt_operand_kind;

/* One of them. */
typedef struct zt_operand {
    zt_operand_kind kind;
    double number;
    zt_str text;
} zt_operand;

/* A stream that is being read. */
typedef struct zt_content_stream {
    zt_arena *arena;
    zt_str bytes;
    size_t at;
    /* Of the operator that was read last. */
    ZT_VEC(zt_operand) operands;
    zt_str operator_;
    /* Of an inline picture: its entries as they are written, and its data. */
    zt_str entries, image;
} zt_content_stream;

void zt_content_begin(zt_content_stream *content, zt_arena *arena, zt_str bytes);
/* The next operator with its operands; of an inline picture it is "EI", its operands being those of
   BI, with `entries` and `image` set. False at the end; operands without an operator are dropped.
 */
bool zt_content_next(zt_content_stream *content);
/* The number at that place, 0 where there is none or something else. */
double zt_content_number(const zt_content_stream *content, size_t index);
/* The same as a whole number, whatever the file claims within a thousand of 0. */
int zt_content_whole(const zt_content_stream *content, size_t index);
/* The name at that place; empty where it is none. */
zt_str zt_content_name(const zt_content_stream *content, size_t index);

#endif
