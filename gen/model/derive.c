/* Values with calc=: evaluated in the order that they need each other, rounded once, printed with
   the label 推算. A text that is given beside the expression is compared with it. */
#include "model/calc.h"
#include "model/doc_imp.h"
#include "model/quantity_imp.h"

#include <string.h>

#include "base/unit.h"

/* A value may be computed from computed values so deep; MAX_DECIMALS is the most that precision=
   may ask for. */
enum { LONGEST_CHAIN = 64, MAX_DECIMALS = 12 };

/* RUNNING marks a value that is being computed: meeting it again is a loop. */
typedef enum calc_state { CALC_WAITING, CALC_RUNNING, CALC_DONE, CALC_FAILED } calc_state;
/* One value with calc= and how far it has come. */
typedef struct calc_job {
    const zt_node *node;
    zt_quantity *q;
    calc_state state;
} calc_job;

/* The run that computes one value and all that it needs; depth counts them. */
typedef struct evaluation {
    zt_doc_reader *r;
    int depth;
} evaluation;

/* Both as keys: the address of the quantity. */
static zt_str key_of(zt_arena *arena, const zt_quantity *q)
{
    return (zt_str){zt_arena_copy(arena, (const char *)&q, sizeof q), sizeof q};
}

/* The job of a quantity, or NULL when it is written and not computed. */
static calc_job *job_of(const zt_doc_reader *r, const zt_quantity *q)
{
    const zt_named *found = zt_names_find(&r->calcs, (zt_str){(const char *)&q, sizeof q});
    return found ? found->value : NULL;
}

/* Registers a value with calc= while the tree is read. It is computed later, when all ids are
   known. */
void zt_calc_announce(zt_doc_reader *r, const zt_node *node, zt_quantity *q)
{
    calc_job *job = ZT_NEW(r->arena, calc_job);
    *job = (calc_job){.node = node, .q = q, .state = CALC_WAITING};
    zt_names_add(r->arena, &r->calcs, key_of(r->arena, q), node->at, job);
}

/* Marks a value as computed by the label 推算 (“computed”), which the text of a newspaper owes its
   readers; one that already says it keeps its words. `bare` is the text without the label. */
void zt_quantity_label(zt_arena *arena, zt_quantity *q, zt_str bare)
{
    uintptr_t first = (uintptr_t)bare.data, unit = (uintptr_t)q->unit.data;
    bool within = q->unit.len > 0 && unit >= first && unit < first + bare.len;
    q->bare = q->text = bare;
    zt_str word = zt_status_word(q);
    q->labelled = true;
    if (word.len > 0)
        q->text = zt_str_from(zt_arena_printf(
            arena, ZT_IN(q->language, "%.*s（%.*s）", "%.*s (%.*s)"), ZT_ARG(bare), ZT_ARG(word)));
    if (within)
        q->unit.data = q->text.data + (unit - first);
}

/* ---- operands ---- */

static bool evaluate(evaluation *c, calc_job *job);

/* calc-operand: the quantity named is no number to calculate with. Always false. */
static bool refuse_operand(evaluation *c, const zt_quantity *q, zt_pos at, const char *zh,
                           const char *en)
{
    zt_report(c->r->diags, ZT_ERROR, "calc-operand", at, "“%.*s”%s%.0s，不能参加计算",
              "\"%.*s\" %.0s%s and cannot be part of an expression", ZT_ARG(q->text), zh, en);
    return false;
}

/* 元/人次 is 元 per 人次; 台/套 is one unit. */
static void split_per(zt_str *unit, zt_str *per)
{
    for (size_t i = 1; i + 1 < unit->len; i++)
        if (unit->data[i] == '/' && !zt_str_is(*unit, "台/套")) {
            *per = zt_str_slice(*unit, i + 1, unit->len);
            *unit = zt_str_slice(*unit, 0, i);
            return;
        }
}

/* A bare number of a chart is in the unit that its data names. */
static void read_unit(const evaluation *c, zt_str given, int *scale, zt_str *unit, zt_str *per)
{
    if (zt_unit_split(given, c->r->options.units, scale, unit) < given.len)
        *unit = zt_str_slice(given, zt_unit_scale(given, scale), given.len);
    split_per(unit, per);
}

/* A quantity as an operand, in its own unit and scale. A bare number of a chart takes those of the
   chart. */
static bool read_operand(evaluation *c, const zt_quantity *q, zt_pos at, zt_calc_value *out)
{
    zt_num value = q->value;
    bool bare = q->unit.len == 0 && q->scale == 0 && q->shared_unit.len > 0;
    *out = (zt_calc_value){.unit = q->unit,
                           .per = q->per,
                           .scale = q->scale,
                           .decimals = q->printed.decimals,
                           .approx = q->approx || q->bound != ZT_EXACT};
    if (bare)
        read_unit(c, q->shared_unit, &out->scale, &out->unit, &out->per);
    if (bare && !zt_num_scale(&value, out->scale))
        return refuse_operand(c, q, at, "位数太多", "has too many digits");
    return zt_ratio_of(value, &out->value) ||
           refuse_operand(c, q, at, "位数太多", "has too many digits");
}

/* Called by the evaluator for each id. Other values with calc= are computed first. A missing
   operand makes the result missing, and not an error before the final run. */
static bool find_operand(void *context, zt_str name, zt_pos at, zt_calc_value *out)
{
    evaluation *c = context;
    const zt_quantity *q = zt_find_quantity(c->r, name);
    if (!q) {
        zt_report_unknown_id(c->r, "calc", name, at);
        return false;
    }
    calc_job *job = job_of(c->r, q);
    if (job && job->state == CALC_RUNNING) {
        zt_report(c->r->diags, ZT_ERROR, "calc-loop", at, "“%.*s”要用它自己来算：算式绕成了圈",
                  "\"%.*s\" is computed from itself", ZT_ARG(name));
        return false;
    }
    if (job && !evaluate(c, job))
        return false; /* which has been said */
    out->missing = q->status == ZT_MISSING;
    if (out->missing)
        return true;
    if (q->says == ZT_SAYS_STATEMENT)
        return refuse_operand(c, q, at, "没有数值", "has no number");
    if (zt_phrase_is_stated(q->text)) /* 3:2 is right, and no number */
        return refuse_operand(c, q, at, "是比分或时刻", "is a score or a time of the day");
    if (!q->has_number)
        return false; /* the same */
    if (q->range_to)
        return refuse_operand(c, q, at, "是起讫", "is a range");
    if (q->kind == ZT_Q_RANK)
        return refuse_operand(c, q, at, "是名次", "is a rank");
    if (q->kind == ZT_Q_CHANGE && q->says != ZT_SAYS_PLAIN && q->says != ZT_SAYS_RATIO)
        return refuse_operand(c, q, at, "不是它自己的增减", "is no growth of the value itself");
    return read_operand(c, q, at, out);
}

/* ---- results ---- */

/* How the result is printed: unit, scale (a power of ten), decimals and rounding. */
typedef struct target {
    zt_str unit, per;
    int scale, decimals;
    zt_rounding rounding;
    /* The unit is that of the chart and not repeated. */
    bool bare;
    /* Decimals that come from a change of scale alone are not printed as zeros. */
    bool trim;
} target;

/* calc-units: the result is in one unit and another is asked for. */
static bool refuse_unit(evaluation *c, const calc_job *job, const zt_calc_value *v, zt_str wanted)
{
    zt_report(c->r->diags, ZT_ERROR, "calc-units", zt_node_attr_at(job->node, "calc"),
              "算出来的单位是“%.*s%s%.*s”，这里要的是“%.*s”",
              "the result is in \"%.*s%s%.*s\", \"%.*s\" is wanted here", ZT_ARG(v->unit),
              v->per.len ? "/" : "", ZT_ARG(v->per), ZT_ARG(wanted));
    return false;
}

/* As many decimals as the first operand of this unit has, in the scale of the result. */
static int inherited_decimals(const zt_calc_value *v, int scale)
{
    int decimals = v->decimals + scale - v->scale;
    return decimals < 0 ? 0 : decimals > MAX_DECIMALS ? MAX_DECIMALS : decimals;
}

/* A plain number becomes 37% or 2.1倍 where that is asked for, and anything when no operand had a
   unit. */
static bool fit_unit(evaluation *c, const calc_job *job, zt_calc_value *v, target *t, zt_str wanted)
{
    int64_t factor = zt_calc_factor(t->unit);
    if (zt_str_equal(v->unit, t->unit) && zt_str_equal(v->per, t->per))
        return true;
    if (v->unit.len > 0)
        return refuse_unit(c, job, v, wanted);
    if (factor == 0)
        return true;
    return zt_ratio_multiply(v->value, (zt_ratio){factor, 1}, &v->value);
}

/* From unit= and precision= of the value; what they leave open follows the operands. */
static bool read_target(evaluation *c, const calc_job *job, zt_calc_value *v, target *t)
{
    zt_num precision;
    zt_str own = zt_node_attr(job->node, "unit", NULL), shared = job->q->shared_unit;
    zt_str wanted = own.len ? own : shared;
    *t = (target){.unit = v->unit, .per = v->per, .scale = v->scale};
    t->bare = own.len == 0 && shared.len > 0;
    if (wanted.len > 0) {
        t->unit = t->per = (zt_str){0};
        read_unit(c, wanted, &t->scale, &t->unit, &t->per);
        if (!fit_unit(c, job, v, t, wanted))
            return false;
    }
    t->decimals = inherited_decimals(v, t->scale);
    t->trim = t->decimals > v->decimals;
    if (zt_num_parse(zt_node_attr(job->node, "precision", NULL), &precision) &&
        precision.scaled <= MAX_DECIMALS)
        *t =
            (target){t->unit, t->per, t->scale, (int)precision.scaled, t->rounding, t->bare, false};
    t->rounding = zt_attr_index(job->node, "round", "half-up half-even") ? ZT_ROUND_HALF_EVEN
                                                                         : ZT_ROUND_HALF_UP;
    return true;
}

/* calc-limit for the result. */
static bool refuse_size(evaluation *c, const calc_job *job)
{
    zt_report(c->r->diags, ZT_ERROR, "calc-limit", zt_node_attr_at(job->node, "calc"),
              "算出来的数位数太多，最多 18 位", "the result has too many digits, at most 18");
    return false;
}

/* Writes the text of the result: 约 if an operand was approximate, the number, then scale and unit
   unless the chart prints them. */
static void print_result(evaluation *c, const target *t, const zt_calc_value *v, zt_quantity *q)
{
    zt_buf out;
    zt_buf_init(&out, c->r->arena);
    zt_buf_puts(&out, v->approx ? ZT_IN(q->language, "约", "about ") : "");
    q->figure_first = out.len;
    zt_num_print(&out, q->printed, false);
    q->figure_end = out.len;
    if (!t->bare) {
        zt_buf_str(&out, zt_scale_behind(c->r->arena, q->language, t->scale));
        zt_buf_str(&out, zt_unit_behind(c->r->arena, q->language, t->unit));
        zt_buf_puts(&out, t->per.len ? "/" : "");
        zt_buf_str(&out, t->per);
        q->scale = t->scale;
        q->per = t->per.len ? t->per : q->per;
        size_t end = out.len - t->per.len - (t->per.len > 0);
        q->unit = zt_str_slice(zt_buf_view(&out), end - t->unit.len, end);
    }
    q->derived = true;
    zt_quantity_label(c->r->arena, q, zt_buf_view(&out));
}

/* Nothing is printed in the text: the result stands there. */
static bool put_result(evaluation *c, calc_job *job, zt_calc_value *v)
{
    zt_quantity *q = job->q;
    target t;
    if (!read_target(c, job, v, &t))
        return false;
    if (!zt_ratio_round(v->value, t.scale, t.decimals, t.rounding, &q->printed))
        return refuse_size(c, job);
    if (t.trim)
        zt_num_trim(&q->printed);
    q->value = q->printed;
    v->approx |= zt_attr_index(job->node, "bound", "exact about below above") == ZT_ABOUT;
    if (!t.bare && !zt_num_scale(&q->value, t.scale))
        return refuse_size(c, job);
    q->approx = v->approx;
    q->bound = v->approx ? ZT_ABOUT : ZT_EXACT;
    q->has_number = true;
    print_result(c, &t, v, q);
    return true;
}

/* Within what 约, 超, 近 leave open: above its figure, below it, or rounded to it. */
static bool agrees(const zt_quantity *q, const zt_calc_value *v, const zt_calc_value *given,
                   zt_rounding rounding)
{
    zt_num exact;
    zt_ratio over;
    if (q->bound == ZT_ABOVE || q->bound == ZT_BELOW)
        return zt_ratio_subtract(v->value, given->value, &over) &&
               (q->bound == ZT_ABOVE ? over.num >= 0 : over.num <= 0);
    return zt_ratio_round(v->value, given->scale, q->printed.decimals, rounding, &exact) &&
           zt_num_compare(exact, q->printed) == 0;
}

/* calc-differs: a value with both a text and calc= keeps its text, and the text must agree with
   the result. Pointers into the old text are moved to the labelled one. */
static bool check_text(evaluation *c, calc_job *job, zt_calc_value *v)
{
    zt_quantity *q = job->q;
    target t;
    zt_calc_value given;
    if (!read_operand(c, q, q->at, &given))
        return false;
    t = (target){.unit = given.unit, .per = given.per};
    if (!fit_unit(c, job, v, &t, given.unit))
        return false;
    zt_rounding rounding = zt_attr_index(job->node, "round", "half-up half-even")
                               ? ZT_ROUND_HALF_EVEN
                               : ZT_ROUND_HALF_UP;
    if (!agrees(q, v, &given, rounding)) {
        zt_num exact;
        zt_buf is;
        zt_buf_init(&is, c->r->arena);
        if (zt_ratio_round(v->value, given.scale, q->printed.decimals, rounding, &exact))
            zt_num_print(&is, exact, false);
        zt_report(c->r->diags, ZT_ERROR, "calc-differs", q->at,
                  "写的是“%.*s”，按 %.*s 算是 %s%s%.*s", "\"%.*s\" is written, %.*s gives %s%s%.*s",
                  ZT_ARG(q->text), ZT_ARG(q->calc), is.len ? is.data : "?",
                  zt_scale_word(given.scale), ZT_ARG(given.unit));
    }
    q->derived = true;
    zt_quantity_label(c->r->arena, q, q->text);
    return true;
}

/* A result that needs a missing value is missing too; in a final run that is an error. */
static void put_missing(evaluation *c, calc_job *job)
{
    zt_quantity *q = job->q;
    q->status = ZT_MISSING;
    q->text = zt_missing_word(q->language);
    if (c->r->options.final)
        zt_report(c->r->diags, ZT_ERROR, "value-missing", q->at,
                  "算式 %.*s 里有一个值还缺，定稿前要补上",
                  "a value of %.*s is still missing, a final version needs it", ZT_ARG(q->calc));
}

/* Takes a result into the quantity: a text that is there is checked, otherwise it is printed. */
static bool finish(evaluation *c, calc_job *job, zt_calc_value *v)
{
    zt_quantity *q = job->q;
    if (v->missing) {
        put_missing(c, job);
        return true;
    }
    if (!zt_node_find(job->node, "status"))
        q->status = ZT_COMPUTED;
    return q->text.len > 0 && q->has_number ? check_text(c, job, v) : put_result(c, job, v);
}

/* Computes one value once; later calls return what came of it. */
static bool evaluate(evaluation *c, calc_job *job)
{
    zt_calc calc = {c->r->diags, zt_units_at(c->r, job->node), find_operand, c};
    zt_pos at = zt_node_attr_at(job->node, "calc");
    zt_calc_value value;
    if (job->state == CALC_DONE || job->state == CALC_FAILED)
        return job->state == CALC_DONE;
    job->state = CALC_RUNNING;
    bool good = c->depth < LONGEST_CHAIN;
    if (good) {
        c->depth++;
        good = zt_calc_eval(&calc, job->q->calc, at, &value) && finish(c, job, &value);
        c->depth--;
    } else {
        zt_report(c->r->diags, ZT_ERROR, "calc-limit", at, "推算套推算，超过了 %d 层",
                  "computed from computed values more than %d deep", LONGEST_CHAIN);
    }
    job->state = good ? CALC_DONE : CALC_FAILED;
    return good;
}

/* Computes every value with calc= in the document. */
void zt_calc_all(zt_doc_reader *r)
{
    for (size_t i = 0; i < r->calcs.list.count; i++) {
        evaluation c = {.r = r};
        evaluate(&c, r->calcs.list.items[i].value);
    }
}
