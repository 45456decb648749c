/* gen/compose/check.c — what a place asks of a block, against the tables of the block's kind:
   variants, parts, parameters and their values. Findings are at the attribute in the template. */
#include "compose/compose_imp.h"

#include "base/near.h"
#include "block/blocks.h"

/* How a message about an unknown name ends, printed with HINT: the nearest name, or all. */
typedef struct hint {
    const char *zh, *en;
} hint;
#define HINT "；%s%.0s"
#define HINT_EN "; %.0s%s"

/* The nearest of the names if one is near, else all of them, in both languages; that there is
   none when the list is empty. */
static hint hint_for(zt_arena *arena, zt_str name, const char *const *names, size_t count)
{
    const char *nearest = zt_nearest(name, names, count);
    if (nearest)
        return (hint){zt_arena_printf(arena, "是否想写“%s”？", nearest),
                      zt_arena_printf(arena, "did you mean “%s”?", nearest)};
    if (count == 0)
        return (hint){"它一个也没有", "it has none"};
    zt_buf list;
    zt_buf_init(&list, arena);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&list, "%s%s", i ? " " : "", names[i]);
    return (hint){zt_arena_printf(arena, "可用：%s", list.data),
                  zt_arena_printf(arena, "there are: %s", list.data)};
}

/* Names without repetition, for hints. */
typedef struct names {
    zt_arena *arena;
    ZT_VEC(const char *) list;
} names;

/* Each once; a place may hold several blocks of one kind. */
static void add_name(names *n, const char *name)
{
    for (size_t i = 0; i < n->list.count; i++)
        if (zt_str_is(zt_str_from(name), n->list.items[i]))
            return;
    ZT_PUSH(n->arena, &n->list, name);
}

/* The same for a list that was gathered. */
static hint hint_from(const names *n, const char *name)
{
    return hint_for(n->arena, zt_str_from(name), n->list.items, n->list.count);
}

/* All variants of a content, whichever kinds have them. */
static names variants_of(zt_arena *arena, const char *name)
{
    names n = {.arena = arena};
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        zt_str rest = zt_str_from(kind->variants ? kind->variants : ""), word;
        while (zt_str_is(zt_str_from(name), kind->name) && zt_str_word(&rest, &word))
            add_name(&n, zt_str_copy(arena, word).data);
    }
    return n;
}

/* The first word of the kind's variants. */
static const char *first_variant(zt_arena *arena, const zt_block_kind *kind)
{
    zt_str rest = zt_str_from(kind->variants), word = {0};
    zt_str_word(&rest, &word);
    return zt_str_copy(arena, word).data;
}

/* Gives the block the kind and the variant that the place asks for; without a word of it, and after
   reporting unknown-variant, those of the content's default. */
static void resolve_variant(zt_arena *arena, zt_diags *diags, const zt_box_spec *spec,
                            zt_block *block)
{
    block->variant = spec->variant;
    if (!block->kind->variants) /* said of the whole place, when none of its blocks has any */
        return;
    zt_str name = zt_str_from(block->kind->name);
    const zt_block_kind *asked =
        spec->variant ? zt_block_kind_with(name, zt_str_from(spec->variant)) : NULL;
    if (asked) {
        block->kind = asked;
        return;
    }
    block->kind = zt_block_kind_find(name);
    block->variant = first_variant(arena, block->kind);
    if (!spec->variant)
        return;
    names n = variants_of(arena, block->kind->name);
    hint h = hint_from(&n, spec->variant);
    zt_report(diags, ZT_ERROR, "unknown-variant", spec->variant_at,
              "<%s> 没有样式 variant=\"%s\"" HINT, "<%s> has no variant “%s”" HINT_EN,
              block->kind->name, spec->variant, h.zh, h.en);
}

/* What may stand there, for the message. */
static const char *expected_length(zt_arena *arena, const zt_param *row)
{
    const char *some = row->type == ZT_PARAM_LENGTH ? "12mm, 9.5pt, 2em" : "12mm, 9.5pt";
    zt_range range = zt_param_range(row);
    zt_buf low;
    zt_buf_init(&low, arena);
    if (range.low <= 0)
        return some;
    zt_buf_number(&low, range.low, 3);
    return zt_arena_printf(arena, "%s (>= %spt)", some, low.data);
}

/* "1, 2, 3 (1–60)": an example with the range. */
static const char *expected_number(zt_arena *arena, const zt_param *row)
{
    zt_range range = zt_param_range(row);
    zt_buf low, high;
    zt_buf_init(&low, arena);
    zt_buf_init(&high, arena);
    zt_buf_number(&low, range.low, 3);
    zt_buf_number(&high, range.high, 3);
    const char *some = row->type == ZT_PARAM_COUNT ? "1, 2, 3" : "12, 0.5";
    return zt_arena_printf(arena, "%s (%s–%s)", some, low.data, high.data);
}

/* What may be written for the parameter, for the message of bad-value. */
static const char *expected(zt_arena *arena, const zt_param *row)
{
    switch (row->type) {
    case ZT_PARAM_WORD:
    case ZT_PARAM_WORDS:
        return row->values;
    case ZT_PARAM_YES:
        return "yes no";
    case ZT_PARAM_COUNT:
    case ZT_PARAM_NUMBER:
    case ZT_PARAM_NUMBERS:
        return expected_number(arena, row);
    case ZT_PARAM_POINTS:
    case ZT_PARAM_LENGTH:
        return expected_length(arena, row);
    case ZT_PARAM_GAP:
        return "3, 3..5, 2mm";
    case ZT_PARAM_INK:
    case ZT_PARAM_INKS:
        return "ink";
    case ZT_PARAM_TEXT:
        return "text";
    }
    return "text";
}

/* The row of the parameter among those of the block, then among those of what it holds (the kind
   of a chart). NULL when neither knows it. */
static const zt_param *param_of(const zt_block *block, const char *name)
{
    const zt_param *found = zt_param_find(block->kind->params.rows, name);
    if (!found && block->kind->more_params)
        found = zt_param_find(block->kind->more_params(block).rows, name);
    return found;
}

static void add_rows(names *n, const zt_param *rows)
{
    for (const zt_param *row = rows; row && row->name; row++)
        add_name(n, row->name);
}

/* Reports unknown-parameter, with the names that the blocks of the place do know. */
static void report_param(zt_arena *arena, zt_diags *diags, const zt_box *place, const zt_set *set)
{
    names known = {.arena = arena};
    for (size_t i = 0; i < place->block_count; i++) {
        const zt_block *block = place->blocks[i];
        add_rows(&known, block->kind->params.rows);
        if (block->kind->more_params)
            add_rows(&known, block->kind->more_params(block).rows);
    }
    hint h = hint_from(&known, set->name);
    zt_report(diags, ZT_ERROR, "unknown-parameter", set->at, "<%s> 没有参数“%s”" HINT,
              "<%s> has no parameter “%s”" HINT_EN, place->blocks[0]->kind->name, set->name, h.zh,
              h.en);
}

/* Whether the words of a place may select blocks of that kind, in this document or another. */
static bool may_select(const zt_box_spec *spec, const zt_block_kind *kind)
{
    zt_str rest = zt_str_from(spec->select ? spec->select : ""), word;
    zt_selector selector;
    while (zt_str_word(&rest, &word))
        if (zt_selector_parse(word, &selector) &&
            (zt_str_is(selector.name, "*") || zt_str_is(selector.name, kind->name)))
            return true;
    return false;
}

/* Whether the place names several kinds, or all. */
static bool takes_several(const zt_box_spec *spec)
{
    zt_str rest = zt_str_from(spec->select ? spec->select : ""), word;
    size_t words = 0;
    bool all = false;
    while (zt_str_word(&rest, &word)) {
        all = all || zt_str_is(word, "*");
        words++;
    }
    return all || words > 1;
}

/* A place for several kinds may set what only some of them know, of which a document has none. */
static bool others_know(const zt_box_spec *spec, const char *param)
{
    zt_str name = zt_str_from(param);
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        if (may_select(spec, kind) && (zt_param_find(kind->params.rows, param) ||
                                       (kind->knows_param && kind->knows_param(name))))
            return true;
    }
    return false;
}

/* A <set> reaches every block of its place: each that knows the name judges the value, so that the
   order of the blocks does not matter. */
static void check_set(zt_arena *arena, zt_diags *diags, const zt_template *t, const zt_box *place,
                      const zt_set *set)
{
    bool found = false;
    for (size_t i = 0; i < place->block_count; i++) {
        const zt_block *block = place->blocks[i];
        const zt_param *row = param_of(block, set->name);
        found = found || row;
        if (!row || zt_param_read(arena, t->theme, row, set->value, NULL))
            continue;
        zt_report(diags, ZT_ERROR, "bad-value", set->value_at,
                  "参数 %s 的值“%.*s”不适合 <%s>%s%s；应为：%s",
                  "parameter %s cannot be “%.*s” for <%s>%s%s; expected: %s", row->name,
                  ZT_ARG(set->value), block->kind->name, block->subkind ? " " : "",
                  block->subkind ? block->subkind : "", expected(arena, row));
        return;
    }
    for (size_t i = 0; !found && i < place->block_count; i++)
        if (place->blocks[i]->kind->knows_param)
            found = place->blocks[i]->kind->knows_param(zt_str_from(set->name));
    if (found) /* of another chart kind: without effect here */
        return;
    if (takes_several(place->spec) && others_know(place->spec, set->name))
        return;
    report_param(arena, diags, place, set);
}

/* Whether blocks of that kind have the part; all their parts go to `known`. */
static bool has_part(const zt_block_kind *kind, const char *name, names *known)
{
    for (const zt_part_default *p = kind->parts; p && p->name; p++) {
        add_name(known, p->name);
        if (zt_str_is(zt_str_from(p->name), name))
            return true;
    }
    return false;
}

/* Reports unknown-part. */
static void report_part(zt_diags *diags, const zt_part *part, const char *of, const names *known)
{
    hint h = hint_from(known, part->name);
    zt_report(diags, ZT_ERROR, "unknown-part", part->at, "<%s> 没有部件“%s”" HINT,
              "<%s> has no part “%s”" HINT_EN, of, part->name, h.zh, h.en);
}

/* A part suits a place when one of its blocks has it; else it is unknown-part, with the parts
   that they do have. */
static void check_part(zt_arena *arena, zt_diags *diags, const zt_box *place, const zt_part *part)
{
    names known = {.arena = arena};
    for (size_t i = 0; i < place->block_count; i++)
        if (has_part(place->blocks[i]->kind, part->name, &known))
            return;
    names unheard = {.arena = arena};
    for (size_t i = 0; takes_several(place->spec) && zt_block_kinds[i]; i++)
        if (may_select(place->spec, zt_block_kinds[i]) &&
            has_part(zt_block_kinds[i], part->name, &unheard))
            return;
    report_part(diags, part, place->blocks[0]->kind->name, &known);
}

/* <chart> <table>, for messages. */
static const char *block_names(zt_arena *arena, const zt_box *place)
{
    zt_buf list;
    zt_buf_init(&list, arena);
    for (size_t i = 0; i < place->block_count; i++)
        zt_buf_printf(&list, "%s<%s>", i ? " " : "", place->blocks[i]->kind->name);
    return list.data;
}

/* What the place asks for and none of its blocks can do would change nothing, in silence. Another
   document may have a block for it that this one lacks, so what `select` names counts too. */
static void check_asked(zt_arena *arena, zt_diags *diags, const zt_box *place)
{
    const zt_box_spec *spec = place->spec;
    bool variants = false, columns = false;
    zt_str rest = zt_str_from(spec->select ? spec->select : ""), word;
    while (zt_str_word(&rest, &word)) {
        zt_selector selector;
        const zt_block_kind *kind =
            zt_selector_parse(word, &selector) ? zt_block_kind_find(selector.name) : NULL;
        variants |= kind && kind->variants;
        columns |= kind && kind->takes_columns;
    }
    for (size_t i = 0; i < place->block_count; i++) {
        variants |= place->blocks[i]->kind->variants != NULL;
        columns |= place->blocks[i]->kind->takes_columns;
    }
    if (spec->variant && !variants)
        zt_report(diags, ZT_ERROR, "unknown-variant", spec->variant_at,
                  "%s 没有样式可选，variant=\"%s\" 不起作用；请删去",
                  "%s has no variants, variant=\"%s\" does nothing; delete it",
                  block_names(arena, place), spec->variant);
    if (spec->columns > 1 && !columns)
        zt_report(diags, ZT_ERROR, "columns-ignored", spec->at,
                  "%s 不分栏，columns=\"%d\" 不起作用；请删去",
                  "%s has no columns, columns=\"%d\" does nothing; delete it",
                  block_names(arena, place), spec->columns);
}

/* Loads the structs of parameters last, after all values were judged. */
void zt_check_place(zt_arena *arena, zt_diags *diags, const zt_template *t, const zt_box *place)
{
    const zt_box_spec *spec = place->spec;
    for (size_t i = 0; i < place->block_count; i++)
        resolve_variant(arena, diags, spec, place->blocks[i]);
    for (size_t i = 0; i < spec->set_count && place->block_count; i++)
        check_set(arena, diags, t, place, &spec->sets[i]);
    for (size_t i = 0; i < spec->part_count && place->block_count; i++)
        check_part(arena, diags, place, &spec->parts[i]);
    if (place->block_count > 0)
        check_asked(arena, diags, place);
    for (size_t i = 0; i < place->block_count; i++)
        zt_block_load(arena, diags, t->theme, place->blocks[i]);
}

/* Whether a kind of that name has the part; *known gets the parts of all of them. */
static bool any_has_part(const char *kind_name, const char *name, names *known)
{
    bool found = false;
    for (size_t i = 0; kind_name && zt_block_kinds[i]; i++)
        if (zt_str_is(zt_str_from(kind_name), zt_block_kinds[i]->name))
            found = has_part(zt_block_kinds[i], name, known) || found;
    return found;
}

/* Parts of theme and template, whatever the document holds: a mistake there is found with any
   document. */
void zt_check_parts(zt_arena *arena, zt_diags *diags, const zt_template *t)
{
    for (size_t i = 0; i < t->theme->part_count; i++) {
        const zt_part *part = &t->theme->parts[i];
        const zt_block_kind *kind = part->of ? zt_block_kind_find(zt_str_from(part->of)) : NULL;
        names known = {.arena = arena};
        if (kind) {
            if (!any_has_part(kind->name, part->name, &known))
                report_part(diags, part, kind->name, &known);
            continue;
        }
        for (size_t k = 0; zt_block_kinds[k]; k++)
            add_name(&known, zt_block_kinds[k]->name);
        const char *of = part->of ? part->of : "";
        hint h = hint_from(&known, of);
        zt_report(diags, ZT_ERROR, "unknown-block", part->at, "没有名为“%s”的版块" HINT,
                  "there is no block “%s”" HINT_EN, of, h.zh, h.en);
    }
}
