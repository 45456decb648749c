/* Key figures in slots whose left edges all rows share. */
#include "block/words/slot_forms.h"

static const char UNIT_INK[] = "key"; /* of units smaller than 14 pt */
/* Of small forms: the base of a change and the ten of 前十; the cells that are not lit. */
static const char BASE_INK[] = "companion-mid", EMPTY_INK[] = "companion-light";

/* Looks, gaps and the figure's style, of the template's parameters. On a reversed ground units keep
   the ink of their digits. */
zt_slot_looks zt_slot_looks_of(const zt_block *block, const zt_setting *setting,
                               const zt_slot_params *p)
{
    zt_slot_looks looks = {
        .label = zt_block_look(setting, block, "label"),
        .more = zt_block_look(setting, block, "more"),
        .label_gap = p->label_gap,
        .gap = p->gap,
        .pictures = p->pictures,
        .base_ink = zt_setting_ink(setting, BASE_INK),
        .empty_ink = zt_setting_ink(setting, EMPTY_INK),
        .tick = zt_block_look(setting, block, "tick"),
    };
    looks.figure = (zt_figure_style){
        .look = zt_block_look(setting, block, "figure"),
        .unit_ratio = p->unit_ratio,
        .small_ink = block->reversed ? NULL : zt_setting_ink(setting, UNIT_INK),
        .missing = zt_block_look(setting, block, "missing"),
    };
    return looks;
}

/* From a figure to the second quantity beside it, points: a part of the figure's size, as are the
   other small distances. */
static double more_gap(const zt_slot_looks *looks)
{
    return 0.3 * looks->figure.look.text.size;
}

/* What was before it, and the arrow: a third of an em and what stands free on both sides. */
static double arrow_length(const zt_slot_looks *looks)
{
    return 0.5 * looks->figure.look.text.size;
}

/* What was before a figure is set at half its size in the look of second quantities. */
static zt_look before_look(const zt_slot_looks *looks)
{
    return zt_look_at_size(&looks->more, 0.5 * looks->figure.look.text.size);
}

/* Width of what was before with arrow and gaps; 0 without it. */
static double before_width(const zt_setting *setting, const zt_slot_looks *looks,
                           const zt_figure_entry *entry)
{
    zt_look look = before_look(looks);
    if (entry->before.len == 0)
        return 0;
    return zt_text_width(setting->diags, setting->arena, entry->before, &look.text, &look.para,
                         entry->at) +
           arrow_length(looks) + 1.6 * more_gap(looks);
}

/* The figure's style; the lead has an ink of its own. */
static zt_figure_style style_of(const zt_slot_looks *looks, const zt_figure_entry *entry)
{
    zt_figure_style style = looks->figure;
    if (entry == looks->lead && looks->lead_ink)
        style.look.text.paint = ZT_SOLID(looks->lead_ink);
    return style;
}

/* Shapes an entry once: the search for columns below compares these widths and shapes nothing. */
static zt_slot_figure figure_of(const zt_setting *setting, const zt_slot_looks *looks,
                                const zt_figure_entry *entry)
{
    zt_figure_style style = style_of(looks, entry);
    zt_slot_figure f = {.entry = entry,
                        .figure = zt_figure_new(setting, entry->value, &style),
                        .before = before_width(setting, looks, entry),
                        .label = zt_wording_natural(setting, &entry->label, &looks->label)};
    f.alone = f.before + f.figure->width;
    f.beside = entry->more && zt_slot_form_of(looks, entry) != ZT_SLOT_CHANGE;
    f.all = zt_max(f.alone, zt_slot_form_least(setting, looks, entry));
    if (f.beside)
        f.all += more_gap(looks) + zt_text_width(setting->diags, setting->arena, entry->more->text,
                                                 &looks->more.text, &looks->more.para, entry->at);
    return f;
}

/* picture-undrawn: small figures have no room for a picture that can be counted. */
static void tell_picture(const zt_setting *setting, const zt_figure_entry *entry)
{
    if (entry->picture)
        zt_report(
            setting->diags, ZT_NOTE, "picture-undrawn", entry->picture->at,
            "这里不画 picture：只有主角（<figures> 的 variant=\"hero\"，如模板 hero）和成行的数字"
            "（variant=\"rows\"，如模板 hero）画；换用那样的模板，或删去 picture",
            "picture= is not drawn here, but for the hero alone (variant=\"hero\" of "
            "<figures>, as in the template hero) and for figures in rows "
            "(variant=\"rows\", as in hero): take such a template, or delete it");
}

zt_slot_row zt_slot_row_new(const zt_setting *setting, const zt_slot_looks *looks,
                            const zt_figure_entry *entries, size_t count)
{
    zt_slot_figure *figures = ZT_ARRAY(setting->arena, count, zt_slot_figure);
    for (size_t i = 0; i < count; i++)
        figures[i] = figure_of(setting, looks, entries + i);
    for (size_t i = 0; i < count; i++)
        tell_picture(setting, entries + i);
    return (zt_slot_row){figures, count};
}

zt_slot_row zt_slot_row_part(zt_slot_row row, size_t first, size_t most)
{
    size_t left = row.count - first;
    return (zt_slot_row){row.figures + first, left < most ? left : most};
}

/* Width of slot k over all rows: of its figures, and of `labels` of its labels' lengths. The last
   figure of a line runs on over the empty slots to its right, so its label does not count. */
static double slot_width(const zt_slot_row *rows, size_t row_count, size_t per_line, size_t k,
                         double labels)
{
    double widest = 0;
    for (size_t r = 0; r < row_count; r++)
        for (size_t i = k; i < rows[r].count; i += per_line) {
            const zt_slot_figure *f = rows[r].figures + i;
            bool last = i + 1 == rows[r].count && k + 1 < per_line;
            if (!last)
                widest = zt_max(widest, zt_max(f->all, labels * f->label));
        }
    return widest;
}

/* Sets the left edges of the slots with no more than the least gap and returns the right edge of
   the last. `labels` is the part of a label's length in one line that counts. */
static double set_edges(zt_slots *slots, const zt_slot_row *rows, size_t row_count, double labels)
{
    double x = 0;
    for (size_t k = 0; k < slots->per_line; k++) {
        slots->x[k] = x;
        x += slot_width(rows, row_count, slots->per_line, k, labels) + slots->looks->gap;
    }
    return x - slots->looks->gap;
}

/* A figure that runs on over empty slots must end within the whole. */
static double widest_end(const zt_slots *slots, const zt_slot_row *rows, size_t row_count)
{
    double end = 0;
    for (size_t r = 0; r < row_count; r++)
        for (size_t i = 0; i < rows[r].count; i++)
            end = zt_max(end, slots->x[i % slots->per_line] + rows[r].figures[i].all);
    return end;
}

/* Moves each slot right by `each` points more than the one before it. */
static void spread(zt_slots *slots, double each)
{
    for (size_t k = 0; k < slots->per_line; k++)
        slots->x[k] += each * (double)k;
}

/* Sets edges with which all rows stand within the width, leaving labels as few lines as the room
   allows; false when figures alone are too wide for so many slots. */
static bool try_edges(zt_slots *slots, const zt_slot_row *rows, size_t row_count)
{
    /* The longest labels in one line, else in about two, else in as many as it takes. */
    static const double labels[] = {1, 0.85, 0.7, 0.58};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        double used = set_edges(slots, rows, row_count, labels[i]);
        double end = zt_max(used, widest_end(slots, rows, row_count));
        if (end > slots->width)
            continue;
        spread(slots, zt_min((slots->width - end) / (double)slots->per_line, slots->looks->gap));
        return true;
    }
    double used = set_edges(slots, rows, row_count, 0);
    if (zt_max(used, widest_end(slots, rows, row_count)) > slots->width)
        return false;
    /* Labels break; what is left over goes to the slots evenly. */
    spread(slots, (slots->width - used) / (double)slots->per_line);
    if (widest_end(slots, rows, row_count) > slots->width)
        set_edges(slots, rows, row_count, 0);
    return true;
}

/* No more slots than hold the narrowest figure. */
static size_t most_slots(const zt_slot_looks *looks, const zt_slot_row *rows, size_t row_count,
                         double width)
{
    double least = width;
    for (size_t r = 0; r < row_count; r++)
        for (size_t i = 0; i < rows[r].count; i++)
            least = zt_min(least, rows[r].figures[i].all);
    double most = (width + looks->gap) / zt_max(least + looks->gap, 1);
    return most > 1 ? (size_t)most : 1;
}

/* Begins with as many slots as the longest row has entries and takes one less until they fit. One
   slot always stays, even where its figure is too wide: zt_slots_fit tells. */
zt_slots zt_slots_plan(const zt_setting *setting, const zt_slot_looks *looks,
                       const zt_slot_row *rows, size_t row_count, double width)
{
    zt_slots slots = {.looks = looks, .width = width};
    for (size_t r = 0; r < row_count; r++)
        if (rows[r].count > slots.per_line)
            slots.per_line = rows[r].count;
    if (slots.per_line > 1) {
        size_t most = most_slots(looks, rows, row_count, width);
        slots.per_line = slots.per_line < most ? slots.per_line : most;
    }
    for (size_t r = 0; r < row_count; r++)
        for (size_t i = 0; i < rows[r].count; i++)
            slots.widest = zt_max(slots.widest, rows[r].figures[i].alone);
    slots.x = ZT_ARRAY(setting->arena, slots.per_line + 1, double);
    while (slots.per_line > 1 && !try_edges(&slots, rows, row_count))
        slots.per_line--;
    if (slots.per_line == 1)
        slots.x[0] = 0;
    return slots;
}

/* As many lines as it takes: a line that holds fewer slots than were tried is parted anew, for each
   figure then stands in another slot. */
zt_slots zt_slots_plan_lines(const zt_setting *setting, const zt_slot_looks *looks, zt_slot_row all,
                             size_t columns, double width, zt_slot_rows *lines)
{
    lines->items = ZT_ARRAY(setting->arena, all.count, zt_slot_row);
    for (;;) {
        lines->count = 0;
        for (size_t i = 0; i < all.count; i += columns)
            lines->items[lines->count++] = zt_slot_row_part(all, i, columns);
        zt_slots slots = zt_slots_plan(setting, looks, lines->items, lines->count, width);
        if (slots.per_line >= columns || all.count == 0)
            return slots;
        columns = slots.per_line; /* more have been tried */
    }
}

bool zt_slots_equal(zt_slots *slots, const zt_slot_rows *lines, double gap)
{
    double one = zt_column_width(slots->width, (int)slots->per_line, gap), step = one + gap;
    for (size_t r = 0; r < lines->count; r++)
        for (size_t k = 0; k < lines->items[r].count; k++) {
            bool last = k + 1 == lines->items[r].count;
            double room = last ? slots->width - (double)k * step : one;
            if (lines->items[r].figures[k].all > room)
                return false;
        }
    for (size_t k = 0; k < slots->per_line; k++)
        slots->x[k] = (double)k * step;
    return true;
}

/* Whether the widest figure stands within the width; where it does not, the caller has to arrange
   otherwise. */
bool zt_slots_fit(const zt_slots *slots)
{
    return slots->widest <= slots->width + 0.01;
}

/* Room for the label of figure i: to the next figure of its line, or to the end. */
static double label_room(const zt_slots *slots, zt_slot_row row, size_t i)
{
    size_t k = i % slots->per_line;
    bool next = k + 1 < slots->per_line && i + 1 < row.count;
    double gap = zt_max(slots->looks->gap, slots->looks->label.text.size / 2);
    return (next ? slots->x[k + 1] - gap : slots->width) - slots->x[k];
}

/* What stands beside the figure goes below it where a single slot is too narrow for both. */
static double more_below(const zt_slots *slots, const zt_slot_figure *f)
{
    bool below = f->beside && slots->per_line == 1 && f->all > slots->width;
    return below ? slots->looks->label_gap + slots->looks->more.text.size : 0;
}

/* A figure in its slot: its label broken, its form planned, at the room that the slot has. */
typedef struct slot_cell {
    const zt_slot_figure *figure;
    double x, room;
    zt_wording label;
    zt_slot_form form;
} slot_cell;

/* One line of slots. Heights in points: `ascent` above the shared baseline of the figures, `height`
   of all. */
struct zt_slot_line {
    double ascent, height;
    /* Of the line below the figure. */
    double more;
    /* Of the labels, so that forms below them stand in one line. */
    double labels;
    slot_cell *cells;
    size_t count;
};

/* The line of slots that begins with entry `first`: its figures share a baseline, its height is
   that of the longest label with the tallest form below. */
static struct zt_slot_line line_of(const zt_setting *setting, const zt_slots *slots,
                                   zt_slot_row row, size_t first)
{
    const zt_slot_looks *looks = slots->looks;
    size_t count = zt_slot_row_part(row, first, slots->per_line).count;
    struct zt_slot_line line = {.cells = ZT_ARRAY(setting->arena, count, slot_cell),
                                .count = count};
    double forms = 0;
    for (size_t k = 0; k < count; k++) {
        const zt_slot_figure *f = row.figures + first + k;
        double room = label_room(slots, row, first + k);
        slot_cell *cell = &line.cells[k];
        *cell = (slot_cell){.figure = f, .x = slots->x[k], .room = room};
        cell->label = zt_wording_rich(setting, &f->entry->label, &looks->label, room);
        cell->form = zt_slot_form_plan(setting, looks, f->entry, room);
        line.ascent = zt_max(line.ascent, f->figure->ascent);
        line.more = zt_max(line.more, more_below(slots, f));
        if (cell->label.para)
            line.labels = zt_max(line.labels, looks->label_gap + cell->label.height);
        forms = zt_max(forms, cell->form.height);
    }
    /* Han beside the digits descends by 0.12 em at most. */
    double below = zt_max(line.labels + forms, ZT_EM_FOOT * looks->figure.look.text.size * 0.5);
    line.height = line.ascent + line.more + below;
    return line;
}

/* A row of more figures than stand side by side runs over several lines of slots, a gap apart. */
zt_slot_lines zt_slots_row_plan(const zt_setting *setting, const zt_slots *slots, zt_slot_row row)
{
    zt_slot_lines all = {.looks = slots->looks};
    all.lines = ZT_ARRAY(setting->arena, row.count, struct zt_slot_line);
    for (size_t i = 0; i < row.count; i += slots->per_line) {
        all.lines[all.count++] = line_of(setting, slots, row, i);
        all.height += all.lines[all.count - 1].height + (i ? slots->looks->gap : 0);
    }
    all.ascent = all.count > 0 ? all.lines[0].ascent : 0;
    return all;
}

size_t zt_slots_row_shared(const zt_slot_lines *row, double y, zt_shared_line *out)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct zt_slot_line *line = &row->lines[i];
        zt_first_line label = ZT_NO_LINE;
        double foot = y + line->ascent + line->more;
        for (size_t k = 0; k < line->count; k++)
            zt_wording_first(&label, &line->cells[k].label, foot + row->looks->label_gap);
        out[count++] = (zt_shared_line){ZT_SHARED_FIGURE, y, y + line->ascent};
        const double below = 0.5; /* points: figures stand on their baseline */
        if (label.baseline >= 0)
            out[count++] = (zt_shared_line){ZT_SHARED_LABEL, foot + below, label.baseline};
        y += line->height + row->looks->gap;
    }
    return count;
}

/* 半年 → before the figure, the arrow on the middle of its digits. */
static void place_before(const zt_setting *setting, const zt_slot_looks *looks,
                         const zt_slot_figure *f, zt_group *into, double ascent)
{
    const zt_figure_entry *entry = f->entry;
    zt_look look = before_look(looks);
    double end = f->before - 0.8 * more_gap(looks), start = end - arrow_length(looks);
    double y = ascent / 2, line = 0.04 * looks->figure.look.text.size, half = 3.2 * line;
    if (entry->before.len == 0)
        return;
    zt_group *part = zt_scene_add_part(setting->scene, into, entry->at, "before", ZT_ROLE_SPAN,
                                       (zt_rect){0, 0, f->before, ascent});
    part->said = zt_arena_printf(setting->arena,
                                 ZT_IN(setting->language, "由%.*s调整为", "changed from %.*s to "),
                                 ZT_ARG(entry->before));
    zt_text_place(setting->diags, setting->scene, part, entry->before, &look.text, &look.para,
                  ZT_ALIGN_START, 0, ascent, entry->at);
    zt_path *path = zt_scene_add_path(setting->scene, part, entry->at);
    zt_path_move(path, start, y);
    zt_path_line(path, end, y);
    zt_path_move(path, end - half, y - half);
    zt_path_line(path, end, y);
    zt_path_line(path, end - half, y + half);
    path->stroke = ZT_SOLID(looks->figure.look.ink);
    path->width = line;
    zt_path_done(path);
}

/* Figure with what stands before and after it, from the slot's left edge; the second quantity goes
   below the figure where it had no room beside it. */
static void place_figure(const zt_setting *setting, const zt_slot_looks *looks,
                         const zt_slot_figure *f, zt_group *into, const struct zt_slot_line *line)
{
    const zt_figure_entry *entry = f->entry;
    double ascent = line->ascent;
    place_before(setting, looks, f, into, ascent);
    zt_group *part = zt_scene_add_part(setting->scene, into, entry->at, "figure", ZT_ROLE_SPAN,
                                       (zt_rect){f->before, 0, f->figure->width, ascent});
    zt_figure_place(f->figure, setting, part, 0, ascent);
    if (!f->beside)
        return;
    double beside = f->alone + more_gap(looks), x = line->more > 0 ? 0 : beside;
    part = zt_scene_add_part(setting->scene, into, entry->at, "more", ZT_ROLE_SPAN,
                             (zt_rect){x, 0, f->all - beside, ascent + line->more});
    zt_text_place(setting->diags, setting->scene, part, entry->more->text, &looks->more.text,
                  &looks->more.para, ZT_ALIGN_START, 0, ascent + line->more, entry->more->at);
}

bool zt_slots_row_charted(const zt_slot_lines *row, zt_point *end)
{
    const struct zt_slot_line *line = row->count == 1 ? row->lines : NULL;
    const slot_cell *cell = line && line->count > 0 ? line->cells + line->count - 1 : NULL;
    const zt_quantity *more = cell ? cell->figure->entry->more : NULL;
    if (!more || !more->charted || !cell->figure->beside || line->more > 0)
        return false;
    *end = (zt_point){cell->x + cell->figure->all,
                      line->ascent - zt_digit_height(&row->looks->more) / 2};
    return true;
}

/* Lines one below the other, `gap` apart. */
void zt_slots_row_place(const zt_setting *setting, const zt_slot_lines *row, zt_group *into,
                        double x, double y)
{
    const zt_slot_looks *looks = row->looks;
    for (size_t i = 0; i < row->count; i++) {
        const struct zt_slot_line *line = &row->lines[i];
        double below = line->ascent + line->more;
        for (size_t k = 0; k < line->count; k++) {
            const slot_cell *cell = &line->cells[k];
            zt_rect box = {x + cell->x, y, cell->room, line->height};
            zt_group *slot = zt_scene_add_part(setting->scene, into, cell->figure->entry->at,
                                               "slot", ZT_ROLE_P, box);
            place_figure(setting, looks, cell->figure, slot, line);
            zt_wording_place(setting, &cell->label, slot, "label", ZT_ROLE_SPAN, 0,
                             below + looks->label_gap);
            zt_slot_form_place(setting, &cell->form, slot, below + line->labels);
        }
        y += line->height + looks->gap;
    }
}
