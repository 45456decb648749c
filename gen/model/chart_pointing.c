/* What points at items and series of a chart by their names: highlight=, label=, annotations,
   spans, thresholds, brackets. Given the chart with its items as they are drawn, and the names that
   they are known by; reports names that nothing has. */
#include "model/chart_pointing_imp.h"

#include <math.h>

#include "base/quoted.h"
#include "model/chart_guides_imp.h"
#include "model/chart_labels.h"

/* The chart that is pointed at. */
typedef struct pointing {
    zt_doc_reader *r;
    zt_chart_data *chart;
    const zt_chart_names *names;
} pointing;

/* ---- names ---- */

/* Annotations and highlights may name an item or a series. */
static bool is_key(const pointing *p, zt_str word)
{
    return zt_names_find(&p->names->keys, word) || zt_names_find(&p->names->series, word);
}

/* The names of an attribute, which mean items, and series too where `series` is not NULL. One key
   with blanks needs no quotes when it is all of it. */
static size_t read_keys(const pointing *p, const zt_node *node, const char *attr, const char *code,
                        const zt_names *series, zt_str **out)
{
    ZT_VEC(zt_str) keys = {0};
    zt_str rest = zt_str_trim(zt_node_attr(node, attr, NULL)), word;
    zt_pos at = zt_node_attr_at(node, attr);
    if (rest.len > 0 && is_key(p, rest)) { /* the only series may have no name */
        ZT_PUSH(p->r->arena, &keys, rest);
        rest = (zt_str){0};
    }
    while (zt_name_next(p->r->arena, &rest, &word)) {
        ZT_PUSH(p->r->arena, &keys, word);
        if (is_key(p, word) || p->chart->incomplete)
            continue; /* it may stand among the items that did not come */
        const zt_named *left_out = zt_names_find(&p->names->left_out, word);
        const zt_absence *why = left_out ? left_out->value : NULL;
        if (why)
            zt_report(p->r->diags, ZT_ERROR, code, at, "%s 里的“%.*s”%s，或从 %s 里删去%.0s%.0s",
                      "%s: \"%.*s\" %.0s%.0s%s, or take it out of %s", attr, ZT_ARG(word), why->zh,
                      attr, why->en, attr);
        else
            zt_report_no_key(p->r, code, attr, word, at, &p->names->keys, series);
    }
    *out = keys.items;
    return keys.count;
}

/* ---- highlight=, label= ---- */

/* highlight="A B" marks items and series by name. Unknown names are reported by read_keys. */
static void read_highlight(const pointing *p, const zt_node *node)
{
    zt_chart_data *chart = p->chart;
    zt_names marked = {0};
    zt_str *words;
    size_t count = read_keys(p, node, "highlight", "unknown-highlight", &p->names->series, &words);
    bool nameless = chart->series_count == 1 && chart->series[0].len == 0;
    if (count == 0 && nameless && chart->series_highlight)
        chart->series_highlight[0] = true; /* nothing else leads */
    for (size_t i = 0; i < count; i++) {
        const zt_named *series = zt_names_find(&p->names->series, words[i]);
        if (series)
            chart->series_highlight[*(const size_t *)series->value] = true;
        if (!zt_names_find(&marked, words[i]))
            zt_names_add(p->r->arena, &marked, words[i], node->at, NULL);
    }
    for (size_t i = 0; i < p->chart->item_count; i++)
        p->chart->items[i].highlight = zt_names_find(&marked, p->chart->items[i].key) != NULL;
}

/* The values that label= chooses from, one course after the other: those of a series by item; of
   places whose moments are the series those of an item by series. */
typedef struct label_courses {
    const zt_chart_data *chart;
    bool across; /* a course is an item */
} label_courses;

/* The value of a course at one of its points. */
static const zt_quantity *course_value(const label_courses *c, size_t course, size_t point)
{
    return c->chart->items[c->across ? course : point].values[c->across ? point : course];
}

/* The point of a course with the highest value (sign 1) or the lowest (-1), the first of equal
   ones; `count` without any. */
static size_t extreme_point(const label_courses *c, size_t course, size_t count, int sign)
{
    size_t best = count;
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        const zt_quantity *q = course_value(c, course, i);
        if (!zt_chart_has_value(q))
            continue;
        double value = sign * zt_chart_value(c->chart, q);
        if (best == count || value > most) {
            best = i;
            most = value;
        }
    }
    return best;
}

/* label="last max min key all": which values stand at their marks. Needs the items and what is
   highlighted. */
static void read_wanted(const pointing *p, const zt_node *node)
{
    zt_chart_data *chart = p->chart;
    zt_str words = zt_node_attr(node, "label", NULL);
    size_t series = chart->series_count;
    if (words.len == 0)
        return;
    zt_buf list; /* as a C string, blank-separated */
    zt_buf_init(&list, p->r->arena);
    zt_buf_str(&list, words);
    bool places = zt_str_is(chart->kind, "bump"); /* the first is the highest */
    label_courses c = {chart, places && !zt_chart_items_are_times(chart)};
    size_t courses = c.across ? chart->item_count : series;
    size_t count = c.across ? series : chart->item_count;
    bool *wanted = ZT_ARRAY(p->r->arena, chart->item_count * series, bool);
    for (size_t k = 0; k < courses; k++) {
        size_t max = extreme_point(&c, k, count, places ? -1 : 1), last = 0;
        size_t min = extreme_point(&c, k, count, places ? 1 : -1);
        for (size_t i = 0; i < count; i++)
            last = zt_chart_has_value(course_value(&c, k, i)) ? i : last;
        for (size_t i = 0; i < count; i++) {
            size_t item = c.across ? k : i, s = c.across ? i : k;
            bool key = chart->items[item].highlight || (places && chart->series_highlight[s]);
            wanted[item * series + s] = zt_str_in_words(ZT_STR("all"), list.data) ||
                                        (i == max && zt_str_in_words(ZT_STR("max"), list.data)) ||
                                        (i == min && zt_str_in_words(ZT_STR("min"), list.data)) ||
                                        (i == last && zt_str_in_words(ZT_STR("last"), list.data)) ||
                                        (key && zt_str_in_words(ZT_STR("key"), list.data));
        }
    }
    chart->wanted = wanted;
}

/* ---- annotations ---- */

/* The only thing that a text holds besides blanks, where that is a quantity; else NULL. */
static const zt_quantity *sole_quantity(const zt_rich *text)
{
    const zt_quantity *found = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const zt_span *span = &text->spans[i];
        if (!span->quantity && zt_str_trim(span->text).len == 0)
            continue;
        if (!span->quantity || found)
            return NULL;
        found = span->quantity;
    }
    return found;
}

/* The item of a key that read_keys has found good; item_count for the name of a series, or while
   items are to come. */
static size_t item_index(const pointing *p, zt_str key)
{
    const zt_named *found = zt_names_find(&p->names->keys, key);
    return found ? *(const size_t *)found->value : p->chart->item_count;
}

/* The item that an attribute names; false after unknown-key was reported, or where its items are to
   come. */
static bool read_item_key(const pointing *p, const zt_node *node, const char *attr, size_t *item)
{
    zt_str *keys, text = zt_str_trim(zt_node_attr(node, attr, NULL));
    if (text.len == 0)
        return false;
    size_t count = read_keys(p, node, attr, "unknown-key", NULL, &keys);
    *item = count == 1 ? item_index(p, keys[0]) : p->chart->item_count;
    if (count == 1 && *item == p->chart->item_count && zt_names_find(&p->names->series, keys[0]))
        zt_report(p->r->diags, ZT_ERROR, "unknown-key", zt_node_attr_at(node, attr),
                  "%s 要写一项的 key，“%.*s”是系列的名字",
                  "%s names an item by its key; \"%.*s\" is a series", attr, ZT_ARG(keys[0]));
    return *item < p->chart->item_count;
}

/* One <annotation>, <point> or <arrow>: where it points (of=, to=), its text, its label. A figure
   is set apart only where no word of the text would be lost by it. */
static zt_annotation read_annotation(const pointing *p, const zt_node *node)
{
    bool is_arrow = zt_node_is(node, "arrow");
    const char *of = is_arrow ? "to" : "of";
    zt_annotation annotation = {
        .of = zt_node_attr(node, of, NULL),
        .text = zt_rich_read(p->r, node),
        .label = zt_rich_of(p->r->arena, zt_node_attr(node, "label", NULL),
                            zt_node_attr_at(node, "label")),
        .is_arrow = is_arrow,
        .at = node->at,
    };
    if (!zt_rich_is_empty(&annotation.label))
        annotation.figure = sole_quantity(&annotation.text);
    annotation.key_count =
        read_keys(p, node, of, "unknown-key", &p->names->series, &annotation.keys);
    if (is_arrow)
        annotation.has_from = read_item_key(p, node, "from", &annotation.from);
    if (is_arrow && zt_node_attr(node, "from", NULL).len == 0 && zt_rich_is_empty(&annotation.text))
        zt_report(p->r->diags, ZT_ERROR, "arrow-bare", node->at,
                  "箭头要有起点：写上文字，或用 from= 指明从哪个标记起",
                  "an arrow begins somewhere: give it words, or the mark it begins at in from=");
    return annotation;
}

/* All annotations in the order of the file. */
static void read_annotations(const pointing *p, const zt_node *node)
{
    ZT_VEC(zt_annotation) list = {0};
    for (const zt_node *a = zt_known_child(node, NULL); a; a = zt_known_sibling(a, NULL)) {
        if (!zt_node_is(a, "annotation") && !zt_node_is(a, "point") && !zt_node_is(a, "arrow"))
            continue;
        zt_annotation annotation = read_annotation(p, a);
        ZT_PUSH(p->r->arena, &list, annotation);
    }
    p->chart->annotations = list.items;
    p->chart->annotation_count = list.count;
}

/* ---- spans, thresholds, brackets ---- */

/* series= of a guide, else the series that leads. Reports unknown-key. */
static bool read_guide_series(const pointing *p, const zt_node *node, zt_guide *guide)
{
    zt_str head = zt_str_trim(zt_node_attr(node, "series", NULL));
    const zt_named *found = zt_names_find(&p->names->series, head);
    guide->series = zt_guide_series(p->chart);
    if (found)
        guide->series = *(const size_t *)found->value;
    else if (head.len > 0)
        zt_report_no_key(p->r, "unknown-key", "series", head, zt_node_attr_at(node, "series"), NULL,
                         &p->names->series);
    return found || head.len == 0;
}

/* The ends of a span: keys, or times of the axis that no item has. They may be given in any order.
 */
/* A span of times that no item has is held against those that the axis shows. Reports span-outside:
   an error where it would lie beside the axis, a warning where it is cut at its end. */
static bool lies_on_axis(const pointing *p, const zt_node *node, const zt_guide *guide)
{
    const zt_chart_data *chart = p->chart;
    double first = INFINITY, end = -INFINITY;
    for (size_t i = 0; i < chart->item_count; i++) {
        first = fmin(first, chart->time->first[i]);
        end = fmax(end, chart->time->end[i]);
    }
    bool beside = guide->end <= first || guide->first >= end;
    if (guide->first >= first && guide->end <= end)
        return true;
    zt_report(p->r->diags, beside ? ZT_ERROR : ZT_WARNING, "span-outside",
              zt_node_attr_at(node, guide->first < first ? "from" : "to"),
              "<span> 超出了数据的时间（%.*s至%.*s）；%s%.0s改 from= 或 to=",
              "the span leaves the times of the data (%.*s to %.*s); %.0s%schange from= or to=",
              ZT_ARG(chart->items[0].key), ZT_ARG(chart->items[chart->item_count - 1].key),
              beside ? "" : "超出的部分不画；", beside ? "" : "what lies beyond is not drawn; ");
    return !beside;
}

static bool read_span(const pointing *p, const zt_node *node, zt_guide *guide)
{
    static const char *const ends[] = {"from", "to"};
    size_t items[2];
    for (int i = 0; i < 2; i++) {
        zt_str key = zt_str_trim(zt_node_attr(node, ends[i], NULL));
        items[i] = item_index(p, key);
        if (zt_guide_time(p->chart, key, i == 1, guide))
            continue;
        if (guide->in_days || !read_item_key(p, node, ends[i], &items[i]))
            return false;
    }
    bool turned = guide->in_days ? guide->end <= guide->first : items[1] < items[0];
    guide->from = items[turned];
    guide->to = items[!turned];
    if (guide->in_days && turned &&
        !(zt_guide_time(p->chart, zt_node_attr(node, "to", NULL), false, guide) &&
          zt_guide_time(p->chart, zt_node_attr(node, "from", NULL), true, guide)))
        return false;
    return !guide->in_days || lies_on_axis(p, node, guide);
}

/* One of them; false where something was reported or its items are to come. */
static bool read_guide(const pointing *p, const zt_node *node, zt_guide *guide)
{
    *guide = (zt_guide){.at = node->at, .name = zt_str_trim(zt_node_text(p->r->arena, node))};
    if (zt_node_is(node, "span")) {
        guide->kind = ZT_GUIDE_SPAN;
        return read_span(p, node, guide);
    }
    if (zt_node_is(node, "quadrant")) {
        zt_str at = zt_node_attr(node, "at", NULL);
        guide->kind = ZT_GUIDE_QUADRANT;
        guide->is_right = zt_str_ends(at, "right");
        guide->is_upper = zt_str_starts(at, "upper");
        return true;
    }
    if (!read_guide_series(p, node, guide) || p->chart->incomplete)
        return false;
    guide->kind = zt_node_is(node, "threshold") ? ZT_GUIDE_THRESHOLD : ZT_GUIDE_BRACKET;
    if (guide->kind == ZT_GUIDE_THRESHOLD)
        return zt_guide_threshold(p->r, p->chart, node, guide);
    bool from = read_item_key(p, node, "from", &guide->from);
    bool to = read_item_key(p, node, "to", &guide->to);
    return from && to && zt_guide_bracket(p->r, p->chart, node, guide);
}

/* All that are good, in the order of the file. */
static void read_guides(const pointing *p, const zt_node *node)
{
    ZT_VEC(zt_guide) list = {0};
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        zt_guide guide;
        bool any = zt_node_is(n, "span") || zt_node_is(n, "threshold") ||
                   zt_node_is(n, "bracket") || zt_node_is(n, "quadrant");
        if (any && read_guide(p, n, &guide))
            ZT_PUSH(p->r->arena, &list, guide);
    }
    p->chart->guides = list.items;
    p->chart->guide_count = list.count;
}

/* Guides come last: which series they are about depends on what is highlighted. */
void zt_chart_pointing_read(zt_doc_reader *r, zt_chart_data *chart, const zt_chart_names *names,
                            const zt_node *node)
{
    const pointing p = {r, chart, names};
    read_highlight(&p, node);
    read_wanted(&p, node);
    read_annotations(&p, node);
    read_guides(&p, node);
}
