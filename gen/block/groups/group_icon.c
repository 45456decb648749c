/* gen/block/groups/group_icon.c — icons in four cuts: strokes, strokes on a pale disc, strokes
   reversed in a black square, and a seal of one character. */
#include "block/groups/group_icon.h"

#include "base/utf8.h"

/* By the side of a plain icon: the disc, the square, the seal; by these, what stands within. */
static const double DISC = 12.0 / 11, SQUARE = 0.8, SEAL = 0.75, WITHIN = 0.66, CHARACTER = 0.74;
static const double SEAL_LEAST = ZT_MM(7);   /* its character is then reversed at 14 pt at least */
static const double DISC_LINE = 0.55 / 0.62; /* by the weight of plain strokes */
static const char SEAL_STYLE[] = "seal";

static zt_icon_cut cut_of(const zt_setting *setting)
{
    return setting->template_->theme->look.icons;
}

bool zt_group_icon_at_right(const zt_setting *setting)
{
    return cut_of(setting) == ZT_ICON_TWO_TONE;
}

double zt_group_icon_size(const zt_setting *setting, double side)
{
    switch (cut_of(setting)) {
    case ZT_ICON_TWO_TONE:
        return DISC * side;
    case ZT_ICON_SOLID:
        return SQUARE * side;
    case ZT_ICON_SEAL:
        return zt_max(SEAL_LEAST, SEAL * side);
    case ZT_ICON_LINE:
        break;
    }
    return side;
}

/* The drawing in the middle of a ground of that size. */
static void draw_within(const zt_group_icon *icon, zt_group *into, double size, double line,
                        const zt_ink *ink)
{
    const zt_setting *setting = icon->setting;
    double side = WITHIN * size, off = (size - side) / 2;
    zt_group *part = zt_scene_add_part(setting->scene, into, icon->at, "drawing", ZT_ROLE_ARTIFACT,
                                       (zt_rect){off, off, side, side});
    const zt_icon *drawing = zt_icons_get(setting->icons, icon->name);
    /* its ink is moved to the edge when it is placed: here it stands in the middle */
    double ink_width =
        (drawing->outline->item.box.w - ZT_ICON_WEIGHT) / ZT_ICON_UNITS * side + line;
    double left = (size - ink_width) / 2 - off;
    zt_icon_place(drawing, setting->scene, part, icon->at, (zt_point){left, 0}, side, line,
                  ZT_SOLID(ink));
}

/* The first character of the head. */
static zt_str first_of(zt_str head)
{
    size_t end = 0;
    if (head.len > 0)
        zt_utf8_next(head, &end);
    return zt_str_slice(head, 0, end);
}

/* The character centred by the ink of a Han. */
static void draw_seal(const zt_group_icon *icon, zt_group *into, double size)
{
    const zt_setting *setting = icon->setting;
    const zt_theme *theme = setting->template_->theme;
    bool own = zt_theme_style(theme, zt_str_from(SEAL_STYLE)) != NULL;
    zt_look look = zt_setting_look(setting, own ? SEAL_STYLE : "badge");
    look = zt_look_at_size(&look, CHARACTER * size);
    look.text.paint = ZT_SOLID(&zt_ink_paper);
    const zt_face_metrics *metrics = zt_face_metrics_of(look.text.face);
    double middle = (metrics->han_top + metrics->han_foot) / 2 * look.text.size;
    zt_str text = first_of(icon->head);
    double width =
        zt_text_width(setting->diags, setting->arena, text, &look.text, &look.para, icon->head_at);
    if (text.len > 0)
        zt_text_place(setting->diags, setting->scene, into, text, &look.text, &look.para,
                      ZT_ALIGN_START, (size - width) / 2, size / 2 + middle, icon->head_at);
}

static void draw_square(const zt_setting *setting, zt_group *into, zt_pos at, double size,
                        const char *ink)
{
    zt_scene_fill_rect(setting->scene, into, at, (zt_rect){0, 0, size, size},
                       ZT_SOLID(zt_setting_ink(setting, ink)));
}

void zt_group_icon_draw(const zt_group_icon *icon, zt_group *into, double x, double y)
{
    const zt_setting *setting = icon->setting;
    double size = zt_group_icon_size(setting, icon->side);
    zt_pos at = icon->at;
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "icon", ZT_ROLE_ARTIFACT,
                                       (zt_rect){x, y, size, size});
    switch (cut_of(setting)) {
    case ZT_ICON_LINE:
        zt_icon_place(zt_icons_get(setting->icons, icon->name), setting->scene, part, at,
                      (zt_point){0, 0}, icon->side, icon->line, ZT_SOLID(icon->ink));
        break;
    case ZT_ICON_TWO_TONE:
        zt_scene_disc(setting->scene, part, at, (zt_point){size / 2, size / 2}, size / 2,
                      ZT_SOLID(zt_setting_ink(setting, "panel")));
        draw_within(icon, part, size, DISC_LINE * icon->line, zt_setting_ink(setting, "accent"));
        break;
    case ZT_ICON_SOLID:
        draw_square(setting, part, at, size, "key");
        draw_within(icon, part, size, icon->line, &zt_ink_paper);
        break;
    case ZT_ICON_SEAL:
        draw_square(setting, part, at, size, "accent");
        draw_seal(icon, part, size);
        break;
    }
}
