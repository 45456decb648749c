/* The symbols. Measures are parts of the cell: across of its width, down of its height. */
#include "block/hero/symbols.h"

static void rect(zt_path *path, zt_rect cell, zt_rect part)
{
    zt_path_rect(path, (zt_rect){cell.x + part.x * cell.w, cell.y + part.y * cell.h,
                                 part.w * cell.w, part.h * cell.h});
}

/* The radius is a part of the width. */
static void disc(zt_path *path, zt_rect cell, double x, double y, double r)
{
    zt_path_circle(path, cell.x + x * cell.w, cell.y + y * cell.h, r * cell.w);
}

/* A closed outline through points given as x, y in turn. */
static void polygon(zt_path *path, zt_rect cell, const double *points, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double x = cell.x + points[2 * i] * cell.w, y = cell.y + points[2 * i + 1] * cell.h;
        if (i == 0)
            zt_path_move(path, x, y);
        else
            zt_path_line(path, x, y);
    }
    zt_path_close(path);
}
#define POLYGON(path, cell, points)                                                                \
    polygon(path, cell, points, sizeof(points) / sizeof *(points) / 2)

static zt_point in_cell(zt_rect cell, double x, double y)
{
    return (zt_point){cell.x + x * cell.w, cell.y + y * cell.h};
}

/* ---- train ---- */

static void train_car(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    if (layer == ZT_SYMBOL_BODY)
        rect(path, cell, (zt_rect){0.05, 0.12, 0.9, 0.52});
    for (int i = 0; layer == ZT_SYMBOL_HOLES && i < 3; i++)
        rect(path, cell, (zt_rect){0.235 + 0.24 * i, 0.18, 0.05, 0.4});
    for (int i = 0; layer == ZT_SYMBOL_DARK && i < 2; i++)
        disc(path, cell, 0.22 + 0.56 * i, 0.695, 0.065);
}

/* Two cells wide, its nose at the right; a window and a stripe are cut out. */
static void locomotive(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    static const double window[] = {0.62, 0.2, 0.76, 0.2, 0.85, 0.36, 0.62, 0.36};
    if (layer == ZT_SYMBOL_BODY) {
        zt_point from = in_cell(cell, 0.025, 0.08), end = in_cell(cell, 0.99, 0.5);
        zt_path_move(path, from.x, from.y);
        zt_path_line(path, cell.x + 0.64 * cell.w, from.y);
        zt_path_curve(path, in_cell(cell, 0.82, 0.08), in_cell(cell, 0.97, 0.34), end);
        zt_path_curve(path, in_cell(cell, 0.998, 0.58), in_cell(cell, 0.97, 0.64),
                      in_cell(cell, 0.92, 0.64));
        zt_path_line(path, from.x, cell.y + 0.64 * cell.h);
        zt_path_close(path);
    }
    if (layer == ZT_SYMBOL_HOLES) {
        POLYGON(path, cell, window);
        rect(path, cell, (zt_rect){0.025, 0.48, 0.84, 0.03});
    }
    for (int i = 0; layer == ZT_SYMBOL_DARK && i < 4; i++)
        disc(path, cell, 0.16 + 0.1 * i + (i > 1 ? 0.32 : 0), 0.695, 0.033);
}

/* ---- the others ---- */

static void container(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    if (layer == ZT_SYMBOL_BODY)
        rect(path, cell, (zt_rect){0.02, 0.05, 0.96, 0.9});
    for (int i = 0; layer == ZT_SYMBOL_HOLES && i < 5; i++)
        rect(path, cell, (zt_rect){0.135 + 0.17 * i, 0.2, 0.05, 0.6});
}

/* Head, a trunk with round shoulders, two legs. */
static void person(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    (void)layer;
    disc(path, cell, 0.5, 0.14, 0.2);
    zt_point left = in_cell(cell, 0.16, 0.42), right = in_cell(cell, 0.84, 0.42);
    zt_path_move(path, left.x, left.y);
    zt_path_curve(path, in_cell(cell, 0.16, 0.32), in_cell(cell, 0.24, 0.28),
                  in_cell(cell, 0.34, 0.28));
    zt_path_line(path, cell.x + 0.66 * cell.w, cell.y + 0.28 * cell.h);
    zt_path_curve(path, in_cell(cell, 0.76, 0.28), in_cell(cell, 0.84, 0.32), right);
    zt_path_line(path, right.x, cell.y + 0.62 * cell.h);
    zt_path_line(path, left.x, cell.y + 0.62 * cell.h);
    zt_path_close(path);
    rect(path, cell, (zt_rect){0.27, 0.6, 0.2, 0.36});
    rect(path, cell, (zt_rect){0.53, 0.6, 0.2, 0.36});
}

/* A stretch of road; the next one goes on from it. */
static void road(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    if (layer == ZT_SYMBOL_BODY)
        rect(path, cell, (zt_rect){0, 0.12, 1, 0.76});
    if (layer == ZT_SYMBOL_HOLES)
        rect(path, cell, (zt_rect){0.22, 0.465, 0.56, 0.07});
}

static void car(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    static const double body[] = {0.04, 0.66, 0.06, 0.5, 0.24, 0.43, 0.37, 0.2,  0.68, 0.2,
                                  0.82, 0.43, 0.95, 0.5, 0.97, 0.72, 0.94, 0.76, 0.07, 0.76};
    static const double window[] = {0.35, 0.42, 0.42, 0.27, 0.64, 0.27, 0.72, 0.42};
    if (layer == ZT_SYMBOL_BODY)
        POLYGON(path, cell, body);
    if (layer == ZT_SYMBOL_HOLES)
        POLYGON(path, cell, window);
    for (int i = 0; layer == ZT_SYMBOL_DARK && i < 2; i++)
        disc(path, cell, 0.26 + 0.49 * i, 0.78, 0.095);
}

static void house(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    static const double roof[] = {0.5, 0.08, 0.97, 0.5, 0.03, 0.5};
    if (layer == ZT_SYMBOL_BODY) {
        POLYGON(path, cell, roof);
        rect(path, cell, (zt_rect){0.14, 0.5, 0.72, 0.44});
    }
    if (layer == ZT_SYMBOL_HOLES)
        rect(path, cell, (zt_rect){0.42, 0.62, 0.16, 0.32});
}

static void tree(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    static const double crown[] = {0.5,  0.04, 0.84, 0.42, 0.68, 0.42, 0.95,
                                   0.76, 0.05, 0.76, 0.32, 0.42, 0.16, 0.42};
    if (layer == ZT_SYMBOL_BODY)
        POLYGON(path, cell, crown);
    if (layer == ZT_SYMBOL_DARK)
        rect(path, cell, (zt_rect){0.43, 0.76, 0.14, 0.2});
}

/* A page with its corner off and lines of text. */
static void sheet(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    static const double page[] = {0.08, 0.05, 0.64, 0.05, 0.92, 0.27, 0.92, 0.95, 0.08, 0.95};
    if (layer == ZT_SYMBOL_BODY)
        POLYGON(path, cell, page);
    for (int i = 0; layer == ZT_SYMBOL_HOLES && i < 3; i++)
        rect(path, cell, (zt_rect){0.22, 0.42 + 0.15 * i, 0.56, 0.05});
}

/* One cell of a strip: what is counted without being pictured. */
static void strip_cell(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    (void)layer;
    rect(path, cell, (zt_rect){0.12, 0.08, 0.76, 0.84});
}

static void dot(zt_path *path, zt_symbol_layer layer, zt_rect cell)
{
    (void)layer;
    disc(path, cell, 0.5, 0.5, 0.354);
}

static const zt_symbol symbols[] = {
    {.name = "train",
     .aspect = 1.22,
     .holes = true,
     .dark = true,
     .draw = train_car,
     .head_cells = 2,
     .head = locomotive,
     .rail = 0.765,
     .rail_weight = ZT_MM(0.25)},
    {.name = "container", .aspect = 0.44, .holes = true, .upwards = true, .draw = container},
    {.name = "people", .aspect = 2.1, .draw = person},
    {.name = "road", .aspect = 0.42, .holes = true, .draw = road},
    {.name = "vessel", .aspect = 1, .draw = dot, .vessel = true},
    {.name = "car", .aspect = 0.72, .holes = true, .dark = true, .draw = car},
    {.name = "house", .aspect = 0.95, .holes = true, .draw = house},
    {.name = "tree", .aspect = 1.3, .dark = true, .draw = tree},
    {.name = "sheet", .aspect = 1.28, .holes = true, .draw = sheet},
    {.name = "cell", .aspect = 1.65, .draw = strip_cell},
    {.name = "dot", .aspect = 1, .draw = dot},
};

const zt_symbol *zt_symbol_find(zt_str name)
{
    size_t i = 0;
    while (i + 1 < sizeof symbols / sizeof *symbols && !zt_str_is(name, symbols[i].name))
        i++;
    return &symbols[i];
}
