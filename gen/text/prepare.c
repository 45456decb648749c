/* gen/text/prepare.c — characters from runs, up to where lines are made: classes, shapes, widths
   and gaps. Paragraphs begin with it, and so do texts of one line and the small texts of ruby. */
#include "base/utf8.h"
#include "text/para_imp.h"

/* One text and one array of characters for all runs, so that rules see over their borders. */
static void join_text(zt_para_imp *imp)
{
    zt_buf text;
    size_t chars = 0;
    zt_buf_init(&text, imp->arena);
    for (size_t r = 0; r < imp->run_count; r++) {
        zt_buf_str(&text, imp->runs[r].text);
        chars += zt_utf8_count(imp->runs[r].text);
    }
    imp->text = zt_buf_view(&text);
    imp->chars = ZT_ARRAY(imp->arena, chars + 1, zt_char);
}

/* The characters of run `r`, whose text begins at byte `base` of the joined text. */
static void add_chars_of(zt_para_imp *imp, size_t r, size_t base)
{
    const zt_run *run = &imp->runs[r];
    for (size_t at = 0; at < run->text.len;) {
        zt_char *c = &imp->chars[imp->count++];
        c->offset = (uint32_t)(base + at);
        c->cp = zt_utf8_next(run->text, &at);
        c->bytes = (uint8_t)(base + at - c->offset);
        c->run = (uint32_t)r;
        c->style = run->style;
        c->face = run->style->face;
        c->scale = 1.0;
    }
}

/* The order matters: classes before turns, turns before shaping, shaping before widths, widths
   before gaps. */
zt_para_imp *zt_para_prepare(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                             const zt_para_style *style)
{
    zt_para_imp *imp = ZT_NEW(arena, zt_para_imp);
    imp->arena = arena;
    imp->diags = diags;
    imp->style = *style;
    imp->runs = runs;
    imp->run_count = run_count;
    join_text(imp);
    for (size_t r = 0, base = 0; r < run_count; base += runs[r].text.len, r++)
        add_chars_of(imp, r, base);
    zt_chars_classify(imp);
    if (style->vertical && style->plain_orientation)
        zt_chars_turn_plain(imp);
    else if (style->vertical)
        zt_chars_turn(imp);
    zt_chars_itemise(imp);
    zt_chars_shape(imp);
    zt_chars_squeeze(imp);
    zt_chars_space(imp);
    return imp;
}

zt_para_imp *zt_line_prepare(zt_arena *arena, zt_diags *diags, zt_str text,
                             const zt_text_style *style, const zt_para_style *para, zt_pos at)
{
    zt_run *run = ZT_NEW(arena, zt_run);
    *run = (zt_run){.text = text, .style = style, .at = at};
    zt_para_style flat = *para;
    flat.vertical = false;
    return zt_para_prepare(arena, diags, run, 1, &flat);
}
