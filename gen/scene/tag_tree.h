/* gen/scene/tag_tree.h — the structure tree of a book (ISO 32000-1, 14.7, 14.8): what stands in
   which element for a reader who hears the pages, in the order of reading. Whoever writes or reads
   a book aloud goes through its pages with zt_scene_walk and tells the structure of groups and
   items in the order of painting, which is the order of reading. Which element may hold which is
   kept by construction: what may not stand where it was painted gets the elements between that are
   lacking (a caption's Lbl inside L gets its LI), so no block can make a tree that is not sound. */
#ifndef ZT_TAG_TREE_H
#define ZT_TAG_TREE_H

#include "scene/scene.h"

typedef struct zt_element zt_element;

/* What an element holds. */
typedef enum zt_element_kid_kind {
    ZT_KID_ELEMENT,
    ZT_KID_CONTENT,   /* texts and marks of a page, by a number of whoever writes */
    ZT_KID_ANNOTATION /* a link of a page, the same */
} zt_element_kid_kind;

/* One of the things that an element holds, in the order of reading. */
typedef struct zt_element_kid {
    zt_element_kid_kind kind;
    zt_element *element; /* ELEMENT */
    int number;          /* else */
    size_t page;         /* where it is painted */
} zt_element_kid;

/* An element. It lives in the structure's arena. */
struct zt_element {
    zt_role role;
    zt_element *parent; /* NULL: the document */
    /* Alternative text, language; NULL for one that no group asked for. */
    const zt_group *group;
    /* Of a cell of a table that stands for a figure: its words. */
    zt_str text;
    /* Of a head in a table: "Column" or "Row". */
    const char *scope;
    /* Columns of the table that a cell covers; 0: one. */
    size_t span;
    /* Where it is painted first, in points from the trim's top left. */
    size_t page;
    zt_rect box;
    /* Was put between by the structure. */
    bool implied;
    /* For whoever writes: 0 until set. */
    int object;
    ZT_VEC(zt_element_kid) kids;
};

typedef ZT_VEC(zt_element *) zt_elements;

/* What the items of a group belong to; private to tag_tree.c. */
typedef struct zt_tag_tree_level zt_tag_tree_level;
/* The element of all groups of one zt_group.flow; private to tag_tree.c. */
typedef struct zt_tag_tree_flow zt_tag_tree_flow;

/* A structure on its way. */
typedef struct zt_tag_tree {
    zt_arena *arena;
    const zt_book *book;
    /* All, in the order in which they were begun; those that fell away have no parent. */
    zt_elements elements;
    zt_element *document;
    /* The page that is told of. */
    size_t page;
    ZT_VEC(zt_tag_tree_level) levels;
    size_t depth;
    ZT_VEC(zt_tag_tree_flow) flows; /* by number */
} zt_tag_tree;

/* An empty structure of the book, which it borrows. */
zt_tag_tree *zt_tag_tree_new(zt_arena *arena, const zt_book *book);
/* From here on the items of that page are told of. */
void zt_tag_tree_page(zt_tag_tree *tree, size_t page);
/* For each group on the way in and out; dx, dy as zt_scene_walk gives them. */
void zt_tag_tree_enter(zt_tag_tree *tree, const zt_group *group, double dx, double dy);
void zt_tag_tree_leave(zt_tag_tree *tree);
/* The element that the item belongs to; NULL for an artifact. */
zt_element *zt_tag_tree_of(zt_tag_tree *tree, const zt_item *item);
/* The link that a link's area at this place of the scene belongs to. */
zt_element *zt_tag_tree_link(zt_tag_tree *tree);
/* The part of the page that artifacts here belong to. */
zt_page_part zt_tag_tree_part(const zt_tag_tree *tree);
/* Content, or an annotation, becomes the next thing that the element holds. */
void zt_element_hold(zt_tag_tree *tree, zt_element *element, zt_element_kid_kind kind, int number);
/* After the last page: data of figures as tables, heads and bodies of tables, cells that cover
   several columns, levels of heads without a gap (H1, H2, H3). */
void zt_tag_tree_end(zt_tag_tree *tree);

/* Why a reader cannot rely on the tree (ISO 14289-1, 7): the first element that breaks a rule which
   the structure cannot mend, and the rule. NULL when all holds. */
typedef struct zt_tag_tree_fault {
    const zt_element *element; /* NULL: the whole book */
    const char *zh, *en;
} zt_tag_tree_fault;
bool zt_tag_tree_holds(const zt_tag_tree *tree, zt_tag_tree_fault *fault);

/* The book as a screen reader says it, a line for each element in the order of reading: heads with
   their level, lists with the number of their items, figures by their alternative text and the data
   below, cells of tables behind the heads of their columns. In the book's language. */
void zt_book_read_aloud(zt_buf *out, const zt_book *book);

#endif
