/* How many symbols stand on a line, and all of them drawn a layer at a time. */
#include "block/hero/hero_picture.h"

#include <math.h>

/* Points: below the first cells are mush on newsprint, above the second a crowd of few. */
static const double CELL_LEAST = ZT_MM(2), CELL_MOST = ZT_MM(26);
enum { TEN = 10 };

/* ---- arrangement ---- */

static zt_hero_picture in_lines(const zt_figure_picture *content, const zt_symbol *symbol,
                                double width, size_t per_line)
{
    zt_hero_picture p = {.content = content, .symbol = symbol, .per_line = per_line};
    double cells = (double)per_line + symbol->head_cells;
    p.lines = (content->count + per_line - 1) / per_line;
    p.cell_w = zt_min(width / cells, CELL_MOST);
    p.cell_h = p.cell_w * symbol->aspect;
    p.width = p.cell_w * cells;
    p.height = p.cell_h * (double)p.lines;
    return p;
}

/* One body, filled to a part of it: as high as wished. */
static zt_hero_picture as_vessel(const zt_figure_picture *content, const zt_symbol *symbol,
                                 double width, double wished)
{
    return (zt_hero_picture){.content = content,
                             .symbol = symbol,
                             .per_line = 1,
                             .lines = 1,
                             .cell_w = width,
                             .cell_h = wished,
                             .width = width,
                             .height = wished};
}

zt_hero_picture zt_hero_picture_plan(const zt_figure_picture *content, double width, double wished)
{
    static const size_t rounds[] = {5, 10, 20, 25, 50, 100};
    if (!content || width <= 0)
        return (zt_hero_picture){0};
    const zt_symbol *symbol = zt_symbol_find(content->kind);
    if (symbol->vessel)
        return as_vessel(content, symbol, width, wished);
    size_t few = content->count < TEN ? content->count : TEN;
    zt_hero_picture best = in_lines(content, symbol, width, few);
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds && rounds[i] <= content->count; i++) {
        zt_hero_picture p = in_lines(content, symbol, width, rounds[i]);
        bool nearer = fabs(p.height - wished) < fabs(best.height - wished);
        if (p.cell_w >= CELL_LEAST && nearer)
            best = p;
    }
    return best;
}

/* ---- drawing ---- */

/* What one pass draws: the symbols from `first` up to `end` in one layer and ink. */
typedef struct pass {
    const zt_hero_picture *picture;
    zt_path *path;
    zt_symbol_layer layer;
    zt_point at;
} pass;

/* Cell i: from the left, in a line with a head from its right end; a stack grows from its foot. */
static zt_rect cell_of(const pass *p, size_t i)
{
    const zt_hero_picture *h = p->picture;
    size_t line = i / h->per_line, place = i % h->per_line;
    if (h->symbol->upwards)
        line = h->lines - 1 - line;
    if (h->symbol->head)
        place = h->per_line - 1 - place;
    return (zt_rect){p->at.x + h->cell_w * (double)place, p->at.y + h->cell_h * (double)line,
                     h->cell_w, h->cell_h};
}

static void draw_symbols(const pass *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        p->picture->symbol->draw(p->path, p->layer, cell_of(p, i));
}

static void draw_heads(const pass *p, size_t first, size_t end)
{
    const zt_hero_picture *h = p->picture;
    double width = h->cell_w * h->symbol->head_cells;
    for (size_t line = first; line < end; line++)
        h->symbol->head(p->path, p->layer,
                        (zt_rect){p->at.x + h->cell_w * (double)h->per_line,
                                  p->at.y + h->cell_h * (double)line, width, h->cell_h});
}

/* A layer of some symbols and heads as one outline; nothing when there are none. */
static void draw(pass p, const zt_setting *setting, zt_group *into, const zt_ink *ink,
                 const size_t symbols[2], const size_t heads[2])
{
    bool any_heads = p.picture->symbol->head && heads[0] < heads[1];
    if (symbols[0] >= symbols[1] && !any_heads)
        return;
    p.path = zt_scene_add_path(setting->scene, into, p.picture->content->at);
    p.path->fill = ZT_SOLID(ink);
    draw_symbols(&p, symbols[0], symbols[1]);
    if (any_heads)
        draw_heads(&p, heads[0], heads[1]);
    zt_path_done(p.path);
}

static void draw_rails(const pass *p, const zt_setting *setting, const zt_hero_inks *inks,
                       zt_group *into, double before, double after)
{
    const zt_hero_picture *h = p->picture;
    for (size_t line = 0; h->symbol->rail > 0 && line < h->lines; line++) {
        double y = p->at.y + h->cell_h * ((double)line + h->symbol->rail);
        zt_scene_rule(setting->scene, into, h->content->at, (zt_point){p->at.x - before, y},
                      (zt_point){p->at.x + h->width + after, y}, h->symbol->rail_weight,
                      ZT_SOLID(inks->dark));
    }
}

/* A tank with a rim, filled up to its part; strokes at each tenth of its height. */
static void draw_vessel(const pass *p, const zt_setting *setting, const zt_hero_inks *inks,
                        zt_group *into)
{
    const zt_hero_picture *h = p->picture;
    const zt_figure_picture *content = h->content;
    zt_rect all = {p->at.x, p->at.y, h->width, h->height}, level = all;
    double part = (double)content->lit / (double)content->count, line = ZT_MM(0.35);
    level.h = part * all.h;
    level.y = zt_rect_foot(all) - level.h;
    zt_scene_fill_rect(setting->scene, into, content->at, all, ZT_SOLID(inks->rest));
    zt_scene_fill_rect(setting->scene, into, content->at, level, ZT_SOLID(inks->lit));
    for (int i = 1; i < TEN; i++) {
        double y = all.y + all.h * i / TEN,
               from = zt_rect_right(all) - (i == 5 ? 0.12 : 0.06) * all.w;
        zt_scene_rule(setting->scene, into, content->at, (zt_point){from, y},
                      (zt_point){zt_rect_right(all), y}, line, ZT_SOLID(inks->hole));
    }
    zt_scene_rule(setting->scene, into, content->at, (zt_point){all.x, all.y},
                  (zt_point){all.x, zt_rect_foot(all)}, 2 * line, ZT_SOLID(inks->dark));
    zt_scene_rule(setting->scene, into, content->at, (zt_point){all.x, zt_rect_foot(all)},
                  (zt_point){zt_rect_right(all), zt_rect_foot(all)}, 2 * line,
                  ZT_SOLID(inks->dark));
    zt_scene_rule(setting->scene, into, content->at, (zt_point){zt_rect_right(all), all.y},
                  (zt_point){zt_rect_right(all), zt_rect_foot(all)}, 2 * line,
                  ZT_SOLID(inks->dark));
}

void zt_hero_picture_place(const zt_hero_picture *picture, const zt_setting *setting,
                           const zt_hero_inks *inks, zt_group *into, zt_point at, double before,
                           double after)
{
    if (!picture->content)
        return;
    const zt_symbol *symbol = picture->symbol;
    size_t count = picture->content->count, lit = picture->content->lit;
    size_t lit_lines = (lit + picture->per_line - 1) / picture->per_line;
    size_t none[2] = {0, 0}, all[2] = {0, count}, lines[2] = {0, picture->lines};
    size_t rest[2] = {lit, count}, some[2] = {0, lit};
    size_t first[2] = {0, lit_lines}, last[2] = {lit_lines, picture->lines};
    zt_rect box = {at.x, at.y, picture->width, picture->height};
    zt_group *group = zt_scene_add_part(setting->scene, into, picture->content->at, "picture",
                                        ZT_ROLE_FIGURE, box);
    group->alt = picture->content->key.data;
    pass p = {.picture = picture, .layer = ZT_SYMBOL_BODY};
    if (symbol->vessel) {
        draw_vessel(&p, setting, inks, group);
        return;
    }
    draw_rails(&p, setting, inks, group, before, after);
    draw(p, setting, group, inks->rest, rest, none);
    draw(p, setting, group, inks->mid, none, last);
    draw(p, setting, group, inks->lit, some, first);
    if (!symbol->holes && !symbol->dark)
        return;
    /* Apart, for they belong to the symbols: no part of the picture is told by them. */
    group = zt_scene_add_part(setting->scene, group, picture->content->at, "details", ZT_ROLE_NONE,
                              (zt_rect){0, 0, box.w, box.h});
    p.layer = ZT_SYMBOL_HOLES;
    if (symbol->holes)
        draw(p, setting, group, inks->hole, all, lines);
    p.layer = ZT_SYMBOL_DARK;
    if (symbol->dark)
        draw(p, setting, group, inks->dark, all, lines);
}
