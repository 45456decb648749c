/* What a phrase means, one attribute after the other. */
#include "model/describe.h"

#include "model/prints_imp.h"

/* How exact the figure is said to be. */
static const char *bound_word(zt_bound bound)
{
    static const char *const words[] = {"exact", "about", "below", "above"};
    return words[bound];
}

/* What kind of figure it is: actual, estimated, forecast … */
static const char *status_word(zt_status status)
{
    static const char *const words[] = {"actual",  "estimate", "forecast", "target",
                                        "missing", "revised",  "computed"};
    return words[status];
}

/* What the phrase says, where that is not simply its number. */
static const char *saying_word(zt_saying says)
{
    static const char *const words[] = {"",     "ratio",      "level",    "from-to",
                                        "rate", "comparison", "progress", "statement"};
    return words[says];
}

/* The number as meant and as printed, with the bytes of the figure itself. */
static void describe_number(zt_describer *t, const zt_quantity *q)
{
    zt_describe_num(t, "value", q->value);
    zt_describe_num(t, "printed", q->printed);
    zt_describe_text(t, "figure", zt_str_slice(q->text, q->figure_first, q->figure_end));
    zt_describe_int(t, "scale", q->scale);
    if (q->range_to)
        zt_describe_num(t, "to", q->range_to->value);
    if (q->from)
        zt_describe_num(t, "from", q->from->value);
}

/* Everything that was understood of a phrase, in a fixed order so that two dumps compare. */
static void describe_meaning(zt_describer *t, const zt_quantity *q)
{
    zt_describe_text(t, "text", q->text);
    if (q->has_number)
        describe_number(t, q);
    zt_describe_text(t, "unit", q->unit);
    zt_describe_text(t, "per", q->per);
    zt_describe_word(t, "bound", bound_word(q->bound));
    zt_describe_flag(t, "approx", q->approx);
    zt_describe_word(t, "says", saying_word(q->says));
    zt_describe_flag(t, "decrease", q->decrease);
    zt_describe_word(t, "status", status_word(q->status));
    zt_describe_flag(t, "main", q->main);
    zt_describe_flag(t, "derived", q->derived);
    zt_describe_flag(t, "labelled", q->labelled && !q->derived);
    zt_describe_word(t, "id", q->id);
    zt_describe_text(t, "of", q->of);
    zt_describe_word(t, "basis", zt_basis_word(q->basis));
    zt_describe_text(t, "vs", q->vs);
    zt_describe_text(t, "among", q->among);
    zt_describe_text(t, "within", q->within);
    zt_describe_flag(t, "tie", q->tie);
    zt_describe_text(t, "calc", q->calc);
    zt_describe_text(t, "by", q->by);
    zt_describe_text(t, "period", q->period);
    zt_describe_text(t, "asof", q->asof);
    zt_describe_text(t, "source", q->source);
    zt_describe_text(t, "note", q->note);
    zt_describe_text(t, "label", q->label);
}

/* One quantity as an element; nothing for NULL. */
void zt_describe_quantity(zt_describer *t, const char *name, const zt_quantity *q)
{
    if (!q)
        return;
    if (t->prints) {
        zt_prints_quantity(t->prints, q);
        return;
    }
    const char *element = zt_quantity_element(q->kind);
    zt_describe_open_as(t, name ? name : element, element, q->at);
    describe_meaning(t, q);
    zt_describe_close(t);
}
