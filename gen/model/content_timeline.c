/* Dated entries. */
#include "model/content_imp.h"

#include <stdlib.h>

/* What order= asks for: nothing (and then a check), a sort, or the order of the document. */
typedef enum time_order { ORDER_NONE, ORDER_ASC, ORDER_DESC, ORDER_DOCUMENT } time_order;

/* An event with its index in the file, which decides between equal dates: qsort is not stable. */
typedef struct sorted_event {
    zt_event event;
    size_t index;
} sorted_event;

/* One <event>: date, weight, head and text. One without a readable date keeps a zero date and its
   place. */
static zt_event read_event(zt_doc_reader *r, const zt_node *node)
{
    const zt_node *head = zt_known_child(node, "head");
    zt_event event = {
        .date_at = zt_node_attr_at(node, "date"),
        .at = node->at,
        .key = zt_str_is(zt_node_attr(node, "weight", NULL), "key"),
        .head = head ? zt_rich_read(r, head) : (zt_rich){0},
        .text = zt_rich_read(r, node),
    };
    if (!zt_moment_parse(zt_node_attr(node, "date", NULL), &event.date, NULL))
        event.date = (zt_date){0}; /* the grammar has complained */
    if (zt_rich_is_empty(&event.text) && zt_rich_is_empty(&event.head))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <event> 里没有文字",
                  "this <event> has no text");
    return event;
}

/* A year of 0 means that the date could not be read. */
static bool has_date(const zt_event *event)
{
    return event->date.from.year != 0;
}

/* By the first day of each; equal ones as in the file. */
static int compare_dates(const sorted_event *a, const sorted_event *b)
{
    int by_date = zt_day_compare(a->event.date.from, b->event.date.from);
    return by_date ? by_date : (a->index > b->index) - (a->index < b->index);
}

static int ascending(const void *a, const void *b)
{
    return compare_dates(a, b);
}

/* From late to early; equal ones still as in the file. */
static int descending(const void *a, const void *b)
{
    const sorted_event *x = a, *y = b;
    int by_date = zt_day_compare(y->event.date.from, x->event.date.from);
    return by_date ? by_date : (x->index > y->index) - (x->index < y->index);
}

/* Sorts in place; the events of one day keep their order. */
static void sort_events(zt_doc_reader *r, zt_timeline *timeline, time_order order)
{
    sorted_event *rows = ZT_ARRAY(r->arena, timeline->count, sorted_event);
    for (size_t i = 0; i < timeline->count; i++)
        rows[i] = (sorted_event){timeline->events[i], i};
    qsort(rows, timeline->count, sizeof *rows, order == ORDER_ASC ? ascending : descending);
    for (size_t i = 0; i < timeline->count; i++)
        timeline->events[i] = rows[i].event;
}

/* A day as the diagnostics write it, ISO 8601. */
static void print_day(zt_buf *out, zt_day day)
{
    zt_date_print(out, (zt_date){day, day, false}, ZT_DATE_ISO);
}

/* Without order= entries are expected to go forward in time. */
static void check_order(zt_doc_reader *r, const zt_timeline *timeline)
{
    for (size_t i = 1; i < timeline->count; i++) {
        const zt_event *before = timeline->events + i - 1, *event = before + 1;
        if (!has_date(before) || !has_date(event) ||
            !zt_day_is_before(event->date.from, before->date.from))
            continue;
        zt_buf now, then;
        zt_buf_init(&now, r->arena);
        zt_buf_init(&then, r->arena);
        print_day(&now, event->date.from);
        print_day(&then, before->date.from);
        zt_report(r->diags, ZT_WARNING, "date-order", event->date_at,
                  "%s 早于前一条的 %s；按日期排列写 order=\"asc\"（或 desc），有意如此写 "
                  "order=\"document\"",
                  "%s comes before %s of the entry above; write order=\"asc\" (or desc) to sort, "
                  "order=\"document\" if it is meant so",
                  now.data, then.data);
    }
}

/* <timeline>: a sort happens here, so that all later stages see the events in the order in which
   they are shown. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_timeline *timeline = ZT_NEW(r->arena, zt_timeline);
    ZT_VEC(zt_event) events = {0};
    for (const zt_node *e = zt_known_child(node, "event"); e; e = zt_known_sibling(e, "event")) {
        zt_event event = read_event(r, e);
        ZT_PUSH(r->arena, &events, event);
    }
    timeline->head = zt_node_attr(node, "head", NULL);
    timeline->scale = (zt_time_scale)zt_attr_index(node, "scale", "even time hybrid");
    timeline->group_by =
        (zt_time_group)zt_attr_index(node, "group-by", "none year quarter month day");
    timeline->events = events.items;
    timeline->count = events.count;
    zt_check_declared(r, node, "declared", events.count, "条", "entries");
    time_order order = (time_order)zt_attr_index(node, "order", "none asc desc document");
    if (order == ORDER_ASC || order == ORDER_DESC)
        sort_events(r, timeline, order);
    else if (order == ORDER_NONE)
        check_order(r, timeline);
    block->content = timeline;
    block->count = events.count;
}

/* One event as dump --stage=model prints it. */
static void describe_event(zt_describer *t, const zt_event *event)
{
    zt_describe_open(t, "event", event->at);
    zt_describe_date(t, "date", event->date);
    zt_describe_flag(t, "key", event->key);
    zt_describe_rich(t, "head", &event->head);
    zt_describe_rich(t, "text", &event->text);
    zt_describe_close(t);
}

/* The timeline with its scale and its grouping. */
static void describe(zt_describer *t, const void *content)
{
    static const char *const scales[] = {"even", "time", "hybrid"};
    static const char *const groups[] = {NULL, "year", "quarter", "month", "day"};
    const zt_timeline *timeline = content;
    zt_describe_text(t, "head", timeline->head);
    zt_describe_word(t, "scale", scales[timeline->scale]);
    zt_describe_word(t, "group-by", groups[timeline->group_by]);
    zt_describe_list(t, "events");
    for (size_t i = 0; i < timeline->count; i++)
        describe_event(t, timeline->events + i);
    zt_describe_list_end(t);
}

/* How many entries there are, from when to when. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"时间轴", "条", "Timeline", "entry", "entries"};
    const zt_timeline *timeline = content;
    zt_alt_open(alt, &words, timeline->head, timeline->count);
    if (timeline->count) {
        zt_date_style style = ZT_IN(alt->language, ZT_DATE_ARABIC, ZT_DATE_ENGLISH);
        zt_alt_say(alt, "，从", ", from ");
        zt_date_print(alt->out, timeline->events[0].date, style);
        zt_alt_say(alt, "到", " to ");
        zt_date_print(alt->out, timeline->events[timeline->count - 1].date, style);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_timeline = {
    .name = "timeline",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
