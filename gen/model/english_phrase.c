/* Phrases of documents in English: 46.3 million passengers, up 5.2% from a year earlier, second in
   the country, a third of the total, 1 trillion yuan by 2025. Every word is taken by a rule, or the
   phrase is refused with what may stand there. */
#include "model/english_words_imp.h"

#include "base/arena.h"
#include "base/utf8.h"

/* One phrase that is being read. */
typedef struct english_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_quantity *q;
    zt_cursor c;
} english_reader;

/* What a phrase of each kind looks like, for those that are none. */
static const char *const samples[] = {
    [ZT_Q_VALUE] = "46.3 million passengers, over 60,000, 5–6 billion yuan, 37%",
    [ZT_Q_CHANGE] =
        "up 5.2% from a year earlier, fell by 3 percentage points, rose to 5.2%, doubled",
    [ZT_Q_RANK] = "second in the country, 2nd of 38, No. 2, top ten",
    [ZT_Q_SHARE] = "37% of the national total, a third, one in five",
    [ZT_Q_TARGET] = "1 trillion yuan by 2025, to reach 37%",
};

/* Always false. `rest` is what no rule takes; empty where there is no number at all. */
static bool refuse(english_reader *r, zt_str rest)
{
    const char *sample = samples[r->q->kind];
    if (rest.len > 0)
        zt_report(
            r->diags, ZT_ERROR, "not-a-number", r->q->at,
            "“%.*s”里的“%.*s”读不懂；英文稿应如 %s，别的话写在元素外",
            "\"%.*s\": \"%.*s\" is not understood; write it like %s, with other words outside "
            "of the element",
            ZT_ARG(r->q->text), ZT_ARG(rest), sample);
    else
        zt_report(r->diags, ZT_ERROR, "not-a-number", r->q->at,
                  "“%.*s”里没有能懂的数；英文稿应如 %s",
                  "\"%.*s\" holds no number; write it like %s", ZT_ARG(r->q->text), sample);
    return false;
}

/* All has been read, or the rest is refused. */
static bool finish(english_reader *r)
{
    zt_english_take(&r->c, ".", NULL);
    return zt_cursor_done(&r->c) || refuse(r, zt_str_trim(zt_cursor_rest(&r->c)));
}

static bool fill(english_reader *r, const zt_amount *amount, int sign)
{
    return zt_fill_amount(r->arena, r->diags, r->q, amount, sign);
}

/* A number that the words themselves say: doubled is 100%. */
static bool fill_said(english_reader *r, size_t first, int64_t per_cent)
{
    zt_amount said = {.spelled = true};
    said.p.first = said.p.figure_first = first;
    said.p.end = said.p.figure_end = r->c.at;
    said.p.unit = ZT_STR("%");
    said.p.printed = said.p.value = (zt_num){per_cent < 0 ? -per_cent : per_cent, 0, ZT_NUM_GIVEN};
    return fill(r, &said, per_cent < 0 ? -1 : 1);
}

/* ---- change ---- */

/* What the change is against, by the words behind it. */
static void read_basis(english_reader *r)
{
    static const char year[] = "year on year|year-on-year|a year earlier|a year ago|on the year|"
                               "last year|over the year|from the year before";
    static const char month[] = "month on month|month-on-month|a month earlier|on the month|"
                                "quarter on quarter|quarter-on-quarter|a quarter earlier|"
                                "last month|last quarter";
    if (r->q->basis != ZT_BASIS_NONE || zt_cursor_done(&r->c))
        return;
    if (zt_english_ahead(&r->c, year))
        r->q->basis = ZT_BASIS_YOY;
    else if (zt_english_ahead(&r->c, month))
        r->q->basis = ZT_BASIS_MOM;
    else
        r->q->other_basis = true;
}

/* from a year earlier, year on year, since 2019. */
static bool read_against(english_reader *r)
{
    read_basis(r);
    if (!zt_cursor_done(&r->c))
        zt_english_tail(&r->c,
                        "from|since|over|on|in|than|against|compared|year|month|quarter|a|an|last|"
                        "versus|year-on-year|month-on-month|quarter-on-quarter|annually|during|"
                        "within|this");
    return finish(r);
}

/* unchanged, doubled: the number is in the word. *read tells whether it stands there. */
static bool read_said(english_reader *r, bool *read)
{
    static const int64_t per_cents[] = {0, 0, 0, 0, 100, 200, 300, -50, 100, 200, -50};
    int which;
    size_t first = r->c.at;
    *read = zt_english_take(&r->c,
                            "unchanged|flat|no change|level|doubled|tripled|quadrupled|halved|"
                            "doubles|trebled|halves",
                            &which);
    return *read && fill_said(r, first, per_cents[which]) && read_against(r);
}

/* The direction before the number; 0 where none stands. */
static int take_direction(zt_cursor *c)
{
    static const char up[] =
        "up|rose|rises|risen|grew|grows|grown|increased|increases|gained|climbed|jumped|surged|"
        "added|an increase of|a rise of|growth of|a gain of|expanded|advanced|+";
    static const char down[] =
        "down|fell|falls|fallen|declined|declines|decreased|decreases|dropped|lost|shrank|slid|"
        "sank|a decrease of|a fall of|a drop of|a decline of|contracted|retreated|−|-";
    if (zt_english_take(c, up, NULL))
        return 1;
    return zt_english_take(c, down, NULL) ? -1 : 0;
}

/* 5.2% higher: the direction behind the number. */
static int take_direction_behind(zt_cursor *c)
{
    if (zt_english_take(c, "higher|more|growth|increase|rise|gain|up|longer|faster|greater", NULL))
        return 1;
    return zt_english_take(c, "lower|less|fewer|decrease|fall|drop|decline|down|shorter|slower",
                           NULL)
               ? -1
               : 0;
}

/* from 5% to 3%: where it stood and where it stands. */
static bool read_course(english_reader *r, zt_cursor here, bool *read)
{
    zt_amount before, now;
    *read = zt_english_take(&here, "from", NULL) && zt_english_amount(&here, &before) &&
            ((before.range && (now = before, true)) ||
             (zt_english_take(&here, "to", NULL) && zt_english_amount(&here, &now)));
    if (!*read)
        return false;
    if (before.range) { /* its "to" was read as that of a range */
        now = (zt_amount){.p = before.to};
        before.range = false;
    }
    if (!fill(r, &now, 1))
        return false;
    zt_fill_from(r->arena, r->q, &before);
    r->q->says = ZT_SAYS_FROM_TO;
    r->q->decrease = zt_num_compare(now.p.value, before.p.value) < 0;
    r->c = here;
    return read_against(r);
}

static bool read_change(english_reader *r)
{
    zt_amount amount;
    bool said, course;
    bool fine = read_said(r, &said);
    if (said)
        return fine;
    int sign = take_direction(&r->c);
    bool good = read_course(r, r->c, &course);
    if (course)
        return good;
    bool level = sign != 0 && zt_english_take(&r->c, "to", NULL);
    zt_english_take(&r->c, "by", NULL);
    if (!zt_english_amount(&r->c, &amount))
        return refuse(r, zt_str_trim(zt_cursor_rest(&r->c)));
    int behind = sign == 0 ? take_direction_behind(&r->c) : 0;
    int direction = sign + behind < 0 ? -1 : 1;
    if (!fill(r, &amount, level ? 1 : direction))
        return false;
    r->q->decrease |= direction < 0;
    r->q->says = level ? ZT_SAYS_LEVEL : ZT_SAYS_PLAIN;
    return read_against(r);
}

/* ---- rank, share, target, value ---- */

/* top ten: among the first so many. */
static bool read_top(english_reader *r, zt_amount *amount)
{
    zt_cursor here = r->c;
    if (!zt_english_take(&here, "the top|top|among the top|in the top", NULL) ||
        !zt_english_amount(&here, amount))
        return false;
    here.at = amount->p.figure_end;
    amount->p = (zt_phrase){.first = amount->p.first,
                            .end = here.at,
                            .figure_first = amount->p.figure_first,
                            .figure_end = here.at,
                            .printed = amount->p.printed,
                            .value = amount->p.printed,
                            .bound = ZT_BELOW};
    r->c = here;
    return !amount->range;
}

static bool read_rank(english_reader *r)
{
    zt_amount amount;
    bool top = read_top(r, &amount);
    if (!top) {
        zt_english_take(&r->c, "ranked|ranks|ranking|placed|the", NULL);
        if (!zt_english_ordinal(&r->c, &amount))
            return refuse(r, (zt_str){0});
    }
    if (!fill(r, &amount, 1))
        return false;
    if (top && r->q->within.len == 0)
        r->q->within =
            zt_str_from(zt_arena_printf(r->arena, "%lld", (long long)r->q->printed.scaled));
    zt_english_tail(&r->c,
                    "in|of|among|nationwide|worldwide|place|position|largest|highest|biggest|"
                    "fastest|busiest|longest|lowest|smallest|best|nationally|overall|by|out of|"
                    "for|to|behind|after|at|on|most");
    return finish(r);
}

/* of the national total: the whole that the share is of. */
static void read_whole(english_reader *r)
{
    zt_cursor here = r->c;
    if (!zt_english_take(&here, "of the|of", NULL) || zt_cursor_done(&here))
        return;
    if (r->q->among.len == 0)
        r->q->among = zt_str_trim(zt_cursor_rest(&here));
    r->c.at = r->c.text.len;
}

/* A number of things is no share of them. */
static bool is_rate(zt_str unit)
{
    return zt_str_is(unit, "%") || zt_str_is(unit, "‰") || zt_str_is(unit, "per cent") ||
           zt_str_is(unit, "percent");
}

static bool read_share(english_reader *r)
{
    zt_amount amount;
    zt_english_take(&r->c, "accounts for|accounting for|makes up|a share of", NULL);
    bool part = zt_english_part(&r->c, &amount);
    if (!part && (!zt_english_amount(&r->c, &amount) || !is_rate(amount.p.unit)))
        return refuse(r, (zt_str){0});
    if (!fill(r, &amount, 1))
        return false;
    r->q->spelled = amount.spelled;
    read_whole(r);
    return finish(r);
}

/* by 2025, by the end of 2025: the year of the target, unless by= has one. */
static void read_by(english_reader *r)
{
    enum { YEAR = 4 };
    if (!zt_english_ahead(&r->c, "by|in|before|until"))
        return;
    zt_str rest = zt_cursor_rest(&r->c);
    for (size_t i = 0; i + YEAR <= rest.len && r->q->by.len == 0; i++) {
        size_t digits = 0;
        while (i + digits < rest.len && rest.data[i + digits] >= '0' &&
               rest.data[i + digits] <= '9')
            digits++;
        if (digits == YEAR)
            r->q->by = zt_str_slice(rest, i, i + YEAR);
        i += digits > 0 ? digits - 1 : 0;
    }
    r->c.at = r->c.text.len;
}

static bool read_target(english_reader *r)
{
    zt_amount amount;
    zt_english_take(&r->c,
                    "to reach|reach|a target of|target of|target|to|to exceed|to rise to|"
                    "rise to|to grow to|to fall to|fall to",
                    NULL);
    if (!zt_english_part(&r->c, &amount) && !zt_english_amount(&r->c, &amount))
        return refuse(r, (zt_str){0});
    if (!fill(r, &amount, 1))
        return false;
    read_by(r);
    return finish(r);
}

static bool read_value(english_reader *r)
{
    zt_amount amount;
    if (zt_phrase_is_stated(r->q->text))
        return true;
    if (!zt_english_amount(&r->c, &amount))
        return refuse(r, (zt_str){0});
    return fill(r, &amount, 1) && finish(r);
}

bool zt_english_read(zt_arena *arena, zt_diags *diags, zt_quantity *q)
{
    english_reader r = {arena, diags, q, {NULL, q->text, 0}};
    switch (q->kind) {
    case ZT_Q_CHANGE:
        return read_change(&r);
    case ZT_Q_RANK:
        return read_rank(&r);
    case ZT_Q_SHARE:
        return read_share(&r);
    case ZT_Q_TARGET:
        return read_target(&r);
    case ZT_Q_VALUE:
        break;
    }
    return read_value(&r);
}
