/* A comparison as JSON, one object. Numbers of figures are strings: they keep their digits. */
#include "base/json.h"
#include "change/say.h"

static void put_num(zt_buf *out, const char *key, zt_num num)
{
    zt_buf text;
    zt_buf_init(&text, out->arena);
    if (num.scaled < 0)
        zt_buf_putc(&text, '-'); /* ASCII's, for programs */
    num.scaled = num.scaled < 0 ? -num.scaled : num.scaled;
    zt_num_print(&text, num, false);
    zt_json_string(out, key, zt_buf_view(&text));
}

/* Where, and what it says there; null where it is not. */
static void put_side(zt_buf *out, const zt_diff *diff, const char *key, const zt_fact *fact,
                     zt_pos at, zt_str text, const zt_quantity *q)
{
    if (!fact) {
        zt_json_word(out, key, NULL);
        return;
    }
    zt_json_open(out, key, '{');
    zt_json_word(out, "file", zt_diff_file(out->arena, diff, at));
    zt_json_int(out, "line", at.line);
    zt_json_int(out, "column", at.column);
    zt_json_string(out, "text", text);
    if (q && q->has_number) {
        put_num(out, "value", q->value);
        zt_json_string(out, "unit", q->unit);
        if (q->range_to)
            put_num(out, "to", q->range_to->value);
    }
    zt_json_close(out, '}');
}

static void put_value(zt_buf *out, const zt_value_change *v)
{
    if (v->counted) {
        put_num(out, "difference", v->difference);
        if (v->has_upper)
            put_num(out, "difference_to", v->upper);
        zt_json_string(out, "difference_unit", v->unit);
        zt_json_flag(out, "about", v->about);
    } else {
        zt_json_word(out, "difference", NULL);
        zt_json_word(out, "why", v->why_en);
    }
    if (v->has_percent)
        put_num(out, "percent", v->percent);
    zt_json_flag(out, "same_value", v->same);
    zt_json_flag(out, "unit_changed", v->unit_changed);
    zt_json_flag(out, "scale_changed", v->scale_changed);
    zt_json_flag(out, "follows", v->follows);
    zt_json_flag(out, "jump", v->jump);
}

static void put_change(zt_arena *arena, zt_buf *out, const zt_diff *diff, const zt_change *change)
{
    const zt_fact *fact = change->after ? change->after : change->before;
    bool figure = change->kind == ZT_CHANGE_VALUE;
    zt_json_open_line(out, NULL, '{');
    zt_json_word(out, "kind", zt_change_word(change->kind));
    zt_json_word(out, "element", fact->node->name);
    if (fact->id)
        zt_json_word(out, "id", fact->id);
    if (change->attr)
        zt_json_word(out, "attribute", change->attr);
    zt_json_string(out, "place", zt_change_place(arena, change, ZT_LANG_EN));
    put_side(out, diff, "old", change->before, change->at_before, change->said, change->was);
    put_side(out, diff, "new", change->after, change->at_after, change->says, change->is);
    if (figure)
        put_value(out, &change->value);
    if (change->kind == ZT_CHANGE_MOVED) {
        zt_json_int(out, "from", (long long)change->from);
        zt_json_int(out, "to", (long long)change->to);
    }
    zt_json_close(out, '}');
}

static void put_block(zt_buf *out, const char *key, const zt_shown_block *block)
{
    if (!block) {
        zt_json_word(out, key, NULL);
        return;
    }
    zt_json_open(out, key, '{');
    zt_json_int(out, "page", (long long)block->page + 1);
    zt_json_number(out, "x", zt_mm_from_pt(block->box.x), 2);
    zt_json_number(out, "y", zt_mm_from_pt(block->box.y), 2);
    zt_json_number(out, "width", zt_mm_from_pt(block->box.w), 2);
    zt_json_number(out, "height", zt_mm_from_pt(block->box.h), 2);
    zt_json_int(out, "lines", (long long)block->lines);
    zt_json_close(out, '}');
}

/* Millimetres from the trim's top left. */
static void put_pages(zt_buf *out, const zt_page_changes *pages)
{
    zt_json_open(out, "pages", '{');
    zt_json_int(out, "old", (long long)pages->pages_before);
    zt_json_int(out, "new", (long long)pages->pages_after);
    zt_json_int(out, "old_lines", (long long)pages->lines_before);
    zt_json_int(out, "new_lines", (long long)pages->lines_after);
    zt_json_open(out, "blocks", '[');
    for (size_t i = 0; i < pages->list.count; i++) {
        const zt_page_change *c = &pages->list.items[i];
        const zt_shown_block *shown = c->after ? c->after : c->before;
        zt_json_open_line(out, NULL, '{');
        zt_json_word(out, "block", shown->block);
        zt_json_int(out, "line", shown->at.line);
        zt_json_flag(out, "moved", c->moved);
        zt_json_flag(out, "resized", c->resized);
        zt_json_flag(out, "reflowed", c->reflowed);
        zt_json_flag(out, "reworded", c->reworded);
        put_block(out, "old", c->before);
        put_block(out, "new", c->after);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
    zt_json_close(out, '}');
}

void zt_diff_json(zt_arena *arena, zt_buf *out, const zt_diff *diff)
{
    const zt_changes *changes = diff->changes;
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "old", diff->before);
    zt_json_word(out, "new", diff->after);
    zt_json_flag(out, "changed", zt_diff_differs(diff));
    zt_json_int(out, "figures", (long long)changes->figures);
    zt_json_int(out, "jumps", (long long)changes->jumps);
    zt_json_open(out, "counts", '{');
    for (size_t k = 0; k < ZT_CHANGE_KINDS; k++)
        zt_json_int(out, zt_change_word((zt_change_kind)k), (long long)changes->counts[k]);
    zt_json_close(out, '}');
    zt_json_open(out, "changes", '[');
    for (size_t i = 0; i < changes->list.count; i++)
        put_change(arena, out, diff, &changes->list.items[i]);
    zt_json_close(out, ']');
    if (diff->pages)
        put_pages(out, diff->pages);
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
}
