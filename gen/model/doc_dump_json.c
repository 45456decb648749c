/* The model as JSON. */
#include "model/doc_imp.h"
#include "model/dump_imp.h"

static void key(zt_buf *out, const char *name)
{
    char last = out->len ? out->data[out->len - 1] : '{';
    zt_buf_puts(out, last == '{' || last == '[' ? "" : ",");
    zt_buf_json(out, zt_str_from(name));
    zt_buf_putc(out, ':');
}

static void put_text(zt_buf *out, const char *name, zt_str text)
{
    if (text.len == 0)
        return;
    key(out, name);
    zt_buf_json(out, text);
}

static void put_word(zt_buf *out, const char *name, const char *text)
{
    put_text(out, name, zt_str_from(text));
}

static void put_true(zt_buf *out, const char *name, bool flag)
{
    if (!flag)
        return;
    key(out, name);
    zt_buf_puts(out, "true");
}

static void put_at(zt_buf *out, zt_pos at)
{
    key(out, "at");
    zt_buf_printf(out, "\"%d:%d\"", at.line, at.column);
}

static void put_date(zt_buf *out, const char *name, zt_date date)
{
    key(out, name);
    zt_buf_putc(out, '"');
    zt_date_print(out, date, ZT_DATE_ISO);
    zt_buf_putc(out, '"');
}

/* As a string, so that no reader turns 46.30 into 46.3; the minus is ASCII here. */
static void put_num(zt_buf *out, const char *name, zt_num num)
{
    zt_num magnitude = num;
    if (num.scaled < 0)
        magnitude.scaled = -num.scaled;
    key(out, name);
    zt_buf_puts(out, num.scaled < 0 ? "\"-" : "\"");
    zt_num_print(out, magnitude, false);
    zt_buf_putc(out, '"');
}

static void put_number(zt_buf *out, const zt_quantity *q)
{
    if (!q->has_number)
        return;
    put_num(out, "value", q->value);
    put_num(out, "printed", q->printed);
    key(out, "figure");
    zt_buf_json(out, zt_str_slice(q->text, q->figure_first, q->figure_end));
    key(out, "scale");
    zt_buf_printf(out, "%d", q->scale);
    put_text(out, "unit", q->unit);
    put_word(out, "bound", zt_bound_word(q->bound));
    put_true(out, "approx", q->approx);
    put_true(out, "decrease", q->decrease);
    if (q->range_to)
        put_num(out, "to", q->range_to->value);
}

static void put_quantity(zt_buf *out, const zt_quantity *q)
{
    zt_buf_putc(out, '{');
    put_word(out, "kind", zt_kind_word(q->kind));
    put_at(out, q->at);
    put_text(out, "text", q->text);
    put_number(out, q);
    put_word(out, "status", zt_status_word(q->status));
    put_true(out, "main", q->main);
    put_word(out, "id", q->id);
    put_text(out, "of", q->of);
    put_word(out, "basis", zt_basis_word(q->basis));
    put_text(out, "vs", q->vs);
    put_text(out, "among", q->among);
    put_text(out, "within", q->within);
    put_text(out, "by", q->by);
    put_text(out, "per", q->per);
    put_text(out, "period", q->period);
    put_text(out, "asof", q->asof);
    put_text(out, "source", q->source);
    put_text(out, "note", q->note);
    zt_buf_putc(out, '}');
}

static void put_child(zt_buf *out, const char *name, const zt_quantity *q)
{
    if (!q)
        return;
    key(out, name);
    put_quantity(out, q);
}

static void put_span(zt_buf *out, const zt_span *span)
{
    zt_buf_putc(out, '{');
    put_at(out, span->at);
    if (span->kind == ZT_SPAN_BREAK)
        put_true(out, "break", true);
    else if (span->kind == ZT_SPAN_QUANTITY)
        put_child(out, "quantity", span->quantity);
    else
        put_text(out, "text", span->text);
    put_true(out, "em", span->em);
    put_true(out, "sub", span->sub);
    put_true(out, "sup", span->sup);
    put_true(out, "tcy", span->tcy);
    put_true(out, "dots", span->dots);
    put_true(out, "proper", span->em_line == ZT_EM_PROPER);
    put_true(out, "title", span->em_line == ZT_EM_TITLE);
    put_text(out, "ruby", span->ruby);
    zt_buf_putc(out, '}');
}

static void put_rich(zt_buf *out, const char *name, const zt_rich *rich)
{
    if (rich->count == 0)
        return;
    key(out, name);
    zt_buf_putc(out, '[');
    for (size_t i = 0; i < rich->count; i++) {
        zt_buf_puts(out, i ? ",\n" : "");
        put_span(out, rich->spans + i);
    }
    zt_buf_putc(out, ']');
}

/* Opens the i-th element of a list. */
static void open_item(zt_buf *out, size_t i)
{
    zt_buf_puts(out, i ? ",\n{" : "{");
}

static void open_list(zt_buf *out, const char *name)
{
    key(out, name);
    zt_buf_putc(out, '[');
}

static void put_points(zt_buf *out, const zt_group_content *group)
{
    open_list(out, "points");
    for (size_t i = 0; i < group->point_count; i++) {
        const zt_entry_point *point = group->points + i;
        open_item(out, i);
        put_at(out, point->at);
        put_word(out, "id", point->id);
        put_true(out, "optional", point->optional);
        put_true(out, "main", point->main);
        put_rich(out, "text", &point->text);
        put_rich(out, "label", &point->label);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_groups(zt_buf *out, const zt_groups *groups)
{
    put_text(out, "head", groups->head);
    open_list(out, "groups");
    for (size_t i = 0; i < groups->count; i++) {
        const zt_group_content *group = groups->groups + i;
        open_item(out, i);
        put_at(out, group->at);
        put_word(out, "id", group->id);
        put_text(out, "no", group->no);
        put_text(out, "head", group->head);
        put_text(out, "icon", group->icon);
        put_text(out, "period", group->period);
        put_child(out, "lead", group->lead);
        put_points(out, group);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_timeline(zt_buf *out, const zt_timeline *timeline)
{
    static const char *const scales[] = {"even", "time", "hybrid"};
    put_text(out, "head", timeline->head);
    put_word(out, "scale", scales[timeline->scale]);
    put_true(out, "by_year", timeline->by_year);
    open_list(out, "events");
    for (size_t i = 0; i < timeline->count; i++) {
        const zt_event *event = timeline->events + i;
        open_item(out, i);
        put_at(out, event->at);
        put_date(out, "date", event->date);
        put_true(out, "key", event->key);
        put_rich(out, "head", &event->head);
        put_rich(out, "text", &event->text);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_hint(zt_buf *out, const zt_hint *hint)
{
    put_text(out, "head", hint->head);
    open_list(out, "paras");
    for (size_t i = 0; i < hint->count; i++) {
        open_item(out, i);
        put_rich(out, "text", hint->paras + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_values(zt_buf *out, const zt_chart_data *chart, const zt_chart_item *item)
{
    open_list(out, "values");
    for (size_t i = 0; i < chart->series_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        if (item->values[i])
            put_quantity(out, item->values[i]);
        else
            zt_buf_puts(out, "null");
    }
    zt_buf_putc(out, ']');
}

static void put_items(zt_buf *out, const zt_chart_data *chart)
{
    open_list(out, "items");
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = chart->items + i;
        open_item(out, i);
        put_at(out, item->at);
        put_text(out, "key", item->key);
        put_true(out, "highlight", item->highlight);
        put_values(out, chart, item);
        put_child(out, "change", item->change);
        put_child(out, "rank", item->rank);
        put_child(out, "share", item->share);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_series(zt_buf *out, const zt_chart_data *chart)
{
    open_list(out, "series");
    for (size_t i = 0; i < chart->series_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        zt_buf_json(out, chart->series[i]);
    }
    zt_buf_putc(out, ']');
}

static void put_chart(zt_buf *out, const zt_chart_data *chart)
{
    put_text(out, "head", chart->head);
    put_rich(out, "title", &chart->title);
    put_rich(out, "deck", &chart->deck);
    put_text(out, "key", chart->key_name);
    put_text(out, "unit", chart->unit);
    put_text(out, "period", chart->period);
    put_text(out, "asof", chart->asof);
    key(out, "scale");
    zt_buf_printf(out, "%d", chart->scale);
    put_true(out, "broken", chart->broken);
    put_series(out, chart);
    put_items(out, chart);
    open_list(out, "annotations");
    for (size_t i = 0; i < chart->annotation_count; i++) {
        open_item(out, i);
        put_text(out, "of", chart->annotations[i].of);
        put_rich(out, "text", &chart->annotations[i].text);
        put_rich(out, "label", &chart->annotations[i].label);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    put_rich(out, "note", &chart->note);
}

static void put_photo(zt_buf *out, const zt_photo *photo)
{
    put_text(out, "src", photo->src);
    put_true(out, "missing", !photo->path);
    if (photo->writing != ZT_WRITING_ANY)
        put_word(out, "writing", photo->writing == ZT_WRITING_VERTICAL ? "vertical" : "horizontal");
    if (photo->has_date)
        put_date(out, "date", photo->date);
    put_rich(out, "caption", &photo->caption);
    put_rich(out, "credit", &photo->credit);
}

static void put_block(zt_buf *out, const zt_content_block *block)
{
    put_word(out, "block", block->name);
    put_at(out, block->at);
    put_word(out, "id", block->id);
    put_word(out, "variant", block->variant);
    switch (block->kind) {
    case ZT_GROUPS:
        put_groups(out, block->content);
        break;
    case ZT_TIMELINE:
        put_timeline(out, block->content);
        break;
    case ZT_HINT:
        put_hint(out, block->content);
        break;
    case ZT_CHART:
        put_chart(out, block->content);
        break;
    case ZT_PHOTO:
        put_photo(out, block->content);
        break;
    }
    put_rich(out, "alt", &block->alt);
}

static void put_feet(zt_buf *out, const zt_doc *doc)
{
    open_list(out, "notes");
    for (size_t i = 0; i < doc->note_count; i++) {
        open_item(out, i);
        put_rich(out, "text", doc->notes + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    open_list(out, "credits");
    for (size_t i = 0; i < doc->credit_count; i++) {
        open_item(out, i);
        put_word(out, "role", doc->credits[i].role);
        put_text(out, "text", doc->credits[i].text);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

void zt_doc_dump_json(zt_buf *out, const zt_doc *doc)
{
    zt_buf_putc(out, '{');
    put_word(out, "id", doc->id);
    put_word(out, "template", doc->template_name);
    put_word(out, "lang", doc->lang);
    if (doc->has_issue)
        put_date(out, "issue", (zt_date){doc->issue, doc->issue, false});
    put_rich(out, "kicker", &doc->kicker);
    put_rich(out, "title", &doc->title);
    put_rich(out, "deck", &doc->deck);
    put_rich(out, "lead", &doc->lead);
    if (doc->has_asof)
        put_date(out, "asof", doc->asof);
    open_list(out, "blocks");
    for (size_t i = 0; i < doc->block_count; i++) {
        open_item(out, i);
        put_block(out, doc->blocks + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    put_feet(out, doc);
    put_text(out, "alt", doc->alt);
    zt_buf_puts(out, "}\n");
}
