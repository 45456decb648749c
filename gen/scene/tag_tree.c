/* gen/scene/tag_tree.c — elements from the roles of groups, in the order of painting. */
#include "scene/tag_tree_imp.h"

/* Text after text in one of these would be one paragraph: it goes on in the element that is open.
 */
static zt_element *last_kid(const zt_element *element)
{
    if (element->kids.count == 0)
        return NULL;
    const zt_element_kid *kid = &element->kids.items[element->kids.count - 1];
    return kid->kind == ZT_KID_ELEMENT ? kid->element : NULL;
}

zt_element *zt_element_new(zt_tag_tree *tree, zt_role role, size_t page)
{
    zt_element *element = ZT_NEW(tree->arena, zt_element);
    element->role = role;
    element->page = page;
    ZT_PUSH(tree->arena, &tree->elements, element);
    return element;
}

void zt_element_adopt(zt_tag_tree *tree, zt_element *parent, zt_element *child)
{
    zt_element_kid kid = {.kind = ZT_KID_ELEMENT, .element = child, .page = child->page};
    child->parent = parent;
    ZT_PUSH(tree->arena, &parent->kids, kid);
}

void zt_element_hold(zt_tag_tree *tree, zt_element *element, zt_element_kid_kind kind, int number)
{
    zt_element_kid kid = {.kind = kind, .number = number, .page = tree->page};
    ZT_PUSH(tree->arena, &element->kids, kid);
}

/* ---- what has to stand between ---- */

/* Whether the last thing in an item is its body. */
static bool has_body(const zt_element *item)
{
    const zt_element *last = last_kid(item);
    return last && last->role == ZT_ROLE_LBODY;
}

/* Whether an element that was put between takes one more child of that role. */
static bool goes_on(const zt_element *open, zt_role step, zt_role child)
{
    if (!open || open->role != step)
        return false;
    if (step == ZT_ROLE_LBODY)
        return true; /* an item has one body, whoever made it */
    if (step == ZT_ROLE_LI && (child == ZT_ROLE_LBL || child == ZT_ROLE_LI))
        return false; /* a label begins an item */
    if (step == ZT_ROLE_LI && child == ZT_ROLE_LBODY && has_body(open))
        return false;
    return open->implied;
}

/* The next element towards one that may hold the child: the one that is open, or a new one. */
static zt_element *step_down(zt_tag_tree *tree, zt_element *parent, zt_role step, zt_role child)
{
    zt_element *open = last_kid(parent);
    if (goes_on(open, step, child))
        return open;
    open = zt_element_new(tree, step, tree->page);
    open->implied = true;
    zt_element_adopt(tree, parent, open);
    return open;
}

/* The label of an item comes first; one behind other things is part of the item's body. */
static zt_role between(const zt_element *parent, zt_role child)
{
    bool late = parent->role == ZT_ROLE_LI && parent->kids.count > 0;
    return late && child == ZT_ROLE_LBL ? ZT_ROLE_LBODY : zt_role_between(parent->role, child);
}

/* The element at or below `parent` that may hold one of that role. */
static zt_element *room_for(zt_tag_tree *tree, zt_element *parent, zt_role child)
{
    for (zt_role step; (step = between(parent, child)) != ZT_ROLE_NONE;)
        parent = step_down(tree, parent, step, child);
    return parent;
}

/* The element at or below `parent` that holds text: a P where nothing else is asked. */
static zt_element *room_for_text(zt_tag_tree *tree, zt_element *parent)
{
    if (zt_role_holds_text(parent->role))
        return parent;
    parent = room_for(tree, parent, ZT_ROLE_P);
    return zt_role_holds_text(parent->role) ? parent
                                            : step_down(tree, parent, ZT_ROLE_P, ZT_ROLE_P);
}

/* An item that has its body already takes a second one as a paragraph of it. */
static void hang(zt_tag_tree *tree, zt_element *parent, zt_element *child)
{
    parent = room_for(tree, parent, child->role);
    if (parent->role == ZT_ROLE_LI && child->role == ZT_ROLE_LBODY && has_body(parent)) {
        child->role = ZT_ROLE_P;
        parent = last_kid(parent);
    }
    zt_element_adopt(tree, parent, child);
}

/* ---- elements of several pieces ---- */

static zt_element *element_at(zt_tag_tree *tree, size_t depth);

/* Hangs the element of a flow, which may hold content already, on the one it belongs to. */
static void flow_place(zt_tag_tree *tree, zt_tag_tree_flow *flow, zt_element *parent)
{
    flow->placed = true;
    hang(tree, parent, flow->element);
}

/* An anchor: here the element stands for a reader, wherever it is painted. Only the first counts;
   one of a flow that is nowhere painted leaves nothing. */
static void flow_anchor(zt_tag_tree *tree, const zt_group *group)
{
    zt_tag_tree_flow *flow = tree->flows.items + group->flow;
    if (!flow->filled || flow->placed)
        return;
    if (!flow->element)
        flow->element = zt_element_new(tree, group->role, tree->page);
    flow_place(tree, flow, element_at(tree, tree->depth - 1));
}

/* How an element is painted first: that says which role it has, on which page it is, where a figure
   lies. */
static void painted_as(const zt_tag_tree *tree, const zt_tag_tree_level *level, zt_element *element)
{
    element->group = level->group;
    element->role = level->role;
    element->page = tree->page;
    element->box = level->group->item.box;
    element->box.x += level->dx;
    element->box.y += level->dy;
}

/* The element of a piece, that of all pieces: the first of them makes it. */
static zt_element *flow_element(zt_tag_tree *tree, size_t depth)
{
    const zt_tag_tree_level *level = &tree->levels.items[depth];
    zt_tag_tree_flow *flow = tree->flows.items + level->group->flow;
    if (!flow->element)
        flow->element = zt_element_new(tree, level->role, tree->page);
    if (!flow->element->group)
        painted_as(tree, level, flow->element);
    if (!flow->placed && !flow->anchored)
        flow_place(tree, flow, element_at(tree, depth - 1));
    return flow->element;
}

/* What there is of flows, before anything is told. */
static void hear_flow(void *self, const zt_item *item, double dx, double dy)
{
    zt_tag_tree *tree = self;
    const zt_group *group = (const zt_group *)item;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GROUP || !group->flow)
        return;
    while (tree->flows.count <= group->flow)
        ZT_PUSH(tree->arena, &tree->flows, ((zt_tag_tree_flow){0}));
    tree->flows.items[group->flow].anchored |= !group->first;
    tree->flows.items[group->flow].filled |= group->first != NULL;
}

/* An element whose anchor lies in an artifact is read at the end. */
void zt_tag_tree_place_rest(zt_tag_tree *tree)
{
    for (size_t i = 0; i < tree->flows.count; i++)
        if (tree->flows.items[i].element && !tree->flows.items[i].placed)
            flow_place(tree, tree->flows.items + i, tree->document);
}

/* ---- groups and what they hold ---- */

zt_tag_tree *zt_tag_tree_new(zt_arena *arena, const zt_book *book)
{
    zt_tag_tree *tree = ZT_NEW(arena, zt_tag_tree);
    tree->arena = arena;
    tree->book = book;
    tree->document = zt_element_new(tree, ZT_ROLE_DOCUMENT, 0);
    zt_visitor visitor = {.self = tree, .enter = hear_flow};
    for (size_t i = 0; i < book->page_count; i++)
        zt_scene_walk(book->pages[i]->root, &visitor);
    return tree;
}

void zt_tag_tree_page(zt_tag_tree *tree, size_t page)
{
    zt_assert(tree->depth == 0);
    tree->page = page;
}

/* NONE for groups that only carry a frame: their content belongs to the group around them. An
   alternative text makes a figure of what has no role of its own. */
static zt_role own_role(const zt_group *group)
{
    return group->role == ZT_ROLE_NONE && group->alt ? ZT_ROLE_FIGURE : group->role;
}

/* The outermost group of a page is the document itself. Whatever lies inside an artifact is one,
   its own role or not. */
void zt_tag_tree_enter(zt_tag_tree *tree, const zt_group *group, double dx, double dy)
{
    zt_role role = own_role(group);
    zt_tag_tree_level level = {
        .group = group, .role = role, .owner = tree->depth, .dx = dx, .dy = dy};
    if (tree->depth == 0) {
        level.role = ZT_ROLE_DOCUMENT;
        level.element = tree->document;
    } else {
        const zt_tag_tree_level *above = &tree->levels.items[tree->depth - 1];
        if (role == ZT_ROLE_NONE) {
            level.role = above->role;
            level.owner = above->owner;
        }
        level.artifact = above->artifact || role == ZT_ROLE_ARTIFACT;
        level.page_part = group->page_part ? group->page_part : above->page_part;
        if (group->flow && !group->first && !level.artifact)
            flow_anchor(tree, group);
    }
    /* A stack: entries above the depth are dead and are written over. */
    tree->levels.count = tree->depth++;
    ZT_PUSH(tree->arena, &tree->levels, level);
}

/* Elements are made when their first content comes, so that empty groups leave none; but a row has
   its cells, empty or not. */
void zt_tag_tree_leave(zt_tag_tree *tree)
{
    const zt_tag_tree_level *level = &tree->levels.items[tree->depth - 1];
    bool is_cell = level->role == ZT_ROLE_TD || level->role == ZT_ROLE_TH;
    if (is_cell && level->owner == tree->depth - 1 && !level->artifact)
        element_at(tree, tree->depth - 1);
    tree->depth--;
}

/* The element of the group at a depth; made now, with those above it, if it is the first call. */
static zt_element *element_at(zt_tag_tree *tree, size_t depth)
{
    zt_tag_tree_level *level = &tree->levels.items[depth];
    if (level->owner != depth)
        return element_at(tree, level->owner);
    if (level->element)
        return level->element;
    zt_assert(depth > 0);
    zt_element *element;
    if (level->group->flow) {
        element = flow_element(tree, depth);
    } else {
        zt_element *parent = element_at(tree, depth - 1);
        element = zt_element_new(tree, level->role, tree->page);
        painted_as(tree, level, element);
        hang(tree, parent, element);
    }
    return tree->levels.items[depth].element = element;
}

zt_element *zt_tag_tree_of(zt_tag_tree *tree, const zt_item *item)
{
    size_t depth = tree->depth - 1;
    const zt_tag_tree_level *level = &tree->levels.items[depth];
    bool is_text = item->kind == ZT_ITEM_GLYPHS && ((const zt_glyphs *)item)->text.len > 0;
    if (level->artifact || (!is_text && level->role != ZT_ROLE_FIGURE))
        return NULL;
    return room_for_text(tree, element_at(tree, depth));
}

zt_element *zt_tag_tree_link(zt_tag_tree *tree)
{
    zt_element *element = element_at(tree, tree->depth - 1);
    if (element->role == ZT_ROLE_LINK)
        return element;
    zt_element *link = zt_element_new(tree, ZT_ROLE_LINK, tree->page);
    hang(tree, element, link);
    return link;
}

zt_page_part zt_tag_tree_part(const zt_tag_tree *tree)
{
    return tree->levels.items[tree->depth - 1].page_part;
}
