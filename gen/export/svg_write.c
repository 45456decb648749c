/* gen/export/svg_write.c — what all parts of an SVG are written with: ids that are unique in the
   file, attributes, path data with as few characters as the precision allows, clips. It knows
   nothing of scenes beyond paths and paints. */
#include <math.h>
#include <string.h>

#include "export/svg_imp.h"

/* By walking: ids are few, but for clips, which each take a name of their own. */
static bool is_taken(const zt_svg *svg, const char *id)
{
    for (size_t i = 0; i < svg->ids.count; i++)
        if (strcmp(svg->ids.items[i], id) == 0)
            return true;
    return false;
}

/* The id is taken with the call. The result is the wish itself where it is free, so that the
   wish must live as long as the file is written. */
const char *zt_svg_id(zt_svg *svg, const char *wish)
{
    const char *id = wish;
    for (int n = 2; is_taken(svg, id); n++)
        id = zt_arena_printf(svg->arena, "%s-%d", wish, n);
    ZT_PUSH(svg->arena, &svg->ids, id);
    return id;
}

void zt_svg_attribute(zt_buf *out, const char *name, const char *value)
{
    zt_buf_printf(out, " %s=\"", name);
    zt_buf_xml(out, zt_str_from(value));
    zt_buf_putc(out, '"');
}

void zt_svg_number(zt_buf *out, const char *name, double value)
{
    zt_buf_printf(out, " %s=\"", name);
    zt_buf_number(out, value, ZT_SVG_DECIMALS);
    zt_buf_putc(out, '"');
}

/* The screen colour in six hexadecimal digits. */
void zt_svg_paint(zt_buf *out, const char *name, zt_paint paint)
{
    if (!paint.ink) {
        zt_svg_attribute(out, name, "none");
        return;
    }
    zt_rgb c = zt_paint_rgb(paint);
    const double parts[] = {c.r, c.g, c.b};
    zt_buf_printf(out, " %s=\"#", name);
    for (int i = 0; i < 3; i++)
        zt_buf_printf(out, "%02x", (unsigned)lround(zt_clamp(parts[i], 0, 1) * 255));
    zt_buf_putc(out, '"');
}

/* Absolute commands throughout, so that a rounded number is off by its own rounding alone. */
void zt_svg_path_data(zt_buf *out, const zt_seg *segs, size_t count, double scale)
{
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    static const int points[] = {1, 1, 3, 0};
    for (size_t i = 0; i < count; i++) {
        zt_buf_putc(out, letters[segs[i].kind]);
        for (int k = 0; k < points[segs[i].kind]; k++) {
            zt_buf_puts(out, k ? " " : "");
            zt_buf_number(out, segs[i].p[k].x * scale, ZT_SVG_DECIMALS);
            zt_buf_putc(out, ' ');
            zt_buf_number(out, segs[i].p[k].y * scale, ZT_SVG_DECIMALS);
        }
    }
}

void zt_svg_rect(zt_buf *out, zt_rect r)
{
    zt_buf_puts(out, "<rect");
    zt_svg_number(out, "x", r.x);
    zt_svg_number(out, "y", r.y);
    zt_svg_number(out, "width", r.w);
    zt_svg_number(out, "height", r.h);
}

/* The rectangle is in the frame of what is clipped. Each call defines a clip of its own. */
const char *zt_svg_clip(zt_svg *svg, zt_rect box)
{
    const char *clip = zt_svg_id(svg, "clip");
    zt_buf_printf(&svg->defs, "<clipPath id=\"%s\">", clip);
    zt_svg_rect(&svg->defs, box);
    zt_buf_puts(&svg->defs, "/></clipPath>\n");
    return clip;
}
