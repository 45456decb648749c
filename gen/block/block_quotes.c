/* Quotations, one below the other, hairlines between them; who said it in a line of its own. The
   Han of all lines stand on one edge: an opening quotation mark hangs before it. A quotation is
   printed with its marks, whether they were typed or not. */
#include "block/words/wording.h"

#include "base/utf8.h"

static const double BY_GAP = 1;             /* to who said it, steps of the theme's scale */
static const double MARK_RATIO = 2.4;       /* of a large mark, to the size of the text */
static const double HAIRLINE = ZT_MM(0.12); /* between quotations */
static const char RULE_INK[] = "key";

/* What a template may set of quotations. */
typedef struct quotes_params {
    zt_gap apart;
} quotes_params;

/* One quotation, measured. */
typedef struct quotation {
    /* Of the variant large: the opening mark, set apart; else empty. */
    zt_rich mark;
    zt_wording text, by;
    double height;
} quotation;

/* All quotations of a block, measured; lengths in points. */
typedef struct quotes_plan {
    const zt_quotes *quotes;
    bool large;
    zt_look text, mark;
    zt_wording head;
    quotation *items;
    /* With …… when others were said. */
    size_t count;
    double head_height; /* with what stands below it */
    double edge;        /* where the Han begin, points */
    /* Between a quotation and who said it. */
    double gap;
    zt_gap apart;
} quotes_plan;

/* Opening marks that hang before the edge of the text. */
static bool opens(uint32_t c)
{
    return c == 0x201C || c == 0x2018 || c == 0x300C || c == 0x300E || c == 0x300A;
}

/* Bytes of the opening mark that the text begins with. */
static size_t opening(const zt_rich *rich)
{
    size_t at = 0;
    zt_str text = rich->count ? rich->spans[0].text : (zt_str){0};
    return text.len && opens(zt_utf8_next(text, &at)) ? at : 0;
}

/* The code points of a text in order, over its spans. */
typedef struct reader {
    const zt_rich *rich;
    size_t span, at;
} reader;

/* The next character, over the borders of spans; false at the end. */
static bool next(reader *r, uint32_t *c)
{
    while (r->span < r->rich->count && r->at >= r->rich->spans[r->span].text.len) {
        r->span++;
        r->at = 0;
    }
    if (r->span >= r->rich->count)
        return false;
    *c = zt_utf8_next(r->rich->spans[r->span].text, &r->at);
    return true;
}

/* Marks that end a sentence or a clause. */
static bool is_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF0C || c == 0xFF01 || c == 0xFF1F || c == 0x2026;
}

/* Opening quotation marks. */
static bool is_opening(uint32_t c)
{
    return c == 0x201C || c == 0x2018 || c == 0x300C || c == 0x300E;
}

/* Closing quotation marks. */
static bool is_closing(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F;
}

/* What is known of the marks of a quotation as it was typed. */
typedef struct typed {
    /* All of it stands in marks, in one pair or in several. */
    bool wrapped;
    /* A pair closes behind a stop: whole sentences are quoted in it already. */
    bool spoken;
    bool inner; /* “ or ” stands somewhere */
    int open;   /* pairs that nothing closes */
    int stray;  /* closing marks that nothing opened */
} typed;

/* Reads which marks were typed, so that none is printed twice and none is missing. */
static typed marks_of(const zt_rich *rich)
{
    reader r = {.rich = rich};
    typed t = {.wrapped = true};
    uint32_t c, last = 0;
    while (next(&r, &c)) {
        bool straight = c == '"'; /* has no sides: in turn they open and close */
        bool close = is_closing(c) || (straight && t.open > 0);
        bool open = is_opening(c) || (straight && !close);
        t.wrapped &= t.open > 0 || open || is_stop(c);
        t.spoken |= close && t.open > 0 && is_stop(last);
        t.stray += close && t.open == 0;
        t.open += open ? 1 : close && t.open > 0 ? -1 : 0;
        t.inner |= c == 0x201C || c == 0x201D;
        last = c;
    }
    return t;
}

/* “ and ” become ‘ and ’ inside a quotation that gets its own (GB/T 15834—2011, 4.9.3.2). */
static zt_str nested(zt_arena *arena, zt_str text)
{
    char *out = zt_arena_copy(arena, text.data, text.len);
    for (size_t i = 0; i + 2 < text.len; i++)
        if (out[i] == '\xE2' && out[i + 1] == '\x80' &&
            (out[i + 2] == '\x9C' || out[i + 2] == '\x9D'))
            out[i + 2] = (char)(out[i + 2] - 4);
    return (zt_str){out, text.len};
}

/* The quotation with the marks that it lacks. */
static zt_rich marked(const zt_setting *setting, const zt_rich *rich)
{
    zt_arena *arena = setting->arena;
    typed t = marks_of(rich);
    bool whole = t.open == 0 && t.stray == 0;
    bool open = t.open == 0, close = t.stray == 0;
    if (whole && (t.wrapped || t.spoken))
        return *rich;
    zt_rich out = {ZT_ARRAY(arena, rich->count + 2, zt_span), 0, rich->at};
    if (open)
        out.spans[out.count++] = zt_rich_of(arena, ZT_STR("“"), rich->at).spans[0];
    for (size_t i = 0; i < rich->count; i++) {
        out.spans[out.count++] = rich->spans[i];
        if (open && close && t.inner)
            out.spans[out.count - 1].text = nested(arena, rich->spans[i].text);
    }
    if (close)
        out.spans[out.count++] = zt_rich_of(arena, ZT_STR("”"), rich->at).spans[0];
    if (open && close && t.inner)
        zt_report(setting->diags, ZT_NOTE, "quote-nested", rich->at,
                  "引语没有写引号，印时加上“ ”，其中的“ ”印作‘ ’",
                  "the quotation has no marks of its own: “ ” are added, and the “ ” inside it are "
                  "printed as ‘ ’");
    return out;
}

/* Cuts the opening mark off. */
static zt_rich without_mark(zt_arena *arena, const zt_rich *rich, size_t bytes, zt_rich *mark)
{
    zt_rich out = {ZT_ARRAY(arena, rich->count, zt_span), rich->count, rich->at};
    for (size_t i = 0; i < rich->count; i++)
        out.spans[i] = rich->spans[i];
    zt_str text = rich->spans[0].text;
    *mark = zt_rich_of(arena, zt_str_slice(text, 0, bytes), rich->at);
    out.spans[0].text = zt_str_slice(text, bytes, text.len);
    return out;
}

/* The half-width mark hangs: other lines, and texts without one, begin half an em further in. */
static zt_look hung(const quotes_plan *plan, bool mark)
{
    const double half = 0.5; /* em, R21 */
    zt_look look = plan->text;
    look.para.hanging = plan->large ? 0 : half;
    look.para.indent = plan->large || mark ? 0 : half;
    return look;
}

/* Breaks a quotation and who said it. Of the variant large the opening mark is set apart. */
static quotation plan_one(const zt_setting *setting, const quotes_plan *plan, const zt_quote *quote,
                          const zt_look *by, double width)
{
    const double mark_room = 0.65; /* em: what a large mark needs below its top */
    quotation one = {0};
    zt_rich text = quote->text;
    size_t mark = opening(&text);
    if (plan->large && mark)
        text = without_mark(setting->arena, &text, mark, &one.mark);
    double measure = plan->large ? width - plan->edge : width;
    zt_look look = hung(plan, mark > 0);
    one.text = zt_wording_hung(setting, &text, &look, measure);
    one.by = zt_wording_plain(setting, quote->by, quote->at, by, width - plan->edge);
    one.height = one.text.height + one.by.height + (one.by.para ? plan->gap : 0);
    if (!zt_rich_is_empty(&one.mark))
        one.height = zt_max(one.height, mark_room * plan->mark.text.size);
    return one;
}

/* …… on the Han's edge. */
static zt_quote others(const zt_setting *setting, zt_pos at)
{
    return (zt_quote){
        .text = zt_rich_of(setting->arena, zt_str_from(ZT_IN(setting->language, "……", "…")), at),
        .at = at};
}

/* All quotations with the marks that they lack, and …… where more was said. */
static quotes_plan plan_quotes(const zt_block *block, const zt_setting *setting, double width)
{
    const quotes_params *p = block->params;
    quotes_plan plan = {.quotes = block->content,
                        .large = zt_str_is(zt_str_from(block->variant), "large"),
                        .text = zt_block_look(setting, block, "text"),
                        .mark = zt_block_look(setting, block, "mark"),
                        .gap = zt_setting_gap(setting, BY_GAP),
                        .apart = p->apart};
    zt_look head = zt_block_look(setting, block, "head"), by = zt_block_look(setting, block, "by");
    plan.mark = zt_look_at_size(&plan.mark, plan.text.text.size * MARK_RATIO);
    plan.edge =
        plan.large ? plan.mark.text.size / 2 + plan.text.text.size / 4 : plan.text.text.size / 2;
    plan.head = zt_wording_plain(setting, plan.quotes->head, block->at, &head, width);
    if (plan.head.para)
        plan.head_height = plan.head.height + plan.apart.natural;
    plan.items = ZT_ARRAY(setting->arena, plan.quotes->count + 1, quotation);
    for (size_t i = 0; i < plan.quotes->count; i++) {
        zt_quote quote = plan.quotes->quotes[i];
        quote.text = marked(setting, &quote.text);
        plan.items[plan.count++] = plan_one(setting, &plan, &quote, &by, width);
    }
    if (plan.quotes->more) {
        zt_quote rest = others(setting, block->at);
        plan.items[plan.count++] = plan_one(setting, &plan, &rest, &by, width);
    }
    return plan;
}

/* Points of all quotations with such gaps between them. */
static double quotes_height(const quotes_plan *plan, double apart)
{
    double height = plan->head_height;
    for (size_t i = 0; i < plan->count; i++)
        height += plan->items[i].height + (i ? apart : 0);
    return height;
}

/* Spare height goes to the gaps between quotations. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    quotes_plan *own = ZT_NEW(setting->arena, quotes_plan);
    *own = plan_quotes(block, setting, width);
    double *heights = ZT_ARRAY(setting->arena, own->count, double);
    for (size_t i = 0; i < own->count; i++)
        heights[i] = own->items[i].height;
    double first = zt_wording_baseline(&own->head, 0);
    if (first < 0 && own->count > 0) /* beside a large mark, whose baseline is lower */
        first = zt_wording_baseline(&own->items[0].text, own->head_height);
    return (zt_plan){
        .extent = {quotes_height(own, own->apart.natural), quotes_height(own, own->apart.ceiling)},
        .first_baseline = first,
        .units = heights,
        .unit_count = own->count,
        .own = own};
}

/* A large mark: its ink hangs from the top of the first line's Han. */
static void place_mark(const zt_setting *setting, const quotes_plan *plan, const quotation *one,
                       zt_group *into)
{
    const double han_top = 0.046; /* em below the em box's top (R126) */
    if (zt_rich_is_empty(&one->mark))
        return;
    zt_str text = one->mark.spans[0].text;
    const zt_look *look = &plan->mark;
    zt_rect ink = zt_text_ink(setting, text, one->mark.at, look);
    zt_group *part = zt_scene_add_part(setting->scene, into, one->mark.at, "mark", ZT_ROLE_SPAN,
                                       (zt_rect){0, 0, plan->edge, look->text.size});
    zt_text_place(setting->diags, setting->scene, part, text, &look->text, &look->para,
                  ZT_ALIGN_START, -ink.x, han_top * plan->text.text.size - ink.y, one->mark.at);
    /* It takes the room of its ink, not that of the em in whose corner it stands. */
    if (part->first)
        part->first->box = (zt_rect){0, han_top * plan->text.text.size, ink.w, ink.h};
}

/* Draws the mark, the text and who said it. */
static void place_one(const zt_setting *setting, const quotes_plan *plan, const quotation *one,
                      zt_group *into)
{
    place_mark(setting, plan, one, into);
    zt_wording_place(setting, &one->text, into, "text", ZT_ROLE_SPAN, plan->large ? plan->edge : 0,
                     0);
    zt_wording_place(setting, &one->by, into, "by", ZT_ROLE_SPAN, plan->edge,
                     one->height - one->by.height);
}

/* All quotations with hairlines between them. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const quotes_plan *plan = planned->own;
    double width = planned->width;
    double spare = height - quotes_height(plan, plan->apart.natural);
    double apart = zt_gap_filled(plan->apart, spare, (double)plan->count - 1);
    double y = plan->head_height;
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, 0, 0);
    for (size_t i = 0; i < plan->count; i++) {
        const quotation *one = &plan->items[i];
        zt_pos at = one->text.at;
        zt_group *quote = zt_scene_add_part(setting->scene, into, at, "quote", ZT_ROLE_P,
                                            (zt_rect){0, y, width, one->height});
        if (i > 0 && i < plan->quotes->count)
            zt_rule_place(setting, at, quote,
                          (zt_rect){0, -(apart + HAIRLINE) / 2, width, HAIRLINE},
                          zt_setting_ink(setting, RULE_INK));
        place_one(setting, plan, one, quote);
        y += one->height + apart;
    }
}

static const zt_param params[] = {
    {"apart", ZT_PARAM(quotes_params, apart, GAP), NULL, "3..5", "两句之间", "between quotations"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"text", "statement", "引语", "quotation"},
    {"mark", "statement", "放大的引号", "large opening mark"},
    {"by", "label", "说话人", "who said it"},
    {0},
};

/* Half of the columns, a third at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){6, 4, 12};
}

const zt_block_kind zt_block_kind_quotes = {
    .name = "quotes",
    .spans = spans,
    .variants = "stack large",
    .params = {params, sizeof(quotes_params)},
    .parts = parts,
    .zh = "引语：一句一段，引号悬出，说话人另行；large 的引号放大。",
    .en = "Quotations with hanging marks, each with who said it; large: the marks enlarged.",
    .plan = plan,
    .place = place,
};
