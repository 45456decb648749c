/* gen/paginate/report_account.c — how the pages of a report came about, for `dump --stage=pages`:
   what stands where, lines left empty, figures that come late. */
#include "paginate/paginate_imp.h"

/* Where a run of units of one piece stands. */
static void add_item(zt_paginator *p, zt_account_page *page, const zt_stream_piece *piece,
                     zt_account_item item)
{
    item.kind = piece->kind;
    item.id = piece->part ? piece->part->id : NULL;
    item.at = piece->at;
    ZT_PUSH(p->arena, &page->items, item);
}

/* Lines of the figures over all columns at the head of a band. */
static int across_of(const zt_band *band)
{
    int rows = 0;
    for (size_t i = band->columns[0].first_figure; i < band->columns[0].end_figure; i++)
        rows += band->segment->floats.items[i].across ? band->segment->floats.items[i].rows : 0;
    return rows;
}

/* Lines are counted from 1 at the head of the type area. */
static void add_column(zt_paginator *p, zt_account_page *page, const zt_band *band,
                       const zt_pages_column *column)
{
    const zt_segment *g = band->segment;
    int line = band->row + 1, across = across_of(band);
    line += column == band->columns ? 0 : across;
    for (size_t i = column->first_figure; i < column->end_figure; i++) {
        const zt_float *f = &g->floats.items[i];
        if (zt_float_at_foot(p, band, column, i))
            continue;
        add_item(p, page, f->piece,
                 (zt_account_item){.column = f->across ? 1 : column->column + 1,
                                   .line = line,
                                   .columns = f->across ? g->columns : 1,
                                   .lines = f->rows});
        line += f->rows;
    }
    for (size_t i = column->first, next; i < column->end; i = next) {
        const zt_unit *u = &g->units.items[i];
        bool at_top = i == column->first && !(i == 0 && band->below && !u->torn);
        int lines = at_top ? u->rows_at_top : u->rows;
        for (next = i + 1; next < column->end && g->units.items[next].piece == u->piece; next++)
            lines += g->units.items[next].rows;
        lines += zt_unit_change(band, u);
        bool whole = next - i == 1 && u->index == 0;
        add_item(p, page, u->piece,
                 (zt_account_item){.column = column->column + 1,
                                   .line = line,
                                   .columns = 1,
                                   .lines = lines,
                                   .first_unit = (long)u->index,
                                   .units = whole ? 0 : (long)(next - i)});
        line += lines;
    }
    line = band->row + 1 + zt_column_end(p, band, column, across);
    for (size_t i = column->end_figure; i-- > column->first_figure;)
        if (zt_float_at_foot(p, band, column, i)) {
            const zt_float *f = &g->floats.items[i];
            line -= f->rows;
            add_item(
                p, page, f->piece,
                (zt_account_item){
                    .column = column->column + 1, .line = line, .columns = 1, .lines = f->rows});
        }
}

static void add_heads(zt_paginator *p, zt_account_page *page, const zt_band *band)
{
    int line = band->head_row + 1;
    for (size_t i = 0; i < band->segment->heads.count; i++) {
        const zt_unit *u = &band->segment->heads.items[i];
        int lines = i == 0 && band->at_top ? u->rows_at_top : u->rows;
        add_item(
            p, page, u->piece,
            (zt_account_item){.column = 1, .line = line, .columns = page->columns, .lines = lines});
        line += lines;
    }
}

/* The pages that a figure comes behind the page of its mention. */
static int lateness(const zt_paginator *p, const zt_band *band, const zt_float *f, size_t index)
{
    const zt_unit *mention = &band->segment->units.items[f->mention];
    for (size_t i = index + 1; i-- > 0;)
        for (size_t b = 0; b < p->pages.items[i].bands.count; b++) {
            const zt_band *other = &p->pages.items[i].bands.items[b];
            for (size_t c = 0; other->segment == band->segment && c < other->count; c++) {
                size_t at = (size_t)(mention - band->segment->units.items);
                if (at >= other->columns[c].first && at < other->columns[c].end)
                    return (int)(index - i);
            }
        }
    return 0;
}

/* Reports float-late: a figure that does not stand on the page of its mention; more pages behind it
   than the template allows are an error. */
static int judge_floats(zt_paginator *p, const zt_page *page, size_t index)
{
    int sum = 0;
    for (size_t b = 0; b < page->bands.count; b++) {
        const zt_band *band = &page->bands.items[b];
        for (size_t c = 0; c < band->count; c++)
            for (size_t i = band->columns[c].first_figure; i < band->columns[c].end_figure; i++) {
                const zt_float *f = &band->segment->floats.items[i];
                int late = lateness(p, band, f, index);
                sum += late;
                if (late > 1 || late > p->style->floats.late)
                    zt_report(p->setting->diags,
                              late > p->style->floats.late ? ZT_ERROR : ZT_WARNING, "float-late",
                              f->piece->at,
                              "这幅图在第 %d 页，第一次提到它在第 %d 页；把图写得靠前些，或加 "
                              "float=\"no\"",
                              "this stands on page %d and is mentioned first on page %d; write it "
                              "earlier, or float=\"no\"",
                              (int)index + 1, (int)index + 1 - late);
            }
    }
    return sum;
}

/* Reports keep-torn: a page begins within a section that is to stand on one. */
static void judge_kept(zt_paginator *p, const zt_page *page, size_t index)
{
    const zt_band *band = page->bands.count ? &page->bands.items[0] : NULL;
    const zt_unit *first = NULL;
    if (band && band->heads && band->segment->heads.count > 0)
        first = &band->segment->heads.items[0];
    else if (band && band->count > 0 && band->columns[0].first < band->segment->units.count)
        first = &band->segment->units.items[band->columns[0].first];
    if (first && first->kept)
        zt_report(p->setting->diags, ZT_WARNING, "keep-torn", first->kept->at,
                  "这一节没能排在一页上，接到了第 %d 页；请删去 keep=\"yes\"，或分成几节",
                  "this section does not stand on one page, it goes on on page %d; delete "
                  "keep=\"yes\", or part it into several",
                  (int)index + 1);
}

/* Reports note-torn: a note that is called on an earlier page goes on here. */
static void judge_notes(zt_paginator *p, const zt_unit *unit, size_t index)
{
    for (size_t i = 0; i < unit->note_count; i++) {
        zt_note_info *info = unit->notes[i].info;
        if (unit->notes[i].first == 0 || info->page == (int)index || info->told)
            continue;
        info->told = true;
        zt_report(p->setting->diags, ZT_WARNING, "note-torn", info->note->at,
                  "这条脚注太长，第 %d 页排不完，接到第 %d 页；请缩短，或写进正文",
                  "this note is too long for page %d and goes on on page %d; shorten it, or write "
                  "it into the text",
                  info->page + 1, (int)index + 1);
    }
}

/* Reports page-short: more than a tenth of a page left empty, but at the end of a chapter. */
static long judge_room(zt_paginator *p, const zt_page *page, size_t index)
{
    int left = p->rows - page->used - page->foot;
    left = left > 0 ? left : 0;
    bool last = index + 1 >= p->pages.count || p->pages.items[index + 1].stream != page->stream;
    if (!page->stream || last || page->opener)
        return 0;
    if (left * 10 > p->rows)
        zt_report(p->setting->diags, ZT_NOTE, "page-short", page->stream->part->at,
                  "第 %d 页空了 %d 行：下面的图表排不下；可加 wide、缩短或换位置",
                  "page %d has %d empty lines: what follows does not fit; move or shorten it",
                  (int)index + 1, left);
    return left;
}

static void add_page(zt_paginator *p, zt_account *account, const zt_page *page, size_t index)
{
    zt_account_page out = {.lines = p->rows, .columns = 1};
    if (page->stream) {
        const zt_master *master = zt_report_master(p->style, page->stream->kind, page->first);
        out.master = page->opener ? "opener" : master->name;
        out.columns = page->stream->columns;
    } else if (page->cover) {
        out.master = "cover";
    }
    judge_kept(p, page, index);
    for (size_t b = 0; b < page->bands.count; b++)
        for (size_t c = 0; c < page->bands.items[b].count; c++) {
            const zt_pages_column *column = &page->bands.items[b].columns[c];
            for (size_t i = column->first; i < column->end; i++)
                judge_notes(p, &page->bands.items[b].segment->units.items[i], index);
        }
    long left = judge_room(p, page, index);
    int late = judge_floats(p, page, index);
    out.spare = left;
    zt_account_add(p->arena, &out.terms, "short", left, p->style->score.shortness * left * left);
    zt_account_add(p->arena, &out.terms, "late", late, p->style->score.late * (long)late);
    for (size_t b = 0; b < page->bands.count; b++) {
        const zt_band *band = &page->bands.items[b];
        if (band->heads)
            add_heads(p, &out, band);
        for (size_t c = 0; c < band->count; c++)
            add_column(p, &out, band, &band->columns[c]);
    }
    ZT_PUSH(p->arena, &account->pages, out);
}

zt_account *zt_report_account(zt_paginator *p, int passes)
{
    zt_account *account = ZT_NEW(p->arena, zt_account);
    *account = (zt_account){.root = "report", .passes = passes};
    for (size_t i = 0; i < p->pages.count; i++) {
        zt_diags_on_page(p->setting->diags, i + 1);
        add_page(p, account, &p->pages.items[i], i);
    }
    zt_diags_on_page(p->setting->diags, 0);
    return account;
}
