/* gen/app/lists.c — zhitu list: what there is, from the same tables that drive the program: kinds
   of block and chart with their parts and parameters, outputs, profiles, fonts, inks, icons.
   Nothing is listed by hand, so nothing can be missing. */
#include <string.h>

#include "app/session.h"
#include "base/format.h"
#include "base/json.h"
#include "block/blocks.h"
#include "chart/chart.h"
#include "export/export.h"
#include "model/doc.h"
#include "xml/grammar.h"

/* A list while it is printed, as text or as JSON. */
typedef struct listing {
    zt_buf out;
    zt_arena *arena;
    bool verbose, json, english;
    size_t count;
} listing;

/* Begins a row with its name; in JSON the object is opened. Ends with end_row. */
static void begin_row(listing *l, const char *name)
{
    if (l->json) {
        zt_json_open_line(&l->out, NULL, '{');
        zt_json_word(&l->out, "name", name);
    } else {
        zt_buf_puts(&l->out, name);
    }
    l->count++;
}

/* A further column of the row; nothing for an empty value. */
static void cell(listing *l, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    if (l->json) {
        zt_json_word(&l->out, key, value);
    } else {
        zt_buf_printf(&l->out, "\t%s", value);
    }
}

/* A line end, or the end of the object. */
static void end_row(listing *l)
{
    zt_buf_puts(&l->out, l->json ? "}" : "\n");
}

/* A line below a row, for --verbose; only in the text form. `more` is an initial value or the
   like, `doc` its meaning; both may be NULL. */
static void detail(listing *l, const char *what, const char *name, const char *more,
                   const char *doc)
{
    if (!l->json)
        zt_buf_printf(&l->out, "    %s %s%s%s%s%s\n", what, name, more ? " = " : "",
                      more ? more : "", doc ? "  — " : "", doc ? doc : "");
}

/* The text in the job's language. */
static const char *in_language(const listing *l, const char *zh, const char *en)
{
    return l->english ? en : zh;
}

/* What may be written for the parameter, in a word of the user's language; for words the words
   themselves. */
static const char *param_kind(const listing *l, const zt_param *row)
{
    switch (row->type) {
    case ZT_PARAM_POINTS:
        return in_language(l, "长度", "length");
    case ZT_PARAM_LENGTH:
        return in_language(l, "长度，可用 em", "length, em too");
    case ZT_PARAM_GAP:
        return in_language(l, "间距", "gap");
    case ZT_PARAM_NUMBER:
        return in_language(l, "数", "number");
    case ZT_PARAM_COUNT:
        return in_language(l, "整数", "whole number");
    case ZT_PARAM_YES:
        return "yes no";
    case ZT_PARAM_WORD:
    case ZT_PARAM_WORDS:
        return row->values;
    case ZT_PARAM_TEXT:
        return in_language(l, "文字", "text");
    case ZT_PARAM_INK:
        return in_language(l, "油墨", "ink");
    case ZT_PARAM_INKS:
        return in_language(l, "若干油墨", "inks");
    case ZT_PARAM_NUMBERS:
        return in_language(l, "若干数", "numbers");
    }
    return "";
}

/* One line a parameter: name, initial value, meaning, and what may be written. */
static void list_params(listing *l, zt_param_table table)
{
    for (const zt_param *row = table.rows; row && row->name; row++) {
        bool ranged = row->values && (row->type == ZT_PARAM_COUNT || row->type == ZT_PARAM_NUMBER);
        const char *doc =
            zt_arena_printf(l->arena, "%s [%s%s%s]", in_language(l, row->zh, row->en),
                            param_kind(l, row), ranged ? " " : "", ranged ? row->values : "");
        detail(l, "set", row->name, row->initial, doc);
    }
}

/* With --verbose parts and parameters below each. */
static void list_blocks(listing *l)
{
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *k = zt_block_kinds[i];
        begin_row(l, k->name);
        cell(l, "variants", k->variants);
        cell(l, "doc", in_language(l, k->zh, k->en));
        end_row(l);
        if (!l->verbose)
            continue;
        for (const zt_part_default *p = k->parts; p && p->name; p++)
            detail(l, "part", p->name, p->style, in_language(l, p->zh, p->en));
        list_params(l, k->params);
    }
}

/* The kinds of chart. */
static void list_charts(listing *l)
{
    for (size_t i = 0; zt_chart_kinds[i]; i++) {
        begin_row(l, zt_chart_kinds[i]->name);
        cell(l, "doc", in_language(l, zt_chart_kinds[i]->zh, zt_chart_kinds[i]->en));
        end_row(l);
        if (l->verbose)
            list_params(l, zt_chart_kinds[i]->params);
    }
}

/* The widths that a template of graphics holds for: "52..350 mm", or its one width. */
static const char *widths_of(zt_arena *arena, const zt_template *t)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_number(&out, zt_mm_from_pt(t->widths.most > 0 ? t->widths.least : t->page_w), 1);
    if (t->widths.most > 0) {
        zt_buf_puts(&out, "..");
        zt_buf_number(&out, zt_mm_from_pt(t->widths.most), 1);
    }
    zt_buf_puts(&out, " mm");
    return out.data;
}

/* Templates or themes, by the name of their root element. */
static void list_names(listing *l, zhitu *session, const zt_places *places, const char *root)
{
    const char **names;
    size_t count = zt_template_names(l->arena, places->dirs, places->dir_count, root, &names);
    for (size_t i = 0; i < count; i++) {
        begin_row(l, names[i]);
        const zt_template *t = l->verbose && strcmp(root, "template") == 0
                                   ? zt_session_candidate(session, places, names[i], NULL, NULL)
                                   : NULL;
        if (t)
            cell(l, "widths", widths_of(l->arena, t));
        end_row(l);
    }
}

/* A theme is loaded through any template that can carry it, since only templates are read alone.
   NULL after a report, or without one when there is no template at all. */
static zt_template *load_theme(zhitu *session, zt_diags *diags, const zt_places *places,
                               zt_arena *arena, const char *theme)
{
    const char **names;
    size_t count = zt_template_names(arena, places->dirs, places->dir_count, "template", &names);
    if (count == 0)
        return NULL;
    return zt_session_template(session, diags, places, names[0], ZT_NOWHERE, theme, NULL);
}

/* Recipe in per cent, and the screen colour. */
static void list_theme_inks(listing *l, const zt_theme *theme)
{
    for (size_t i = 0; i < theme->ink_count; i++) {
        const zt_ink *ink = &theme->inks[i];
        zt_buf recipe;
        zt_buf_init(&recipe, l->arena);
        for (int k = 0; k < 4; k++) {
            zt_buf_puts(&recipe, k ? " " : "");
            zt_buf_number(&recipe, ink->cmyk[k] * 100, 1);
        }
        begin_row(l, ink->name);
        cell(l, "theme", theme->name);
        cell(l, "cmyk", recipe.data);
        cell(l, "rgb",
             zt_arena_printf(l->arena, "#%02x%02x%02x", (unsigned)(ink->rgb.r * 255 + 0.5),
                             (unsigned)(ink->rgb.g * 255 + 0.5),
                             (unsigned)(ink->rgb.b * 255 + 0.5)));
        cell(l, "spot", ink->spot);
        end_row(l);
    }
}

/* Of all themes. */
static void list_inks(listing *l, zhitu *session, zt_diags *diags, const zt_places *places)
{
    const char **names;
    size_t count = zt_template_names(l->arena, places->dirs, places->dir_count, "theme", &names);
    for (size_t i = 0; i < count; i++) {
        zt_template *t = load_theme(session, diags, places, l->arena, names[i]);
        if (t)
            list_theme_inks(l, t->theme);
    }
}

/* What a designer writes: the roles of the themes, and the faces that they get here. */
static void list_roles(listing *l, zhitu *session, zt_diags *diags, const zt_places *places,
                       const zt_theme *theme)
{
    zt_fonts *fonts = zt_session_fonts(session, places);
    for (size_t i = 0; i < theme->font_count; i++) {
        const zt_font_role *role = &theme->fonts[i];
        const zt_face *face = zt_fonts_find(fonts, diags, ZT_NOWHERE, role->family, role->weight);
        begin_row(l, role->role);
        cell(l, "theme", theme->name);
        cell(l, "family", role->family);
        cell(l, "weight", zt_arena_printf(l->arena, "%d", role->weight));
        cell(l, "file", face ? zt_face_path(face) : in_language(l, "（没有）", "(missing)"));
        end_row(l);
    }
}

/* The roles of all themes. */
static void list_fonts(listing *l, zhitu *session, zt_diags *diags, const zt_places *places)
{
    const char **names;
    size_t count = zt_template_names(l->arena, places->dirs, places->dir_count, "theme", &names);
    for (size_t i = 0; i < count; i++) {
        zt_template *t = load_theme(session, diags, places, l->arena, names[i]);
        if (t)
            list_roles(l, session, diags, places, t->theme);
    }
}

/* Every face that this machine has. */
static void list_families(listing *l, zhitu *session, const zt_places *places)
{
    zt_font_entry *fonts;
    const char *dir = zt_session_font_dir(session, l->arena, places);
    size_t count = zt_fonts_installed(l->arena, dir, &fonts);
    for (size_t i = 0; i < count; i++) {
        begin_row(l, fonts[i].family);
        cell(l, "weight", zt_arena_printf(l->arena, "%d", fonts[i].weight));
        cell(l, "style", fonts[i].style);
        if (l->verbose)
            cell(l, "path", fonts[i].path);
        end_row(l);
    }
}

/* The names in all folders of icons. */
static void list_icons(listing *l, const zt_places *places)
{
    const char **names;
    size_t count = zt_icons_names(l->arena, places->dirs, places->dir_count, &names);
    for (size_t i = 0; i < count; i++) {
        begin_row(l, names[i]);
        end_row(l);
    }
}

/* Whether an output writes a file a page, a chart or the whole book; with --verbose its options. */
static void list_outputs(listing *l)
{
    for (size_t i = 0; zt_outputs[i]; i++) {
        const zt_output *o = zt_outputs[i];
        begin_row(l, o->name);
        cell(l, "files", o->write_page ? "page" : o->write_table ? "chart" : "book");
        cell(l, "usual", o->usual ? "yes" : "no");
        cell(l, "doc", in_language(l, o->zh, o->en));
        end_row(l);
        for (const zt_output_option *p = o->options; l->verbose && p && p->flag; p++)
            detail(l, "option", p->flag, p->words, in_language(l, p->zh, p->en));
    }
}

/* What files can be made for. */
static void list_profiles(listing *l)
{
    for (size_t i = 0; zt_profiles[i]; i++) {
        begin_row(l, zt_profiles[i]->name);
        cell(l, "usual", zt_profiles[i]->usual ? "yes" : "no");
        cell(l, "doc", in_language(l, zt_profiles[i]->zh, zt_profiles[i]->en));
        end_row(l);
    }
}

/* The example and how it is printed. */
static void format_row(listing *l, zt_diags *diags, const zt_format *f)
{
    static const zt_format_how as_given = {-1, ZT_ROUND_HALF_UP};
    zt_buf shown;
    zt_buf_init(&shown, l->arena);
    if (!f->print(f, &shown, diags, zt_str_from(f->example), &as_given))
        return;
    begin_row(l, f->name);
    cell(l, "value", f->example);
    cell(l, "printed", shown.data);
    if (l->json || !l->english)
        cell(l, "zh", f->zh);
    if (l->json || l->english)
        cell(l, "en", f->en);
    end_row(l);
}

/* The styles of `zhitu format`. */
static void list_formats(listing *l, zt_diags *diags)
{
    for (const zt_format *f = zt_formats; f->name; f++)
        format_row(l, diags, f);
}

typedef void list_sink(void *self, const char *data, size_t len);
/* The arguments of zhitu_print_list, for an attempt. */
typedef struct list_job {
    zhitu *session;
    zhitu_list what;
    bool verbose, json;
    list_sink *sink;
} list_job;

/* One list. It goes out in one piece, after it is sure that no library was refused memory
   meanwhile: half a list would look like a whole one. */
static zhitu_status print_list(void *self)
{
    const list_job *job = self;
    zhitu *session = job->session;
    bool json = job->json;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_places places = zt_session_places(session, arena, NULL);
    listing l = {.arena = arena,
                 .verbose = job->verbose,
                 .json = json,
                 .english = session->config.lang == ZHITU_EN};
    zt_buf_init(&l.out, arena);
    if (json)
        zt_json_open(&l.out, NULL, '[');
    switch (job->what) {
    case ZHITU_TEMPLATES:
        list_names(&l, session, &places, "template");
        break;
    case ZHITU_THEMES:
        list_names(&l, session, &places, "theme");
        break;
    case ZHITU_BLOCK_KINDS:
        list_blocks(&l);
        break;
    case ZHITU_CHARTS:
        list_charts(&l);
        break;
    case ZHITU_FONTS:
        list_fonts(&l, session, diags, &places);
        break;
    case ZHITU_FAMILIES:
        list_families(&l, session, &places);
        break;
    case ZHITU_INKS:
        list_inks(&l, session, diags, &places);
        break;
    case ZHITU_FORMATS:
        list_formats(&l, diags);
        break;
    case ZHITU_ICONS:
        list_icons(&l, &places);
        break;
    case ZHITU_OUTPUTS:
        list_outputs(&l);
        break;
    case ZHITU_PROFILES:
        list_profiles(&l);
        break;
    }
    if (json)
        zt_buf_puts(&l.out, "\n]\n");
    zt_session_demand_memory(session);
    if (l.out.len)
        job->sink(session->config.self, l.out.data, l.out.len);
    zhitu_status status = zt_session_report(session, diags, NULL, false);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_print_list(zhitu *session, zhitu_list what, bool verbose, bool json,
                              list_sink *sink)
{
    list_job job = {session, what, verbose, json, sink};
    return zt_session_attempt(session, NULL, print_list, &job);
}
