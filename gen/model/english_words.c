/* Numbers in English: words before and behind them, scales, units, ordinals, parts of a whole.
   Units are open words, for English has no measure words to tell them by. */
#include "model/english_words_imp.h"

#include "base/arena.h"
#include "base/unit.h"

static bool is_letter(char c)
{
    return zt_lower(c) >= 'a' && zt_lower(c) <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the word at the start of `text`, 0 when it is not there as a whole word. */
static size_t word_at(zt_str text, zt_str word)
{
    if (word.len == 0 || word.len > text.len)
        return 0;
    for (size_t i = 0; i < word.len; i++)
        if (zt_lower(text.data[i]) != word.data[i])
            return 0;
    bool runs_on = is_letter(word.data[word.len - 1]) && word.len < text.len &&
                   (is_letter(text.data[word.len]) || is_digit(text.data[word.len]));
    return runs_on ? 0 : word.len;
}

/* The next of the words parted by "|". */
static bool next_word(zt_str *rest, zt_str *word)
{
    size_t end = 0;
    while (end < rest->len && rest->data[end] != '|')
        end++;
    *word = zt_str_slice(*rest, 0, end);
    *rest = zt_str_slice(*rest, end < rest->len ? end + 1 : end, rest->len);
    return word->len > 0;
}

bool zt_english_take(zt_cursor *c, const char *words, int *which)
{
    zt_cursor here = *c;
    zt_skip_blanks(&here);
    zt_str rest = zt_str_from(words), word;
    size_t best = 0;
    for (int i = 0; next_word(&rest, &word); i++) {
        size_t len = word_at(zt_cursor_rest(&here), word);
        if (len > best && which)
            *which = i;
        best = len > best ? len : best;
    }
    if (best == 0)
        return false;
    c->at = here.at + best;
    return true;
}

bool zt_english_ahead(const zt_cursor *c, const char *words)
{
    for (zt_cursor here = *c; here.at < here.text.len; here.at++) {
        bool begins = here.at == 0 || !is_letter(here.text.data[here.at - 1]);
        zt_cursor there = here;
        if (begins && here.text.data[here.at] != ' ' && zt_english_take(&there, words, NULL))
            return true;
    }
    return false;
}

/* ---- numbers ---- */

/* Words that bound the number behind them, in this order. */
static bool take_bound(zt_cursor *c, zt_phrase *p)
{
    static const char words[] =
        "about|around|roughly|some|approximately|almost|nearly|close to|just under|under|below|"
        "fewer than|less than|up to|at most|no more than|over|more than|above|just over|at least|"
        "no less than|no fewer than|exceeding";
    enum { ABOUT_END = 5, NEAR_END = 9, BELOW_END = 16 };
    int which;
    if (!zt_english_take(c, words, &which))
        return false;
    p->approx = which < NEAR_END;
    p->hedges += which < NEAR_END;
    p->bound = which < ABOUT_END ? ZT_ABOUT : which < BELOW_END ? ZT_BELOW : ZT_ABOVE;
    return true;
}

/* an estimated, expected: the standing of the figure. */
static bool take_standing(zt_cursor *c, zt_phrase *p)
{
    int which;
    if (!zt_english_take(
            c, "an estimated|estimated|an expected|expected|a projected|projected|forecast",
            &which))
        return false;
    p->status = which < 2 ? ZT_ESTIMATE : ZT_FORECAST;
    return true;
}

/* $, US$, RMB: the unit stands before its number. */
static bool take_currency(zt_cursor *c, zt_phrase *p)
{
    size_t from = c->at;
    if (!zt_english_take(c, "us$|hk$|rmb|$|€|£|¥|cny|usd|eur", NULL))
        return false;
    p->unit = zt_str_trim(zt_str_slice(c->text, from, c->at));
    return true;
}

/* one to twelve, for counts that are written as words. */
static bool take_spelled(zt_cursor *c, zt_phrase *p)
{
    int which;
    zt_skip_blanks(c);
    p->figure_first = c->at;
    if (!zt_english_take(c, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
                         &which))
        return false;
    p->printed = (zt_num){which + 1, 0, ZT_NUM_GIVEN};
    p->figure_end = c->at;
    return true;
}

bool zt_english_count(zt_str text, long long *out)
{
    zt_cursor c = {NULL, text, 0};
    zt_phrase p = {0};
    if (!take_spelled(&c, &p) || !zt_cursor_done(&c))
        return false;
    *out = p.printed.scaled;
    return true;
}

static bool take_number(zt_cursor *c, zt_phrase *p)
{
    zt_skip_blanks(c);
    size_t end = zt_number_end(c->text, c->at);
    if (end == c->at)
        return take_spelled(c, p);
    if (!zt_num_parse(zt_str_slice(c->text, c->at, end), &p->printed))
        p->fault = ZT_PHRASE_TOO_LONG;
    p->figure_first = c->at;
    p->figure_end = c->at = end;
    return true;
}

/* ---- behind the number ---- */

/* thousand, million, and short forms right behind the digits: 3bn. 5m is five metres, for it might
   be both. */
static void take_scale(zt_cursor *c, zt_phrase *p)
{
    enum { WORDS = 4 };
    static const int powers[] = {3, 6, 9, 12, 6, 9, 12, 12};
    int which;
    zt_cursor here = *c;
    if (!zt_english_take(&here, "thousand|million|billion|trillion|mn|bn|tn|trn", &which) ||
        (which >= WORDS && c->text.data[c->at] == ' '))
        return;
    p->scale = powers[which];
    p->has_scale = true;
    *c = here;
}

/* Words that a unit never begins with: they belong to what is said behind it. */
static const char not_a_unit[] =
    "or|and|of|in|by|from|since|to|on|than|year|month|higher|lower|more|less|fewer|growth|increase|"
    "decrease|rise|fall|drop|decline|up|down|per|a|an|for|at|as|over|under|the";

/* Letters, and what may stand among those of a unit: %, °C, m², TEU, 20-foot is none. */
static size_t unit_word(zt_str text)
{
    size_t len = 0;
    if (zt_range_dash(text, 0) > 0) /* 5–6 billion */
        return 0;
    while (len < text.len && text.data[len] != ' ' && text.data[len] != ',' &&
           !is_digit(text.data[len]) && text.data[len] != '+')
        len++;
    return len;
}

/* At most four words: 46.3 million twenty-foot equivalent units. */
static void take_unit(zt_cursor *c, zt_phrase *p)
{
    enum { MOST = 4 };
    if (p->unit.len > 0)
        return;
    zt_skip_blanks(c);
    size_t first = c->at, end = c->at;
    if (zt_english_take(c, "per cent", NULL)) {
        p->unit = zt_str_slice(c->text, first, c->at);
        return;
    }
    for (int i = 0; i < MOST; i++) {
        zt_cursor here = {NULL, c->text, end}, word;
        zt_skip_blanks(&here);
        word = here;
        size_t len = unit_word(zt_cursor_rest(&here));
        if (len == 0 || zt_english_take(&word, not_a_unit, NULL))
            break;
        end = here.at + len;
        if (zt_str_is(zt_str_slice(c->text, here.at, end), "%"))
            break;
    }
    p->unit = zt_str_slice(c->text, first, end);
    c->at = end > first ? end : c->at;
}

/* 5,000 yuan per tonne, 16 trains a day: the unit in which it is per. */
static void take_per(zt_cursor *c, zt_phrase *p)
{
    zt_cursor here = *c;
    size_t slash = 0;
    while (slash < p->unit.len && p->unit.data[slash] != '/')
        slash++;
    if (slash > 0 && slash + 1 < p->unit.len) {
        p->per = zt_rest_of(p->unit, slash + 1);
        p->unit = zt_str_slice(p->unit, 0, slash);
        return;
    }
    if (!zt_english_take(&here, "per|a", NULL))
        return;
    zt_skip_blanks(&here);
    size_t len = unit_word(zt_cursor_rest(&here));
    if (len == 0)
        return;
    p->per = zt_str_slice(here.text, here.at, here.at + len);
    here.at += len;
    *c = here;
}

/* or more, or so: what the figure leaves open. */
static void take_after(zt_cursor *c, zt_phrase *p)
{
    int which;
    if (!zt_english_take(c, "or more|and more|or above|plus|+|or less|or fewer|or below|or so",
                         &which))
        return;
    p->bound = which < 5 ? ZT_ABOVE : which < 8 ? ZT_BELOW : ZT_ABOUT;
    p->approx |= which == 8;
}

static void set_value(zt_phrase *p)
{
    p->value = p->printed;
    if (!zt_num_scale(&p->value, p->scale))
        p->fault = ZT_PHRASE_TOO_LONG;
}

/* One number with its words; of the first of a range the scale and the unit may stand behind the
   second. */
static bool take_one(zt_cursor *c, zt_phrase *p)
{
    *p = (zt_phrase){.first = c->at};
    while (take_bound(c, p) || take_standing(c, p) || take_currency(c, p))
        ;
    if (!take_number(c, p))
        return false;
    take_scale(c, p);
    take_unit(c, p);
    take_per(c, p);
    take_after(c, p);
    p->end = c->at;
    set_value(p);
    return true;
}

/* 5–6, 5 to 6, between two numbers. */
static bool take_dash(zt_cursor *c)
{
    size_t dash = zt_range_dash(c->text, c->at);
    c->at += dash;
    return dash > 0 || zt_english_take(c, "to", NULL);
}

bool zt_english_amount(zt_cursor *c, zt_amount *out)
{
    zt_cursor here = *c;
    *out = (zt_amount){0};
    if (!take_one(&here, &out->p))
        return false;
    zt_cursor behind = here;
    if (take_dash(&behind) && take_one(&behind, &out->to)) {
        out->range = true;
        zt_phrase_share(&out->p, &out->to);
        here = behind;
    }
    *c = here;
    return true;
}

/* ---- places and parts ---- */

bool zt_english_ordinal(zt_cursor *c, zt_amount *out)
{
    static const char words[] =
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth";
    zt_cursor here = *c;
    int which;
    *out = (zt_amount){0};
    zt_phrase *p = &out->p;
    p->figure_first = p->first = here.at;
    bool numbered = zt_english_take(&here, "no.|no|number|#", NULL);
    if (zt_english_take(&here, words, &which)) {
        p->printed = p->value = (zt_num){which + 1, 0, ZT_NUM_GIVEN};
        p->figure_end = here.at;
    } else if (take_number(&here, p) && p->printed.decimals == 0 && p->printed.scaled > 0) {
        bool ordinal = !numbered && here.at < here.text.len && here.text.data[here.at] != ' ' &&
                       zt_english_take(&here, "st|nd|rd|th", NULL);
        if (!numbered && !ordinal)
            return false;
        set_value(p);
    } else {
        return false;
    }
    p->end = here.at;
    *c = here;
    return true;
}

/* So many of so many, in per cent to four decimals. */
static bool set_part(zt_amount *out, long long part, long long whole, size_t first, size_t end)
{
    if (part <= 0 || part > whole)
        return false;
    *out = (zt_amount){.spelled = true};
    out->p.figure_first = out->p.first = first;
    out->p.figure_end = out->p.end = end;
    out->p.unit = ZT_STR("%");
    out->p.printed = (zt_num){(part * 1000000 + whole / 2) / whole, 4, ZT_NUM_GIVEN};
    zt_num_trim(&out->p.printed);
    out->p.value = out->p.printed;
    return true;
}

/* a third, two thirds, three quarters. */
static bool take_fraction(zt_cursor *c, long long *part, long long *whole)
{
    int count = 0, which;
    zt_cursor here = *c;
    if (zt_english_take(&here, "half|a half|one half", NULL)) {
        *part = 1;
        *whole = 2;
    } else if (zt_english_take(&here, "a|one|two|three|four|five|six|seven|eight|nine", &count) &&
               zt_english_take(&here,
                               "third|thirds|quarter|quarters|fifth|fifths|sixth|sixths|seventh|"
                               "sevenths|eighth|eighths|ninth|ninths|tenth|tenths",
                               &which)) {
        *part = count == 0 ? 1 : count;
        *whole = which / 2 + 3;
    } else {
        return false;
    }
    *c = here;
    return true;
}

/* one in five, 3 out of 10. */
static bool take_ratio(zt_cursor *c, long long *part, long long *whole)
{
    zt_cursor here = *c;
    zt_phrase a = {0}, b = {0};
    if (!take_number(&here, &a) || !zt_english_take(&here, "in|out of|of every", NULL) ||
        !take_number(&here, &b) || a.printed.decimals + b.printed.decimals > 0)
        return false;
    *part = a.printed.scaled;
    *whole = b.printed.scaled;
    *c = here;
    return true;
}

bool zt_english_part(zt_cursor *c, zt_amount *out)
{
    zt_cursor here = *c;
    zt_phrase words = {0};
    take_bound(&here, &words);
    zt_skip_blanks(&here);
    size_t first = here.at;
    long long part, whole;
    if (!take_fraction(&here, &part, &whole) && !take_ratio(&here, &part, &whole))
        return false;
    if (whole > 1000000000 || !set_part(out, part, whole, first, here.at))
        return false;
    out->p.bound = words.bound;
    out->p.approx = words.approx;
    *c = here;
    return true;
}

bool zt_english_tail(zt_cursor *c, const char *words)
{
    zt_cursor here = *c;
    zt_english_take(&here, ",", NULL);
    if (!zt_english_take(&here, words, NULL))
        return false;
    c->at = c->text.len;
    return true;
}
