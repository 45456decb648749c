/* tests/tools/fill_stories.c — stories from standard input, a paragraph a line, a blank line
   between stories, set in columns with and without an obstacle: how many fill them to the line, how
   loosely, in how many milliseconds. `fill_stories equal` asks instead whether slots of one measure
   give the lines of zt_text_break. Run it from the root of the project. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/session.h"
#include "layout/stream.h"

enum { MOST_PARAGRAPHS = 400, LEAST_CHARACTERS = 500, MOST_TRIES = 40 };
static const double EM = 9, LEADING = 13.6;

/* Shaped once. */
typedef struct told_story {
    zt_stream_item items[MOST_PARAGRAPHS];
    size_t count, characters;
    double em; /* of all lines, if they were one each */
} told_story;

/* What all stories share. */
typedef struct desk {
    zt_arena *arena;
    zt_diags *diags;
    zt_text_style text;
    zt_para_style para;
    told_story *stories;
    size_t count, characters, paragraphs;
    double shape_ms;
} desk;

/* Columns of `measure` em a gutter apart, and what stands in them, in em and rows. */
typedef struct plan_case {
    const char *name;
    int columns;
    double measure;
    double left, right; /* right 0: nothing */
    int row, end;
} plan_case;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void open_desk(desk *d, const char *program_dir)
{
    static zhitu_config config;
    config.program_dir = program_dir;
    zhitu *session = zhitu_open(&config);
    d->arena = zt_arena_new();
    d->diags = zt_diags_new(d->arena);
    zt_places places = zt_session_places(session, d->arena, NULL);
    const zt_theme *theme = zt_session_theme(session, d->diags, &places, "chongqing");
    const zt_font_role *role = theme ? zt_theme_font(theme, zt_str_from("body")) : NULL;
    if (!role) {
        fputs("no theme, or no body font in it\n", stderr);
        exit(3);
    }
    d->text.face = zt_fonts_find(zt_session_fonts(session, &places), d->diags, ZT_NOWHERE,
                                 role->family, role->weight);
    d->text.size = EM;
    d->text.paint = (zt_paint){theme->styles[0].ink, 1};
    d->para = zt_para_style_default;
    d->para.punctuation = ZT_KAIMING;
    d->para.indent = 2;
    d->para.leading = LEADING;
    d->para.units = theme->units;
}

static void add_paragraph(desk *d, told_story *story, const char *line, size_t len)
{
    char *copy = zt_arena_copy(d->arena, line, len);
    zt_run run = {.text = {copy, len}, .style = &d->text};
    double from = now();
    zt_text *text = zt_text_shape(d->arena, d->diags, &run, 1, &d->para);
    d->shape_ms += now() - from;
    zt_para *flat = zt_text_break(d->arena, d->diags, text, INFINITY);
    story->items[story->count++] = (zt_stream_item){.text = text};
    story->characters += flat->char_count;
    story->em += flat->max_width / EM + d->para.indent;
    d->characters += flat->char_count;
    d->paragraphs++;
}

static void read_stories(desk *d)
{
    enum { MOST_STORIES = 1000, LONGEST = 65536 };
    static char line[LONGEST];
    d->stories = ZT_ARRAY(d->arena, MOST_STORIES, told_story);
    while (d->count + 1 < MOST_STORIES && fgets(line, sizeof line, stdin)) {
        size_t len = strcspn(line, "\n");
        told_story *story = &d->stories[d->count];
        if (len > 0 && story->count < MOST_PARAGRAPHS)
            add_paragraph(d, story, line, len);
        else if (len == 0 && story->count > 0)
            d->count++;
    }
    d->count += d->stories[d->count].count > 0;
}

/* One text at one measure both ways: whether the lines are the same. */
static bool is_same(desk *d, const zt_text *text, double width, double *ms_today, double *ms_slots)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *said = zt_diags_new(arena);
    double t = now();
    zt_para *today = zt_text_break(arena, said, text, width);
    *ms_today += now() - t;
    zt_slot *slots = ZT_ARRAY(arena, today->line_count, zt_slot);
    for (size_t j = 0; j < today->line_count; j++)
        slots[j] = (zt_slot){.width = width, .row = (uint16_t)j};
    zt_way ways[ZT_WAYS_MOST];
    t = now();
    size_t count = zt_text_ways(text, width, ways, arena), best = 0;
    *ms_slots += now() - t;
    for (size_t w = 1; w < count; w++)
        best = ways[w].cost < ways[best].cost ? w : best;
    zt_para *set = zt_text_set(arena, said, text, slots, 0, today->line_count);
    bool same = set && count > 0 && (size_t)ways[best].lines == today->line_count;
    for (size_t i = 0; same && i < today->line_count; i++)
        same = set->lines[i].end == today->lines[i].end;
    zt_arena_drop(arena);
    (void)d;
    return same;
}

static int compare_measures(desk *d)
{
    static const double measures[] = {8, 11, 13, 17, 20, 27, 34, 41};
    size_t differ = 0;
    for (size_t m = 0; m < sizeof measures / sizeof *measures; m++) {
        size_t same = 0;
        double today = 0, ways = 0;
        for (size_t i = 0; i < d->count; i++)
            for (size_t p = 0; p < d->stories[i].count; p++)
                same += is_same(d, d->stories[i].items[p].text, measures[m] * EM, &today, &ways);
        printf(
            "%2g em: same lines in %zu of %zu paragraphs; one answer with its glyphs %.1f ms, all "
            "counts of lines %.1f ms (%.2f us a character)\n",
            measures[m], same, d->paragraphs, today, ways, ways * 1e3 / (double)d->characters);
        differ += d->paragraphs - same;
    }
    return differ > 0;
}

/* Columns so many rows high. */
static zt_stream_room make_room(zt_arena *arena, const plan_case *c, int rows)
{
    const double gutter = 0.9;
    zt_leg *legs = ZT_ARRAY(arena, (size_t)c->columns, zt_leg);
    for (int k = 0; k < c->columns; k++)
        legs[k] = (zt_leg){k * (c->measure + gutter) * EM, c->measure * EM, 0, rows};
    zt_obstacle o = {c->left * EM, (c->right - c->left) * EM, c->row, c->end - c->row};
    return zt_stream_room_of(arena, legs, (size_t)c->columns, &o, c->right > 0, EM, 8);
}

/* The rows in which the room just holds the story's em. */
static int rows_for(const plan_case *c, const told_story *story)
{
    for (int rows = c->end + 2;; rows++) {
        zt_arena *arena = zt_arena_new();
        zt_stream_room room = make_room(arena, c, rows);
        double em = 0;
        for (size_t j = 0; j < room.count; j++)
            em += room.slots[j].width / EM;
        zt_arena_drop(arena);
        if (em >= story->em * 0.97)
            return rows;
    }
}

/* What came of one case. */
typedef struct tally {
    size_t tried, fills, filled, possible, good, close;
    double ms, worst_ms;
} tally;

/* Counts rows up until the story fills them, as a desk would. */
static void fill_one(const told_story *story, const plan_case *c, tally *t)
{
    int rows = rows_for(c, story);
    double from = now(), loosest = 0;
    bool filled = false, possible = false, over = true;
    for (int more = 0; more < MOST_TRIES && over; more++) {
        zt_arena *arena = zt_arena_new();
        zt_stream_room room = make_room(arena, c, rows + more);
        zt_stream_fill *fill =
            zt_stream_fill_slots(arena, story->items, story->count, room.slots, room.count);
        filled = fill && fill->exact;
        over = fill && fill->over > 0;
        possible = fill && fill->over_least == 0;
        t->fills++;
        if (filled) {
            zt_para **paras =
                zt_stream_set(arena, zt_diags_new(arena), story->items, story->count, fill);
            for (size_t i = 0; i < story->count; i++)
                loosest = zt_max(loosest, zt_para_loosest(paras[i]));
        }
        zt_arena_drop(arena);
    }
    double ms = now() - from;
    t->tried++;
    t->filled += filled;
    t->possible += possible;
    t->good += filled && loosest <= 0.25;
    t->close += filled && loosest <= 0.15;
    t->ms += ms;
    t->worst_ms = zt_max(t->worst_ms, ms);
}

static void fill_columns(const desk *d)
{
    static const plan_case cases[] = {
        {"4 x 13", 4, 13, 0, 0, 0, 0},
        {"4 x 13, two whole columns x 12", 4, 13, 13.9, 40.8, 0, 12},
        {"3 x 20, 19 em x 9 across a gutter", 3, 20, 11, 30, 5, 14},
        {"2 x 27, 19 em x 14 across the gutter", 2, 27, 18, 36.9, 3, 17},
        {"1 x 41, 21 em x 12 at the right", 1, 41, 20, 41, 2, 14}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        tally t = {0};
        for (size_t i = 0; i < d->count; i++)
            if (d->stories[i].characters >= LEAST_CHARACTERS)
                fill_one(&d->stories[i], &cases[k], &t);
        double all = (double)(t.tried > 0 ? t.tried : 1);
        printf(
            "%-37s %zu stories, %zu fills: could fill %.1f %%, filled %.1f %%, no gap over 0.25 em "
            "%.1f %%, over 0.15 em %.1f %%; %.2f ms a story, %.1f worst, %.2f ms a fill\n",
            cases[k].name, t.tried, t.fills, 100 * (double)t.possible / all,
            100 * (double)t.filled / all, 100 * (double)t.good / all, 100 * (double)t.close / all,
            t.ms / all, t.worst_ms, t.ms / (double)(t.fills + 1));
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    desk d = {0};
    open_desk(&d, ZT_SOURCE_DIR "/build");
    read_stories(&d);
    printf("%zu stories, %zu paragraphs, %zu characters; shaping %.2f us a character\n", d.count,
           d.paragraphs, d.characters, d.shape_ms * 1e3 / (double)d.characters);
    if (argc > 1 && strcmp(argv[1], "equal") == 0)
        return compare_measures(&d);
    fill_columns(&d);
    return 0;
}
