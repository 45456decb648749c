/* What a chart computes of its items: shares, an index, sums so far, averages, differences, and the
   sum of what keep= leaves out. Exact fractions, rounded once; the chart's note says 据此计算. */
#include "model/chart_derive_imp.h"

#include "base/keep.h"
#include "base/ratio.h"
#include "base/unit.h"
#include "model/chart_order_imp.h"
#include "model/quantity_imp.h"

/* The attributes of <data> that ask for a computation. SHARE and INDEX stand before the others:
   both divide by one whole and lose the unit. */
typedef enum way { SHARE, INDEX, RUNNING, AVERAGE, DIFFERENCE, WAYS } way;
static const char *const names[WAYS] = {"share", "index", "running", "average", "difference"};

/* Bound of average=; beyond it the mean of a chart's items says nothing of their course. */
enum { MOST_AVERAGED = 100 };

/* What one computation works with. It lives on the stack of zt_chart_derive or zt_chart_keep; the
   items are changed in place. */
typedef struct deriving {
    zt_chart_unit_reader *u;
    const zt_node *data;
    zt_chart_item *items;
    size_t count;
    way way;
    /* Of an index: the item that is 100. */
    size_t base;
    /* Of an average: how many in a row. */
    size_t averaged;
    bool told; /* an error has been reported */
} deriving;

/* ---- one value ---- */

/* A number on its way: exact, with what has to be said of it when it is printed. What comes of a
   value that is about, missing or a forecast is so as well. */
typedef struct result {
    zt_ratio value;
    /* The most of its operands, in the scale of the chart. */
    int decimals;
    bool approx, missing;
    zt_status status;
} result;

/* Reports the first error of a computation and no other, since the rest follow from it. Always
   false, so that callers return it. */
static bool fail(deriving *d, zt_pos at, const char *code, const char *zh, const char *en)
{
    if (!d->told)
        zt_report(d->u->r->diags, ZT_ERROR, code, at, "%s%.0s", "%.0s%s", zh, en);
    d->told = true;
    return false;
}

bool zt_chart_operand(const zt_chart_data *chart, const zt_quantity *q, zt_ratio *value,
                      int *decimals)
{
    int most = q->printed.decimals + chart->scale - q->scale;
    if (q->scale == 0 && chart->scale > 0) /* a bare number is in the unit of the chart */
        most = q->unit_given ? most : q->printed.decimals;
    *decimals = most < 0 ? 0 : most > 6 ? 6 : most;
    return zt_ratio_of(q->value, value);
}

/* A value in units of the chart, 46.3 of 万人次; missing when there is none. */
static bool read_operand(deriving *d, const zt_quantity *q, result *out)
{
    *out = (result){.value = {0, 1}};
    if (!q || q->status == ZT_MISSING) {
        out->missing = true;
        return true;
    }
    if (q->range_to || !q->has_number)
        return fail(d, q->at, "calc-operand", "起讫和没有数字的说法不能拿来计算",
                    "a range, or a phrase without a number, cannot be computed with");
    out->approx = q->approx || q->bound != ZT_EXACT;
    out->status = q->status;
    if (zt_chart_operand(d->u->chart, q, &out->value, &out->decimals))
        return true;
    return fail(d, q->at, "calc-limit", "数太大，不能计算",
                "the number is too large to compute with");
}

/* Adds `sign` times q. */
static bool add_to(deriving *d, result *total, const zt_quantity *q, int sign)
{
    result one;
    if (!read_operand(d, q, &one))
        return false;
    total->missing |= one.missing;
    if (one.missing)
        return true;
    total->approx |= one.approx;
    total->status = one.status == ZT_ACTUAL ? total->status : one.status;
    total->decimals = one.decimals > total->decimals ? one.decimals : total->decimals;
    bool fits = sign > 0 ? zt_ratio_add(total->value, one.value, &total->value)
                         : zt_ratio_subtract(total->value, one.value, &total->value);
    return fits ||
           fail(d, q->at, "calc-limit", "算出来的数位数太多", "the result has too many digits");
}

/* A value that is still to come, as the author would have written it: a computation with a missing
   operand leaves its mark in place. */
static zt_quantity *missing_at(deriving *d, zt_pos at)
{
    zt_quantity *q = ZT_NEW(d->u->r->arena, zt_quantity);
    zt_lang language = d->u->r->doc->language;
    *q = (zt_quantity){.at = at,
                       .language = language,
                       .text = zt_missing_word(language),
                       .status = ZT_MISSING,
                       .of_chart = true};
    return q;
}

/* The result as a value of the chart: a bare number in its unit. `power`: that of ten in which it
   is printed. */
static zt_quantity *print_result(deriving *d, const result *v, int power, int decimals, zt_pos at)
{
    zt_arena *arena = d->u->r->arena;
    zt_quantity *q = ZT_NEW(arena, zt_quantity);
    zt_buf out;
    *q = (zt_quantity){.at = at,
                       .language = d->u->r->doc->language,
                       .has_number = true,
                       .approx = v->approx,
                       .status = v->status,
                       .of_chart = true};
    if (v->missing)
        return missing_at(d, at);
    if (!zt_ratio_round(v->value, power, decimals, ZT_ROUND_HALF_UP, &q->printed)) {
        fail(d, at, "calc-limit", "算出来的数位数太多", "the result has too many digits");
        return missing_at(d, at);
    }
    if (d->u->chart->mixed_scales) /* 5700家 is 0.57万家, not 0.5700 */
        zt_num_trim(&q->printed);
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, v->approx ? ZT_IN(q->language, "约", "about ") : "");
    q->figure_first = out.len;
    zt_num_print(&out, q->printed, false);
    q->figure_end = out.len;
    if (d->way > INDEX && d->u->chart->mixed_scales) {
        zt_buf_str(&out, zt_scale_behind(arena, q->language, power));
        zt_buf_str(&out, zt_unit_behind(arena, q->language, d->u->unit));
        q->scale = power;
        q->unit_given = true;
    }
    q->text = zt_buf_view(&out);
    if (q->unit_given)
        q->unit = zt_str_slice(q->text, q->text.len - d->u->unit.len, q->text.len);
    q->bound = v->approx ? ZT_ABOUT : ZT_EXACT;
    q->value = q->printed;
    zt_num_scale(&q->value, power);
    return q;
}

/* ---- the ways ---- */

/* The whole of share=. A missing item makes the whole missing; an item that is not in the series
   adds nothing. */
static bool sum_of_series(deriving *d, size_t series, result *total)
{
    *total = (result){.value = {0, 1}};
    for (size_t i = 0; i < d->count; i++)
        if (d->items[i].values[series] && !add_to(d, total, d->items[i].values[series], 1))
            return false;
    return true;
}

/* In hundredths of `whole`. */
static zt_quantity *part_of(deriving *d, const zt_quantity *q, const result *whole)
{
    result v = {.value = {0, 1}};
    zt_ratio hundred = {100, 1};
    if (!add_to(d, &v, q, 1))
        return NULL;
    v.missing |= whole->missing;
    v.approx |= whole->approx;
    if (!v.missing && (!zt_ratio_divide(v.value, whole->value, &v.value) ||
                       !zt_ratio_multiply(v.value, hundred, &v.value))) {
        fail(d, q->at, whole->value.num ? "calc-limit" : "calc-zero", "除数是零，或位数太多",
             "a division by nought, or too many digits");
        return NULL;
    }
    return print_result(d, &v, 0, 1, q->at);
}

/* The items whose values are added up for item i, and what the result is divided by. */
static zt_quantity *added_up(deriving *d, const zt_quantity *const *old, size_t i)
{
    size_t first = d->way == RUNNING ? 0 : i + 1 - d->averaged;
    result v = {.value = {0, 1}};
    if (d->way == AVERAGE && i + 1 < d->averaged)
        return NULL;
    for (size_t k = first; k <= i; k++)
        if (!add_to(d, &v, old[k], 1))
            return NULL;
    zt_ratio count = {(int64_t)d->averaged, 1};
    if (d->way == AVERAGE && !v.missing && !zt_ratio_divide(v.value, count, &v.value))
        return NULL;
    return print_result(d, &v, d->u->chart->scale, v.decimals, d->items[i].at);
}

/* Item i less the one before it. The first has none, and NULL takes it out of the chart
   (drop_empty). */
static zt_quantity *difference(deriving *d, const zt_quantity *const *old, size_t i)
{
    result v = {.value = {0, 1}};
    if (i == 0 || !add_to(d, &v, old[i], 1) || !add_to(d, &v, old[i - 1], -1))
        return NULL;
    return print_result(d, &v, d->u->chart->scale, v.decimals, d->items[i].at);
}

/* Replaces the values of one series. The old ones are set aside first: sums and differences look at
   items that have been replaced already. */
static void derive_series(deriving *d, size_t series)
{
    const zt_quantity **old = ZT_ARRAY(d->u->r->arena, d->count, const zt_quantity *);
    result whole = {.value = {0, 1}};
    for (size_t i = 0; i < d->count; i++)
        old[i] = d->items[i].values[series];
    if (d->way == SHARE && !sum_of_series(d, series, &whole))
        return;
    if (d->way == INDEX && !add_to(d, &whole, old[d->base], 1))
        return;
    for (size_t i = 0; i < d->count && !d->told; i++) {
        zt_quantity *q = NULL;
        if (old[i] && d->way <= INDEX)
            q = part_of(d, old[i], &whole);
        else if (old[i] && d->way == DIFFERENCE)
            q = difference(d, old, i);
        else if (old[i])
            q = added_up(d, old, i);
        d->items[i].values[series] = q;
    }
}

/* ---- what is said of it ---- */

void zt_chart_tell(zt_arena *arena, zt_chart_data *chart, zt_str words)
{
    zt_rich fresh = zt_rich_of(arena, words, chart->kind_at);
    zt_str before = zt_rich_plain(arena, &chart->note);
    bool english = chart->language == ZT_LANG_EN, ends = zt_ends_sentence(before);
    const char *stop = ends ? (english ? " " : "") : (english ? ". " : "。");
    if (before.len > 0)
        fresh.spans[0].text = zt_str_from(zt_arena_printf(arena, "%s%.*s", stop, ZT_ARG(words)));
    chart->note = zt_rich_join(arena, &chart->note, NULL, &fresh);
}

/* Readers must be able to tell a computed figure from a reported one, so each way has its sentence.
 */
static void tell(deriving *d)
{
    zt_arena *arena = d->u->r->arena;
    zt_str base = d->items[d->base].key;
    zt_lang language = d->u->chart->language;
    const char *words = ZT_IN(language, "各项占合计的比重，据此计算。",
                              "Shares of each item in the total, computed from the data.");
    if (d->way == INDEX)
        words = zt_arena_printf(
            arena,
            ZT_IN(language, "以%.*s为100，据此计算。", "%.*s is 100; computed from the data."),
            ZT_ARG(base));
    else if (d->way == RUNNING)
        words = ZT_IN(language, "逐项累计，据此计算。", "Sums so far, computed from the data.");
    else if (d->way == AVERAGE)
        words = zt_arena_printf(arena,
                                ZT_IN(language, "每%zu项的移动平均，据此计算。",
                                      "Moving averages of %zu items, computed from the data."),
                                d->averaged);
    else if (d->way == DIFFERENCE)
        words = ZT_IN(language, "与前一项之差，据此计算。",
                      "Differences from the item before, computed from the data.");
    zt_chart_tell(arena, d->u->chart, zt_str_from(words));
}

/* Shares are in per cent, an index has no unit, differences of rates are points. */
static void set_unit(deriving *d)
{
    zt_chart_data *chart = d->u->chart;
    chart->total = NULL; /* it is what the items as written add up to */
    if (d->way == SHARE || d->way == INDEX) {
        chart->mixed_scales = false;
        chart->unit = d->way == SHARE ? ZT_STR("%") : (zt_str){0};
        chart->scale = 0;
    }
    if (d->way == DIFFERENCE && zt_str_is(chart->unit, "%"))
        chart->unit = zt_points_unit(chart->language);
}

/* ---- which way ---- */

/* Finds the item that index= names by its key. Reports unknown-key when there is none. */
static bool find_base(deriving *d)
{
    zt_str key = zt_str_trim(zt_node_attr(d->data, "index", NULL));
    for (size_t i = 0; i < d->count; i++)
        if (zt_str_equal(d->items[i].key, key)) {
            d->base = i;
            return true;
        }
    zt_names keys = {0};
    for (size_t i = 0; i < d->count; i++)
        zt_names_add(d->u->r->arena, &keys, d->items[i].key, d->items[i].at, &d->items[i]);
    zt_report_no_key(d->u->r, "unknown-key", "index", key, zt_node_attr_at(d->data, "index"), &keys,
                     NULL);
    d->told = true;
    return false;
}

/* How many items in a row average= takes. Reports bad-number outside 2 to MOST_AVERAGED. */
static bool read_averaged(deriving *d)
{
    zt_num number;
    if (zt_num_parse(zt_node_attr(d->data, "average", NULL), &number) && number.decimals == 0 &&
        number.scaled >= 2 && number.scaled <= MOST_AVERAGED) {
        d->averaged = (size_t)number.scaled;
        return true;
    }
    return fail(d, zt_node_attr_at(d->data, "average"), "bad-number",
                "average= 写连续几项求平均，2 到 100",
                "average= is how many items in a row, 2 to 100");
}

/* The way that is asked for; WAYS when none is, or more than one. */
static way which_way(deriving *d)
{
    way found = WAYS;
    for (int i = 0; i < WAYS; i++) {
        zt_str value = zt_node_attr(d->data, names[i], NULL);
        if (value.len == 0 || zt_str_is(value, "no"))
            continue;
        if (found != WAYS)
            fail(d, zt_node_attr_at(d->data, names[i]), "derive-twice",
                 "share、index、running、average、difference 只能用一个",
                 "only one of share, index, running, average, difference");
        found = (way)i;
    }
    return d->told ? WAYS : found;
}

/* Without those that the computation leaves without a value: what has none before it has no
   difference. */
static size_t drop_empty(deriving *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++) {
        bool any = false;
        for (size_t s = 0; s < d->u->chart->series_count; s++)
            any |= d->items[i].values[s] != NULL;
        if (any)
            d->items[kept++] = d->items[i];
    }
    return kept;
}

/* One way at most is taken, and all series by it. After an error, which has been reported, no item
   is dropped and neither unit nor note is changed. */
size_t zt_chart_derive(zt_chart_unit_reader *u, const zt_node *data, zt_chart_item *items,
                       size_t count)
{
    deriving d = {.u = u, .data = data, .items = items, .count = count};
    d.way = which_way(&d);
    if (d.way == WAYS || count == 0 || u->chart->incomplete)
        return count;
    if ((d.way == INDEX && !find_base(&d)) || (d.way == AVERAGE && !read_averaged(&d)))
        return count;
    for (size_t s = 0; s < u->chart->series_count && !d.told; s++)
        derive_series(&d, s);
    if (d.told)
        return count;
    set_unit(&d);
    tell(&d);
    return drop_empty(&d);
}

/* ---- keep= and rest= ---- */

/* A flag for each item, in the order written, whether it stays. The items keep their order; sort=
   is what changes it. An item that has the name of the rest belongs to it, as in tables. */
static bool *choose(const deriving *d, zt_keep keep, size_t most)
{
    zt_arena *arena = d->u->r->arena;
    zt_str rest = zt_node_attr(d->data, "rest", NULL);
    bool *stays = ZT_ARRAY(arena, d->count, bool);
    size_t *order = keep == ZT_KEEP_FIRST
                        ? NULL
                        : zt_chart_order(arena, d->items, d->count, keep == ZT_KEEP_BOTTOM);
    for (size_t i = 0, kept = 0; i < d->count && kept < most; i++) {
        size_t at = order ? order[i] : i;
        stays[at] = rest.len == 0 || !zt_str_equal(d->items[at].key, rest);
        kept += stays[at];
    }
    return stays;
}

/* What was left out, as one item. Averages, indices and rates have no sum. */
static bool make_rest(deriving *d, const zt_chart_item *out, size_t count, zt_chart_item *rest)
{
    zt_chart_data *chart = d->u->chart;
    bool share = zt_attr_yes(d->data, "share");
    zt_str unit = zt_str_slice(chart->unit, zt_unit_scale(chart->unit, &(int){0}), chart->unit.len);
    zt_pos at = zt_node_attr_at(d->data, "rest");
    bool rate =
        zt_unit_class_of(unit) == ZT_UNIT_RATIO && !share && !zt_kind_has_parts(chart->kind);
    if (rate || zt_node_attr(d->data, "average", NULL).len ||
        zt_node_attr(d->data, "index", NULL).len)
        return fail(d, at, "bad-rest", "这些数不能相加，不能合成一项；删去 rest=",
                    "these values have no sum that could be one item; take out rest=");
    *rest = (zt_chart_item){.key = zt_node_attr(d->data, "rest", NULL), .at = at};
    rest->values = ZT_ARRAY(d->u->r->arena, chart->series_count, const zt_quantity *);
    for (size_t s = 0; s < chart->series_count; s++) {
        result v = {.value = {0, 1}};
        for (size_t i = 0; i < count; i++)
            if (out[i].values[s] && !add_to(d, &v, out[i].values[s], 1))
                return false;
        rest->values[s] = print_result(d, &v, chart->scale, v.decimals, at);
    }
    zt_arena *arena = d->u->r->arena;
    zt_chart_tell(arena, chart,
                  zt_str_from(zt_arena_printf(
                      arena,
                      ZT_IN(chart->language, "“%.*s”为其余%zu项之和，据此计算。",
                            "“%.*s” is the sum of %zu other items, computed from the data."),
                      ZT_ARG(rest->key), count)));
    return true;
}

/* Runs behind the computations, so that a share is one of the whole and not of what is kept. Items
   left out are gone from the chart; their sum may stand for them. */
size_t zt_chart_keep(zt_chart_unit_reader *u, const zt_node *data, zt_chart_item *items,
                     size_t count)
{
    deriving d = {.u = u, .data = data, .items = items, .count = count, .way = WAYS};
    size_t most = 0, kept = 0, left = 0;
    bool wants_rest = zt_node_attr(data, "rest", NULL).len > 0;
    zt_keep keep;
    if (!zt_keep_read(u->r->diags, zt_node_attr(data, "keep", NULL), zt_node_attr_at(data, "keep"),
                      &keep, &most))
        return count; /* nothing is lost by a slip */
    if (keep == ZT_KEEP_ALL && wants_rest)
        fail(&d, zt_node_attr_at(data, "rest"), "bad-rest",
             "有 rest= 就要有 keep=，如 keep=\"top 5\"", "rest= needs keep=, as in keep=\"top 5\"");
    if (keep == ZT_KEEP_ALL || count <= most)
        return count;
    zt_chart_item *out = ZT_ARRAY(u->r->arena, count, zt_chart_item);
    const bool *stays = choose(&d, keep, most);
    for (size_t i = 0; i < count; i++)
        if (!stays[i])
            out[left++] = items[i];
    for (size_t i = 0; i < count; i++)
        if (stays[i])
            items[kept++] = items[i];
    if (wants_rest && make_rest(&d, out, left, &items[kept]))
        kept++;
    return kept;
}
