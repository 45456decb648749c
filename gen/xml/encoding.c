/* From the bytes of a file to UTF-8: byte order marks first, then the XML declaration, and for
   tables that declare nothing a guess by what the bytes would be, which is reported. */
#include "xml/encoding.h"
#include "xml/xml_imp.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "xml/survey.h"

/* The first `len` bytes, which may hold NUL. */
static bool begins(zt_str bytes, const char *mark, size_t len)
{
    return bytes.len >= len && memcmp(bytes.data, mark, len) == 0;
}

/* Names of encodings are compared without case (XML 1.0, 4.3.3). */
static bool same_word(zt_str a, const char *b)
{
    if (a.len != strlen(b))
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (zt_lower(a.data[i]) != zt_lower(b[i]))
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

/* Converts all bytes from that encoding, or reports `encoding` at the first that is none of its.
 */
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

/* Whether all bytes convert from that encoding. */
static bool reads_as(zt_arena *arena, zt_str bytes, const char *encoding)
{
    zt_str utf8;
    size_t used;
    return convert(arena, bytes, encoding, &utf8, &used);
}

/* What else the bytes may be, for a message. */
static const char *guess(zt_arena *arena, zt_str bytes, const zt_survey *survey)
{
    if (zt_survey_is_latin(survey))
        return " (ISO 8859-1, Windows-1252?)";
    if (reads_as(arena, bytes, "SHIFT_JIS") && !reads_as(arena, bytes, "BIG5"))
        return " (Shift_JIS?)";
    return reads_as(arena, bytes, "BIG5") ? " (Big5?)" : "";
}

/* Whether the bytes are UTF-8. If not, the report names what they look like: a mixture, GB18030
   that was declared as UTF-8 or not declared at all, or something else; `was_declared` says which
   hint applies. */
static bool check_utf8(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                       bool was_declared)
{
    size_t valid = zt_utf8_valid_prefix(bytes);
    if (valid == bytes.len)
        return true;
    zt_survey survey = zt_survey_bytes(bytes);
    if (zt_survey_is_mixed(&survey)) {
        zt_survey_report_mixed(diags, path, bytes, &survey);
        return false;
    }
    zt_pos pos = zt_pos_at(bytes, valid, path);
    if (!reads_as(arena, bytes, "GB18030") || !zt_survey_is_gb(&survey))
        zt_report(diags, ZT_ERROR, "encoding", pos, "此处字节不合 UTF-8 编码%s；请另存为 UTF-8",
                  "these bytes are not valid UTF-8%s; save the file as UTF-8",
                  guess(arena, bytes, &survey));
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

/* Bytes that are declared or guessed to be GB18030: those that are UTF-8, wholly or in part, would
   print as other characters without a fault. */
static bool decode_gb(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                      zt_str *utf8)
{
    zt_survey survey = zt_survey_bytes(bytes);
    if (zt_survey_is_mixed(&survey)) {
        zt_survey_report_mixed(diags, path, bytes, &survey);
        return false;
    }
    if (survey.utf8_lines) {
        zt_report(diags, ZT_ERROR, "encoding", (zt_pos){path, 1, 1},
                  "声明的是 GB18030，内容却是 UTF-8；请把声明改为 encoding=\"UTF-8\"",
                  "declared as GB18030 but it is UTF-8; declare encoding=\"UTF-8\"");
        return false;
    }
    return decode_with(arena, diags, path, bytes, "GB18030", utf8);
}

/* Whether `name` is in the NULL-terminated list, whatever its case. */
static bool is_one_of(zt_str name, const char *const *names)
{
    for (; *names; names++)
        if (same_word(name, *names))
            return true;
    return false;
}

/* The encodings that an XML file may declare; UTF-16 came earlier, by its mark. `name` empty is
   UTF-8 (XML 1.0, 4.3.3). */
static bool decode_declared(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                            zt_str name, zt_str *utf8)
{
    static const char *const utf8_names[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", NULL};
    /* GB18030 reads what GBK and GB2312 write. */
    static const char *const gb_names[] = {"GB18030", "GBK",   "GB2312", "GB18030-2000",
                                           "CP936",   "MS936", "EUC-CN", NULL};
    if (is_one_of(name, gb_names))
        return decode_gb(arena, diags, path, bytes, utf8);
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
    zt_str rest = bytes.len > 2 ? zt_str_slice(bytes, 2, bytes.len) : (zt_str){0};
    if (begins(bytes, "\xEF\xBB\xBF", 3)) {
        *utf8 = zt_str_slice(bytes, 3, bytes.len);
        *ok = check_utf8(arena, diags, path, *utf8, true);
    } else if (begins(bytes, "\xFF\xFE\0\0", 4) || begins(bytes, "\0\0\xFE\xFF", 4)) {
        zt_report(diags, ZT_ERROR, "encoding", (zt_pos){path, 1, 1}, "这是 UTF-32；请另存为 UTF-8",
                  "this is UTF-32; save the file as UTF-8");
        *ok = false;
    } else if (begins(bytes, "\xFF\xFE", 2)) {
        *ok = decode_with(arena, diags, path, rest, "UTF-16LE", utf8);
    } else if (begins(bytes, "\xFE\xFF", 2)) {
        *ok = decode_with(arena, diags, path, rest, "UTF-16BE", utf8);
    } else {
        return false;
    }
    return true;
}

/* Without a mark UTF-16 shows itself by its NUL bytes: of commas, line ends and figures every
   second byte is one. */
static const char *unmarked_utf16(zt_str bytes)
{
    enum { LOOKED_AT = 65536 };
    size_t nuls[2] = {0}, end = bytes.len < LOOKED_AT ? bytes.len : LOOKED_AT;
    if (bytes.len % 2)
        return NULL;
    for (size_t i = 0; i < end; i++)
        nuls[i % 2] += bytes.data[i] == '\0';
    if (nuls[1] >= 2 && nuls[0] * 8 < nuls[1])
        return "UTF-16LE";
    return nuls[0] >= 2 && nuls[1] * 8 < nuls[0] ? "UTF-16BE" : NULL;
}

/* Reports `encoding`: the bytes are neither of the two encodings that are accepted. */
static bool refuse_bytes(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                         const zt_survey *survey)
{
    zt_report(diags, ZT_ERROR, "encoding", zt_pos_at(bytes, survey->first_bad, path),
              "既不是 UTF-8，也不像 GB18030%s；请另存为 UTF-8",
              "neither UTF-8 nor, it seems, GB18030%s; save the file as UTF-8",
              guess(arena, bytes, survey));
    return false;
}

/* A file of a spreadsheet program declares nothing, so the order of the questions matters: mark,
   UTF-16 by its NUL bytes, UTF-7, UTF-8, and GB18030 only when the counts speak for it. */
bool zt_text_decode(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str *utf8)
{
    bool ok;
    if (decode_marked(arena, diags, path, bytes, utf8, &ok))
        return ok;
    const char *wide = unmarked_utf16(bytes);
    if (wide) {
        zt_report(diags, ZT_NOTE, "encoding-guessed", (zt_pos){path, 0, 0},
                  "没有字节顺序标记，按 %s 读入", "without a byte order mark, read as %s", wide);
        return decode_with(arena, diags, path, bytes, wide, utf8);
    }
    *utf8 = bytes;
    if (zt_survey_is_utf7(bytes)) {
        zt_report(diags, ZT_ERROR, "encoding", (zt_pos){path, 1, 1}, "看来是 UTF-7；请另存为 UTF-8",
                  "this looks like UTF-7; save the file as UTF-8");
        return false;
    }
    if (zt_utf8_valid_prefix(bytes) == bytes.len)
        return true;
    zt_survey survey = zt_survey_bytes(bytes);
    if (!zt_survey_is_mixed(&survey) && !reads_as(arena, bytes, "GB18030"))
        return check_utf8(arena, diags, path, bytes, false);
    if (!zt_survey_is_mixed(&survey) && !zt_survey_is_gb(&survey))
        return refuse_bytes(arena, diags, path, bytes, &survey);
    if (!decode_gb(arena, diags, path, bytes, utf8))
        return false;
    zt_report(diags, ZT_NOTE, "encoding-guessed", (zt_pos){path, 0, 0},
              "不是 UTF-8，按 GB18030 读入", "not UTF-8, read as GB18030");
    return true;
}

/* A BOM is believed before the declaration, as XML 1.0 (4.3.3 and appendix F) has it: the bytes
   themselves show it. */
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
