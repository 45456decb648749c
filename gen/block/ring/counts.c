/* Counts in discs. */
#include "block/ring/counts.h"

/* Diameter of a disc, from it to its word, and between rows of counts. */
static const double DISC = ZT_MM(9), WORD_GAP = ZT_MM(1.2);
static const zt_gap ROW = {ZT_MM(3), ZT_MM(4.5)};

/* Counts stand in discs of the companion ink and have the ink of the paper. A centred head centres
   a row of counts below it too. */
zt_counts_looks zt_counts_looks_of(const zt_block *block, const zt_setting *setting,
                                   const zt_counts_params *p, const char *head)
{
    zt_counts_looks looks = {
        .head = zt_block_look(setting, block, head),
        .count = zt_block_look(setting, block, "count"),
        .word = zt_block_look(setting, block, "word"),
        .label = zt_block_look(setting, block, "label"),
        .name = zt_block_look(setting, block, "name"),
        .gap = p->gap.natural,
        .apart = p->apart,
        .row = ROW,
        .ink = zt_setting_deep(setting),
        .rule_ink = zt_setting_ink(setting, "key"),
    };
    looks.head_gap = looks.gap * 2;
    looks.centred = looks.head.para.align == ZT_ALIGN_CENTRE;
    looks.count.text.paint = ZT_SOLID(&zt_ink_paper);
    return looks;
}

/* ---- planning ---- */

/* A measure as wide as the words. */
static zt_wording one_line(const zt_setting *setting, const zt_node_entry *node,
                           const zt_look *look)
{
    double width = zt_text_width(setting->diags, setting->arena, node->head, &look->text,
                                 &look->para, node->at);
    return zt_wording_plain(setting, node->head, node->at, look, width + look->text.size / 20);
}

/* What a disc with its word takes on one line, in points. */
static double cell_width(const zt_counts *counts, size_t i)
{
    const zt_wording *word = &counts->cells[i].word;
    return DISC + WORD_GAP + (word->para ? word->para->max_width : 0);
}

/* The widest of all discs with their words: the least width of a column. */
static double widest_cell(const zt_counts *counts)
{
    double widest = 0;
    for (size_t i = 0; i < counts->structure->count; i++)
        widest = zt_max(widest, cell_width(counts, i));
    return widest;
}

/* One row of equal gaps, up to their ceiling; false when it is too long. */
static bool set_row(zt_counts *counts)
{
    size_t count = counts->structure->count;
    const zt_counts_looks *looks = counts->looks;
    double used = 0, gap = looks->apart.natural;
    for (size_t i = 0; i < count; i++)
        used += cell_width(counts, i);
    if (count > 1)
        gap = zt_clamp((counts->width - used) / (double)(count - 1), gap,
                       zt_max(gap, looks->apart.ceiling));
    used += (double)(count - 1) * gap;
    double at = looks->centred ? zt_max(0, (counts->width - used) / 2) : 0;
    for (size_t i = 0; i < count; i++) {
        counts->cells[i].box = (zt_rect){at, 0, cell_width(counts, i), DISC};
        at += counts->cells[i].box.w + gap;
    }
    counts->rows = 1;
    return used <= counts->width + 0.01;
}

/* Several rows of columns of one width. */
static void set_rows(zt_counts *counts)
{
    size_t count = counts->structure->count, columns = count;
    const zt_counts_looks *looks = counts->looks;
    double widest = widest_cell(counts);
    while (columns > 1 &&
           zt_column_width(counts->width, (int)columns, looks->apart.natural) < widest)
        columns--;
    counts->rows = (count + columns - 1) / columns;
    columns = (count + counts->rows - 1) / counts->rows; /* rows of like length */
    double column = zt_column_width(counts->width, (int)columns, looks->apart.natural);
    for (size_t i = 0; i < count; i++)
        counts->cells[i].box =
            (zt_rect){(double)(i % columns) * (column + looks->apart.natural),
                      (double)(i / columns) * (DISC + looks->row.natural), column, DISC};
}

/* Names under each disc, in columns of one width; false when they are too narrow. */
static bool set_columns(const zt_setting *setting, zt_counts *counts)
{
    const zt_counts_looks *looks = counts->looks;
    size_t count = counts->structure->count;
    double column = zt_column_width(counts->width, (int)count, looks->apart.natural), tallest = 0;
    zt_entry_style style = {.head = &looks->word,
                            .label = &looks->label,
                            .text = &looks->name,
                            .align = ZT_ALIGN_START,
                            .head_gap = looks->gap / 2,
                            .text_gap = looks->gap / 2,
                            .part = "name"};
    if (column < 6 * looks->name.text.size || column < widest_cell(counts))
        return false;
    for (size_t i = 0; i < count; i++) {
        const zt_node_entry *node = counts->structure->nodes + i;
        zt_count_cell *cell = counts->cells + i;
        zt_entry_text text = {
            .label = node->label, .at = node->at, .texts = node->items, .count = node->item_count};
        cell->names = zt_entry_make(setting, &text, &style, column);
        cell->names_at = (zt_point){0, DISC + looks->gap};
        cell->box = (zt_rect){(double)i * (column + looks->apart.natural), 0, column, 0};
        tallest = zt_max(tallest, cell->names.height);
    }
    for (size_t i = 0; i < count; i++)
        counts->cells[i].box.h = DISC + looks->gap + tallest;
    counts->rows = 1;
    return true;
}

/* Lines break between names: U+200B. */
zt_rich zt_names_joined(const zt_setting *setting, const zt_rich *items, size_t count)
{
    zt_arena *arena = setting->arena;
    zt_str mark = zt_str_from(ZT_IN(setting->language, "、\u200B", ", "));
    zt_rich all = {0};
    size_t spans = 0;
    for (size_t i = 0; i < count; i++)
        spans += items[i].count + 1;
    all.spans = ZT_ARRAY(arena, spans + 1, zt_span);
    for (size_t i = 0; i < count; i++) {
        if (i)
            all.spans[all.count++] =
                (zt_span){.kind = ZT_SPAN_TEXT, .text = mark, .at = items[i].at};
        else
            all.at = items[i].at;
        for (size_t k = 0; k < items[i].count; k++)
            all.spans[all.count++] = items[i].spans[k];
    }
    return all;
}

/* A label that has room stands behind the word, on its line. */
static bool set_behind(const zt_setting *setting, zt_counts *counts, size_t i, double left)
{
    const zt_node_entry *node = counts->structure->nodes + i;
    zt_count_cell *cell = counts->cells + i;
    const zt_look *look = &counts->looks->label;
    if (node->label.len == 0 || !cell->word.para)
        return false;
    double width = zt_text_width(setting->diags, setting->arena, node->label, &look->text,
                                 &look->para, node->at);
    if (left + cell->word.para->max_width + look->text.size + width > counts->width)
        return false;
    cell->label =
        zt_wording_plain(setting, node->label, node->at, look, width + look->text.size / 20);
    return true;
}

/* One a row, its names in one text beside the disc, below the word. */
static void set_list(const zt_setting *setting, zt_counts *counts)
{
    const zt_counts_looks *looks = counts->looks;
    double left = DISC + WORD_GAP, at = 0;
    double pad = looks->gap;
    zt_entry_style style = {.head = &looks->word,
                            .label = &looks->label,
                            .text = &looks->name,
                            .align = ZT_ALIGN_START,
                            .head_gap = looks->gap / 2,
                            .part = "name"};
    counts->rows = counts->structure->count;
    counts->list = true;
    for (size_t i = 0; i < counts->structure->count; i++) {
        const zt_node_entry *node = counts->structure->nodes + i;
        zt_count_cell *cell = counts->cells + i;
        zt_rich *joined = ZT_NEW(setting->arena, zt_rich);
        *joined = zt_names_joined(setting, node->items, node->item_count);
        bool behind = set_behind(setting, counts, i, left);
        zt_entry_text text = {.label = behind ? (zt_str){0} : node->label,
                              .at = node->at,
                              .texts = joined,
                              .count = node->item_count > 0};
        cell->names = zt_entry_make(setting, &text, &style,
                                    zt_max(counts->width - left, looks->name.text.size));
        double word = DISC / 2 + cell->word.height / 2;
        cell->names_at = (zt_point){left, pad + word + looks->gap * 0.9};
        double h = cell->names.height > 0 ? cell->names_at.y + cell->names.height : 0;
        cell->box = (zt_rect){0, at, counts->width, zt_max(h, pad + DISC)};
        at += cell->box.h + looks->row.natural;
    }
}

/* Chooses the form by what there is: names go under their discs in columns, else into a list;
   counts alone make a row, else several rows. */
zt_counts zt_counts_plan(const zt_setting *setting, const zt_structure *structure,
                         const zt_counts_looks *looks, double width, bool as_list)
{
    size_t count = structure ? structure->count : 0;
    bool named = false;
    if (count == 0)
        return (zt_counts){0};
    zt_counts counts = {.structure = structure,
                        .looks = looks,
                        .width = width,
                        .cells = ZT_ARRAY(setting->arena, count + 1, zt_count_cell)};
    counts.head = zt_wording_plain(setting, structure->head, structure->at, &looks->head, width);
    counts.head_height = counts.head.para ? counts.head.height + looks->head_gap : 0;
    for (size_t i = 0; i < count; i++) {
        counts.cells[i].word = one_line(setting, structure->nodes + i, &looks->word);
        named = named || structure->nodes[i].item_count > 0 || structure->nodes[i].label.len > 0;
    }
    if (as_list || (named && !set_columns(setting, &counts)))
        set_list(setting, &counts);
    else if (!named && !set_row(&counts))
        set_rows(&counts);
    counts.height = counts.head_height;
    for (size_t i = 0; i < count; i++)
        counts.height =
            zt_max(counts.height, counts.head_height + zt_rect_foot(counts.cells[i].box));
    return counts;
}

/* Only rows below one another can grow, each gap up to its ceiling. */
double zt_counts_room(const zt_counts *counts)
{
    if (counts->rows < 2)
        return 0;
    zt_gap row = counts->looks->row;
    return (double)(counts->rows - 1) * zt_max(0, row.ceiling - row.natural);
}

/* ---- drawing ---- */

/* The count shrinks when it is wider than `most` of its disc; it is centred by its ink. */
static void draw_disc(const zt_setting *setting, const zt_counts_looks *looks,
                      const zt_node_entry *node, zt_group *into, zt_point middle)
{
    const double most = 0.74; /* of the diameter, for 十二 and the like */
    zt_look look = looks->count;
    double width = zt_text_width(setting->diags, setting->arena, node->count, &look.text,
                                 &look.para, node->count_at);
    if (width > most * DISC)
        look = zt_look_at_size(&looks->count, look.text.size * most * DISC / width);
    zt_scene_disc(setting->scene, into, node->at, middle, DISC / 2, ZT_SOLID(looks->ink));
    zt_wording_centre(setting, node->count, node->count_at, &look, into, middle);
}

/* A count in its own frame: in a list a hairline above it, then the disc, its word beside it, names
   below. */
static void draw_cell(const zt_setting *setting, const zt_counts *counts, size_t i, zt_group *into,
                      zt_rect box)
{
    const zt_counts_looks *looks = counts->looks;
    const zt_node_entry *node = counts->structure->nodes + i;
    const zt_count_cell *cell = counts->cells + i;
    zt_group *item = zt_scene_add_part(setting->scene, into, node->at, "node", ZT_ROLE_LI, box);
    double top = 0, r = DISC / 2, y = ZT_COUNTS_HAIRLINE / 2;
    if (counts->list) {
        top = looks->gap;
        zt_scene_rule(setting->scene, item, node->at, (zt_point){0, y}, (zt_point){box.w, y},
                      ZT_COUNTS_HAIRLINE, ZT_SOLID(looks->rule_ink));
    }
    draw_disc(setting, looks, node, item, (zt_point){r, top + r});
    zt_wording_place(setting, &cell->word, item, "word", ZT_ROLE_SPAN, DISC + WORD_GAP,
                     top + r - cell->word.height / 2);
    if (cell->label.para) {
        const zt_look *word = &cell->word.look, *label = &cell->label.look;
        double baseline = top + r - cell->word.height / 2 + ZT_EM_TOP * word->text.size;
        zt_wording_place(setting, &cell->label, item, "label", ZT_ROLE_SPAN,
                         DISC + WORD_GAP + cell->word.para->max_width + 0.8 * label->text.size,
                         baseline - ZT_EM_TOP * label->text.size);
    }
    zt_entry_place(setting, &cell->names, item, cell->names_at.x, cell->names_at.y);
}

/* `more` is shared evenly by the gaps between rows, as far as they can take it. A new row is told
   by the box that stands lower than the one before. */
void zt_counts_place(const zt_setting *setting, const zt_counts *counts, zt_group *into,
                     zt_point top_left, double more)
{
    if (counts->height <= 0)
        return;
    double each = counts->rows > 1
                      ? zt_clamp(more, 0, zt_counts_room(counts)) / (double)(counts->rows - 1)
                      : 0;
    zt_wording_place(setting, &counts->head, into, "head", ZT_ROLE_H3, top_left.x, top_left.y);
    zt_group *part =
        zt_scene_add_part(setting->scene, into, counts->structure->at, "counts", ZT_ROLE_L,
                          (zt_rect){top_left.x, top_left.y, counts->width,
                                    counts->height + each * (double)(counts->rows - 1)});
    size_t row = 0;
    for (size_t i = 0; i < counts->structure->count; i++) {
        zt_rect box = counts->cells[i].box;
        if (i > 0 && box.y > counts->cells[i - 1].box.y + 0.01)
            row++;
        box.y += counts->head_height + each * (double)row;
        draw_cell(setting, counts, i, part, box);
    }
}
