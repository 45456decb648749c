/* gen/xml/survey.c — encodings guessed by counting, for files that do not say theirs. Chinese in
   UTF-8 is a lead of E3 to E9 and two bytes of 80 to BF; in GB18030 nearly all characters are of
   GB 2312, both of whose bytes are above A0. Read as the other, each gives itself away. The
   counts are made once and the questions in survey.h are answered from them. */
#include "xml/survey.h"

#include <string.h>

#include "base/utf8.h"
#include "xml/xml_imp.h"

/* The byte, 0 behind the end: no branch has to ask for the length. */
static unsigned byte_at(zt_str bytes, size_t at)
{
    return at < bytes.len ? (unsigned char)bytes.data[at] : 0;
}

/* Han, Chinese marks and full-width forms of the BMP: what a wrong guess would hit. */
static bool is_chinese(uint32_t c)
{
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

/* ---- as GB18030 ---- */

/* Characters of a line read as GB18030. */
typedef struct pairs {
    size_t usual, rare, low;
} pairs;

/* `usual` are those of GB 2312 (rows A1 to F7), which hold nearly all of a common text. */
static void count_pairs(zt_str line, pairs *p)
{
    for (size_t at = 0; at < line.len;) {
        unsigned lead = byte_at(line, at), trail = byte_at(line, at + 1);
        if (lead < 0x80) {
            at++;
            continue;
        }
        if (trail >= '0' && trail <= '9' && byte_at(line, at + 2) >= 0x81) {
            at += 4; /* four bytes */
            continue;
        }
        bool usual = lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
        p->usual += usual;
        p->low += !usual && trail < 0x80;
        p->rare += !usual && trail >= 0x80;
        at += trail >= 0x40 ? 2 : 1;
    }
}

/* ---- as UTF-8 ---- */

/* A line is the unit: two encodings in one file come from pasting, and that is by lines. */
static void survey_line(zt_str bytes, size_t first, size_t end, zt_survey *s)
{
    size_t chinese = 0, bad = 0, first_bad = 0, first_chinese = 0;
    zt_str line = zt_str_slice(bytes, first, end);
    pairs p = {0};
    for (size_t at = 0; at < line.len;) {
        size_t from = at;
        uint32_t c = zt_utf8_next(line, &at);
        if (c == 0xFFFD && at - from == 1) {
            first_bad = bad++ ? first_bad : from;
        } else if (is_chinese(c)) {
            first_chinese = chinese++ ? first_chinese : from;
        }
        bool high = byte_at(line, from) >= 0x80;
        s->high += high;
        s->alone += high && at - from == 1 && byte_at(line, at) < 0x80 &&
                    (from == 0 || byte_at(line, from - 1) < 0x80);
    }
    count_pairs(line, &p);
    s->usual += p.usual;
    s->rare += p.rare;
    s->low += p.low;
    if (bad && chinese >= 2 && chinese >= bad) {
        s->first_torn = s->torn_lines++ ? s->first_torn : first + first_bad;
    } else if (bad) {
        s->first_bad = s->other_lines++ ? s->first_bad : first + first_bad;
    } else if (chinese && p.rare + p.low) {
        s->first_utf8 = s->utf8_lines++ ? s->first_utf8 : first + first_chinese;
    }
}

/* Lines end at a line feed, which is one byte in both encodings and never the second byte of a
   character of GB18030. */
zt_survey zt_survey_bytes(zt_str bytes)
{
    zt_survey s = {0};
    for (size_t first = 0; first < bytes.len;) {
        const char *feed = memchr(bytes.data + first, '\n', bytes.len - first);
        size_t end = feed ? (size_t)(feed - bytes.data) : bytes.len;
        survey_line(bytes, first, end, &s);
        first = end + 1;
    }
    if (s.other_lines == 0)
        s.first_bad = s.first_torn;
    return s;
}

/* A torn line alone is enough: one damaged character among UTF-8. */
bool zt_survey_is_mixed(const zt_survey *s)
{
    return s->torn_lines > 0 || (s->utf8_lines > 0 && s->other_lines > 0);
}

/* The lesser part is taken for the mistake. */
void zt_survey_report_mixed(zt_diags *diags, const char *path, zt_str bytes, const zt_survey *s)
{
    bool torn = s->torn_lines > 0 && s->other_lines == 0;
    bool mostly_utf8 = torn || s->utf8_lines + s->torn_lines >= s->other_lines;
    size_t at = torn ? s->first_torn : mostly_utf8 ? s->first_bad : s->first_utf8;
    if (mostly_utf8)
        zt_report(
            diags, ZT_ERROR, "encoding", zt_pos_at(bytes, at, path),
            "此处字节不合 UTF-8 编码，而别处是 UTF-8：字坏了，或混进了另一种编码；请改正这里，"
            "整个文件存为 UTF-8",
            "these bytes are not valid UTF-8, while others are: a damaged character, or a "
            "second encoding; mend it here and save all of the file as UTF-8");
    else
        zt_report(diags, ZT_ERROR, "encoding", zt_pos_at(bytes, at, path),
                  "此处是 UTF-8，而别处不是：混了两种编码；请改正这里，整个文件存为 UTF-8",
                  "here is UTF-8, while the rest is in another encoding; mend it here and save all "
                  "of the file as UTF-8");
}

/* At least half of the characters are of GB 2312, and the second bytes do not look like those of
   Big5. True when there is nothing but ASCII. */
bool zt_survey_is_gb(const zt_survey *s)
{
    size_t all = s->usual + s->rare + s->low;
    /* Big5 has no second bytes of 80 to A0, and many below: names with rare characters have both.
     */
    bool big5 = all >= 4 && s->rare == 0 && s->low * 5 > all;
    return s->usual * 2 >= all && !big5;
}

/* Accented letters stand one by one among plain ones, while Chinese comes in pairs of high
   bytes. */
bool zt_survey_is_latin(const zt_survey *s)
{
    return s->high > 0 && s->alone * 2 >= s->high;
}

/* ---- UTF-7 ---- */

/* The value of a character of base 64 (RFC 2045), -1 for any other. */
static int base64(unsigned c)
{
    return c >= 'A' && c <= 'Z'   ? (int)c - 'A'
           : c >= 'a' && c <= 'z' ? (int)c - 'a' + 26
           : c >= '0' && c <= '9' ? (int)c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

/* A run behind a plus: all of its units are Chinese, and nothing is left over but zeros. */
static bool is_chinese_run(zt_str bytes, size_t *at)
{
    uint32_t bits = 0;
    int count = 0;
    size_t units = 0;
    bool chinese = true;
    for (int digit; (digit = base64(byte_at(bytes, *at))) >= 0; ++*at) {
        bits = bits << 6 | (uint32_t)digit;
        count += 6;
        if (count < 16)
            continue;
        count -= 16;
        chinese &= is_chinese(bits >> count & 0xFFFF);
        bits &= (1u << count) - 1;
        units++;
    }
    return chinese && units > 0 && bits == 0;
}

/* Two runs: a single one may be a formula or a telephone number. */
bool zt_survey_is_utf7(zt_str bytes)
{
    size_t runs = 0;
    for (size_t at = 0; at < bytes.len;) {
        unsigned c = byte_at(bytes, at++);
        if (c >= 0x80)
            return false;
        runs += c == '+' && is_chinese_run(bytes, &at);
    }
    return runs >= 2;
}
