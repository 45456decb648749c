/* Inline text of the model as runs of the text engine: which characters stand in which look. */
#include "block/words/rich.h"

#include "base/unit.h"

/* Inferior and superior figures: 0.62 of the size, moved by a part of the size of the text beside
   them, so that 2.5 in PM2.5 stands on the foot of the capitals and a superior hangs from their
   top. */
static const double SCRIPT_RATIO = 0.62;
/* The least that the theme prints counts before the ratio, as far as an inferior is still one; a
   mark of a note has to be read on its own. */
static const double SCRIPT_MOST = 0.75;
static const double SUP_RISE = 0.33;
static const double SUB_RISE = -0.12;

/* The runs while they are made. */
typedef struct rich_writer {
    zt_arena *arena;
    const zt_rich_style *style;
    double least_type; /* of the theme, points */
    ZT_VEC(zt_run) runs;
} rich_writer;

/* The type of a span: inferiors and superiors are smaller and moved, but never smaller than the
   theme prints. */
static const zt_text_style *text_style_of(const rich_writer *w, const zt_look *look,
                                          const zt_span *span)
{
    if (!span->sub && !span->sup)
        return &look->text;
    zt_text_style *script = ZT_NEW(w->arena, zt_text_style);
    *script = look->text;
    script->beside = script->size;
    script->rise += script->size * (span->sup ? SUP_RISE : SUB_RISE);
    script->size *=
        zt_clamp(w->least_type / script->size, SCRIPT_RATIO, span->mark ? 1 : SCRIPT_MOST);
    return script;
}

/* The look of a span's words: <em> without marks is strong. */
static const zt_look *plain_look(const rich_writer *w, const zt_span *span)
{
    return zt_span_is_strong(span) && w->style->strong ? w->style->strong : w->style->base;
}

/* Adds a run with the marks of its span; `bound` keeps it in one line. */
static void add_run(rich_writer *w, zt_str text, const zt_look *look, const zt_span *span,
                    bool bound)
{
    static const zt_mark_line lines[] = {[ZT_EM_NO_LINE] = ZT_MARK_NO_LINE,
                                         [ZT_EM_PROPER] = ZT_MARK_STRAIGHT,
                                         [ZT_EM_TITLE] = ZT_MARK_WAVY};
    if (text.len == 0)
        return;
    zt_run run = {.text = text,
                  .style = text_style_of(w, look, span),
                  .at = span->at,
                  .bound = bound || span->ruby.len > 0,
                  .tcy = span->tcy,
                  .marks = {span->dots, lines[span->em_line], span->item},
                  .ruby = span->ruby};
    ZT_PUSH(w->arena, &w->runs, run);
}

/* With a figure look only the digits take it (R66); bold without one, 40个 is bold as a whole. */
static void add_quantity(rich_writer *w, const zt_span *span)
{
    const zt_quantity *q = span->quantity;
    const zt_rich_style *style = w->style;
    const zt_look *words = plain_look(w, span);
    const zt_look *strong = style->strong ? style->strong : style->base;
    zt_str text = span->text;
    if (q->figure_end <= q->figure_first || q->figure_end > text.len) {
        add_run(w, text, q->has_number ? words : strong, span, !q->has_number);
        return;
    }
    size_t end = q->figure_end;
    if (!style->figure)
        end += zt_unit_end(zt_str_slice(text, end, text.len), style->base->para.units);
    add_run(w, zt_str_slice(text, 0, q->figure_first), words, span, false);
    add_run(w, zt_str_slice(text, q->figure_first, end), style->figure ? style->figure : strong,
            span, true);
    add_run(w, zt_str_slice(text, end, text.len), words, span, false);
}

/* The runs of inline text, in the arena of the setting. */
size_t zt_rich_runs(const zt_setting *setting, const zt_rich *rich, const zt_rich_style *style,
                    zt_run **out)
{
    rich_writer w = {.arena = setting->arena,
                     .style = style,
                     .least_type = setting->template_->theme->limits.type};
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        switch (span->kind) {
        case ZT_SPAN_TEXT:
            add_run(&w, span->text, plain_look(&w, span), span, false);
            break;
        case ZT_SPAN_QUANTITY:
            add_quantity(&w, span);
            break;
        case ZT_SPAN_BREAK:
            add_run(&w, ZT_STR("\n"), style->base, span, false);
            break;
        case ZT_SPAN_SEE:
        case ZT_SPAN_NOTE: /* paginate/ puts texts in their place */
            break;
        }
    }
    *out = w.runs.items;
    return w.runs.count;
}

/* Inline text as a paragraph of a width. */
zt_para *zt_rich_set(const zt_setting *setting, const zt_rich *rich, const zt_rich_style *style,
                     double width)
{
    zt_run *runs = NULL;
    size_t count = zt_rich_runs(setting, rich, style, &runs);
    return zt_para_break(setting->arena, setting->diags, runs, count, &style->base->para, width);
}

/* A text as a paragraph of a width. */
zt_para *zt_plain_set(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                      double width)
{
    zt_run run = {.text = text, .style = &look->text, .at = at};
    return zt_para_break(setting->arena, setting->diags, &run, text.len ? 1 : 0, &look->para,
                         width);
}
