/* gen/image/picture_jpeg.c — the markers of a JPEG file (ITU-T T.81, B; Adobe's and JFIF's in
   T.871 and T.872). The data between them is skipped, not decoded. */
#include <string.h>

#include "image/picture_imp.h"

/* Codes of markers, behind the byte FF (T.81, table B.1). */
enum { SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee };
/* Progressive files have about ten; a hostile one makes each of them cost as much as a picture. */
enum { MOST_SCANS = 100 };

/* The file while its markers are read. */
typedef struct markers {
    const zt_picture_reader *r;
    zt_str bytes;
    size_t at;
    int scans, components;
    bool jfif, adobe, ended;
    unsigned transform; /* Adobe's */
    unsigned char ids[4];
} markers;

bool zt_jpeg_is(zt_str bytes)
{
    return bytes.len >= 3 && memcmp(bytes.data, "\xff\xd8\xff", 3) == 0;
}

/* The next marker, `at` behind it; 0 at the end of the file. */
static unsigned next_marker(zt_str bytes, size_t *at)
{
    size_t i = *at;
    for (; i + 1 < bytes.len; i++) {
        unsigned code = zt_byte_at(bytes, i + 1);
        bool restart = code >= 0xd0 && code <= 0xd7;
        if (zt_byte_at(bytes, i) != 0xff || code == 0 || code == 0xff || code == 1 || restart)
            continue;
        *at = i + 2;
        return code;
    }
    *at = bytes.len;
    return 0;
}

/* What a marker holds, behind its length; `at` behind it. False when the file ends before. */
static bool segment(zt_str bytes, size_t *at, zt_str *body)
{
    if (bytes.len - *at < 2)
        return false;
    size_t len = zt_big_endian(bytes, *at, 2);
    if (len < 2 || len > bytes.len - *at)
        return false;
    *body = zt_str_slice(bytes, *at + 2, *at + len);
    *at += len;
    return true;
}

/* SOF0 to SOF15 without DHT, JPG and DAC, which have codes between them (T.81, table B.1). */
static bool is_frame(unsigned code)
{
    return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
}

/* The frame header (T.81, B.2.2): size and components. Refused: what printing programs do not
   decode, and two frames. */
static bool frame(markers *m, unsigned code, zt_str body)
{
    zt_picture *p = m->r->picture;
    if (code > 0xc2)
        return zt_picture_refuse(
            m->r, "这种 JPEG 编码（无损、分层或算术）不能印刷；请另存为普通 JPEG",
            "this coding of JPEG (lossless, hierarchical or arithmetic) cannot "
            "be printed; save it as a plain JPEG");
    if (m->components)
        return zt_picture_refuse(m->r, "文件损坏：有两个图像头", "damaged: it has two frames");
    size_t count = body.len >= 6 ? zt_byte_at(body, 5) : 0;
    if (body.len < 6 + 3 * count || zt_byte_at(body, 0) != 8)
        return zt_picture_refuse(m->r, "每色不是 8 位", "its samples have not 8 bits");
    if (count != 1 && count != 3 && count != 4)
        return zt_picture_refuse(m->r, "通道数不是 1、3、4",
                                 "its channels are not 1, 3 or 4 in number");
    p->height = (int)zt_big_endian(body, 1, 2);
    p->width = (int)zt_big_endian(body, 3, 2);
    m->components = (int)count;
    for (size_t i = 0; i < sizeof m->ids && i < count; i++)
        m->ids[i] = (unsigned char)zt_byte_at(body, 6 + 3 * i);
    return true;
}

/* The segments of programs: JFIF, EXIF, a profile, Adobe's note on colours. */
static void application(markers *m, unsigned code, zt_str body)
{
    zt_picture *p = m->r->picture;
    if (code == APP0 && body.len >= 5 && memcmp(body.data, "JFIF", 5) == 0)
        m->jfif = true;
    if (code == APP1 && body.len > 6 && memcmp(body.data, "Exif\0", 6) == 0)
        p->orientation = zt_exif_orientation(zt_str_slice(body, 6, body.len));
    if (code == APP2 && body.len > 14 && memcmp(body.data, "ICC_PROFILE", 12) == 0 &&
        zt_byte_at(body, 12) == 1)
        p->profile = zt_icc_name(m->r->arena, zt_str_slice(body, 14, body.len));
    if (code == APP14 && body.len >= 12 && memcmp(body.data, "Adobe", 5) == 0) {
        m->adobe = true;
        m->transform = zt_byte_at(body, 11);
    }
}

/* As decoders guess: a marker says it, else the components' letters. */
static void colours(const markers *m)
{
    zt_picture *p = m->r->picture;
    static const zt_picture_colour models[5] = {
        [1] = ZT_PICTURE_GREY, [3] = ZT_PICTURE_RGB, [4] = ZT_PICTURE_CMYK};
    p->colour = models[m->components];
    p->inverted = m->components == 4 && m->adobe;
    p->untransformed = m->components == 3 && !m->jfif && !m->adobe && memcmp(m->ids, "RGB", 3) == 0;
}

/* False after a report. */
static bool one_marker(markers *m, unsigned code)
{
    zt_str body;
    if (!segment(m->bytes, &m->at, &body))
        return zt_picture_refuse(m->r, "文件不完整，中途断了", "the file is cut off");
    if (is_frame(code) && !frame(m, code, body))
        return false;
    if (code >= APP0 && code <= 0xef)
        application(m, code, body);
    m->scans += code == SOS;
    if (m->scans > MOST_SCANS)
        return zt_picture_refuse(m->r, "扫描次数多得不像照片",
                                 "it has more scans than any photograph");
    return true;
}

/* At least one bit for each block of 8 × 8 samples is needed. */
static bool has_room(const zt_picture *p, size_t bytes)
{
    return (double)p->width * p->height <= (double)bytes * 8 * 64;
}

/* The bytes behind the end mark are cut off: cameras append a preview there. */
bool zt_jpeg_inspect(const zt_picture_reader *r)
{
    markers m = {.r = r, .bytes = r->picture->bytes, .at = 2};
    for (unsigned code; !m.ended && (code = next_marker(m.bytes, &m.at)) != 0;) {
        m.ended = code == EOI;
        if (!m.ended && code != SOI && !one_marker(&m, code))
            return false;
    }
    if (!m.ended)
        return zt_picture_refuse(r, "文件不完整，中途断了", "the file is cut off");
    zt_picture *p = r->picture;
    if (m.components == 0 || m.scans == 0 || p->width < 1 || p->height < 1)
        return zt_picture_refuse(r, "文件损坏：里面没有图像", "damaged: there is no image in it");
    p->bytes = zt_str_slice(m.bytes, 0, m.at);
    colours(&m);
    if (has_room(p, m.at) || p->width > ZT_PICTURE_SIDE || p->height > ZT_PICTURE_SIDE)
        return true;
    return zt_picture_refuse(r, "文件损坏：数据太少，不够所称的像素",
                             "damaged: too few data for the pixels it claims");
}

/* All but APP1 (EXIF, XMP) and APP2 (profiles). */
zt_str zt_jpeg_bare(zt_arena *arena, zt_str bytes)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_add(&out, bytes.data, 2);
    size_t at = 2, from = 2;
    for (unsigned code; (code = next_marker(bytes, &at)) != 0 && code != EOI;) {
        size_t begin = at - 2;
        zt_str body;
        if (!segment(bytes, &at, &body))
            break;
        if (code != APP1 && code != APP2)
            continue;
        zt_buf_str(&out, zt_str_slice(bytes, from, begin));
        from = at;
    }
    zt_buf_str(&out, zt_str_slice(bytes, from, bytes.len));
    return zt_buf_view(&out);
}
