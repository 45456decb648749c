/* gen/scene/heard.h — a book as its structure with the words of each element: for who says it aloud
   and who writes it as a page of the web. */
#ifndef ZT_HEARD_H
#define ZT_HEARD_H

#include "scene/tag_tree.h"

/* The structure, and the words of what elements hold, by the number of a content. */
typedef struct zt_heard {
    zt_arena *arena;
    zt_tag_tree *tree;
    ZT_VEC(zt_buf *) texts;
    size_t line; /* of the run that was heard last */
} zt_heard;

/* Everything lives in `arena`. */
zt_heard zt_heard_book(zt_arena *arena, const zt_book *book);
/* All words inside an element in order; different elements are parted by a blank. */
zt_str zt_heard_words(const zt_heard *heard, const zt_element *element);
/* Whether it holds elements that stand for themselves, which are then told one by one. */
bool zt_heard_holds_blocks(const zt_element *element);
/* The rows of a table in order. */
typedef ZT_VEC(zt_element *) zt_heard_rows;
zt_heard_rows zt_heard_table(zt_arena *arena, const zt_element *table);

#endif
