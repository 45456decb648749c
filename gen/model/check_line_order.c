/* line-of-names: a line joins what has no order, 东市 to 西市. time-order: its keys are times that
   run back. What begins with rising numbers (0—14岁, 15—64岁; 第1次, 第2次) has an order. */
#include "model/check_imp.h"

#include "model/quantity_imp.h"

/* The number that a key begins with, behind 第. */
static bool leading_number(zt_str key, zt_num *out)
{
    long long counted;
    size_t at = zt_str_starts(key, "第") ? sizeof "第" - 1 : 0;
    size_t end = zt_number_end(key, at), han = zt_han_end(key, at);
    if (end > at)
        return zt_num_parse(zt_str_slice(key, at, end), out);
    if (han == at || !zt_han_number(zt_str_slice(key, at, han), &counted))
        return false;
    *out = (zt_num){.scaled = counted};
    return true;
}

/* Whether all keys begin with numbers that rise. Such keys name classes or rounds, which have an
   order though they are no times. */
static bool numbers_rise(const zt_chart_data *chart)
{
    zt_num last = {0}, next;
    for (size_t i = 0; i < chart->item_count; i++) {
        if (!leading_number(chart->items[i].key, &next) ||
            (i > 0 && zt_num_compare(last, next) >= 0))
            return false;
        last = next;
    }
    return true;
}

/* The first key that is the name of no time; the first of all when each alone is one. */
static zt_str first_name(const zt_chart_data *chart)
{
    for (size_t i = 0; i < chart->item_count; i++)
        if (!zt_is_time_name(chart->items[i].key))
            return chart->items[i].key;
    return chart->items[0].key;
}

/* Both findings are errors: a line says that what lies between two items is a course. A chart whose
   keys are times that rise has chart->time and passes; a single item joins nothing. */
static void check_chart(zt_doc_reader *r, const zt_chart_data *chart)
{
    bool line =
        zt_str_in_words(chart->kind, "line step sparkline area stacked-area") || chart->as_line;
    if (!line || chart->time || chart->item_count < 2 || chart->incomplete)
        return;
    if (chart->times_fall) {
        zt_report(r->diags, ZT_ERROR, "time-order", chart->kind_at,
                  "折线的时间倒着走：“%.*s”在“%.*s”之前；各项按时间先后写，<data> 不写 sort",
                  "the line runs back in time: \"%.*s\" stands before \"%.*s\"; write the items in "
                  "the order of time, and no sort= on <data>",
                  ZT_ARG(chart->items[0].key), ZT_ARG(chart->items[chart->item_count - 1].key));
        return;
    }
    if (numbers_rise(chart))
        return;
    zt_report(r->diags, ZT_ERROR, "line-of-names", chart->kind_at,
              "“%.*s”不是时间，也没有先后，不能连成线；应%s%.0s",
              "\"%.*s\" is no time and has no order, so no line can join it to others; %.0s%s",
              ZT_ARG(first_name(chart)), chart->as_line ? "去掉 as=\"line\"" : "改用 column 或 bar",
              chart->as_line ? "take as=\"line\" out" : "use column or bar");
}

/* Charts only; other kinds of block draw no lines. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (chart)
            check_chart(r, chart);
    }
}

const zt_doc_check zt_doc_check_line_order = {run};
