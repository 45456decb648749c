/* From the bytes of a file to UTF-8: byte order marks first, then the XML declaration. */
#include "xml/encoding.h"
#include "xml/xml_imp.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"

static bool begins(zt_str bytes, const char *mark, size_t len)
{
    return bytes.len >= len && memcmp(bytes.data, mark, len) == 0;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_word(zt_str a, const char *b)
{
    if (a.len != strlen(b))
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.data[i]) != lower(b[i]))
            return false;
    return true;
}

/* The value of encoding= in an XML declaration of ASCII-compatible bytes; empty if none. */
static zt_str declared(zt_str bytes)
{
    static const char key[] = "encoding";
    const size_t key_len = sizeof key - 1;
    if (!begins(bytes, "<?xml", 5))
        return (zt_str){0};
    size_t end = 5;
    while (end < bytes.len && bytes.data[end] != '>')
        end++;
    for (size_t i = 5; i + key_len < end; i++) {
        if (memcmp(bytes.data + i, key, key_len) != 0)
            continue;
        size_t at = i + key_len;
        while (at < end && bytes.data[at] != '"' && bytes.data[at] != '\'')
            at++;
        size_t last = at + 1;
        while (last < end && bytes.data[last] != bytes.data[at])
            last++;
        return last < end ? zt_str_slice(bytes, at + 1, last) : (zt_str){0};
    }
    return (zt_str){0};
}

/* Converts as far as it goes; the count of bytes understood goes to *used. */
static bool convert(zt_arena *arena, zt_str bytes, const char *from, zt_str *utf8, size_t *used)
{
    *used = 0;
    iconv_t conversion = iconv_open("UTF-8", from);
    if (conversion == (iconv_t)-1)
        return false;
    /* No encoding here needs more than 4 bytes of UTF-8 for 2 of its own, or 3 for 1 unit. */
    size_t room = bytes.len * 2 + 8;
    char *out = zt_arena_alloc(arena, room);
    char *out_at = out;
    union {
        const char *data;
        char *writable; /* iconv takes char ** and does not write there */
    } in = {.data = bytes.data};
    size_t in_left = bytes.len;
    size_t result = iconv(conversion, &in.writable, &in_left, &out_at, &room);
    iconv_close(conversion);
    *utf8 = (zt_str){out, (size_t)(out_at - out)};
    *used = bytes.len - in_left;
    return result != (size_t)-1;
}

static bool decode_with(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                        const char *from, zt_str *utf8)
{
    size_t used;
    if (convert(arena, bytes, from, utf8, &used))
        return true;
    zt_pos pos = utf8->len ? zt_pos_at(*utf8, utf8->len, path) : (zt_pos){path, 1, 1};
    zt_report(diags, ZT_ERROR, "encoding", pos,
              "此处字节不合 %s 编码（第 %zu 字节）；请另存为 UTF-8",
              "these bytes are not valid %s (byte %zu); save the file as UTF-8", from, used + 1);
    return false;
}

static bool reads_as_gb18030(zt_arena *arena, zt_str bytes)
{
    zt_str utf8;
    size_t used;
    return convert(arena, bytes, "GB18030", &utf8, &used);
}

static bool check_utf8(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                       bool was_declared)
{
    size_t valid = zt_utf8_valid_prefix(bytes);
    if (valid == bytes.len)
        return true;
    zt_pos pos = zt_pos_at(bytes, valid, path);
    if (!reads_as_gb18030(arena, bytes))
        zt_report(diags, ZT_ERROR, "encoding", pos, "此处字节不合 UTF-8 编码；请另存为 UTF-8",
                  "these bytes are not valid UTF-8; save the file as UTF-8");
    else if (was_declared)
        zt_report(
            diags, ZT_ERROR, "encoding", pos,
            "声明是 UTF-8，内容却不是，看来是 GB18030；请另存为 UTF-8，或把声明改为 "
            "encoding=\"GB18030\"",
            "declared as UTF-8 but it is not, it looks like GB18030; save as UTF-8 or declare "
            "encoding=\"GB18030\"");
    else
        zt_report(diags, ZT_ERROR, "encoding", pos,
                  "不是 UTF-8，看来是 GB18030；请另存为 UTF-8，或在首行写 <?xml version=\"1.0\" "
                  "encoding=\"GB18030\"?>",
                  "not UTF-8, it looks like GB18030; save as UTF-8, or write <?xml version=\"1.0\" "
                  "encoding=\"GB18030\"?> in the first line");
    return false;
}

static bool is_one_of(zt_str name, const char *const *names)
{
    for (; *names; names++)
        if (same_word(name, *names))
            return true;
    return false;
}

static bool decode_declared(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                            zt_str name, zt_str *utf8)
{
    static const char *const utf8_names[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", NULL};
    /* GB18030 reads what GBK and GB2312 write. */
    static const char *const gb_names[] = {"GB18030", "GBK",   "GB2312", "GB18030-2000",
                                           "CP936",   "MS936", "EUC-CN", NULL};
    if (is_one_of(name, gb_names))
        return decode_with(arena, diags, path, bytes, "GB18030", utf8);
    *utf8 = bytes;
    if (name.len == 0 || is_one_of(name, utf8_names))
        return check_utf8(arena, diags, path, bytes, name.len > 0);
    zt_report(diags, ZT_ERROR, "encoding", (zt_pos){path, 1, 1},
              "不支持编码“%.*s”，或内容与它不符；可用 UTF-8、GB18030、UTF-16（带 BOM），"
              "请另存为 UTF-8",
              "encoding \"%.*s\" is not supported or is not what the bytes are; use UTF-8, GB18030 "
              "or UTF-16 with a BOM",
              ZT_ARG(name));
    return false;
}

/* A byte order mark says it all. False when there is none. */
static bool decode_marked(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                          zt_str *utf8, bool *ok)
{
    zt_str rest = zt_str_slice(bytes, 2, bytes.len);
    if (begins(bytes, "\xEF\xBB\xBF", 3)) {
        *utf8 = zt_str_slice(bytes, 3, bytes.len);
        *ok = check_utf8(arena, diags, path, *utf8, true);
    } else if (begins(bytes, "\xFF\xFE", 2)) {
        *ok = decode_with(arena, diags, path, rest, "UTF-16LE", utf8);
    } else if (begins(bytes, "\xFE\xFF", 2)) {
        *ok = decode_with(arena, diags, path, rest, "UTF-16BE", utf8);
    } else {
        return false;
    }
    return true;
}

bool zt_text_decode(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str *utf8)
{
    bool ok;
    if (decode_marked(arena, diags, path, bytes, utf8, &ok))
        return ok;
    *utf8 = bytes;
    if (zt_utf8_valid_prefix(bytes) == bytes.len)
        return true;
    if (!reads_as_gb18030(arena, bytes))
        return check_utf8(arena, diags, path, bytes, false);
    zt_report(diags, ZT_NOTE, "encoding-guessed", (zt_pos){path, 0, 0},
              "不是 UTF-8，按 GB18030 读入", "not UTF-8, read as GB18030");
    return decode_with(arena, diags, path, bytes, "GB18030", utf8);
}

bool zt_xml_decode(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str *utf8)
{
    bool ok;
    if (decode_marked(arena, diags, path, bytes, utf8, &ok))
        return ok;
    /* Without a BOM, "<?" tells the byte order (XML 1.0, appendix F.1). */
    if (begins(bytes, "<\0?\0", 4))
        return decode_with(arena, diags, path, bytes, "UTF-16LE", utf8);
    if (begins(bytes, "\0<\0?", 4))
        return decode_with(arena, diags, path, bytes, "UTF-16BE", utf8);
    return decode_declared(arena, diags, path, bytes, declared(bytes), utf8);
}
