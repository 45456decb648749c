/* gen/app/paper_slots.c — zhitu slots: columns and lines of a paper in millimetres, for those who
   order graphics and advertisements by them. */
#include <string.h>

#include "app/session.h"
#include "base/json.h"
#include "base/near.h"
#include "page/page.h"

typedef void slots_sink(void *self, const char *data, size_t len);
/* The arguments of zhitu_print_slots, for an attempt. */
typedef struct slots_job {
    zhitu *session;
    const char *paper;
    bool json;
    slots_sink *sink;
} slots_job;

/* The papers of all themes while one is looked for. */
typedef struct paper_search {
    const char *name;
    ZT_VEC(const char *) names;
    const zt_theme *theme; /* that has it */
    const zt_paper *found;
} paper_search;

static void look_in_theme(zt_arena *arena, paper_search *s, const zt_theme *theme)
{
    for (size_t i = 0; i < theme->paper_count; i++) {
        ZT_PUSH(arena, &s->names, theme->papers[i].name);
        if (!s->found && strcmp(theme->papers[i].name, s->name) == 0) {
            s->theme = theme;
            s->found = &theme->papers[i];
        }
    }
}

/* Reports unknown-paper with the nearest name, or all. */
static void report_unknown(zt_arena *arena, zt_diags *diags, const paper_search *s)
{
    zt_buf all;
    zt_buf_init(&all, arena);
    for (size_t i = 0; i < s->names.count; i++)
        zt_buf_printf(&all, "%s%s", i ? " " : "", s->names.items[i]);
    const char *near = zt_nearest(zt_str_from(s->name), s->names.items, s->names.count);
    zt_report(diags, ZT_ERROR, "unknown-paper", ZT_NOWHERE, "没有版面“%s”；现有：%s%s%s",
              "there is no paper “%s”; there are: %s%s%s", s->name, all.len ? all.data : "—",
              near ? " → " : "", near ? near : "");
}

/* To a hundredth of a millimetre. */
static void put_mm(zt_buf *out, double points)
{
    zt_buf_number(out, zt_mm_from_pt(points), 2);
}

static void put_text(zt_buf *out, const zt_paper *paper, const zt_page_grid *grid)
{
    zt_buf_printf(out, "%s\t", paper->name);
    put_mm(out, paper->page_w);
    zt_buf_puts(out, " × ");
    put_mm(out, paper->page_h);
    zt_buf_printf(out, " mm\t%d × %d\t%d\n", grid->columns, grid->lines, grid->characters);
    for (int c = 1; c <= grid->columns; c++) {
        zt_buf_printf(out, "cols %d\t", c);
        put_mm(out, zt_page_grid_width(grid, c));
        zt_buf_puts(out, "\n");
    }
    for (int n = 1; n <= grid->lines; n++) {
        zt_buf_printf(out, "lines %d\t", n);
        put_mm(out, n * grid->line);
        zt_buf_puts(out, "\n");
    }
}

static void put_json(zt_buf *out, const zt_paper *paper, const zt_page_grid *grid)
{
    zt_buf_puts(out, "{\"paper\":");
    zt_buf_json(out, zt_str_from(paper->name));
    zt_buf_puts(out, ",\"page_mm\":[");
    put_mm(out, paper->page_w);
    zt_buf_puts(out, ",");
    put_mm(out, paper->page_h);
    zt_buf_printf(out, "],\"columns\":%d,\"lines\":%d,\"characters\":%d,\"cols_mm\":[",
                  grid->columns, grid->lines, grid->characters);
    for (int c = 1; c <= grid->columns; c++) {
        zt_buf_puts(out, c > 1 ? "," : "");
        put_mm(out, zt_page_grid_width(grid, c));
    }
    zt_buf_puts(out, "],\"lines_mm\":[");
    for (int n = 1; n <= grid->lines; n++) {
        zt_buf_puts(out, n > 1 ? "," : "");
        put_mm(out, n * grid->line);
    }
    zt_buf_puts(out, "]}\n");
}

/* The type area in the middle of the sheet; columns of the size of the theme's body. */
static void put_slots(zt_buf *out, const paper_search *s, bool json)
{
    const zt_paper *paper = s->found;
    double across = (paper->page_w - paper->area_w) / 2;
    double down = (paper->page_h - paper->area_h) / 2;
    const double margin[4] = {down, across, down, across};
    const zt_style *body = zt_theme_style(s->theme, ZT_STR("body"));
    zt_page_grid grid = zt_page_grid_of(paper, margin, body->size);
    (json ? put_json : put_text)(out, paper, &grid);
}

static zhitu_status print_slots(void *self)
{
    const slots_job *job = self;
    zhitu *session = job->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_places places = zt_session_places(session, arena, NULL);
    const char **names;
    size_t count = zt_template_names(arena, places.dirs, places.dir_count, "theme", &names);
    paper_search s = {.name = job->paper};
    for (size_t i = 0; i < count; i++) {
        const zt_theme *theme = zt_session_theme(session, diags, &places, names[i]);
        if (theme)
            look_in_theme(arena, &s, theme);
    }
    zt_buf out;
    zt_buf_init(&out, arena);
    if (s.found)
        put_slots(&out, &s, job->json);
    else
        report_unknown(arena, diags, &s);
    zt_session_demand_memory(session);
    if (out.len)
        job->sink(session->config.self, out.data, out.len);
    zhitu_status status = zt_session_report(session, diags, NULL, false);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_print_slots(zhitu *session, const char *paper, bool json,
                               void (*sink)(void *self, const char *data, size_t len))
{
    slots_job job = {session, paper, json, sink};
    return zt_session_attempt(session, NULL, print_slots, &job);
}
