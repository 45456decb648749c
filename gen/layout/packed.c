/* gen/layout/packed.c — pack="yes": the blocks of a place as rows on the columns of the page. Each
   block is planned at every span that it bears; solve/board finds rows and spans; what comes out
   are boxes like those of a template, which are measured and placed as such. */
#include <math.h>

#include "layout/layout_imp.h"
#include "solve/board.h"

/* What suits a block of which its kind says nothing, of twelve columns. */
static const zt_spans usual_spans = {4, 3, 12};

/* Tenths of a millimetre, as the board counts. */
static int64_t units(double points)
{
    return (int64_t)llround(zt_mm_from_pt(zt_min(points, ZT_ENDLESS)) * 10);
}

/* The spans of a block in so many columns of the page. */
static zt_spans spans_of(const zt_setting *setting, const zt_block *block, int columns)
{
    zt_spans of_twelve = block->kind->spans ? block->kind->spans(block) : usual_spans;
    const double part = setting->page.grid.columns / 12.0, near = 1e-9;
    zt_spans s;
    s.least = (int)zt_clamp(ceil(of_twelve.least * part - near), 1, columns);
    s.most = (int)zt_clamp(floor(of_twelve.most * part + near), s.least, columns);
    s.preferred = (int)zt_clamp(round(of_twelve.preferred * part), s.least, s.most);
    return s;
}

/* Columns that a place packs its blocks on. */
typedef struct pack_columns {
    int count;
    double one; /* width of each */
} pack_columns;

/* The width of so many of them. */
static double span_width(const zt_setting *setting, pack_columns c, int span)
{
    return span * c.one + (span - 1) * setting->page.grid.gutter;
}

/* The block at every span that it bears. */
static zt_board_item item_of(const zt_setting *setting, const zt_block *block, pack_columns c)
{
    int columns = c.count;
    zt_spans spans = spans_of(setting, block, columns);
    int64_t *heights = ZT_ARRAY(setting->arena, (size_t)columns + 1, int64_t);
    int64_t *ceilings = ZT_ARRAY(setting->arena, (size_t)columns + 1, int64_t);
    for (int s = spans.most; s >= spans.least; s--) {
        const zt_plan *plan = zt_block_plan(setting, block, span_width(setting, c, s));
        /* Too narrow for what stands in it, as a long figure: the least is what its words need. */
        if ((plan->cramped || zt_diags_failed(plan->said)) && s < spans.most) {
            spans.least = s + 1;
            break;
        }
        heights[s] = units(plan->extent.height);
        ceilings[s] = units(plan->extent.ceiling);
    }
    if (block->key) /* the hero of a graphic counts 1.6 times */
        spans.preferred = (int)zt_min((spans.preferred * 8 + 2) / 5, spans.most);
    spans.preferred = spans.preferred < spans.least ? spans.least : spans.preferred;
    int64_t width = units(span_width(setting, c, spans.preferred));
    int64_t weight = width * heights[spans.preferred];
    return (zt_board_item){spans.preferred,         spans.least, spans.most,
                           weight > 0 ? weight : 1, heights,     ceilings};
}

/* A box of a kind without anything of its own. */
static zt_box *box_new(const zt_setting *setting, const zt_box *place, zt_box_kind kind,
                       size_t count)
{
    zt_box_spec *spec = ZT_NEW(setting->arena, zt_box_spec);
    zt_box *box = ZT_NEW(setting->arena, zt_box);
    *spec = (zt_box_spec){.kind = kind, .at = place->spec->at, .stretch = 1};
    *box = (zt_box){.spec = spec, .share = 1};
    box->children = ZT_ARRAY(setting->arena, count, zt_box *);
    return box;
}

/* One block in a place of its own, below the rule of the pack. */
static zt_box *cell_of(const zt_setting *setting, const zt_box *place, size_t i)
{
    zt_box *own = box_new(setting, place, ZT_BOX_PLACE, 1);
    own->blocks = &place->blocks[i];
    own->block_count = 1;
    if (place->spec->rule <= 0)
        return own;
    zt_box *ruled = box_new(setting, place, ZT_BOX_BOX, 1);
    zt_box_spec *spec = ZT_NEW(setting->arena, zt_box_spec);
    *spec = *ruled->spec;
    spec->rule = place->spec->rule;
    spec->rule_ink = place->spec->rule_ink;
    spec->inset[0] = place->spec->rule + place->spec->rule_gap;
    ruled->spec = spec;
    ruled->children[ruled->child_count++] = own;
    return ruled;
}

/* A row of the board: neighbours on the columns that it takes. */
static zt_box *row_of(const zt_setting *setting, const zt_box *place, const zt_board_slot *slots,
                      size_t first, size_t end)
{
    zt_box *row = box_new(setting, place, ZT_BOX_ROW, end - first);
    zt_box_spec *spec = ZT_NEW(setting->arena, zt_box_spec);
    *spec = *row->spec;
    spec->in_columns = spec->row_set = true;
    for (size_t i = first; i < end; i++) {
        zt_box *cell = cell_of(setting, place, i);
        cell->share = slots[i].span;
        spec->columns += slots[i].span;
        row->children[row->child_count++] = cell;
    }
    row->spec = spec;
    return row;
}

const zt_box *zt_pack_place(const zt_setting *setting, const zt_box *place, double width)
{
    pack_columns c = {0};
    c.count = zt_columns_in(&setting->page, width, &c.one);
    zt_board board = {.count = place->block_count, .columns = c.count};
    if (board.columns == 0 || board.count == 0)
        return NULL;
    zt_board_item *items = ZT_ARRAY(setting->arena, board.count, zt_board_item);
    zt_board_slot *slots = ZT_ARRAY(setting->arena, board.count, zt_board_slot);
    size_t rows;
    for (size_t i = 0; i < board.count; i++)
        items[i] = item_of(setting, place->blocks[i], c);
    board.items = items;
    zt_board_solve(setting->arena, &board, slots, &rows);
    zt_box *all = box_new(setting, place, ZT_BOX_COLUMN, rows);
    zt_box_spec *spec = ZT_NEW(setting->arena, zt_box_spec);
    *spec = *place->spec;
    spec->kind = ZT_BOX_COLUMN;
    spec->tuck = spec->centre = false;
    all->spec = spec;
    for (size_t first = 0, end; first < board.count; first = end) {
        for (end = first; end < board.count && slots[end].row == slots[first].row;)
            end++;
        all->children[all->child_count++] = row_of(setting, place, slots, first, end);
    }
    return all;
}
