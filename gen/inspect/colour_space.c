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
    return device(zt_str_is(name, "Pattern") ? ZT_SPACE_PATTERN : ZT_SPACE_UNKNOWN, 0);
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
    if (zt_str_is(kind, "Indexed") || zt_str_is(kind, "I"))
        return resolve(source, resources, second, depth + 1);
    if (zt_str_is(kind, "Separation"))
        return (zt_space){ZT_SPACE_SPOT, false, 1, zt_pdf_name(source, second)};
    if (zt_str_is(kind, "DeviceN"))
        return (zt_space){ZT_SPACE_SPOT, false,
                          (size_t)zt_min((double)zt_pdf_count(source, second), COMPONENTS_MOST),
                          zt_pdf_name(source, zt_pdf_item(source, second, 0))};
    return by_name(kind);
}

static zt_space resolve(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object,
                        int depth)
{
    if (depth > DEPTH_MOST)
        return device(ZT_SPACE_UNKNOWN, 0);
    if (zt_pdf_is_array(source, object))
        return of_array(source, resources, object, depth);
    zt_str name = zt_pdf_name(source, object);
    zt_space space = by_name(name);
    if (space.family != ZT_SPACE_UNKNOWN || name.len == 0)
        return space;
    return zt_pdf_space_named(source, resources, name);
}

zt_space zt_pdf_space(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object)
{
    return resolve(source, resources, object, 0);
}

zt_space zt_pdf_space_named(zt_pdf_source *source, zt_pdf_object resources, zt_str name)
{
    zt_space space = by_name(name);
    if (space.family != ZT_SPACE_UNKNOWN)
        return space;
    zt_buf key;
    zt_buf_init(&key, zt_pdf_source_arena(source));
    zt_buf_putc(&key, '/');
    zt_buf_str(&key, name);
    zt_pdf_object found =
        zt_pdf_get(source, zt_pdf_get(source, resources, "/ColorSpace"), key.data);
    /* A name that leads to a name again is looked up no more. */
    return zt_pdf_is_array(source, found) ? resolve(source, resources, found, 1)
                                          : by_name(zt_pdf_name(source, found));
}

zt_colour zt_space_first(const zt_space *space)
{
    zt_colour colour = {.space = space->family,
                        .managed = space->managed,
                        .count = space->count,
                        .spot = space->spot};
    if (space->family == ZT_SPACE_CMYK)
        colour.value[3] = 1;
    for (size_t i = 0; space->family == ZT_SPACE_SPOT && i < space->count; i++)
        colour.value[i] = 1;
    return colour;
}
