/* gen/compose/check.c — what a place asks of a block, against the tables of the block's kind. */
#include "compose/compose_imp.h"

#include "base/near.h"
#include "block/blocks.h"

enum { NAMES_MOST = 64 };

/* " — 是否想写 “x”？" is part of each message: the nearest name, or the list of those there are. */
static const char *hint_for(zt_arena *arena, zt_str name, const char *const *names, size_t count)
{
    const char *nearest = zt_nearest(name, names, count);
    if (nearest)
        return zt_arena_printf(arena, "“%s”?", nearest);
    zt_buf list;
    zt_buf_init(&list, arena);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&list, "%s%s", i ? " " : "", names[i]);
    return count ? list.data : "—";
}

typedef struct names {
    const char *items[NAMES_MOST];
    size_t count;
} names;

static void add_name(names *n, const char *name)
{
    if (n->count < NAMES_MOST)
        n->items[n->count++] = name;
}

static const char *resolve_variant(zt_arena *arena, zt_diags *diags, const zt_box_spec *spec,
                                   const zt_block_kind *kind)
{
    if (!kind->variants)
        return spec->variant;
    zt_str rest = zt_str_from(kind->variants), word;
    names n = {.count = 0};
    while (zt_str_word(&rest, &word))
        add_name(&n, zt_str_copy(arena, word).data);
    if (!spec->variant)
        return n.items[0];
    for (size_t i = 0; i < n.count; i++)
        if (zt_str_is(zt_str_from(n.items[i]), spec->variant))
            return n.items[i];
    zt_report(diags, ZT_ERROR, "unknown-variant", spec->variant_at,
              "<%s> 没有样式 variant=\"%s\"；可用：%s", "<%s> has no variant “%s”; there are: %s",
              kind->name, spec->variant,
              hint_for(arena, zt_str_from(spec->variant), n.items, n.count));
    return n.items[0];
}

static bool value_suits(const zt_template *t, const zt_attr *param, zt_str value)
{
    zt_length length;
    zt_gap gap;
    zt_num num;
    switch (param->type) {
    case ZT_ATTR_ENUM:
        return zt_str_in_words(value, param->values);
    case ZT_ATTR_YES:
        return zt_str_is(value, "yes") || zt_str_is(value, "no");
    case ZT_ATTR_COUNT:
    case ZT_ATTR_NUMBER:
        return zt_num_parse(value, &num);
    case ZT_ATTR_LENGTH:
        return zt_length_parse(value, &length);
    case ZT_ATTR_GAP:
        return zt_theme_gap(t->theme, value, &gap);
    case ZT_ATTR_NAME: /* an ink */
        return zt_theme_ink(t->theme, value) != NULL;
    case ZT_ATTR_TEXT:
    case ZT_ATTR_LENGTHS:
    case ZT_ATTR_SHIFT:
    case ZT_ATTR_NAMES:
    case ZT_ATTR_ENUMS:
    case ZT_ATTR_DATE:
    case ZT_ATTR_DAY:
    case ZT_ATTR_DATES:
    case ZT_ATTR_FILE:
        return true;
    }
    return true;
}

static const char *type_name(const zt_attr *param)
{
    switch (param->type) {
    case ZT_ATTR_ENUM:
        return param->values;
    case ZT_ATTR_YES:
        return "yes no";
    case ZT_ATTR_COUNT:
    case ZT_ATTR_NUMBER:
        return "12, 0.5";
    case ZT_ATTR_LENGTH:
        return "12mm, 9.5pt, 2em";
    case ZT_ATTR_GAP:
        return "3, 3..5, 2mm";
    case ZT_ATTR_NAME:
        return "ink";
    case ZT_ATTR_TEXT:
    case ZT_ATTR_LENGTHS:
    case ZT_ATTR_SHIFT:
    case ZT_ATTR_NAMES:
    case ZT_ATTR_ENUMS:
    case ZT_ATTR_DATE:
    case ZT_ATTR_DAY:
    case ZT_ATTR_DATES:
    case ZT_ATTR_FILE:
        return "text";
    }
    return "text";
}

static const zt_attr *find_param(const zt_attr *params, const char *name, names *known)
{
    for (const zt_attr *a = params; a && a->name; a++) {
        add_name(known, a->name);
        if (zt_str_is(zt_str_from(a->name), name))
            return a;
    }
    return NULL;
}

static const zt_attr *param_of(const zt_block *block, const char *name, names *known)
{
    const zt_attr *found = find_param(block->kind->params, name, known);
    if (!found && block->kind->more_params)
        found = find_param(block->kind->more_params(block), name, known);
    return found;
}

static void check_set(zt_arena *arena, zt_diags *diags, const zt_template *t, const zt_box *place,
                      const zt_set *set)
{
    names known = {.count = 0};
    for (size_t i = 0; i < place->block_count; i++) {
        const zt_attr *a = param_of(place->blocks[i], set->name, &known);
        if (!a)
            continue;
        if (!value_suits(t, a, set->value))
            zt_report(diags, ZT_ERROR, "bad-value", set->value_at,
                      "参数 %s 的值“%.*s”不合适；应为：%s",
                      "parameter %s cannot be “%.*s”; expected: %s", a->name, ZT_ARG(set->value),
                      type_name(a));
        return;
    }
    for (size_t i = 0; i < place->block_count; i++)
        if (place->blocks[i]->kind->knows_param &&
            place->blocks[i]->kind->knows_param(zt_str_from(set->name)))
            return; /* of another chart kind: without effect here */
    zt_report(diags, ZT_ERROR, "unknown-parameter", set->at, "<%s> 没有参数“%s”；可用：%s",
              "<%s> has no parameter “%s”; there are: %s", place->blocks[0]->kind->name, set->name,
              hint_for(arena, zt_str_from(set->name), known.items, known.count));
}

static bool has_part(const zt_block_kind *kind, const char *name, names *known)
{
    for (const zt_part_default *p = kind->parts; p && p->name; p++) {
        add_name(known, p->name);
        if (zt_str_is(zt_str_from(p->name), name))
            return true;
    }
    return false;
}

static void report_part(zt_arena *arena, zt_diags *diags, const zt_part *part, const char *of,
                        const names *known)
{
    zt_report(diags, ZT_ERROR, "unknown-part", part->at, "<%s> 没有部件“%s”；可用：%s",
              "<%s> has no part “%s”; there are: %s", of, part->name,
              hint_for(arena, zt_str_from(part->name), known->items, known->count));
}

static void check_part(zt_arena *arena, zt_diags *diags, const zt_box *place, const zt_part *part)
{
    names known = {.count = 0};
    for (size_t i = 0; i < place->block_count; i++)
        if (has_part(place->blocks[i]->kind, part->name, &known))
            return;
    report_part(arena, diags, part, place->blocks[0]->kind->name, &known);
}

void zt_check_place(zt_arena *arena, zt_diags *diags, const zt_template *t, const zt_box *place)
{
    const zt_box_spec *spec = place->spec;
    for (size_t i = 0; i < place->block_count; i++)
        place->blocks[i]->variant = resolve_variant(arena, diags, spec, place->blocks[i]->kind);
    for (size_t i = 0; i < spec->set_count && place->block_count; i++)
        check_set(arena, diags, t, place, &spec->sets[i]);
    for (size_t i = 0; i < spec->part_count && place->block_count; i++)
        check_part(arena, diags, place, &spec->parts[i]);
}

void zt_check_parts(zt_arena *arena, zt_diags *diags, const zt_template *t)
{
    for (size_t i = 0; i < t->theme->part_count; i++) {
        const zt_part *part = &t->theme->parts[i];
        const zt_block_kind *kind = part->of ? zt_block_kind_find(zt_str_from(part->of)) : NULL;
        names known = {.count = 0};
        if (kind) {
            if (!has_part(kind, part->name, &known))
                report_part(arena, diags, part, kind->name, &known);
            continue;
        }
        for (size_t k = 0; zt_block_kinds[k]; k++)
            add_name(&known, zt_block_kinds[k]->name);
        const char *of = part->of ? part->of : "";
        zt_report(diags, ZT_ERROR, "unknown-block", part->at, "没有名为“%s”的版块；可用：%s",
                  "there is no block “%s”; there are: %s", of,
                  hint_for(arena, zt_str_from(of), known.items, known.count));
    }
}
