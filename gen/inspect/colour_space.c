/* gen/inspect/colour_space.c — what the spaces of a file come to: grey, RGB, CMYK, spots. */
#include "inspect/painted_imp.h"

/* Spaces within spaces: Indexed of ICCBased of …. */
enum { DEPTH_MOST = 8, COMPONENTS_MOST = 8 };

static zt_space device(zt_colour_space family, size_t count)
{
    return (zt_space){.family = family, .count = count};
}

static zt_space by_name(zt_str name)
{
    if (zt_str_is(name, "DeviceGray") || zt_str_is(name, "G") || zt_str_is(name, "CalGray"))
        return device(ZT_SPACE_GREY, 1);
    if (zt_str_is(name, "DeviceRGB") || zt_str_is(name, "RGB"))
        return device(ZT_SPACE_RGB, 3);
    if (zt_str_is(name, "DeviceCMYK") || zt_str_is(name, "CMYK"))
        return device(ZT_SPACE_CMYK, 4);
    zt_space space = device(ZT_SPACE_UNKNOWN, 0);
    space.pattern = zt_str_is(name, "Pattern");
    return space;
}

/* By the number of its components: what a profile describes is one of three. */
static zt_space by_count(size_t count)
{
    zt_space space = device(count == 1   ? ZT_SPACE_GREY
                            : count == 3 ? ZT_SPACE_RGB
                            : count == 4 ? ZT_SPACE_CMYK
                                         : ZT_SPACE_UNKNOWN,
                            count);
    space.managed = true;
    return space;
}

static zt_space resolve(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object,
                        int depth);

/* A device's own, which a profile in the resources may stand for (8.6.5.6). */
static zt_space by_name_in(zt_pdf_source *source, zt_pdf_object resources, zt_str name)
{
    zt_space space = by_name(name);
    if (space.family == ZT_SPACE_RGB)
        space.managed =
            zt_pdf_is_array(source, zt_pdf_get(source, zt_pdf_get(source, resources, "/ColorSpace"),
                                               "/DefaultRGB"));
    return space;
}

static zt_space spots(size_t count, zt_str first)
{
    return (zt_space){.family = ZT_SPACE_SPOT,
                      .count = count < COMPONENTS_MOST ? count : COMPONENTS_MOST,
                      .spot = first};
}

/* Indexed and Pattern, which take their colours from another space. */
static zt_space of_other(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object other,
                         int depth, bool pattern)
{
    zt_space space = resolve(source, resources, other, depth + 1);
    space.pattern = pattern;
    space.indexed = !pattern;
    return space;
}

static zt_space of_array(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object array,
                         int depth)
{
    zt_str kind = zt_pdf_name(source, zt_pdf_item(source, array, 0));
    zt_pdf_object second = zt_pdf_item(source, array, 1);
    if (zt_str_is(kind, "ICCBased"))
        return by_count((size_t)zt_clamp(zt_pdf_number(source, zt_pdf_get(source, second, "/N"), 0),
                                         0, COMPONENTS_MOST));
    if (zt_str_is(kind, "CalRGB"))
        return by_count(3);
    if (zt_str_is(kind, "CalGray"))
        return by_count(1);
    if (zt_str_is(kind, "Lab"))
        return device(ZT_SPACE_LAB, 3);
    if (zt_str_is(kind, "Indexed") || zt_str_is(kind, "I")) {
        zt_space space = of_other(source, resources, second, depth, false);
        space.table = zt_pdf_item(source, array, 3);
        return space;
    }
    if (zt_str_is(kind, "Pattern"))
        return of_other(source, resources, second, depth, true);
    if (zt_str_is(kind, "Separation"))
        return spots(1, zt_pdf_name(source, second));
    if (zt_str_is(kind, "DeviceN"))
        return spots(zt_pdf_count(source, second),
                     zt_pdf_name(source, zt_pdf_item(source, second, 0)));
    return by_name_in(source, resources, kind);
}

static zt_space resolve(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object,
                        int depth)
{
    if (depth > DEPTH_MOST)
        return device(ZT_SPACE_UNKNOWN, 0);
    if (zt_pdf_is_array(source, object))
        return of_array(source, resources, object, depth);
    return zt_pdf_space_named(source, resources, zt_pdf_name(source, object));
}

zt_space zt_pdf_space(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object)
{
    return resolve(source, resources, object, 0);
}

zt_space zt_pdf_space_named(zt_pdf_source *source, zt_pdf_object resources, zt_str name)
{
    zt_space space = by_name_in(source, resources, name);
    if (space.family != ZT_SPACE_UNKNOWN || space.pattern || name.len == 0)
        return space;
    zt_buf key;
    zt_buf_init(&key, zt_pdf_source_arena(source));
    zt_buf_putc(&key, '/');
    zt_buf_str(&key, name);
    zt_pdf_object found =
        zt_pdf_get(source, zt_pdf_get(source, resources, "/ColorSpace"), key.data);
    /* A name that leads to a name again is looked up no more. */
    return zt_pdf_is_array(source, found)
               ? resolve(source, resources, found, 1)
               : by_name_in(source, resources, zt_pdf_name(source, found));
}

zt_colour zt_space_any(const zt_space *space)
{
    return (zt_colour){.space = space->pattern ? ZT_SPACE_PATTERN : space->family,
                       .managed = space->managed,
                       .spot = space->spot};
}

zt_colour zt_space_first(const zt_space *space)
{
    zt_colour colour = zt_space_any(space);
    if (space->pattern || space->indexed)
        return colour;
    colour.count = space->count;
    if (space->family == ZT_SPACE_CMYK)
        colour.value[3] = 1;
    for (size_t i = 0; space->family == ZT_SPACE_SPOT && i < space->count; i++)
        colour.value[i] = 1;
    return colour;
}

/* A table has a byte for each component of each colour, 255 being 1. */
zt_colour zt_space_indexed(zt_pdf_source *source, zt_arena *arena, const zt_space *space,
                           double index)
{
    zt_colour colour = zt_space_any(space);
    zt_str table = zt_pdf_bytes(source, arena, space->table);
    size_t at = (size_t)zt_clamp(index, 0, 255) * space->count;
    if (space->count == 0 || at + space->count > table.len)
        return colour;
    colour.count = space->count;
    for (size_t i = 0; i < space->count; i++)
        colour.value[i] = (unsigned char)table.data[at + i] / 255.0;
    return colour;
}

/* Marks for register are on all plates (8.6.6.4). */
double zt_colour_ink(const zt_colour *colour)
{
    double sum = 0;
    if (colour->count == 0)
        return colour->most;
    if (colour->space == ZT_SPACE_GREY)
        return 100 * (1 - zt_clamp(colour->value[0], 0, 1));
    if (colour->space != ZT_SPACE_CMYK && colour->space != ZT_SPACE_SPOT)
        return 0;
    for (size_t i = 0; i < colour->count; i++)
        sum += 100 * zt_clamp(colour->value[i], 0, 1);
    return colour->space == ZT_SPACE_SPOT && zt_str_is(colour->spot, "All") ? 4 * sum : sum;
}
