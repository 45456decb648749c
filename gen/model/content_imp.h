/* gen/model/content_imp.h — private to model/: the kinds of block that a document can hold, each in
   one file content_NAME.c, which CMake finds. A kind reads its element, describes what it has read
   (`zhitu dump --stage=model`) and writes its alternative text. */
#ifndef ZT_CONTENT_IMP_H
#define ZT_CONTENT_IMP_H

#include "model/doc_imp.h"
#include "model/describe.h"

/* The alternative text that is being written, for one who does not see the page. */
typedef struct zt_alt {
    zt_arena *arena;
    zt_buf *out;
    zt_lang language; /* of the document */
} zt_alt;
/* What a block is called there: 时间轴, Timeline; and what is counted in it, of which there are one
   or many: 条, entry, entries. */
typedef struct zt_alt_words {
    const char *zh, *counted, *en, *one, *many;
} zt_alt_words;

/* A kind of block. The content that `read` allocates belongs to the arena of the reader. */
struct zt_content_kind {
    const char *name; /* of the element: "groups" */
    /* Sets block->content, block->count, and where there are any its variant and alt. */
    void (*read)(zt_doc_reader *r, const zt_node *node, zt_content_block *block);
    /* Attributes first, then what it holds; the element is open. */
    void (*describe)(zt_describer *t, const void *content);
    /* One sentence or several, with their full stops, where the block has no text of its own.
       NULL: block->alt says all. */
    void (*alt)(const zt_alt *alt, const void *content);
};
extern const zt_content_kind *const zt_content_kinds[]; /* ends with NULL */

/* ---- shared by kinds ---- */
/* 时间轴“大事记”，11条; Timeline “Milestones”, 11 entries. */
void zt_alt_open(const zt_alt *alt, const zt_alt_words *words, zt_str head, size_t count);
/* The words in the language of the document. */
void zt_alt_say(const zt_alt *alt, const char *zh, const char *en);
/* A comma where a value behind letters or digits would run together with them; in English a blank.
 */
void zt_alt_separate(const zt_alt *alt, zt_str next);
/* A text without its break hints. */
void zt_alt_rich(const zt_alt *alt, const zt_rich *rich);
/* figures.c: the <figure> elements of a node; those without a value have been complained about and
   are left out. */
zt_figure_entry *zt_read_figure_entries(zt_doc_reader *r, const zt_node *node, size_t *count);
/* figure_picture.c: what picture= of a figure draws, NULL without it. Reports bad-each,
   too-many-icons, picture-without-value. */
const zt_figure_picture *zt_figure_picture_read(zt_doc_reader *r, const zt_node *node,
                                                const zt_figure_entry *entry);
/* What a symbol stands for in all pictures of a panel; empty where they differ. */
zt_str zt_figures_key(zt_arena *arena, const zt_figures *figures);
/* compare.c: the <compare> of a figure or a point, about that value; NULL without it. Reports
   compare-impossible. */
const zt_comparison *zt_comparison_read(zt_doc_reader *r, const zt_node *node,
                                        const zt_quantity *value);
/* Describes the entries as a list “figures”. */
void zt_describe_figure_entries(zt_describer *t, const zt_figure_entry *figures, size_t count);
/* Label and value of each entry, parted by commas. */
void zt_alt_figure_entries(const zt_alt *alt, const zt_figure_entry *figures, size_t count);
/* describe_cells.c: the cells of a group (point_cells.h) in dumps; and, when the walk lists what is
   printed, its points in each way that they may be printed. */
void zt_cells_describe(zt_describer *t, const zt_group_content *group);
/* In the alternative text the figure that leads the group, with its words: （口岸16个）. */
void zt_cells_alt(const zt_alt *alt, const zt_group_content *group);
void zt_cells_print(zt_describer *t, const zt_group_content *group);
/* trend.c: the <trend> of a cell or a figure, or NULL; reports unit-mismatch. */
const zt_trend *zt_trend_read(zt_doc_reader *r, const zt_node *node);
/* Its values as written, parted by 、; empty of NULL. */
zt_str zt_trend_words(zt_arena *arena, const zt_trend *trend);
/* goal.c: the first <goal> below `node`; all empty without one, which neither form mentions. */
zt_goal_text zt_goal_read(zt_doc_reader *r, const zt_node *node);
/* The two forms in which a goal is shown: the dump, and a clause of the alternative text. */
void zt_goal_describe(zt_describer *t, const zt_goal_text *goal);
void zt_goal_alt(const zt_alt *alt, const zt_goal_text *goal); /* ，目标：… */
/* content_structure.c: also inside tasks. */
zt_structure *zt_structure_read(zt_doc_reader *r, const zt_node *node);
/* `structure` is a zt_structure; the type is that of zt_content_kind. */
void zt_structure_describe(zt_describer *t, const void *structure);
void zt_structure_alt(const zt_alt *alt, const void *structure);

#endif
