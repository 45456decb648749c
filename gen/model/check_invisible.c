/* Characters that nobody sees, in texts and in attributes: they change what is copied, searched or
   read and not what is printed (soft hyphens, joiners, marks of direction, no-break blanks, tabs);
   and tags typed with full-width or escaped brackets, which would be printed as they stand. */
#include "model/check_imp.h"

#include <string.h>

#include "base/utf8.h"

/* The character at byte `at` and where the next begins; 0 at the end of the text. */
static uint32_t peek(zt_str text, size_t at, size_t *next)
{
    *next = at;
    return at < text.len ? zt_utf8_next(text, next) : 0;
}

/* A range of characters that leave no mark on paper, and what they are called. */
typedef struct hidden {
    uint32_t first, last;
    const char *zh, *en;
} hidden;

/* In their order. U+200B and U+2060 are the hints for line breaks that the manual names. */
static const hidden table[] = {
    {0x0009, 0x0009, "制表符", "tab"},
    {0x007F, 0x009F, "控制符", "control character"},
    {0x00A0, 0x00A0, "不换行空格", "no-break space"},
    {0x00AD, 0x00AD, "软连字符", "soft hyphen"},
    {0x034F, 0x034F, "组合字符连接符", "combining grapheme joiner"},
    {0x061C, 0x061C, "方向标记", "mark of direction"},
    {0x115F, 0x1160, "谚文填充符", "Hangul filler"},
    {0x1680, 0x1680, "西文空格", "Western blank"},
    {0x17B4, 0x17B5, "不可见元音", "invisible vowel"},
    {0x180E, 0x180E, "零宽分隔符", "vowel separator"},
    {0x2000, 0x200A, "西文空格", "Western blank"},
    {0x200C, 0x200D, "零宽连接符", "zero-width joiner"},
    {0x200E, 0x200F, "方向标记", "mark of direction"},
    {0x2028, 0x2029, "分行分段符", "line or paragraph separator"},
    {0x202A, 0x202E, "方向控制符", "override of direction"},
    {0x202F, 0x202F, "不换行空格", "no-break space"},
    {0x205F, 0x205F, "西文空格", "Western blank"},
    {0x2061, 0x2064, "不可见运算符", "invisible operator"},
    {0x2066, 0x2069, "方向控制符", "isolate of direction"},
    {0x206A, 0x206F, "已废弃的格式符", "deprecated format character"},
    {0x2800, 0x2800, "盲文空格", "blank of Braille"},
    {0x3164, 0x3164, "谚文填充符", "Hangul filler"},
    {0xFEFF, 0xFEFF, "零宽不换行空格", "zero-width no-break space"},
    {0xFFA0, 0xFFA0, "谚文填充符", "Hangul filler"},
    {0xFFF9, 0xFFFC, "注记或对象占位符", "annotation or object character"},
    {0x1BCA0, 0x1BCA3, "速记格式符", "format character of shorthand"},
    {0x1D173, 0x1D17A, "乐谱格式符", "format character of music"},
    {0xE0000, 0xE007F, "语言标签字符", "tag character"},
};

/* The row of the table that holds c, or NULL. */
static const hidden *hidden_of(uint32_t c)
{
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > table[middle].last)
            low = middle + 1;
        else if (c < table[middle].first)
            high = middle;
        else
            return &table[middle];
    }
    return NULL;
}

/* Latin letters to U+024F, whose languages need no-break spaces and soft hyphens. */
static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250);
}

/* Scripts and emoji that are spelled with joiners: Arabic to Khmer, emoji sequences. */
static bool joins_letters(uint32_t c)
{
    return (c >= 0x0600 && c < 0x1100) || (c >= 0x1780 && c < 0x1800) || c == 0xFE0F ||
           c >= 0x1F000;
}

/* Han, and the full-width marks of their text. */
static bool is_chinese(uint32_t c)
{
    return zt_is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60);
}

/* Where the character does its own work: between the letters of a language that needs it. */
static bool is_apt(uint32_t before, uint32_t c, uint32_t after)
{
    bool between_latin = is_latin(before) && is_latin(after);
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x205F) /* thin ones stand in formulas: 1 000 km */
        return !is_chinese(before) && !is_chinese(after);
    switch (c) {
    case 0x00A0:
    case 0x202F:
    case 0x00AD:
        return between_latin;
    case 0x200C:
    case 0x200D:
        return joins_letters(before) && joins_letters(after);
    default:
        return false;
    }
}

/* What a file is laid out with: blanks, tabs, ends of line. */
static bool is_layout(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* A tab that indents a line of the file is not printed. */
static bool indents(zt_str text, size_t first, size_t end)
{
    size_t from = first, to = end;
    while (from > 0 && is_layout((unsigned char)text.data[from - 1]))
        from--;
    while (to < text.len && is_layout((unsigned char)text.data[to]))
        to++;
    for (size_t i = from; i < to; i++)
        if (text.data[i] == '\n')
            return true;
    return from == 0 || to == text.len;
}

/* invisible-character, at the character itself. Where such a character has work to do, as the
   joiner of an emoji, it is left alone. */
static void check_hidden(zt_doc_reader *r, const zt_node *node)
{
    zt_text_walk walk = zt_text_walk_of(node->text, node->at, node->written);
    zt_str text = node->text;
    uint32_t before = 0;
    while (walk.at < text.len) {
        zt_pos pos = walk.pos;
        size_t at = walk.at, behind;
        uint32_t c = zt_text_walk_next(&walk), after = peek(text, walk.at, &behind);
        const hidden *found = hidden_of(c);
        if (found && !is_apt(before, c, after) && !(c == '\t' && indents(text, at, walk.at)))
            zt_report(r->diags, ZT_WARNING, "invisible-character", pos,
                      "这里有看不见的字符 U+%04X（%s%.0s）；删去，要空一格就用全角空格",
                      "an invisible character stands here, U+%04X (%.0s%s); delete it, use U+3000 "
                      "where a gap is meant",
                      (unsigned)c, found->zh, found->en);
        before = c;
    }
}

/* ---- tags as text ---- */

/* The ASCII letter that a full-width one stands for. */
static uint32_t plain_letter(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

/* ＜v＞, </v＞, ＜v id="a"＞ at `at`: the end of the tag, or 0. */
static size_t tag_at(zt_str text, size_t at, zt_str *name, char *room, size_t size)
{
    enum { LONGEST = 200 };
    size_t next, len = 0;
    if (plain_letter(peek(text, at, &next)) != '<')
        return 0;
    at = next;
    if (plain_letter(peek(text, at, &next)) == '/')
        at = next;
    for (uint32_t c; (c = plain_letter(peek(text, at, &next))) >= 'a' && c <= 'z'; at = next) {
        if (len + 1 == size)
            return 0;
        room[len++] = (char)c;
    }
    *name = (zt_str){room, len};
    for (size_t end = at; end < text.len && end - at < LONGEST; end = next) {
        uint32_t c = plain_letter(peek(text, end, &next));
        if (c == '<')
            return 0;
        if (c == '>')
            return len > 0 ? next : 0;
    }
    return 0;
}

/* Whether the tag at `at` is an end tag. */
static bool closes(zt_str text, size_t at)
{
    size_t next;
    peek(text, at, &next);
    return plain_letter(peek(text, next, &next)) == '/';
}

/* The walk goes on to byte `at`, which must not lie behind: one pass finds all places of a text. */
static zt_pos walk_to(zt_text_walk *walk, size_t at)
{
    while (walk->at < at && zt_text_walk_next(walk))
        continue;
    return walk->pos;
}

/* tag-as-text: only names that the grammar knows are reported; ＜A＞ in a text may be meant. */
static void check_tags(zt_doc_reader *r, const zt_node *node)
{
    char room[32];
    zt_str text = node->text;
    zt_text_walk walk = zt_text_walk_of(text, node->at, node->written);
    zt_str name;
    for (size_t at = 0, end; at < text.len;) {
        end = tag_at(text, at, &name, room, sizeof room);
        if (end && zt_grammar_knows(&zt_data_grammar, name))
            zt_report(
                r->diags, ZT_ERROR, "tag-as-text", walk_to(&walk, at),
                "“%.*s”会照原样排出来：标签要用半角的 < 和 >，写成 <%s%.*s>",
                "\"%.*s\" would be printed as it stands: tags are written with the plain < and "
                ">, as <%s%.*s>",
                ZT_ARG(zt_str_slice(text, at, end)), closes(text, at) ? "/" : "", ZT_ARG(name));
        if (end)
            at = end;
        else
            zt_utf8_next(text, &at);
    }
}

/* A decimal digit, or one of hexadecimal where `hex`. */
static bool is_digit_of(char c, bool hex)
{
    bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return (c >= '0' && c <= '9') || (hex && letter);
}

/* &amp;nbsp; in the file, or &nbsp; in a cell: a reference that was escaped twice, or never read.
 */
static size_t entity_at(zt_str text, size_t at)
{
    static const char *const names[] = {"amp;", "lt;", "gt;", "quot;", "apos;", "nbsp;"};
    size_t next;
    if (plain_letter(peek(text, at, &next)) != '&')
        return 0;
    zt_str rest = zt_str_slice(text, next, text.len);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_str_starts(rest, names[i]))
            return next + strlen(names[i]);
    if (!zt_str_starts(rest, "#"))
        return 0;
    size_t from = next + 1;
    bool hex = from < text.len && text.data[from] == 'x';
    size_t end = from += hex;
    while (end < text.len && end - from < 7 && is_digit_of(text.data[end], hex))
        end++;
    return end > from && end < text.len && text.data[end] == ';' ? end + 1 : 0;
}

/* entity-as-text: &nbsp; or &#160; that is still there behind the XML reader. */
static void check_entities(zt_doc_reader *r, const zt_node *node)
{
    zt_str text = node->text;
    zt_text_walk walk = zt_text_walk_of(text, node->at, node->written);
    for (size_t at = 0, end; at < text.len;) {
        end = entity_at(text, at);
        if (end)
            zt_report(r->diags, ZT_WARNING, "entity-as-text", walk_to(&walk, at),
                      "“%.*s”会照原样排出来：写成它所代表的字",
                      "\"%.*s\" would be printed as it stands: write the character that it means",
                      ZT_ARG(zt_str_slice(text, at, end)));
        if (end)
            at = end;
        else
            zt_utf8_next(text, &at);
    }
}

/* The three checks of one text or one attribute. */
static void check_text(zt_doc_reader *r, const zt_node *text)
{
    check_hidden(r, text);
    if (zt_node_is(text->parent, "code")) /* which may be XML */
        return;
    check_tags(r, text);
    check_entities(r, text);
}

/* Attributes are texts too: heads and labels are printed. A value from an import has its place in
   the imported file. */
static void walk(zt_doc_reader *r, const zt_node *node)
{
    for (size_t i = 0; i < node->attr_count; i++)
        check_text(r, &(zt_node){.text = node->attrs[i].value,
                                 .at = node->attrs[i].value_at,
                                 .written = node->attrs[i].written});
    for (const zt_node *child = node->first; child; child = child->next)
        if (!child->name)
            check_text(r, child);
        else if (child->known)
            walk(r, child);
}

static void run(zt_doc_reader *r, const zt_node *root)
{
    walk(r, root);
}

const zt_doc_check zt_doc_check_invisible = {run};
