/* gen/page/found_over.c — a page with far more copy than it holds: which stories have to be taken
   away so that the others fill it, with no or with few lines cut. The fewest stories, and of like
   numbers the fewest lines; those of the first ranks only where no others do. */
#include <limits.h>

#include "page/found_imp.h"

/* Pages that are laid out before it is given up; ranks that are not taken away at first. */
enum { TRIES = 16, HIGH_RANK = 3, NONE = INT_MAX };

/* The search, and the best way so far. */
typedef struct over_search {
    const zt_page_search *f;
    int over;                 /* lines of a column that have to go at least */
    int lines[ZT_SLICE_MOST]; /* of each item, as few as its forms take */
    unsigned may_go;          /* bits of the stories */
    int tries;
    unsigned gone;        /* of the best */
    int lost;             /* lines, with those that are cut */
    zt_page_search *rest; /* the page without them, and its layout */
    zt_slice_answer answer;
} over_search;

static int least_lines(const zt_page_forms *forms)
{
    int least = 0;
    for (size_t k = 0; k < forms->count; k++) {
        int lines = forms->shapes[k].width * forms->shapes[k].height + forms->shapes[k].cut;
        bool struck = forms->shapes[k].width == 0;
        least = !struck && (least == 0 || lines < least) ? lines : least;
    }
    return least;
}

/* Whether another item has to stand beside it. */
static bool is_wanted(const zt_page_search *f, size_t i)
{
    const char *id = f->forms[i].item->id;
    for (size_t k = 0; id && k < f->page->item_count; k++)
        if (zt_str_is(f->page->items[k].with, id))
            return true;
    return false;
}

/* The stories of a rank below `rank` that may be taken away. */
static unsigned stories_below(const zt_page_search *f, int rank)
{
    unsigned set = 0;
    for (size_t i = 0; i < f->count; i++) {
        const zt_article *article = f->forms[i].item->article;
        bool may = article && article->rank > rank && !is_wanted(f, i);
        set |= may ? 1u << i : 0;
    }
    return set;
}

/* The page without some of its items. */
static zt_page_search *without(const zt_page_search *f, unsigned gone)
{
    zt_page_search *rest = ZT_NEW(f->d->setting->arena, zt_page_search);
    int place[ZT_SLICE_MOST];
    *rest = *f;
    rest->count = 0;
    for (size_t i = 0; i < f->count; i++) {
        place[i] = gone >> i & 1 ? -1 : (int)rest->count;
        if (place[i] < 0)
            continue;
        rest->forms[rest->count] = f->forms[i];
        rest->items[rest->count] = f->items[i];
        rest->proved[rest->count++] = f->proved[i];
    }
    for (size_t i = 0; i < rest->count; i++)
        if (rest->items[i].with >= 0)
            rest->items[i].with = place[rest->items[i].with];
    return rest;
}

static int lines_of(const over_search *x, unsigned set)
{
    int lines = 0;
    for (size_t i = 0; i < x->f->count; i++)
        lines += set >> i & 1 ? x->lines[i] : 0;
    return lines;
}

/* Lays the page out without them, and keeps that when it loses fewer lines. */
static void try_without(over_search *x, unsigned gone)
{
    zt_page_search *rest = without(x->f, gone);
    zt_slice_answer answer = zt_found_lay_out(rest, ZT_COPY_SHORT);
    if (!answer.found)
        answer = zt_found_lay_out(rest, ZT_COPY_CUT);
    x->tries++;
    int lost = lines_of(x, gone) + answer.cut;
    if (!answer.found || lost >= x->lost)
        return;
    x->gone = gone;
    x->lost = lost;
    x->rest = rest;
    x->answer = answer;
}

static int count_of(unsigned set)
{
    int count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

/* Of so many stories the set with the fewest lines that comes after one; 0: none. */
static unsigned next_set(const over_search *x, int count, unsigned after)
{
    unsigned best = 0;
    int least = lines_of(x, after), lines = NONE;
    for (unsigned set = x->may_go; set; set = (set - 1) & x->may_go) {
        int own = lines_of(x, set);
        bool later = own > least || (own == least && set > after);
        if (count_of(set) == count && later && (own < lines || (own == lines && set < best))) {
            best = set;
            lines = own;
        }
    }
    return best;
}

/* All sets of so many, as long as they may be better than the best. */
static void try_sets(over_search *x, int count)
{
    unsigned set = next_set(x, count, 0);
    for (; set && lines_of(x, set) < x->lost && x->tries < TRIES; set = next_set(x, count, set))
        if (lines_of(x, set) + ZT_FOUND_CUT >= x->over)
            try_without(x, set);
}

/* The fewest stories of those; one stays on the page. */
static bool search(over_search *x, unsigned may_go)
{
    x->may_go = may_go;
    x->tries = 0;
    for (int count = 1; count < (int)x->f->count && x->tries < TRIES && x->lost == NONE; count++)
        try_sets(x, count);
    return x->lost < NONE;
}

/* 《…》（约 58 行）、… */
static void list_gone(const over_search *x, zt_buf *zh, zt_buf *en)
{
    const zt_page_search *f = x->f;
    for (size_t i = 0, n = 0; i < f->count; i++) {
        if (!(x->gone >> i & 1))
            continue;
        zt_str name =
            zt_article_name(f->d->setting->arena, f->d->plan->doc, f->forms[i].item->article);
        zt_buf_printf(zh, "%s《%.*s》（约 %d 行）", n ? "、" : "", ZT_ARG(name), x->lines[i]);
        zt_buf_printf(en, "%s“%.*s” (about %d lines)", n ? ", " : "", ZT_ARG(name), x->lines[i]);
        n++;
    }
}

static const char CODE[] = "page-overset";

/* For machines. */
static void fix(const over_search *x)
{
    const zt_page_search *f = x->f;
    for (size_t i = 0; i < f->count; i++)
        if (x->gone >> i & 1)
            zt_diags_add_removal(f->d->setting->diags, CODE, f->forms[i].item->at,
                                 f->forms[i].item->name);
    zt_found_fix_sentences(x->rest, &x->answer, CODE);
}

static void report(const over_search *x)
{
    const zt_page_search *f = x->f;
    zt_buf zh, en;
    zt_buf_init(&zh, f->d->setting->arena);
    zt_buf_init(&en, f->d->setting->arena);
    bool known = x->over > ZT_FOUND_CUT;
    int over = known ? x->over : ZT_FOUND_CUT;
    zt_buf_printf(&zh, "第 %d 版排不下：%s多出 %d 行栏宽的稿件；撤下", f->page->no,
                  known ? "至少" : "不止", over);
    zt_buf_printf(&en,
                  "page %d does not hold its copy: %s %d lines of a column are over; take away ",
                  f->page->no, known ? "at least" : "more than", over);
    list_gone(x, &zh, &en);
    if (x->answer.cut > 0) {
        zt_buf_printf(&zh, "，再删 %d 行，即", x->answer.cut);
        zt_buf_printf(&en, ", and cut %d lines more, ", x->answer.cut);
        zt_found_list_stories(x->rest, &x->answer, &zh, &en);
        zt_found_list_sentences(x->rest, &x->answer, &zh, &en);
    }
    zt_buf_puts(&zh, "；余下的排得满（已排过）");
    zt_buf_puts(&en, "; the others fill it (it was laid out)");
    zt_report(f->d->setting->diags, ZT_ERROR, CODE, f->page->at, "%s%.0s", "%.0s%s", zh.data,
              en.data);
}

bool zt_found_report_over(const zt_page_search *f, int over)
{
    over_search x = {.f = f, .over = over, .lost = NONE};
    for (size_t i = 0; i < f->count; i++)
        x.lines[i] = least_lines(&f->forms[i]);
    if (!search(&x, stories_below(f, HIGH_RANK)) && !search(&x, stories_below(f, 1)))
        return false;
    report(&x);
    fix(&x);
    return true;
}
