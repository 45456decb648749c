/* gen/preflight/page_text.h — the text of a page by the places in the XML that asked for it, and by
   blocks: what can be asked whether it holds some words. */
#ifndef ZT_PAGE_TEXT_H
#define ZT_PAGE_TEXT_H

#include "scene/scene.h"

/* Words without what a page may set in another way than they are written: without blanks, break
   hints, quotation marks and the commas of thousands; full-width signs and digits as ASCII, each
   dash and minus as one hyphen. */
zt_str zt_page_plain(zt_arena *arena, zt_str text);

/* A glyph run's stretch of the text that holds it, in bytes. */
typedef struct zt_page_run {
    zt_pos at;
    size_t first, end; /* in the text that holds it */
    size_t order;      /* in which it is painted */
    /* That it is a part of; 0: alone. */
    uint32_t line;
    /* A blank or a quotation mark at its ends parts its numbers from those of its neighbours. */
    bool begins_parted, ends_parted;
} zt_page_run;
/* A block's stretch. */
typedef struct zt_page_block {
    zt_pos at;
    size_t first, end; /* in `painted` */
} zt_page_block;
/* The text of a page as a reader would copy it, to look for words in. */
typedef struct zt_page_text {
    /* All plain, in the order of the page. */
    zt_str painted;
    zt_page_block *blocks;
    size_t block_count;
    /* The same by place in the source; a line feed parts different places. */
    zt_str placed;
    zt_page_run *runs; /* of `placed`, by place */
    size_t run_count;
} zt_page_text;

/* Both texts live in `arena`; the scenes are not needed after it. Of several pages one after the
   other. */
zt_page_text zt_page_text_of(zt_arena *arena, const zt_scene *const *pages, size_t count);
/* What was painted for the places from `from` on and before `to` (line 0: to the end of the file);
   with `to` equal to `from` for that place alone. */
zt_str zt_page_text_from(const zt_page_text *page, zt_pos from, zt_pos to);
/* What stands in the block at that place, of several there in the first; lent from the page. False
   when there is none. */
bool zt_page_text_block(const zt_page_text *page, zt_pos at, zt_str *text);
/* Whether plain words stand in plain text; a number at their ends is a whole one. */
bool zt_page_text_holds(zt_str text, zt_str words);

#endif
