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

void zt_json_text(zt_buf *out, const char *name, zt_str text)
{
    if (text.len == 0)
        return;
    key(out, name);
    zt_buf_json(out, text);
}

static void put_word(zt_buf *out, const char *name, const char *text)
{
    zt_json_text(out, name, zt_str_from(text));
}

static void put_true(zt_buf *out, const char *name, bool flag)
{
    if (!flag)
        return;
    key(out, name);
    zt_buf_puts(out, "true");
}

void zt_json_at(zt_buf *out, zt_pos at)
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
    zt_json_text(out, "unit", q->unit);
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
    zt_json_at(out, q->at);
    zt_json_text(out, "text", q->text);
    put_number(out, q);
    put_word(out, "status", zt_status_word(q->status));
    put_true(out, "main", q->main);
    put_word(out, "id", q->id);
    zt_json_text(out, "of", q->of);
    put_word(out, "basis", zt_basis_word(q->basis));
    zt_json_text(out, "vs", q->vs);
    zt_json_text(out, "among", q->among);
    zt_json_text(out, "within", q->within);
    zt_json_text(out, "by", q->by);
    zt_json_text(out, "per", q->per);
    zt_json_text(out, "period", q->period);
    zt_json_text(out, "asof", q->asof);
    zt_json_text(out, "source", q->source);
    zt_json_text(out, "note", q->note);
    zt_buf_putc(out, '}');
}

void zt_json_quantity(zt_buf *out, const char *name, const zt_quantity *q)
{
    if (!q)
        return;
    key(out, name);
    put_quantity(out, q);
}

static void put_span(zt_buf *out, const zt_span *span)
{
    zt_buf_putc(out, '{');
    zt_json_at(out, span->at);
    if (span->kind == ZT_SPAN_BREAK)
        put_true(out, "break", true);
    else if (span->kind == ZT_SPAN_QUANTITY)
        zt_json_quantity(out, "quantity", span->quantity);
    else
        zt_json_text(out, "text", span->text);
    put_true(out, "em", span->em);
    put_true(out, "sub", span->sub);
    put_true(out, "sup", span->sup);
    put_true(out, "tcy", span->tcy);
    put_true(out, "dots", span->dots);
    put_true(out, "proper", span->em_line == ZT_EM_PROPER);
    put_true(out, "title", span->em_line == ZT_EM_TITLE);
    zt_json_text(out, "ruby", span->ruby);
    zt_buf_putc(out, '}');
}

void zt_json_rich(zt_buf *out, const char *name, const zt_rich *rich)
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
void zt_json_open(zt_buf *out, size_t i)
{
    zt_buf_puts(out, i ? ",\n{" : "{");
}

void zt_json_list_open(zt_buf *out, const char *name)
{
    key(out, name);
    zt_buf_putc(out, '[');
}

static void put_points(zt_buf *out, const zt_group_content *group)
{
    zt_json_list_open(out, "points");
    for (size_t i = 0; i < group->point_count; i++) {
        const zt_entry_point *point = group->points + i;
        zt_json_open(out, i);
        zt_json_at(out, point->at);
        put_word(out, "id", point->id);
        put_true(out, "optional", point->optional);
        put_true(out, "main", point->main);
        zt_json_rich(out, "text", &point->text);
        zt_json_rich(out, "label", &point->label);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_groups(zt_buf *out, const zt_groups *groups)
{
    zt_json_text(out, "head", groups->head);
    zt_json_list_open(out, "groups");
    for (size_t i = 0; i < groups->count; i++) {
        const zt_group_content *group = groups->groups + i;
        zt_json_open(out, i);
        zt_json_at(out, group->at);
        put_word(out, "id", group->id);
        zt_json_text(out, "no", group->no);
        zt_json_text(out, "head", group->head);
        zt_json_text(out, "icon", group->icon);
        zt_json_text(out, "period", group->period);
        zt_json_quantity(out, "lead", group->lead);
        put_points(out, group);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_timeline(zt_buf *out, const zt_timeline *timeline)
{
    static const char *const scales[] = {"even", "time", "hybrid"};
    zt_json_text(out, "head", timeline->head);
    put_word(out, "scale", scales[timeline->scale]);
    put_true(out, "by_year", timeline->by_year);
    zt_json_list_open(out, "events");
    for (size_t i = 0; i < timeline->count; i++) {
        const zt_event *event = timeline->events + i;
        zt_json_open(out, i);
        zt_json_at(out, event->at);
        put_date(out, "date", event->date);
        put_true(out, "key", event->key);
        zt_json_rich(out, "head", &event->head);
        zt_json_rich(out, "text", &event->text);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_hint(zt_buf *out, const zt_hint *hint)
{
    zt_json_text(out, "head", hint->head);
    zt_json_list_open(out, "paras");
    for (size_t i = 0; i < hint->count; i++) {
        zt_json_open(out, i);
        zt_json_rich(out, "text", hint->paras + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_values(zt_buf *out, const zt_chart_data *chart, const zt_chart_item *item)
{
    zt_json_list_open(out, "values");
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
    zt_json_list_open(out, "items");
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = chart->items + i;
        zt_json_open(out, i);
        zt_json_at(out, item->at);
        zt_json_text(out, "key", item->key);
        put_true(out, "highlight", item->highlight);
        put_values(out, chart, item);
        zt_json_quantity(out, "change", item->change);
        zt_json_quantity(out, "rank", item->rank);
        zt_json_quantity(out, "share", item->share);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void put_series(zt_buf *out, const zt_chart_data *chart)
{
    zt_json_list_open(out, "series");
    for (size_t i = 0; i < chart->series_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        zt_buf_json(out, chart->series[i]);
    }
    zt_buf_putc(out, ']');
}

static void put_chart(zt_buf *out, const zt_chart_data *chart)
{
    zt_json_text(out, "head", chart->head);
    zt_json_rich(out, "title", &chart->title);
    zt_json_rich(out, "deck", &chart->deck);
    zt_json_text(out, "key", chart->key_name);
    zt_json_text(out, "unit", chart->unit);
    zt_json_text(out, "period", chart->period);
    zt_json_text(out, "asof", chart->asof);
    key(out, "scale");
    zt_buf_printf(out, "%d", chart->scale);
    put_true(out, "broken", chart->broken);
    put_series(out, chart);
    put_items(out, chart);
    zt_json_list_open(out, "annotations");
    for (size_t i = 0; i < chart->annotation_count; i++) {
        zt_json_open(out, i);
        zt_json_text(out, "of", chart->annotations[i].of);
        zt_json_rich(out, "text", &chart->annotations[i].text);
        zt_json_rich(out, "label", &chart->annotations[i].label);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    zt_json_rich(out, "note", &chart->note);
}

static void put_photo(zt_buf *out, const zt_photo *photo)
{
    zt_json_text(out, "src", photo->src);
    put_true(out, "missing", !photo->path);
    if (photo->writing != ZT_WRITING_ANY)
        put_word(out, "writing", photo->writing == ZT_WRITING_VERTICAL ? "vertical" : "horizontal");
    if (photo->has_date)
        put_date(out, "date", photo->date);
    zt_json_rich(out, "caption", &photo->caption);
    zt_json_rich(out, "credit", &photo->credit);
}

static void put_block(zt_buf *out, const zt_content_block *block)
{
    put_word(out, "block", block->name);
    zt_json_at(out, block->at);
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
    case ZT_LEDGER:
    case ZT_TASKS:
    case ZT_STRIP:
    case ZT_FIGURES:
    case ZT_NAMES:
    case ZT_QUOTES:
    case ZT_TABLE:
        zt_json_list(out, block);
        break;
    }
    zt_json_rich(out, "alt", &block->alt);
}

static void put_feet(zt_buf *out, const zt_doc *doc)
{
    zt_json_list_open(out, "notes");
    for (size_t i = 0; i < doc->note_count; i++) {
        zt_json_open(out, i);
        zt_json_rich(out, "text", doc->notes + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    zt_json_list_open(out, "credits");
    for (size_t i = 0; i < doc->credit_count; i++) {
        zt_json_open(out, i);
        put_word(out, "role", doc->credits[i].role);
        zt_json_text(out, "text", doc->credits[i].text);
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
    zt_json_rich(out, "kicker", &doc->kicker);
    zt_json_rich(out, "title", &doc->title);
    zt_json_rich(out, "deck", &doc->deck);
    zt_json_rich(out, "lead", &doc->lead);
    if (doc->has_asof)
        put_date(out, "asof", doc->asof);
    zt_json_list_open(out, "blocks");
    for (size_t i = 0; i < doc->block_count; i++) {
        zt_json_open(out, i);
        put_block(out, doc->blocks + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    put_feet(out, doc);
    zt_json_text(out, "alt", doc->alt);
    zt_buf_puts(out, "}\n");
}
