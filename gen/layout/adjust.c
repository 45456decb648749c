/* gen/layout/adjust.c — what was painted for which element, by the place of the XML that each item
   carries; and the small moves that a template asks for by id. */
#include "base/near.h"
#include "base/origin.h"
#include "layout/layout_imp.h"

/* Gives groups the id of the element that they were painted for; a group within one of that id
   gets none of its own. */
static void name_below(const zt_origins *origins, zt_group *group, const char *open)
{
    for (zt_item *item = group->first; item; item = item->next) {
        if (item->kind != ZT_ITEM_GROUP)
            continue;
        zt_group *child = (zt_group *)item;
        const char *id = child->id ? child->id : zt_origin_id(origins, item->at);
        if (!child->id && id != open)
            child->id = id;
        name_below(origins, child, id ? id : open);
    }
}

/* Names all groups of the page, where the document's origins are known. */
void zt_painted_name(const zt_setting *setting)
{
    if (setting->origins)
        name_below(setting->origins, setting->scene->root, NULL);
}

/* ---- moving ---- */

/* One <adjust> while it is carried out. */
typedef struct shift {
    const zt_setting *setting;
    const zt_origin *element;
    const zt_adjust *adjust;
    size_t moved; /* groups */
    /* Parts that the element has on the page, by zt_adjust_part. */
    bool has[ZT_ADJUST_PICTURE + 1];
} shift;

/* The part and the layer that the nearest group around an item names. */
typedef struct around {
    const char *part, *layer;
} around;

/* Whether an item was painted for the element or for something within it. */
static bool is_of(const shift *s, const zt_item *item)
{
    return zt_origin_holds(s->setting->origins, s->element, item->at);
}

static bool is_in(const char *name, const char *words)
{
    return name && zt_str_in_words(zt_str_from(name), words);
}

/* Words in a part that says what they are are that; in a chart what the element says itself is its
   label, what stands in it its value. Rules and grounds are neither. */
static zt_adjust_part part_of(const shift *s, const zt_item *item, around where)
{
    if (is_in(where.part, "rule ground"))
        return ZT_ADJUST_ALL;
    if (item->kind == ZT_ITEM_PATH)
        return is_in(where.part, "leader leaders axis") ? ZT_ADJUST_LEADER : ZT_ADJUST_PICTURE;
    if (item->kind != ZT_ITEM_GLYPHS)
        return ZT_ADJUST_PICTURE;
    if (is_in(where.part, "figure figure-second figure-third value rank change badge unit"))
        return ZT_ADJUST_VALUE;
    if (!is_in(where.layer, "labels"))
        return ZT_ADJUST_LABEL;
    return zt_origin_at(s->setting->origins, item->at) == s->element ? ZT_ADJUST_LABEL
                                                                     : ZT_ADJUST_VALUE;
}

/* Whether an item is what the <adjust> names. */
static bool is_meant(shift *s, const zt_item *item, around where)
{
    if (!is_of(s, item))
        return false;
    if (!s->adjust->part)
        return true;
    zt_adjust_part part = part_of(s, item, where);
    s->has[part] = true;
    return part == s->adjust->part;
}

/* Moves a group with all that it holds, and its box. */
static void move_group(shift *s, zt_group *group)
{
    group->dx += s->adjust->dx;
    group->dy += s->adjust->dy;
    group->item.box.x += s->adjust->dx;
    group->item.box.y += s->adjust->dy;
    group->moved = true;
    s->moved++;
}

/* Items that lie bare among others of their group get one of their own; `first` follows `before`
   (NULL: is the group's first). Returns the new group. */
static zt_group *wrap(shift *s, zt_group *parent, around where, zt_item *before, zt_item *first)
{
    zt_group *group = zt_scene_detached(s->setting->scene);
    zt_item *last = first;
    group->item.at = s->element->at;
    group->item.box = first->box;
    while (last->next && last->next->kind != ZT_ITEM_GROUP && is_meant(s, last->next, where)) {
        last = last->next;
        group->item.box = zt_rect_union(group->item.box, last->box);
    }
    group->id = s->element->id;
    group->first = first;
    group->last = last;
    group->item.next = last->next;
    last->next = NULL;
    if (before)
        before->next = &group->item;
    else
        parent->first = &group->item;
    if (parent->last == last)
        parent->last = &group->item;
    return group;
}

/* Moves every outermost item of the element, or of a part of it every item; what lies within is
   carried along. */
static void move_below(shift *s, zt_group *group, around where)
{
    zt_item *before = NULL;
    where.part = group->part ? group->part : where.part;
    where.layer = group->layer ? group->layer : where.layer;
    for (zt_item *item = group->first; item; before = item, item = item->next) {
        if (item->kind != ZT_ITEM_GROUP) {
            if (!is_meant(s, item, where))
                continue;
            zt_group *own = wrap(s, group, where, before, item);
            move_group(s, own);
            item = &own->item;
        } else if (!s->adjust->part && is_of(s, item)) {
            move_group(s, (zt_group *)item);
        } else {
            move_below(s, (zt_group *)item, where);
        }
    }
}

/* adjust-unknown: the document has no such id. */
static void report_unknown(const zt_setting *setting, const zt_adjust *adjust)
{
    const zt_origins *origins = setting->origins;
    const char **ids = ZT_ARRAY(setting->arena, origins->count, const char *);
    size_t count = 0;
    for (size_t i = 0; i < origins->count; i++)
        if (origins->items[i].id)
            ids[count++] = origins->items[i].id;
    const char *near = zt_nearest(zt_str_from(adjust->ref), ids, count);
    if (near)
        zt_report(setting->diags, ZT_ERROR, "adjust-unknown", adjust->ref_at,
                  "稿件里没有 id=“%s”的元素，无从微调；最接近的是“%s”",
                  "the document has no element with id “%s”; the nearest is “%s”", adjust->ref,
                  near);
    else
        zt_report(setting->diags, ZT_ERROR, "adjust-unknown", adjust->ref_at,
                  "稿件里没有 id=“%s”的元素，无从微调；稿件共有 %zu 个 id，都不相近",
                  "the document has no element with id “%s”, nor one near it; it has %zu ids",
                  adjust->ref, count);
}

/* adjust-unknown: the element is there, but nothing of it is on the page. */
static void report_unpainted(const zt_setting *setting, const zt_adjust *adjust)
{
    zt_report(
        setting->diags, ZT_ERROR, "adjust-unknown", adjust->ref_at,
        "id=“%s”的内容没有排在版面上（模板略去，或放不下而略去），无从微调",
        "nothing on the page was painted for id “%s” (left out by the template, or for want of "
        "room)",
        adjust->ref);
}

/* adjust-part: the element is on the page, but has no such part there; says which it has. */
static void report_no_part(const shift *s)
{
    static const char *const words[] = {NULL, "label", "value", "leader", "picture"};
    zt_buf has;
    zt_buf_init(&has, s->setting->arena);
    for (int i = ZT_ADJUST_LABEL; i <= ZT_ADJUST_PICTURE; i++)
        if (s->has[i])
            zt_buf_printf(&has, "%s%s", has.len ? " " : "", words[i]);
    zt_report(s->setting->diags, ZT_ERROR, "adjust-part", s->adjust->part_at,
              "id=“%s”的内容在版面上没有 part=“%s”；有的是：%s",
              "what was painted for id “%s” has no part “%s”; it has: %s", s->adjust->ref,
              words[s->adjust->part], has.len ? has.data : "-");
}

/* Carries out all <adjust> of the template, once everything is placed. */
void zt_painted_adjust(const zt_setting *setting)
{
    const zt_template *t = setting->template_;
    for (size_t i = 0; setting->origins && i < t->adjust_count; i++) {
        const zt_adjust *adjust = &t->adjusts[i];
        shift s = {.setting = setting,
                   .element = zt_origin_named(setting->origins, adjust->ref),
                   .adjust = adjust};
        if (!s.element) {
            report_unknown(setting, adjust);
            continue;
        }
        move_below(&s, setting->scene->root, (around){0});
        bool painted = false;
        for (int k = 0; k <= ZT_ADJUST_PICTURE; k++)
            painted = painted || s.has[k];
        if (s.moved == 0 && painted)
            report_no_part(&s);
        else if (s.moved == 0)
            report_unpainted(setting, adjust);
    }
}
