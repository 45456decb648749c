/* gen/import/zip.c — the container of a spreadsheet: members of a ZIP file, found by its central
   directory (APPNOTE 6.3.3, 4.3.12 and 4.3.16). Stored and deflated members; no ZIP64, no
   encryption, no spans. Files come from anywhere: sizes are bounded before memory is taken, and
   every offset is checked. */
#include "import/import_imp.h"

#include <string.h>

#include <libdeflate.h>

enum {
    END_SIZE = 22,
    ROW_SIZE = 46,
    LOCAL_SIZE = 30,
    MOST_MEMBERS = 4096,
    MOST_BYTES = 16 << 20,
    MOST_TOGETHER = 32 << 20
};

/* A little-endian number of `len` bytes; the caller has checked that they are there. */
static size_t number(zt_str bytes, size_t at, size_t len)
{
    size_t value = 0;
    for (size_t i = len; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.data[at + i];
    return value;
}

/* xlsx-malformed, without a line: the file is binary. */
static void refuse(zt_diags *diags, const char *path, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "xlsx-malformed", (zt_pos){path, 0, 0}, "读不了这份 xlsx：%s%.0s",
              "this xlsx cannot be read: %.0s%s", zh, en);
}

/* Finds the directory by the end record, which a comment of up to 64 KB may follow. False after a
   report. The bytes are not copied and must outlive `zip`. */
bool zt_zip_open(zt_diags *diags, const char *path, zt_str bytes, zt_zip *zip)
{
    static const char mark[] = "PK\5\6";
    enum { LONGEST_COMMENT = 65535 };
    *zip = (zt_zip){.bytes = bytes, .path = path};
    for (size_t back = END_SIZE; back <= bytes.len && back <= END_SIZE + LONGEST_COMMENT; back++) {
        size_t at = bytes.len - back;
        if (memcmp(bytes.data + at, mark, 4) != 0)
            continue;
        zip->count = number(bytes, at + 10, 2);
        zip->directory = number(bytes, at + 16, 4);
        if (zip->count <= MOST_MEMBERS && zip->directory < at)
            return true;
        refuse(diags, path, "压缩包的目录不对", "the directory of the archive is wrong");
        return false;
    }
    refuse(diags, path, "文件不完整（没有传完？），请重新取一份",
           "the file is cut short; fetch it again");
    return false;
}

/* A row of the directory: what is needed to find and unpack one member. Sizes in bytes. */
typedef struct zip_member {
    size_t flags, method, crc, packed, unpacked, local;
} zip_member;

/* Names of parts are equal whatever their case (ECMA-376 part 2, 7.2.3.4); some writers put
   backslashes. */
static char plain(char c)
{
    return c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* A leading slash in the file's own name is ignored. */
static bool same_name(zt_str own, const char *name)
{
    size_t len = strlen(name);
    if (own.len == len + 1 && plain(own.data[0]) == '/')
        own = zt_str_slice(own, 1, own.len);
    if (own.len != len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (plain(own.data[i]) != plain(name[i]))
            return false;
    return true;
}

/* The directory's row of that name; ZT_BROKEN when the directory runs out of the file or holds
   something else. */
static zt_found find(const zt_zip *zip, const char *name, zip_member *found)
{
    size_t at = zip->directory;
    for (size_t i = 0; i < zip->count; i++) {
        if (at + ROW_SIZE > zip->bytes.len || memcmp(zip->bytes.data + at, "PK\1\2", 4) != 0)
            return ZT_BROKEN;
        size_t name_len = number(zip->bytes, at + 28, 2);
        size_t more = number(zip->bytes, at + 30, 2) + number(zip->bytes, at + 32, 2);
        if (at + ROW_SIZE + name_len > zip->bytes.len)
            return ZT_BROKEN;
        if (same_name(zt_str_slice(zip->bytes, at + ROW_SIZE, at + ROW_SIZE + name_len), name)) {
            *found = (zip_member){number(zip->bytes, at + 8, 2),  number(zip->bytes, at + 10, 2),
                                  number(zip->bytes, at + 16, 4), number(zip->bytes, at + 20, 4),
                                  number(zip->bytes, at + 24, 4), number(zip->bytes, at + 42, 4)};
            return ZT_FOUND;
        }
        at += ROW_SIZE + name_len + more;
    }
    return ZT_ABSENT;
}

/* The packed bytes behind the local header. */
static bool packed_bytes(const zt_zip *zip, const zip_member *m, zt_str *out)
{
    zt_str b = zip->bytes;
    if (m->local + LOCAL_SIZE > b.len || memcmp(b.data + m->local, "PK\3\4", 4) != 0)
        return false;
    size_t at = m->local + LOCAL_SIZE + number(b, m->local + 26, 2) + number(b, m->local + 28, 2);
    if (at > b.len || m->packed > b.len - at)
        return false;
    *out = zt_str_slice(b, at, at + m->packed);
    return true;
}

/* The directory says how long the member becomes, and so much room is made; one that becomes
   longer, or has another check sum, is refused. */
static bool unpack(zt_arena *arena, const zip_member *m, zt_str packed, zt_str *out)
{
    enum { STORED = 0, DEFLATED = 8 };
    char *data = zt_arena_alloc(arena, m->unpacked + 1);
    *out = (zt_str){data, m->unpacked};
    if (m->method == STORED && packed.len == m->unpacked) {
        if (packed.len)
            memcpy(data, packed.data, packed.len);
    } else if (m->method == DEFLATED) {
        struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
        if (!d)
            zt_arena_exhausted(arena);
        enum libdeflate_result result =
            libdeflate_deflate_decompress(d, packed.data, packed.len, data, m->unpacked, NULL);
        libdeflate_free_decompressor(d);
        if (result != LIBDEFLATE_SUCCESS)
            return false;
    } else {
        return false;
    }
    return libdeflate_crc32(0, data, m->unpacked) == m->crc;
}

/* Whether there is a member of that name; its contents are not looked at. */
bool zt_zip_has(const zt_zip *zip, const char *name)
{
    zip_member m;
    return find(zip, name, &m) == ZT_FOUND;
}

/* Unpacks a member into the arena. ZT_ABSENT without a report, since most parts of a workbook may
   be missing; ZT_BROKEN after one. The sizes in the directory bound the memory before anything is
   unpacked. */
zt_found zt_zip_read(zt_arena *arena, zt_diags *diags, zt_zip *zip, const char *name, zt_str *out)
{
    zip_member m;
    zt_str packed;
    zt_found found = find(zip, name, &m);
    if (found == ZT_ABSENT)
        return found;
    if (found == ZT_FOUND && (m.flags & 1) != 0) {
        refuse(diags, zip->path, "压缩包有密码；请去掉密码再存",
               "the archive has a password; save it without one");
        return ZT_BROKEN;
    }
    if (found == ZT_BROKEN || !packed_bytes(zip, &m, &packed)) {
        refuse(diags, zip->path, "文件坏了（没有传完？），请重新取一份",
               "the file is damaged; fetch it again");
        return ZT_BROKEN;
    }
    if (m.unpacked > MOST_BYTES || m.unpacked + zip->spent > MOST_TOGETHER) {
        zt_report(diags, ZT_ERROR, "limit-size", (zt_pos){zip->path, 0, 0},
                  "其中的 %s 展开后有 %zu 字节，上限每件 %d、合计 %d；请把要用的工作表另存为 CSV "
                  "或单独的 xlsx",
                  "%s in it has %zu bytes when unpacked, the limits are %d a part and %d together; "
                  "save the sheet that is used as CSV or as an xlsx of its own",
                  name, m.unpacked, MOST_BYTES, MOST_TOGETHER);
        return ZT_BROKEN;
    }
    zip->spent += m.unpacked;
    if (unpack(arena, &m, packed, out))
        return ZT_FOUND;
    refuse(diags, zip->path, "压缩的内容坏了", "packed contents are damaged");
    return ZT_BROKEN;
}
