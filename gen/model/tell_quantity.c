/* What a phrase means, told attribute by attribute. */
#include "model/tell.h"

#include "model/prints_imp.h"

/* What it is called in the vocabulary. */
static const char *element_of(const zt_quantity *q)
{
    static const char *const words[] = {"v", "change", "rank", "share", "target"};
    return words[q->kind];
}

static const char *bound_word(zt_bound bound)
{
    static const char *const words[] = {"exact", "about", "below", "above"};
    return words[bound];
}

static const char *status_word(zt_status status)
{
    static const char *const words[] = {"actual",  "estimate", "forecast", "target",
                                        "missing", "revised",  "computed"};
    return words[status];
}

static const char *basis_word(zt_basis basis)
{
    static const char *const words[] = {"", "yoy", "mom", "ytd", "plan"};
    return words[basis];
}

/* What the phrase says, where that is not simply its number. */
static const char *saying_word(zt_saying says)
{
    static const char *const words[] = {"",     "ratio",      "level",    "from-to",
                                        "rate", "comparison", "progress", "statement"};
    return words[says];
}

static void tell_number(zt_teller *t, const zt_quantity *q)
{
    zt_tell_num(t, "value", q->value);
    zt_tell_num(t, "printed", q->printed);
    zt_tell_text(t, "figure", zt_str_slice(q->text, q->figure_first, q->figure_end));
    zt_tell_int(t, "scale", q->scale);
    if (q->range_to)
        zt_tell_num(t, "to", q->range_to->value);
    if (q->from)
        zt_tell_num(t, "from", q->from->value);
}

static void tell_meaning(zt_teller *t, const zt_quantity *q)
{
    zt_tell_text(t, "text", q->text);
    if (q->has_number)
        tell_number(t, q);
    zt_tell_text(t, "unit", q->unit);
    zt_tell_text(t, "per", q->per);
    zt_tell_word(t, "bound", bound_word(q->bound));
    zt_tell_flag(t, "approx", q->approx);
    zt_tell_word(t, "says", saying_word(q->says));
    zt_tell_flag(t, "decrease", q->decrease);
    zt_tell_word(t, "status", status_word(q->status));
    zt_tell_flag(t, "main", q->main);
    zt_tell_flag(t, "derived", q->derived);
    zt_tell_word(t, "id", q->id);
    zt_tell_text(t, "of", q->of);
    zt_tell_word(t, "basis", basis_word(q->basis));
    zt_tell_text(t, "vs", q->vs);
    zt_tell_text(t, "among", q->among);
    zt_tell_text(t, "within", q->within);
    zt_tell_flag(t, "tie", q->tie);
    zt_tell_text(t, "calc", q->calc);
    zt_tell_text(t, "by", q->by);
    zt_tell_text(t, "period", q->period);
    zt_tell_text(t, "asof", q->asof);
    zt_tell_text(t, "source", q->source);
    zt_tell_text(t, "note", q->note);
    zt_tell_text(t, "label", q->label);
}

void zt_tell_quantity(zt_teller *t, const char *name, const zt_quantity *q)
{
    if (!q)
        return;
    if (t->prints) {
        zt_prints_quantity(t->prints, q);
        return;
    }
    const char *element = element_of(q);
    zt_tell_open_as(t, name ? name : element, element, q->at);
    tell_meaning(t, q);
    zt_tell_close(t);
}
