/* The model as text: every block, every phrase with what it means. */
#include "model/doc_imp.h"
#include "model/dump_imp.h"

const char *zt_kind_word(zt_quantity_kind kind)
{
    static const char *const words[] = {"v", "change", "rank", "share", "target"};
    return words[kind];
}

const char *zt_bound_word(zt_bound bound)
{
    static const char *const words[] = {"exact", "about", "below", "above"};
    return words[bound];
}

const char *zt_status_word(zt_status status)
{
    static const char *const words[] = {"actual", "estimate", "forecast",
                                        "target", "missing",  "revised"};
    return words[status];
}

const char *zt_basis_word(zt_basis basis)
{
    static const char *const words[] = {"", "yoy", "mom", "ytd", "plan"};
    return words[basis];
}

static void pad(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

void zt_dump_if(zt_buf *out, const char *name, zt_str text)
{
    if (text.len == 0)
        return;
    zt_buf_printf(out, " %s=", name);
    zt_buf_str(out, text);
}

static void put_flag(zt_buf *out, const char *name, bool flag)
{
    if (flag)
        zt_buf_printf(out, " %s", name);
}

static void put_meaning(zt_buf *out, const zt_quantity *q)
{
    if (q->has_number) {
        zt_buf_puts(out, " = ");
        zt_num_print(out, q->value, false);
        zt_buf_printf(out, " printed=");
        zt_num_print(out, q->printed, false);
        zt_buf_puts(out, " figure=[");
        zt_buf_str(out, zt_str_slice(q->text, q->figure_first, q->figure_end));
        zt_buf_puts(out, "]");
    }
    if (q->scale)
        zt_buf_printf(out, " scale=%d", q->scale);
    zt_dump_if(out, "unit", q->unit);
    zt_dump_if(out, "per", q->per);
    zt_buf_printf(out, " %s", zt_bound_word(q->bound));
    put_flag(out, "approx", q->approx);
    put_flag(out, "decrease", q->decrease);
    put_flag(out, "main", q->main);
    if (q->status != ZT_ACTUAL)
        zt_buf_printf(out, " %s", zt_status_word(q->status));
    if (q->range_to) {
        zt_buf_puts(out, " to ");
        zt_num_print(out, q->range_to->value, false);
    }
}

void zt_dump_quantity(zt_buf *out, int depth, const char *label, const zt_quantity *q)
{
    pad(out, depth);
    zt_buf_printf(out, "%s%s %d:%d ", label, zt_kind_word(q->kind), q->at.line, q->at.column);
    zt_buf_json(out, q->text);
    put_meaning(out, q);
    zt_dump_if(out, "id", zt_str_from(q->id));
    zt_dump_if(out, "of", q->of);
    zt_dump_if(out, "basis", zt_str_from(zt_basis_word(q->basis)));
    zt_dump_if(out, "vs", q->vs);
    zt_dump_if(out, "among", q->among);
    zt_dump_if(out, "within", q->within);
    zt_dump_if(out, "by", q->by);
    zt_dump_if(out, "period", q->period);
    zt_dump_if(out, "asof", q->asof);
    zt_dump_if(out, "source", q->source);
    zt_dump_if(out, "note", q->note);
    zt_buf_putc(out, '\n');
}

/* [dots], [proper 2]: the marks of an em and its number; [tcy]; [ruby chóng qìng]. */
static void put_span_extras(zt_buf *out, const zt_span *span)
{
    static const char *const lines[] = {
        [ZT_EM_NO_LINE] = NULL, [ZT_EM_PROPER] = "proper", [ZT_EM_TITLE] = "title"};
    if (span->dots)
        zt_buf_printf(out, "[dots %zu]", span->item);
    if (lines[span->em_line])
        zt_buf_printf(out, "[%s %zu]", lines[span->em_line], span->item);
    if (span->tcy)
        zt_buf_puts(out, "[tcy]");
    if (span->ruby.len)
        zt_buf_printf(out, "[ruby %.*s]", ZT_ARG(span->ruby));
}

/* One line of text with its spans marked: {…} a quantity, *…* emphasis, / a break. */
void zt_dump_rich(zt_buf *out, int depth, const char *name, const zt_rich *rich)
{
    if (rich->count == 0)
        return;
    pad(out, depth);
    zt_buf_printf(out, "%s %d:%d ", name, rich->at.line, rich->at.column);
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = rich->spans + i;
        const char *mark = span->em ? "*" : span->sub ? "_" : span->sup ? "^" : "";
        put_span_extras(out, span);
        bool quantity = span->kind == ZT_SPAN_QUANTITY;
        zt_buf_puts(out, mark);
        zt_buf_puts(out, quantity ? "{" : span->kind == ZT_SPAN_BREAK ? "/" : "");
        zt_buf_str(out, span->text);
        zt_buf_puts(out, quantity ? "}" : "");
        zt_buf_puts(out, mark);
    }
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < rich->count; i++)
        if (rich->spans[i].kind == ZT_SPAN_QUANTITY)
            zt_dump_quantity(out, depth + 1, "", rich->spans[i].quantity);
}

static void put_groups(zt_buf *out, const zt_groups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        const zt_group_content *group = groups->groups + i;
        zt_buf_printf(out, "  group %d:%d", group->at.line, group->at.column);
        zt_dump_if(out, "id", zt_str_from(group->id));
        zt_dump_if(out, "no", group->no);
        zt_dump_if(out, "head", group->head);
        zt_dump_if(out, "icon", group->icon);
        zt_dump_if(out, "lead", group->lead ? group->lead->text : (zt_str){0});
        zt_buf_putc(out, '\n');
        for (size_t k = 0; k < group->point_count; k++) {
            const zt_entry_point *point = group->points + k;
            zt_dump_rich(out, 2, point->optional ? "optional" : "point", &point->text);
            zt_dump_rich(out, 3, "label", &point->label);
        }
    }
}

static void put_timeline(zt_buf *out, const zt_timeline *timeline)
{
    for (size_t i = 0; i < timeline->count; i++) {
        const zt_event *event = timeline->events + i;
        zt_buf_printf(out, "  event %d:%d ", event->at.line, event->at.column);
        zt_date_print(out, event->date, ZT_DATE_ISO);
        put_flag(out, "key", event->key);
        zt_buf_putc(out, '\n');
        zt_dump_rich(out, 2, "head", &event->head);
        zt_dump_rich(out, 2, "text", &event->text);
    }
}

static void put_item(zt_buf *out, const zt_chart_data *chart, const zt_chart_item *item)
{
    zt_buf_printf(out, "  item %d:%d ", item->at.line, item->at.column);
    zt_buf_str(out, item->key);
    put_flag(out, "highlight", item->highlight);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < chart->series_count; i++)
        if (item->values[i])
            zt_dump_quantity(out, 2, "", item->values[i]);
    if (item->change)
        zt_dump_quantity(out, 2, "", item->change);
    if (item->rank)
        zt_dump_quantity(out, 2, "", item->rank);
    if (item->share)
        zt_dump_quantity(out, 2, "", item->share);
}

static void put_chart(zt_buf *out, const zt_chart_data *chart)
{
    zt_dump_rich(out, 1, "title", &chart->title);
    zt_dump_rich(out, 1, "deck", &chart->deck);
    zt_buf_puts(out, "  data");
    zt_dump_if(out, "key", chart->key_name);
    zt_dump_if(out, "unit", chart->unit);
    zt_dump_if(out, "period", chart->period);
    zt_dump_if(out, "asof", chart->asof);
    zt_buf_printf(out, " scale=%d series=%zu", chart->scale, chart->series_count);
    put_flag(out, "broken", chart->broken);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].len) {
            zt_buf_puts(out, "  series");
            zt_dump_if(out, "head", chart->series[i]);
            put_flag(out, "highlight", chart->series_highlight[i]);
            zt_buf_putc(out, '\n');
        }
    for (size_t i = 0; i < chart->item_count; i++)
        put_item(out, chart, chart->items + i);
    for (size_t i = 0; i < chart->annotation_count; i++)
        zt_dump_rich(out, 1, "annotation", &chart->annotations[i].text);
    zt_dump_rich(out, 1, "note", &chart->note);
}

/* The path is that of this machine: only whether there is a picture is told. */
static void put_photo(zt_buf *out, const zt_photo *photo)
{
    static const char *const writings[] = {[ZT_WRITING_ANY] = NULL,
                                           [ZT_WRITING_HORIZONTAL] = "horizontal",
                                           [ZT_WRITING_VERTICAL] = "vertical"};
    zt_dump_if(out, "src", photo->src);
    put_flag(out, "missing", !photo->path);
    zt_dump_if(out, "writing", zt_str_from(writings[photo->writing]));
    if (photo->has_date) {
        zt_buf_puts(out, " date=");
        zt_date_print(out, photo->date, ZT_DATE_ISO);
    }
    zt_buf_putc(out, '\n');
    zt_dump_rich(out, 1, "caption", &photo->caption);
    zt_dump_rich(out, 1, "credit", &photo->credit);
}

static void put_block(zt_buf *out, const zt_content_block *block)
{
    zt_buf_printf(out, "%s %d:%d", block->name, block->at.line, block->at.column);
    zt_dump_if(out, "id", zt_str_from(block->id));
    zt_dump_if(out, "kind", zt_str_from(block->variant));
    switch (block->kind) {
    case ZT_GROUPS:
        zt_dump_if(out, "head", ((const zt_groups *)block->content)->head);
        zt_buf_putc(out, '\n');
        put_groups(out, block->content);
        break;
    case ZT_TIMELINE:
        zt_dump_if(out, "head", ((const zt_timeline *)block->content)->head);
        zt_buf_putc(out, '\n');
        put_timeline(out, block->content);
        break;
    case ZT_HINT: {
        const zt_hint *hint = block->content;
        zt_dump_if(out, "head", hint->head);
        zt_buf_putc(out, '\n');
        for (size_t i = 0; i < hint->count; i++)
            zt_dump_rich(out, 1, "p", hint->paras + i);
        break;
    }
    case ZT_CHART:
        zt_buf_putc(out, '\n');
        put_chart(out, block->content);
        break;
    case ZT_PHOTO:
        put_photo(out, block->content);
        break;
    case ZT_LEDGER:
    case ZT_TASKS:
    case ZT_STRIP:
    case ZT_FIGURES:
    case ZT_NAMES:
    case ZT_QUOTES:
    case ZT_TABLE:
        zt_dump_list(out, block);
        break;
    }
    zt_dump_rich(out, 1, "alt", &block->alt);
}

static void put_root(zt_buf *out, const zt_doc *doc)
{
    zt_buf_puts(out, "graphic");
    zt_dump_if(out, "id", zt_str_from(doc->id));
    zt_dump_if(out, "template", zt_str_from(doc->template_name));
    zt_dump_if(out, "lang", zt_str_from(doc->lang));
    if (doc->has_issue) {
        zt_buf_puts(out, " issue=");
        zt_date_print(out, (zt_date){doc->issue, doc->issue, false}, ZT_DATE_ISO);
    }
    zt_buf_putc(out, '\n');
}

void zt_doc_dump(zt_buf *out, const zt_doc *doc)
{
    put_root(out, doc);
    zt_dump_rich(out, 0, "kicker", &doc->kicker);
    zt_dump_rich(out, 0, "title", &doc->title);
    zt_dump_rich(out, 0, "deck", &doc->deck);
    zt_dump_rich(out, 0, "lead", &doc->lead);
    if (doc->has_asof) {
        zt_buf_puts(out, "asof ");
        zt_date_print(out, doc->asof, ZT_DATE_ISO);
        zt_buf_putc(out, '\n');
    }
    for (size_t i = 0; i < doc->block_count; i++)
        put_block(out, doc->blocks + i);
    for (size_t i = 0; i < doc->note_count; i++)
        zt_dump_rich(out, 0, "note", doc->notes + i);
    for (size_t i = 0; i < doc->credit_count; i++) {
        zt_buf_printf(out, "%s ", doc->credits[i].role);
        zt_buf_str(out, doc->credits[i].text);
        zt_buf_putc(out, '\n');
    }
    zt_buf_puts(out, "alt ");
    zt_buf_str(out, doc->alt);
    zt_buf_putc(out, '\n');
}
