/* The third form of a description (describe.h): a list of what has to be read on the page. It is
   made by the walk that dumps the model, so that no content can be drawn and forgotten here;
   preflight holds the finished scene against it. */
#include "model/prints.h"

#include <string.h>

#include "base/time_key.h"
#include "model/content_imp.h"
#include "model/edition.h"
#include "model/prints_imp.h"
#include "model/report.h"

/* Elements within each other; the model itself is never deeper. */
enum { DEEPEST = 16 };

/* An element that is described just now, and what was learnt about it. */
typedef struct open_element {
    const char *name;
    zt_pos at;
    size_t first; /* of its prints */
    /* Number of the optional part that it is or lies in. */
    size_t optional;
    /* Its figures have words of their own. */
    bool labelled;
} open_element;

/* The list while it grows. `open` is a stack of the elements around; choices counts elements with
   two ways to print them, optionals those that may be left out. */
struct zt_prints_reader {
    zt_arena *arena;
    ZT_VEC(zt_print) list;
    ZT_VEC(zt_print_part) parts;
    open_element open[DEEPEST];
    size_t depth;
    /* Of the chart that is described: its kind, and whether its series have panels or are combined
       (a pyramid with what was before), where only lying bars have all their values. */
    zt_str kind;
    bool facet;
    /* Of the value that is described next. */
    zt_str short_text;
    size_t choices, optionals;
    /* Of what is described next, in an element that has several. */
    zt_print_way way;
    size_t item;    /* of the chart, from 1 */
    bool has_value; /* in it is a number */
    /* No value of the item has come yet; the first one of the first item. */
    bool begins_item;
    zt_str start;
};

/* Attributes that are described and never printed: names for other elements, and settings. All else
   has to stand on the page, so that an attribute that is new is looked for until it is named here.
 */
static const struct {
    const char *element, *attributes;
} unprinted[] = {
    {"annotation", "of"},
    {"cell", "bare trend"},
    {"figure", "trend"},
    {"chart", "kind icon"},
    {"data", "key period asof time total sum unit-line"},
    {"group", "icon lead"},
    {"photo", "src crop"},
    {"item", "of"},
    {"jump", "from to"},
    {"point", "series trend"},
    {"step", "icon"},
    {"value", "series"},
    {"span", "from to"},
    {"bracket", "from to"},
};

/* Whether an attribute of the model has to be found on the page. */
static bool is_printed(const char *element, const char *name)
{
    for (size_t i = 0; i < sizeof unprinted / sizeof *unprinted; i++)
        if (strcmp(unprinted[i].element, element) == 0)
            return !zt_str_in_words(zt_str_from(name), unprinted[i].attributes);
    return true;
}

/* An axis of time shows what stands between its ticks; a line shows its values by an axis. Chart
   kinds that print all they are given are not named here. */
static bool is_on_axis(const zt_prints_reader *r, zt_print_sort sort, zt_str text)
{
    /* Items are observations: a mark tells each, the chart names those that matter. */
    if (sort != ZT_PRINT_SERIES && zt_str_in_words(r->kind, "histogram box strip-plot"))
        return sort == ZT_PRINT_KEY || sort == ZT_PRINT_FIGURE;
    bool bump = zt_str_is(r->kind, "bump"); /* places are told by their height, ends are named */
    if (sort == ZT_PRINT_SERIES)
        return bump && zt_is_time_name(text);
    if (sort == ZT_PRINT_KEY)
        return (bump ||
                zt_str_in_words(r->kind, "line step sparkline column grouped area stacked-area "
                                         "stacked stacked100 heatmap calendar")) &&
               zt_is_time_name(text);
    if (sort == ZT_PRINT_FIGURE && r->facet)
        return !zt_str_in_words(r->kind, "bar pie donut waffle hub");
    return sort == ZT_PRINT_FIGURE &&
           (bump ||
            zt_str_in_words(
                r->kind, "line step sparkline area stacked-area heatmap calendar scatter bubble"));
}

/* The element that is described just now. */
static open_element *innermost(zt_prints_reader *r)
{
    zt_assert(r->depth > 0);
    return &r->open[r->depth - 1];
}

/* Adds one thing that has to be read, unless an axis shows it: charts may have a hundred thousand
   values. It belongs to the innermost element; without a place of its own it has that of the
   element. */
static void add(zt_prints_reader *r, zt_print print)
{
    open_element *in = innermost(r);
    print.element = in->at;
    print.optional = in->optional;
    print.way = r->way ? r->way : print.way;
    if (print.at.line == 0)
        print.at = in->at;
    if (!is_on_axis(r, print.sort, print.text))
        ZT_PUSH(r->arena, &r->list, print);
}

/* Those that set figures apart, so that other words may be left out. */
static bool has_ways(const open_element *element)
{
    return strcmp(element->name, "point") == 0;
}

/* ---- what the describer calls ---- */

/* Enters an element. What lies within an optional part is optional too. */
void zt_prints_open(zt_prints_reader *r, const char *element, zt_pos at)
{
    zt_assert(r->depth < DEEPEST);
    const open_element *outer = r->depth > 0 ? innermost(r) : NULL;
    if (strcmp(element, "data") == 0) {
        r->item = 0;
        r->has_value = false;
    }
    if (strcmp(element, "item") == 0) {
        r->item++;
        r->begins_item = true;
    }
    r->open[r->depth++] = (open_element){.name = element,
                                         .at = at.line || !outer ? at : outer->at,
                                         .first = r->list.count,
                                         .optional = outer ? outer->optional : 0};
}

/* What the data of a chart need not print, now that all of them are known. */
static void close_data(zt_prints_reader *r)
{
    /* Of so many points names would only be a list: those that stand out are named. */
    bool crowd = r->item > ZT_POINTS_NAMED && zt_str_in_words(r->kind, "scatter bubble");
    size_t kept = innermost(r)->first;
    for (size_t i = kept; i < r->list.count; i++) {
        zt_print print = r->list.items[i];
        /* Nothing is in the unit of a chart of ranks. */
        bool idle = print.sort == ZT_PRINT_UNIT && !r->has_value;
        if (!idle && !(crowd && print.sort == ZT_PRINT_KEY))
            r->list.items[kept++] = print;
    }
    r->list.count = kept;
}

/* Without labels there is one way to print a point, the sentence; what stands over figures that are
   set apart may be left out then. */
static void close_point(zt_prints_reader *r)
{
    const open_element *in = innermost(r);
    size_t kept = in->first;
    r->choices += in->labelled;
    for (size_t i = in->first; i < r->list.count; i++) {
        zt_print print = r->list.items[i];
        if (print.way == ZT_PRINT_LABELS && !in->labelled)
            continue;
        print.choice = print.way && in->labelled ? r->choices : 0;
        r->list.items[kept++] = print;
    }
    r->list.count = kept;
}

/* Leaves an element. */
void zt_prints_close(zt_prints_reader *r)
{
    if (strcmp(innermost(r)->name, "data") == 0)
        close_data(r);
    if (has_ways(innermost(r)))
        close_point(r);
    r->way = ZT_PRINT_ALWAYS;
    r->depth--;
}

/* What kind of print a text is, by its element and attribute: units and keys may be printed once
   for many. */
static zt_print_sort sort_of(const char *element, const char *name)
{
    if (strcmp(name, "unit") == 0)
        return ZT_PRINT_UNIT;
    if (strcmp(element, "item") == 0)
        return ZT_PRINT_KEY;
    if (strcmp(element, "value") == 0)
        return ZT_PRINT_FIGURE; /* its label, and the words behind it */
    return strcmp(element, "series") == 0 ? ZT_PRINT_SERIES : ZT_PRINT_WORDS;
}

/* The place in the order says as much; whether it is printed as well is the template's. */
static bool is_ordinal(const char *element, const char *name, zt_str text)
{
    zt_num num;
    long long han;
    return strcmp(element, "group") == 0 && strcmp(name, "no") == 0 &&
           (zt_num_parse(text, &num) || zt_han_number(text, &han));
}

/* A text of the model. Dates written as texts (period=) become dates, since a page may print them
   in another form. */
void zt_prints_text(zt_prints_reader *r, const char *name, zt_str text, zt_pos at)
{
    open_element *in = innermost(r);
    if (is_ordinal(in->name, name, text))
        return;
    if (strcmp(in->name, "cell") == 0 && strcmp(name, "bare") == 0)
        r->short_text = text;
    if (strcmp(in->name, "chart") == 0 && strcmp(name, "kind") == 0)
        r->kind = text;
    zt_date date;
    if (strcmp(name, "period") == 0 && is_printed(in->name, name) &&
        zt_date_parse(text, &date, NULL)) {
        zt_prints_date(r, date);
        return;
    }
    if (!is_printed(in->name, name))
        return;
    add(r, (zt_print){.sort = sort_of(in->name, name),
                      .text = text,
                      .at = at,
                      .what = name,
                      .way = has_ways(in) ? ZT_PRINT_LABELS : ZT_PRINT_ALWAYS});
}

/* What is optional need not be on the page; and what a chart in panels prints is another thing. */
void zt_prints_flag(zt_prints_reader *r, const char *name, bool flag)
{
    if (strcmp(name, "facet") == 0)
        r->facet = flag;
    if (strcmp(name, "combined") == 0 || strcmp(name, "before") == 0)
        r->facet |= flag;
    if (flag && strcmp(name, "optional") == 0)
        innermost(r)->optional = ++r->optionals;
}

/* A date, in any form that is printed of it. */
void zt_prints_date(zt_prints_reader *r, zt_date date)
{
    zt_buf iso;
    zt_buf_init(&iso, r->arena);
    zt_date_print(&iso, date, ZT_DATE_ISO);
    add(r,
        (zt_print){.sort = ZT_PRINT_DATE, .text = zt_buf_view(&iso), .date = date, .what = "date"});
}

/* Lines of a slope that begin at one value may say it once: whether this is the first value of an
   item, and that of the first item too. */
static bool is_said_before(zt_prints_reader *r, zt_str text)
{
    bool first = r->begins_item;
    r->begins_item = false;
    if (!first || !zt_str_is(r->kind, "slope"))
        return false;
    if (r->item == 1)
        r->start = text;
    return r->item > 1 && zt_str_equal(r->start, text);
}

/* A quantity with its text, its text without unit, and the label that it may have. */
void zt_prints_quantity(zt_prints_reader *r, const zt_quantity *q)
{
    open_element *in = innermost(r);
    bool drawn = strcmp(in->name, "value") == 0;
    r->has_value |= drawn && q->has_number;
    zt_str bare = q->labelled ? q->bare : r->short_text;
    bool ranked = q->kind == ZT_Q_RANK && strcmp(in->name, "item") == 0;
    bool is_place = ranked && zt_str_is(r->kind, "rank") && zt_rank_is_place(q, r->item);
    if (!is_place && !(drawn && is_said_before(r, q->text)))
        add(r, (zt_print){.sort = drawn ? ZT_PRINT_FIGURE : ZT_PRINT_WORDS,
                          .text = q->text,
                          .short_text = bare,
                          .figure = q->figure_first,
                          .at = q->at,
                          .what = zt_quantity_element(q->kind)});
    r->short_text = (zt_str){0};
    if (q->label.len && has_ways(in) && !r->way) {
        in->labelled = true;
        add(r, (zt_print){.text = q->label, .at = q->at, .what = "label", .way = ZT_PRINT_LABELS});
    }
}

void zt_prints_way(zt_prints_reader *r, zt_print_way way)
{
    innermost(r)->labelled = true;
    r->way = way;
}

void zt_prints_words(zt_prints_reader *r, const char *what, zt_str text, zt_pos at)
{
    if (text.len)
        add(r, (zt_print){.text = text, .at = at, .what = what});
}

/* Each of several labels stands under its own figure. */
static void add_labels(zt_prints_reader *r, const zt_rich *rich)
{
    zt_str *labels, all = zt_rich_plain(r->arena, rich);
    size_t count = zt_str_split(r->arena, all, '|', &labels);
    innermost(r)->labelled |= count > 0;
    for (size_t i = 0; i < count; i++)
        add(r,
            (zt_print){.text = labels[i], .at = rich->at, .what = "label", .way = ZT_PRINT_LABELS});
}

/* Inline text, piece by piece: quantities, words, and the readings above them (ruby). */
void zt_prints_rich(zt_prints_reader *r, const char *name, const zt_rich *rich)
{
    open_element *in = innermost(r);
    bool ways = has_ways(in);
    if (!is_printed(in->name, name))
        return;
    if (ways && strcmp(name, "label") == 0) {
        add_labels(r, rich);
        return;
    }
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        if (span->kind == ZT_SPAN_QUANTITY)
            zt_prints_quantity(r, span->quantity);
        else if (span->kind == ZT_SPAN_TEXT)
            add(r, (zt_print){.text = span->text,
                              .at = span->at,
                              .what = strcmp(name, "text") == 0 ? in->name : name,
                              .way = ways ? ZT_PRINT_SENTENCE : ZT_PRINT_ALWAYS});
        else if (span->kind == ZT_SPAN_NOTE)
            zt_prints_rich(r, "fn", &span->note->text);
        if (span->ruby.len)
            add(r, (zt_print){.text = span->ruby, .at = span->at, .what = "rt"});
    }
}

/* ---- a document ---- */

/* Begins what one block, or one head of the document, has to print. */
static void begin_part(zt_prints_reader *r, const char *name, const zt_content_block *block,
                       zt_pos at)
{
    zt_print_part part = {.name = name, .block = block, .at = at, .first = r->list.count};
    ZT_PUSH(r->arena, &r->parts, part);
    zt_prints_open(r, name, at);
}

/* Closes the part; its prints are first up to end. */
static void end_part(zt_prints_reader *r)
{
    zt_prints_close(r);
    r->parts.items[r->parts.count - 1].end = r->list.count;
}

/* A head or a note as a part of its own; nothing when it is empty. */
static void read_rich_part(zt_prints_reader *r, const char *name, const zt_rich *rich)
{
    if (zt_rich_is_empty(rich))
        return;
    begin_part(r, name, NULL, rich->at);
    zt_prints_rich(r, name, rich);
    end_part(r);
}

/* Kicker, title, deck, lead, date of the figures. */
static void read_heads(zt_prints_reader *r, const zt_doc *doc)
{
    read_rich_part(r, "kicker", &doc->kicker);
    read_rich_part(r, "title", &doc->title);
    read_rich_part(r, "deck", &doc->deck);
    read_rich_part(r, "lead", &doc->lead);
    if (!doc->has_asof)
        return;
    begin_part(r, "asof", NULL, doc->asof_at);
    zt_prints_date(r, doc->asof);
    end_part(r);
}

/* Notes, and the credits as one part. */
static void read_feet(zt_prints_reader *r, const zt_doc *doc)
{
    for (size_t i = 0; i < doc->note_count; i++)
        read_rich_part(r, "note", doc->notes + i);
    if (doc->credit_count == 0)
        return;
    begin_part(r, "credits", NULL, doc->credits_at);
    for (size_t i = 0; i < doc->credit_count; i++)
        add(r, (zt_print){.text = doc->credits[i].text,
                          .at = doc->credits[i].at,
                          .what = doc->credits[i].role});
    end_part(r);
}

/* Heads and leads of a report's parts; what the program makes itself needs no looking for. */
static void read_parts(zt_prints_reader *r, const zt_report_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const zt_report_part *part = &parts[i];
        if (part->kind == ZT_REPORT_LEAD)
            read_rich_part(r, "lead", &part->lead);
        zt_rich head =
            zt_rich_of(r->arena, zt_headline_blanks(r->arena, part->head), part->head_at);
        if (part->kind != ZT_REPORT_BLOCK)
            read_rich_part(r, "head", &head);
        for (size_t k = 0; k < part->source_count; k++) {
            zt_rich source = zt_rich_of(r->arena, part->sources[k].text, part->sources[k].at);
            read_rich_part(r, "source", &source);
        }
        read_parts(r, part->parts, part->part_count);
    }
}

/* Names and words of the line at the head of a page; its number and date are computed. */
static void read_folio(zt_prints_reader *r, const zt_edition_page *page)
{
    begin_part(r, "folio", NULL, page->folio_at);
    zt_prints_words(r, "section", page->section, page->at);
    zt_prints_words(r, "edit", page->edit, page->edit_at);
    zt_prints_words(r, "art", page->art, page->art_at);
    end_part(r);
    if (page->nameplate.at.line == 0)
        return;
    begin_part(r, "nameplate", NULL, page->nameplate.at);
    zt_prints_words(r, "ear", page->nameplate.ear_head, page->nameplate.at);
    for (size_t i = 0; i < page->nameplate.line_count; i++)
        zt_prints_rich(r, "p", &page->nameplate.lines[i]);
    for (size_t i = 0; i < page->nameplate.point_count; i++)
        zt_prints_rich(r, "p", &page->nameplate.points[i]);
    end_part(r);
}

/* Heads of the stories; what stands in them are blocks of the document. */
static void read_edition(zt_prints_reader *r, const zt_edition *edition)
{
    for (size_t p = 0; p < edition->page_count; p++) {
        read_folio(r, &edition->pages[p]);
        for (size_t i = 0; i < edition->pages[p].item_count; i++) {
            const zt_article *article = edition->pages[p].items[i].article;
            if (!article)
                continue;
            read_rich_part(r, "kicker", &article->kicker);
            read_rich_part(r, "title", &article->title);
            read_rich_part(r, "deck", &article->deck);
        }
    }
}

/* All that has to stand on the page, in the order of the document. Preflight looks for each of
   them in the laid-out page, so nothing that an author wrote can be lost unnoticed. Kept in the
   arena. */
zt_prints zt_doc_prints(zt_arena *arena, const zt_doc *doc)
{
    zt_prints_reader r = {.arena = arena};
    zt_buf unused; /* kinds that put an attribute together take its arena */
    zt_buf_init(&unused, arena);
    zt_describer describer = {.out = &unused, .prints = &r};
    read_heads(&r, doc);
    if (doc->edition)
        read_edition(&r, doc->edition);
    for (size_t i = 0; i < doc->block_count; i++) {
        const zt_content_block *block = doc->blocks + i;
        begin_part(&r, block->name, block, block->at);
        block->kind->describe(&describer, block->content);
        end_part(&r);
    }
    if (doc->report)
        read_parts(&r, doc->report->parts, doc->report->part_count);
    read_feet(&r, doc);
    return (zt_prints){.items = r.list.items,
                       .count = r.list.count,
                       .parts = r.parts.items,
                       .part_count = r.parts.count,
                       .optional_count = r.optionals};
}
