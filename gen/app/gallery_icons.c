/* gen/app/gallery_icons.c — sheets of icons for the gallery: each icon over its name, left to
   right, so many rows a sheet that one fits a page. */
#include "app/gallery_imp.h"
#include "block/words/wording.h"

/* Steps of the theme's gap scale; columns and rows of a sheet. */
enum { GAP_NAME = 1, GAP_ICONS = 3, ICON = 10, COLUMNS = 12, ROWS = 5 };

/* Points from the left of one icon to that of the next, and from row to row. */
typedef struct icon_grid {
    double across, down, side, name;
} icon_grid;

static icon_grid grid_of(const zt_setting *setting, double width)
{
    double side = zt_setting_gap(setting, ICON), name = side + zt_setting_gap(setting, GAP_NAME);
    zt_look look = zt_setting_look(setting, "gallery-icon");
    return (icon_grid){
        .across = width / COLUMNS,
        .down = name + look.para.leading + zt_setting_gap(setting, GAP_ICONS),
        .side = side,
        .name = name,
    };
}

static void put_icon(const zt_setting *setting, const icon_grid *grid, const zt_icon *icon,
                     size_t place)
{
    zt_scene *scene = setting->scene;
    zt_look look = zt_setting_look(setting, "gallery-icon");
    double x = grid->across * (double)(place % COLUMNS), y = grid->down * (double)(place / COLUMNS);
    zt_group *cell = zt_scene_add_part(scene, scene->root, ZT_NOWHERE, "icon", ZT_ROLE_P,
                                       (zt_rect){x, y, grid->across, grid->down});
    zt_icon_place(icon, scene, cell, ZT_NOWHERE, (zt_point){0, 0}, grid->side,
                  grid->side * ZT_ICON_WEIGHT / ZT_ICON_UNITS,
                  ZT_SOLID(zt_setting_ink(setting, "key")));
    zt_wording name = zt_wording_plain(setting, zt_str_from(icon->name), ZT_NOWHERE, &look,
                                       grid->across - look.text.size);
    zt_wording_place(setting, &name, cell, "name", ZT_ROLE_SPAN, 0, grid->name);
}

size_t zt_gallery_icon_sheets(const zt_gallery_icons *icons)
{
    return (icons->count + COLUMNS * ROWS - 1) / (COLUMNS * ROWS);
}

zt_scene *zt_gallery_icon_sheet(const zt_setting *setting, const zt_gallery_icons *icons,
                                size_t sheet, double width)
{
    zt_setting own = *setting;
    icon_grid grid = grid_of(setting, width);
    size_t first = sheet * COLUMNS * ROWS, end = first + COLUMNS * ROWS;
    size_t count = (end < icons->count ? end : icons->count) - first;
    size_t rows = (count + COLUMNS - 1) / COLUMNS;
    own.scene = zt_scene_new(setting->arena, width, grid.down * (double)rows);
    for (size_t i = 0; i < count; i++)
        put_icon(&own, &grid, icons->items[first + i], i);
    return own.scene;
}
