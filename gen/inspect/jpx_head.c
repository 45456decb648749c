/* gen/inspect/jpx_head.c — what a JPEG 2000 file says of itself (ISO 15444-1, Annex A and I). */
#include "inspect/jpx_head.h"

#include <string.h>

/* Boxes of a file, and those within its header. */
enum { BOXES_MOST = 64 };
/* EnumCS (I.5.3.3), and CMYK of the extended format (ISO 15444-2, M.11.7.3.1). */
enum { CMYK = 12, SRGB = 16, GREYSCALE = 17, SYCC = 18 };

static unsigned long number(zt_str bytes, size_t at, size_t count)
{
    unsigned long value = 0;
    for (size_t i = 0; i < count; i++)
        value = value << 8 | (at + i < bytes.len ? (unsigned char)bytes.data[at + i] : 0);
    return value;
}

/* The next box of a row of them: its name and what it holds; false behind the last. A length of 0
   goes to the end, one of 1 is said in eight bytes behind the name. */
static bool next_box(zt_str *rest, zt_str *name, zt_str *held)
{
    if (rest->len < 8)
        return false;
    unsigned long len = number(*rest, 0, 4), head = 8;
    if (len == 1) {
        if (rest->len < 16 || number(*rest, 8, 4) != 0)
            return false;
        len = number(*rest, 12, 4);
        head = 16;
    }
    if (len == 0)
        len = rest->len;
    if (len < head || len > rest->len)
        return false;
    *name = zt_str_slice(*rest, 4, 8);
    *held = zt_str_slice(*rest, head, len);
    *rest = zt_str_slice(*rest, len, rest->len);
    return true;
}

static zt_colour_space by_count(unsigned long components)
{
    return components == 1 || components == 2 ? ZT_SPACE_GREY
           : components == 3                  ? ZT_SPACE_RGB
           : components == 4                  ? ZT_SPACE_CMYK
                                              : ZT_SPACE_UNKNOWN;
}

/* The first colour specification that is understood counts (I.5.3.3). */
static void read_colour(zt_str held, zt_jpx_head *head)
{
    unsigned long method = number(held, 0, 1), space = number(held, 3, 4);
    if (head->space != ZT_SPACE_UNKNOWN)
        return;
    if (method == 1) {
        head->space = space == CMYK                    ? ZT_SPACE_CMYK
                      : space == SRGB || space == SYCC ? ZT_SPACE_RGB
                      : space == GREYSCALE             ? ZT_SPACE_GREY
                                                       : ZT_SPACE_UNKNOWN;
        head->managed = space == SRGB || space == SYCC;
    } else if ((method == 2 || method == 3) && held.len > 3 + 20) {
        zt_str name = zt_str_slice(held, 3 + 16, 3 + 20); /* ICC.1, 7.2: the data's space */
        head->space = zt_str_is(name, "CMYK")   ? ZT_SPACE_CMYK
                      : zt_str_is(name, "RGB ") ? ZT_SPACE_RGB
                      : zt_str_is(name, "GRAY") ? ZT_SPACE_GREY
                      : zt_str_is(name, "Lab ") ? ZT_SPACE_LAB
                                                : ZT_SPACE_UNKNOWN;
        head->managed = true;
    }
}

static void read_header(zt_str held, zt_jpx_head *head)
{
    zt_str name, box;
    for (int i = 0; i < BOXES_MOST && next_box(&held, &name, &box); i++)
        if (zt_str_is(name, "ihdr") && box.len >= 14) {
            head->high = number(box, 0, 4);
            head->wide = number(box, 4, 4);
            head->components = number(box, 8, 2);
        } else if (zt_str_is(name, "colr")) {
            read_colour(box, head);
        }
}

/* The marker SIZ, which follows the start of a code stream (A.5.1). */
static void read_codes(zt_str codes, zt_jpx_head *head)
{
    if (codes.len < 42 || number(codes, 0, 4) != 0xff4fff51UL)
        return;
    head->wide = number(codes, 8, 4) - number(codes, 16, 4);
    head->high = number(codes, 12, 4) - number(codes, 20, 4);
    head->components = number(codes, 40, 2);
}

bool zt_jpx_head_read(zt_str file, zt_jpx_head *head)
{
    zt_str name, box, rest = file;
    *head = (zt_jpx_head){.space = ZT_SPACE_UNKNOWN};
    read_codes(file, head);
    for (int i = 0; head->components == 0 && i < BOXES_MOST && next_box(&rest, &name, &box); i++)
        if (zt_str_is(name, "jp2h"))
            read_header(box, head);
        else if (zt_str_is(name, "jp2c"))
            read_codes(box, head);
    if (head->space == ZT_SPACE_UNKNOWN)
        head->space = by_count(head->components);
    return head->components > 0;
}
