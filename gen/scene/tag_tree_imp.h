/* gen/scene/tag_tree_imp.h — the parts of the structure tree, private to scene/. */
#ifndef ZT_TAG_TREE_IMP_H
#define ZT_TAG_TREE_IMP_H

#include "scene/tag_tree.h"

/* What the content inside a group belongs to. */
struct zt_tag_tree_level {
    const zt_group *group;
    zt_role role; /* own, or the nearest above */
    /* Depth of the group whose role it is. */
    size_t owner;
    bool artifact;
    zt_page_part page_part; /* of an artifact */
    /* Of a group with a role of its own; NULL until its first content. */
    zt_element *element;
    /* Of the frame that the group lies in. */
    double dx, dy;
};

struct zt_tag_tree_flow {
    zt_element *element; /* NULL until the first piece */
    bool anchored;       /* one piece is an anchor: the element stands there */
    bool filled;         /* one piece is none */
    bool placed;         /* has its parent */
};

/* A new element without a parent. */
zt_element *zt_element_new(zt_tag_tree *tree, zt_role role, size_t page);
/* The last thing that the parent holds. */
void zt_element_adopt(zt_tag_tree *tree, zt_element *parent, zt_element *child);
/* Elements whose anchor was never reached go to the end of the document. */
void zt_tag_tree_place_rest(zt_tag_tree *tree);

#endif
