/* gen/app/work_auto.c — template="auto": every template that holds for the slot and has places for
   the blocks is tried, the pages are scored, the best is taken. Of equal ones that whose name comes
   first, so that the choice is always the same. */
#include <stdlib.h>
#include <string.h>

#include "app/pipeline.h"
#include "app/score.h"

/* A template that has been tried. */
typedef struct attempt_of {
    zt_template *template_;
    zt_look_score score;
} attempt_of;

/* In a slot of a given height pages that leave so much of it are tried larger, the best ones, by
   the first of these ratios that has room. */
enum { LARGER_TEMPLATES = 4, LARGER_LEAST = 100 };
static const double LARGER[] = {2.2, 1.75, 1.5, 1.35, 1.2};
/* Where the page may be as high as it will, those that leave a piece empty (in points of the score)
   are tried by each of these; not in one or two columns, where larger type would fill no more. */
enum { HOLLOW_LEAST = 80 };
static const double BROADER[] = {1.75, 1.5, 1.3};
static const double BROAD = ZT_MM(160);

bool zt_work_is_auto(const zt_work *w)
{
    return w->auto_count > 0;
}

/* Loads the templates of graphics that hold for the slot; the first lends its theme to the model.
   What is wrong with others is no matter of this document. */
void zt_work_load_candidates(zt_work *w, zt_pos at)
{
    const char **names;
    size_t count = zt_session_template_names(w->session, &w->places, &names);
    w->auto_list = ZT_ARRAY(w->arena, count + 1, zt_template *);
    for (size_t i = 0; i < count; i++) {
        zt_template *t =
            zt_session_candidate(w->session, &w->places, names[i], w->job->theme, w->slot);
        if (t && (!w->slot || !w->slot->frame || t->widths.most > 0))
            w->auto_list[w->auto_count++] = t;
    }
    if (w->auto_count > 0)
        w->template_ = w->auto_list[0];
    else
        zt_report(w->diags, ZT_ERROR, "not-for-this-slot", w->slot ? w->slot->at : at,
                  "没有模板能排“%s”；zhitu list templates --verbose 列出各模板的宽度",
                  "no template holds for “%s”; zhitu list templates --verbose tells their widths",
                  w->slot ? w->slot->text : "auto");
}

/* Whether the template names a block of the document, heads and notes apart: one that takes all by
   "*" is for anything and looks like nothing. */
static bool is_meant(const zt_composition *composition)
{
    bool any = false;
    for (size_t i = 0; i < composition->block_count; i++) {
        const zt_block *block = composition->blocks[i];
        any = any || (!zt_block_is_furniture(block) && block->place && zt_block_is_named(block));
    }
    return any;
}

/* Whether some content of the document is placed. A page of its heads alone is none of its pages,
   however well it looks; a document that has nothing else is asked for no more. */
static bool shows_content(const zt_composition *composition)
{
    bool any = false, shown = false;
    for (size_t i = 0; i < composition->block_count; i++)
        if (!zt_block_is_furniture(composition->blocks[i])) {
            any = true;
            shown = shown || composition->blocks[i]->place;
        }
    return shown || !any;
}

/* One template through composition and layout, in an arena that goes with it. False when it does
   not do: errors, or text that does not fit. */
static bool try_template(const zt_work *w, zt_template *template_, bool strangers, bool inspected,
                         zt_look_score *score)
{
    zt_work t = *w;
    t.arena = zt_arena_beside(w->arena);
    template_ = zt_work_framed(&t, template_);
    t.diags = zt_diags_new(t.arena);
    t.template_ = template_;
    t.composition = zt_compose(t.arena, t.diags, t.doc, template_);
    zt_setting setting;
    bool good = !zt_diags_failed(t.diags) && (strangers || is_meant(t.composition)) &&
                shows_content(t.composition) && zt_work_setting(&t, &setting) &&
                zt_layout_has_faces(&setting, t.composition->blocks, t.composition->block_count);
    if (good) {
        t.layout = zt_work_layout(&t, &setting);
        good = !t.layout.overset && !zt_diags_failed(t.diags);
    }
    if (good) {
        t.book = zt_work_book(&t);
        t.book->pages = &setting.scene;
        t.book->page_count = 1;
        if (inspected)
            zt_work_inspect(&t);
        else
            zt_work_settle_inks(&t);
        good = !zt_diags_failed(t.diags);
    }
    if (good) {
        zt_score_page(t.arena, setting.scene, t.composition, &t.layout, template_->page_h <= 0,
                      score);
        zt_score_add(score, ZT_SCORE_SQUINT, (long)zt_work_squint(&t) * ZT_SCORE_SQUINT_POINTS);
    }
    zt_arena_drop(t.arena);
    return good;
}

/* ---- the least width ---- */

/* The work's template for a page of that many millimetres and the height of the slot; NULL when it
   does not hold for it. */
static zt_template *template_at(const zt_work *w, int mm)
{
    zt_buf text;
    zt_buf_init(&text, w->arena);
    zt_buf_printf(&text, "%d", mm);
    if (w->slot->height > 0) {
        zt_buf_puts(&text, "x");
        zt_buf_number(&text, zt_mm_from_pt(w->slot->height), 2);
    }
    zt_buf_puts(&text, "mm");
    zt_page_slot slot;
    if (!zt_page_slot_parse(zt_buf_view(&text), &slot))
        return NULL;
    return zt_session_candidate(w->session, &w->places, w->template_->name, w->job->theme, &slot);
}

static bool fits_at(const zt_work *w, int mm)
{
    zt_template *t = template_at(w, mm);
    zt_look_score unused;
    return t && try_template(w, t, true, true, &unused);
}

/* A block that found no room within its own place, as a caption beside a photograph. */
static bool has_overset(const zt_work *w)
{
    for (size_t i = 0; i < zt_diags_count(w->diags); i++)
        if (strcmp(zt_diags_at(w->diags, i)->code, "overset") == 0)
            return true;
    return false;
}

/* A page that is overset in its slot: the least width, in whole millimetres, at which the same
   template has room for it, by halving. */
void zt_work_tell_least_width(zt_work *w)
{
    if (!w->slot || w->slot->frame || w->template_->widths.most <= 0 ||
        !(w->layout.overset || has_overset(w)))
        return;
    int low = (int)zt_mm_from_pt(w->slot->width) + 1;
    int high = (int)(zt_mm_from_pt(w->template_->widths.most) + 1e-6);
    bool any = low <= high && fits_at(w, high);
    while (any && low < high) {
        int middle = low + (high - low) / 2;
        if (fits_at(w, middle))
            high = middle;
        else
            low = middle + 1;
    }
    if (any)
        zt_report(w->diags, ZT_ERROR, "not-for-this-slot", w->slot->at,
                  "内容排不进“%s”；用模板“%s”至少要 %d 毫米宽",
                  "the content does not go into “%s”; in the template “%s” it takes %d mm at least",
                  w->slot->text, w->template_->name, high);
    else
        zt_report(w->diags, ZT_ERROR, "not-for-this-slot", w->slot->at,
                  "内容排不进“%s”，模板“%s”再宽也不行；换模板、换高一些的版位，或精简内容",
                  "the content does not go into “%s”, nor into any width of the template “%s”: "
                  "another template, a higher slot, or less content",
                  w->slot->text, w->template_->name);
}

/* ---- the choice ---- */

/* How many times as large as it is laid out. */
static double ratio_of(const zt_template *t)
{
    return t->slot && t->slot->magnify > 0 ? t->slot->magnify : 1;
}

/* By score, then by name, then the smaller. */
static int by_score(const void *a, const void *b)
{
    const attempt_of *left = a, *right = b;
    if (left->score.total != right->score.total)
        return left->score.total < right->score.total ? -1 : 1;
    int names = strcmp(left->template_->name, right->template_->name);
    return names ? names
                 : (ratio_of(left->template_) > ratio_of(right->template_)) -
                       (ratio_of(left->template_) < ratio_of(right->template_));
}

/* The template for a room that is so many times smaller than the slot; NULL when it does not hold
   for it. */
static zt_template *larger_template(const zt_work *w, const char *name, double ratio)
{
    zt_page_slot slot = *w->slot;
    zt_buf text;
    zt_buf_init(&text, w->arena);
    zt_buf_printf(&text, "%s/", w->slot->text);
    zt_buf_number(&text, ratio, 2);
    slot.width = w->slot->width / ratio;
    slot.height = w->slot->height / ratio;
    slot.magnify = ratio;
    slot.text = text.data;
    return zt_session_candidate(w->session, &w->places, name, w->job->theme, &slot);
}

/* Tries a page of any height in larger type, and takes the best of it. */
static bool try_broader(const zt_work *w, const attempt_of *at, bool strangers, attempt_of *out)
{
    bool any = false;
    for (size_t i = 0; i < sizeof BROADER / sizeof *BROADER; i++) {
        attempt_of next = {.template_ = larger_template(w, at->template_->name, BROADER[i])};
        bool good =
            next.template_ && try_template(w, next.template_, strangers, false, &next.score);
        if (good && (!any || next.score.total < out->score.total))
            *out = next;
        any = any || good;
    }
    return any;
}

/* Tries the page in larger type, the largest that has room for all of it. */
static bool try_larger(const zt_work *w, const attempt_of *at, bool strangers, attempt_of *out)
{
    for (size_t i = 0; i < sizeof LARGER / sizeof *LARGER; i++) {
        out->template_ = larger_template(w, at->template_->name, LARGER[i]);
        if (out->template_ && try_template(w, out->template_, strangers, false, &out->score))
            return true;
    }
    return false;
}

/* What stands in a slot of columns and lines is set in the sizes of the page around it. */
static bool may_be_larger(const zt_work *w)
{
    return w->slot && !w->slot->frame && w->slot->columns == 0 &&
           (w->slot->height > 0 || w->slot->width >= BROAD);
}

/* Adds to `out` the larger one of a page that leaves room for it. */
static bool grow(const zt_work *w, const attempt_of *at, bool strangers, attempt_of *out)
{
    const long *terms = at->score.terms;
    if (w->slot->height > 0)
        return terms[ZT_SCORE_EMPTY] + terms[ZT_SCORE_SLACK] >= LARGER_LEAST &&
               try_larger(w, at, strangers, out);
    return (terms[ZT_SCORE_EMPTY] >= HOLLOW_LEAST || terms[ZT_SCORE_SQUINT] > 0) &&
           try_broader(w, at, strangers, out);
}

/* Adds the larger ones of the best; `list` has room for them. */
static size_t add_larger(const zt_work *w, attempt_of *list, size_t count, bool strangers)
{
    size_t best = count < LARGER_TEMPLATES ? count : LARGER_TEMPLATES, all = count;
    for (size_t i = 0; i < best; i++)
        all += grow(w, &list[i], strangers, &list[all]);
    return all;
}

/* Those that do, the best first. When no template names a block, all are tried. */
static size_t try_all(const zt_work *w, attempt_of *list)
{
    size_t count = 0;
    bool strangers = false;
    for (int round = 0; round < 2 && count == 0; round++) {
        strangers = round > 0;
        for (size_t i = 0; i < w->auto_count; i++)
            if (try_template(w, w->auto_list[i], strangers, false, &list[count].score))
                list[count++].template_ = w->auto_list[i];
    }
    if (count > 1)
        qsort(list, count, sizeof *list, by_score);
    size_t all = may_be_larger(w) ? add_larger(w, list, count, strangers) : count;
    if (all > count)
        qsort(list, all, sizeof *list, by_score);
    return all;
}

/* "38 = empty 12 + paper 26": terms of nothing are left out. */
static const char *terms_text(zt_arena *arena, const zt_look_score *score, bool zh)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_printf(&out, "%ld", score->total);
    bool any = false;
    for (zt_score_term i = 0; i < ZT_SCORE_TERMS; i++)
        if (score->terms[i] != 0) {
            zt_buf_printf(&out, "%s%s %ld", any ? " + " : " = ",
                          zh ? zt_score_term_zh(i) : zt_score_term_name(i), score->terms[i]);
            any = true;
        }
    return out.data;
}

/* card, or card × 1.5 for a larger one. */
static const char *shown_name(zt_arena *arena, const zt_template *t)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, t->name);
    if (ratio_of(t) > 1) {
        zt_buf_puts(&out, " × ");
        zt_buf_number(&out, ratio_of(t), 2);
    }
    return out.data;
}

/* What was taken; with --explain also the runners-up. */
static void tell(const zt_work *w, const attempt_of *list, size_t count, size_t taken)
{
    zt_arena *arena = w->arena;
    zt_report(w->diags, ZT_NOTE, "auto-chosen", w->doc->template_at, "试了 %zu 个模板，选“%s”：%s",
              "of %zu templates that were tried “%s” was chosen: %s", count,
              shown_name(arena, list[taken].template_),
              terms_text(arena, &list[taken].score, w->session->config.lang == ZHITU_ZH));
    for (size_t i = 0; i < count && w->job->explain; i++) {
        const char *terms = terms_text(arena, &list[i].score, w->session->config.lang == ZHITU_ZH);
        if (i < taken)
            zt_report(w->diags, ZT_NOTE, "auto-runner-up", w->doc->template_at,
                      "“%s”没有通过版面检查：%s", "“%s” did not pass the checks of the page: %s",
                      shown_name(arena, list[i].template_), terms);
        else if (i > taken)
            zt_report(w->diags, ZT_NOTE, "auto-runner-up", w->doc->template_at, "其次“%s”：%s",
                      "next “%s”: %s", shown_name(arena, list[i].template_), terms);
    }
}

void zt_work_choose(zt_work *w)
{
    attempt_of *list = ZT_ARRAY(w->arena, w->auto_count + LARGER_TEMPLATES + 1, attempt_of);
    size_t count = try_all(w, list);
    if (count == 0) {
        zt_report(
            w->diags, ZT_ERROR, "not-for-this-slot", w->slot ? w->slot->at : w->doc->template_at,
            "%zu 个模板都排不下；换大一些的 slot，或精简内容",
            "none of %zu templates has room for it; a larger slot, or less content", w->auto_count);
        return;
    }
    /* The checks of the page cost more than the page: only those that are to be taken are checked.
     */
    size_t taken = 0;
    zt_look_score score;
    while (taken < count && !try_template(w, list[taken].template_, true, true, &score))
        taken++;
    if (taken == count) {
        zt_report(
            w->diags, ZT_ERROR, "not-for-this-slot", w->slot ? w->slot->at : w->doc->template_at,
            "%zu 个模板排得下，但都没有通过版面检查（“%s”最好）；换大一些的 slot，或用 -t "
            "指定模板看原因",
            "%zu templates have room for it, but none passes the checks of the page (“%s” is the "
            "best); a larger slot, or name a template with -t to see why",
            count, list[0].template_->name);
        return;
    }
    w->template_ = zt_work_framed(w, list[taken].template_);
    tell(w, list, count, taken);
}
