/* gen/model/content_imp.h — private to model/: the kinds of block that a document can hold, each in
   one file content_NAME.c, which CMake finds. A kind reads its element, tells what it has read
   (`zhitu dump --stage=model`) and speaks it (the alternative text). */
#ifndef ZT_CONTENT_IMP_H
#define ZT_CONTENT_IMP_H

#include "model/doc_imp.h"
#include "model/tell.h"

struct zt_content_kind {
    const char *name; /* of the element: "groups" */
    /* Sets block->content, block->count, and where there are any its variant and alt. */
    void (*read)(zt_doc_reader *r, const zt_node *node, zt_content_block *block);
    /* Attributes first, then what it holds; the element is open. */
    void (*tell)(zt_teller *t, const void *content);
    /* One sentence or several; with their full stops. NULL: block->alt says all. */
    void (*speak)(zt_arena *arena, zt_buf *out, const void *content);
};
extern const zt_content_kind *const zt_content_kinds[]; /* ends with NULL */

/* ---- shared by kinds ---- */
/* 时间轴“大事记”，11条: `counted` after the number. */
void zt_speak_open(zt_buf *out, const char *words, zt_str head, size_t count, const char *counted);
/* A comma where a value behind letters or digits would run together with them. */
void zt_speak_apart(zt_buf *out, zt_str next);
/* A text without its break hints. */
void zt_speak_bare(zt_arena *arena, zt_buf *out, const zt_rich *rich);
/* figures.c: the <figure> elements of a node; those without a value have been complained about and
   are left out. */
zt_figure_entry *zt_read_figure_entries(zt_doc_reader *r, const zt_node *node, size_t *count);
void zt_tell_figure_entries(zt_teller *t, const zt_figure_entry *figures, size_t count);
void zt_speak_figure_entries(zt_arena *arena, zt_buf *out, const zt_figure_entry *figures,
                             size_t count);
/* goal.c: the first <goal> below `node`; all empty without one, which nobody tells or speaks. */
zt_goal_text zt_goal_read(zt_doc_reader *r, const zt_node *node);
void zt_goal_tell(zt_teller *t, const zt_goal_text *goal);
void zt_goal_speak(zt_arena *arena, zt_buf *out, const zt_goal_text *goal); /* ，目标：… */
/* content_structure.c: also inside tasks. */
zt_structure *zt_structure_read(zt_doc_reader *r, const zt_node *node);
void zt_structure_tell(zt_teller *t, const void *structure);
void zt_structure_speak(zt_arena *arena, zt_buf *out, const void *structure);

#endif
