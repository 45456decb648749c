/* What libxml2 finds wrong with the form of a file, said in plain words and at the place where the
   writer made the mistake rather than where the parser gave up. */
#include "xml/xml_imp.h"

#include <string.h>

#include <libxml/xmlerror.h>

#include "base/near.h"
#include "base/utf8.h"
#include "xml/grammar.h"

/* Where the mistake lies, seen from the byte that the parser had reached. */
typedef enum fault_place { HERE, LAST_TAG, LAST_AMPERSAND, LAST_VALUE, OPEN_ELEMENT } fault_place;

/* A code of libxml2 with the words that an editor understands. */
typedef struct fault_row {
    int code;
    fault_place place;
    const char *zh, *en;
} fault_row;

static const fault_row rows[] = {
    {XML_ERR_DOCUMENT_EMPTY, HERE, "文件是空的，或不以“<”开头",
     "the file is empty or does not begin with <"},
    {XML_ERR_DOCUMENT_END, HERE, "根元素已经结束，后面不能再有内容；一个文件只有一个根元素",
     "content after the end of the root element"},
    {XML_ERR_INVALID_HEX_CHARREF, LAST_AMPERSAND, "字符引用写法有误，应如 &#x4E00;",
     "malformed character reference, write it like &#x4E00;"},
    {XML_ERR_INVALID_DEC_CHARREF, LAST_AMPERSAND, "字符引用写法有误，应如 &#19968;",
     "malformed character reference, write it like &#19968;"},
    {XML_ERR_INVALID_CHARREF, LAST_AMPERSAND, "这个字符引用不是 XML 允许的字符",
     "this character reference names no character that XML allows"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, LAST_AMPERSAND, "“&”要写作 &amp;，实体引用要以分号结束",
     "write & as &amp;, or end the reference with a semicolon"},
    {XML_ERR_UNDECLARED_ENTITY, LAST_AMPERSAND,
     "没有这个实体；只可用 &amp; &lt; &gt; &quot; &apos;，其他字符请直接写",
     "no such entity; only &amp; &lt; &gt; &quot; &apos; exist, write other characters as they "
     "are"},
    {XML_ERR_LT_IN_ATTRIBUTE, LAST_VALUE, "这个属性值没有收尾的引号（或值里的“<”没有写作 &lt;）",
     "this attribute value has no closing quote (or a < in it is not written &lt;)"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, LAST_VALUE, "这个属性值没有收尾的引号",
     "this attribute value has no closing quote"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, HERE, "属性值要放在直引号 \" \" 里",
     "an attribute value must stand in straight quotes \" \""},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, HERE, "属性没有值，应写作 名=\"值\"",
     "an attribute without a value, write name=\"value\""},
    {XML_ERR_COMMENT_NOT_FINISHED, LAST_TAG, "注释没有以 --> 结束", "a comment without its -->"},
    {XML_ERR_HYPHEN_IN_COMMENT, HERE, "注释里不能有两个连续的连字符 --",
     "a comment cannot hold two hyphens --"},
    {XML_ERR_PI_NOT_FINISHED, LAST_TAG, "处理指令没有以 ?> 结束",
     "a processing instruction without its ?>"},
    {XML_ERR_XMLDECL_NOT_FINISHED, HERE,
     "首行的 XML 声明写法有误，应为 <?xml version=\"1.0\" "
     "encoding=\"UTF-8\"?>",
     "malformed XML declaration, write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {XML_ERR_RESERVED_XML_NAME, LAST_TAG,
     "XML 声明 <?xml …?> 必须在文件的最开头，前面不能有空格或空行",
     "the XML declaration <?xml …?> must be the very first thing in the file"},
    {XML_ERR_MISPLACED_CDATA_END, HERE, "正文里的“]]>”要写作 ]]&gt;",
     "write ]]> in text as ]]&gt;"},
    {XML_ERR_CDATA_NOT_FINISHED, HERE, "CDATA 段没有以 ]]> 结束",
     "a CDATA section without its ]]>"},
    {XML_ERR_SPACE_REQUIRED, HERE, "属性之间要有空格", "a blank is needed between attributes"},
    {XML_ERR_GT_REQUIRED, HERE, "标签没有以“>”结束", "a tag without its >"},
    {XML_ERR_TAG_NOT_FINISHED, OPEN_ELEMENT, "这个元素没有结束标签", "this element has no end tag"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, LAST_TAG, "名字里有没有声明过的前缀（冒号前的部分）",
     "a name has a prefix (before the colon) that was never declared"},
};

/* NULL for codes that are not in the table. */
static const fault_row *find_row(int code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return rows + i;
    return NULL;
}

/* The last byte `c` at or before `at`; `at` when there is none. */
static size_t back_to(zt_str bytes, size_t at, char c)
{
    for (size_t i = at + 1; i > 0; i--)
        if (i - 1 < bytes.len && bytes.data[i - 1] == c)
            return i - 1;
    return at;
}

/* The opening quote of the last value: the last quote behind an equals sign. */
static size_t back_to_value(zt_str bytes, size_t at)
{
    for (size_t i = at; i > 1; i--) {
        char c = i - 1 < bytes.len ? bytes.data[i - 1] : ' ';
        if ((c == '"' || c == '\'') && bytes.data[i - 2] == '=')
            return i - 1;
    }
    return at;
}

/* The place by the row; for an element that was never closed its start tag. */
static zt_pos place_of(const fault_row *r, const char *path, zt_str bytes,
                       const zt_xml_fault *fault)
{
    size_t at = fault->byte;
    switch (r->place) {
    case HERE:
        break;
    case LAST_TAG:
        at = back_to(bytes, at, '<');
        break;
    case LAST_AMPERSAND:
        at = back_to(bytes, at, '&');
        break;
    case LAST_VALUE:
        at = back_to_value(bytes, at);
        break;
    case OPEN_ELEMENT:
        if (fault->open)
            return fault->open->at;
        break;
    }
    return zt_pos_at(bytes, at, path);
}

/* Reports not-well-formed: two sentences without arguments. */
static void report(zt_diags *diags, zt_pos pos, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "not-well-formed", pos, "%s%.0s", "%.0s%s", zh, en);
}

/* Whatever may stand in a name, for finding its end. */
static bool is_name_byte(char c)
{
    return c != 0 && !strchr(" \t\r\n=/><&\"'", c);
}

/* A name in the bytes, up to the next blank or mark. */
static zt_str name_at(zt_str bytes, size_t at)
{
    size_t end = at;
    while (end < bytes.len && is_name_byte(bytes.data[end]))
        end++;
    return zt_str_slice(bytes, at, end);
}

/* Of two tags that differ the unknown name is the mistake, <piont> before </point>. */
static bool is_mistyped(const zt_xml_fault *fault, zt_str name, zt_str other)
{
    return fault->grammar && !zt_grammar_knows(fault->grammar, name) &&
           zt_grammar_knows(fault->grammar, other) &&
           3 * zt_edit_distance(name, other) <= other.len + 2;
}

/* Whether an element of that name is open at `node` or above it. */
static bool is_open(const zt_node *node, zt_str name)
{
    for (; node; node = node->parent)
        if (zt_str_is(name, node->name))
            return true;
    return false;
}

/* </a> where </b> is due. */
static void report_mismatch(zt_diags *diags, const char *path, zt_str bytes,
                            const zt_xml_fault *fault)
{
    size_t at = back_to(bytes, fault->byte > 0 ? fault->byte - 1 : 0, '<');
    zt_str found = name_at(bytes, at + 2);
    const char *open = fault->open ? fault->open->name : "";
    if (fault->open && is_mistyped(fault, zt_str_from(open), found)) {
        zt_report(diags, ZT_ERROR, "not-well-formed", fault->open->at,
                  "开始标签 <%s> 写错了：第 %d 行的结束标签是 </%.*s>；应为 <%.*s>",
                  "start tag <%s> is mistyped: the end tag in line %d is </%.*s>; write <%.*s>",
                  open, zt_pos_at(bytes, at, path).line, ZT_ARG(found), ZT_ARG(found));
        return;
    }
    if (fault->open && is_open(fault->open->parent, found)) {
        zt_report(diags, ZT_ERROR, "not-well-formed", fault->open->at,
                  "这个 <%s> 没有结束标签：第 %d 行的 </%.*s> 之前应有 </%s>",
                  "this <%s> has no end tag: line %d has </%.*s> where </%s> is due", open,
                  zt_pos_at(bytes, at, path).line, ZT_ARG(found), open);
        return;
    }
    zt_report(diags, ZT_ERROR, "not-well-formed", zt_pos_at(bytes, at, path),
              "结束标签 </%.*s> 与第 %d 行的 <%s> 不配，应为 </%s>",
              "end tag </%.*s> does not match line %d's <%s>, expected </%s>", ZT_ARG(found),
              fault->open ? fault->open->at.line : 0, open, open);
}

/* The second attribute of one name in the tag around `byte`. */
static void report_duplicate(zt_diags *diags, const char *path, zt_str bytes, size_t byte)
{
    zt_xml_cursor cursor;
    zt_xml_cursor_init(&cursor, bytes);
    zt_xml_cursor_move(&cursor, back_to(bytes, byte < bytes.len ? byte : bytes.len - 1, '<'));
    zt_xml_cursor first = cursor;
    zt_lexed_attr attr = {.at = zt_xml_cursor_pos(&cursor, path)}, earlier;
    bool closed;
    zt_xml_cursor_enter_tag(&cursor);
    while (zt_xml_cursor_attr(&cursor, path, &attr, &closed)) {
        zt_xml_cursor again = first;
        zt_xml_cursor_enter_tag(&again);
        while (zt_xml_cursor_attr(&again, path, &earlier, &closed) && again.at < cursor.at)
            if (zt_str_equal(earlier.name, attr.name)) {
                zt_report(diags, ZT_ERROR, "not-well-formed", attr.at,
                          "属性 %.*s 在同一标签里写了两次",
                          "attribute %.*s is given twice in one tag", ZT_ARG(attr.name));
                return;
            }
    }
    report(diags, attr.at, "同一标签里有写了两次的属性", "an attribute is given twice in one tag");
}

/* Quotes that an input method for Chinese puts where XML wants straight ones. */
static bool is_curly_quote(uint32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0xFF02 || c == 0x300C;
}

/* The character at a byte, 0 behind the end. */
static uint32_t character_at(zt_str bytes, size_t at)
{
    return at < bytes.len ? zt_utf8_next(bytes, &at) : 0;
}

/* A name was due: behind "&" or "<", or where an attribute begins. */
static void report_name(zt_diags *diags, const char *path, zt_str bytes, size_t byte)
{
    size_t at = byte > 0 ? byte - 1 : 0;
    char before = at < bytes.len ? bytes.data[at] : ' ';
    char here = byte < bytes.len ? bytes.data[byte] : ' ';
    if (before == '&' || here == '&')
        report(diags, zt_pos_at(bytes, before == '&' ? at : byte, path), "“&”要写作 &amp;",
               "write & as &amp;");
    else if (before == '<' || here == '<')
        report(diags, zt_pos_at(bytes, before == '<' ? at : byte, path),
               "“<”后面要跟元素名；正文里的小于号写作 &lt;",
               "< must be followed by an element's name; write a less-than sign as &lt;");
    else
        report(diags, zt_pos_at(bytes, byte, path), "此处应有名字", "a name is expected here");
}

/* A character that XML does not allow (XML 1.0, 2.2), written as itself or as a reference; for the
   latter libxml2 stops behind its end, at most 12 bytes on. */
static void report_character(zt_diags *diags, const char *path, zt_str bytes, size_t byte)
{
    uint32_t c = character_at(bytes, byte);
    size_t reference = back_to(bytes, byte, '&');
    if (c >= ' ' && c < 0xD800 && byte - reference < 12) { /* &#0; is reported behind its end */
        report(diags, zt_pos_at(bytes, reference, path), "这个字符引用不是 XML 允许的字符",
               "this character reference names no character that XML allows");
        return;
    }
    zt_report(diags, ZT_ERROR, "not-well-formed", zt_pos_at(bytes, byte, path),
              "字符 U+%04X 不能出现在 XML 里", "character U+%04X is not allowed in XML",
              (unsigned)c);
}

/* date="2022-03-07 weight="key": the value that ended here holds the start of the next attribute,
   so its own closing quote is missing. The place of its opening quote, or `byte`. */
static size_t unclosed_value(zt_str bytes, size_t byte)
{
    size_t end = byte > 0 ? byte - 1 : 0; /* the quote that ended it */
    if (end >= bytes.len || (bytes.data[end] != '"' && bytes.data[end] != '\''))
        return byte;
    size_t at = end;
    if (at == 0 || bytes.data[at - 1] != '=')
        return byte;
    size_t name = --at;
    while (name > 0 && (is_name_byte(bytes.data[name - 1])))
        name--;
    if (name == at || name == 0 || !strchr(" \t\r\n", bytes.data[name - 1]))
        return byte;
    for (size_t i = name; i > 1; i--)
        if (bytes.data[i - 1] == bytes.data[end])
            return bytes.data[i - 2] == '=' ? i - 1 : byte;
        else if (bytes.data[i - 1] == '<')
            return byte;
    return byte;
}

/* The fall-back: libxml2's own words, with its number for those who look it up. */
static void report_unknown(zt_diags *diags, const char *path, zt_str bytes,
                           const zt_xml_fault *fault)
{
    const char *words = fault->words ? fault->words : "";
    zt_report(diags, ZT_ERROR, "not-well-formed", zt_pos_at(bytes, fault->byte, path),
              "不是格式良好的 XML：%s（libxml2 错误 %d）", "not well-formed: %s (libxml2 error %d)",
              words, fault->code);
}

/* Codes that an unclosed value or the end of the file inside of a tag lead to. */
static bool is_about_attributes(int code)
{
    return code == XML_ERR_SPACE_REQUIRED || code == XML_ERR_GT_REQUIRED ||
           code == XML_ERR_ATTRIBUTE_NOT_STARTED || code == XML_ERR_ATTRIBUTE_WITHOUT_VALUE;
}

/* A value that is longer than it may be, closed or not: libxml2 gives up on it at 10 MB. */
static bool is_long_value(zt_str bytes, const zt_xml_fault *fault)
{
    return fault->code == XML_ERR_ATTRIBUTE_NOT_FINISHED &&
           fault->byte - back_to_value(bytes, fault->byte) > fault->attr_limit;
}

/* Reports limit-attribute at the start of the value. */
static void report_long_value(zt_diags *diags, const char *path, zt_str bytes,
                              const zt_xml_fault *fault)
{
    zt_report(diags, ZT_ERROR, "limit-attribute",
              zt_pos_at(bytes, back_to_value(bytes, fault->byte), path),
              "这个属性值超过上限 %zu 字节", "this attribute value is longer than %zu bytes",
              fault->attr_limit);
}

/* From the special to the general: what the bytes show goes before what libxml2 says, since its
   code names where it gave up. */
void zt_xml_report_fault(zt_diags *diags, const char *path, zt_str bytes, const zt_xml_fault *fault)
{
    bool curly = is_curly_quote(character_at(bytes, fault->byte));
    const fault_row *r = find_row(fault->code);
    if (r && curly)
        report(diags, zt_pos_at(bytes, fault->byte, path),
               "此处是中文引号；属性值要用直引号 \" \"（英文半角）",
               "a curly quote here; attribute values need straight quotes \" \"");
    else if (is_long_value(bytes, fault))
        report_long_value(diags, path, bytes, fault);
    else if (fault->byte >= bytes.len && is_about_attributes(fault->code))
        report(diags, zt_pos_at(bytes, back_to(bytes, fault->byte, '<'), path),
               "文件在这个标签中间就结束了", "the file ends in the middle of this tag");
    else if (is_about_attributes(fault->code) && unclosed_value(bytes, fault->byte) != fault->byte)
        report(diags, zt_pos_at(bytes, unclosed_value(bytes, fault->byte), path),
               "这个属性值没有收尾的引号，把后面的属性也吃了进去",
               "this attribute value has no closing quote and runs into the next attribute");
    else if (fault->code == XML_ERR_ATTRIBUTE_NOT_FINISHED && fault->byte >= bytes.len)
        report(diags, zt_pos_at(bytes, back_to_value(bytes, bytes.len), path),
               "文件在这个属性值中间就结束了，或者值没有收尾的引号",
               "the file ends in the middle of this attribute value, or the value has no closing "
               "quote");
    else if (fault->code == XML_ERR_TAG_NAME_MISMATCH)
        report_mismatch(diags, path, bytes, fault);
    else if (fault->code == XML_ERR_ATTRIBUTE_REDEFINED ||
             fault->code == XML_NS_ERR_ATTRIBUTE_REDEFINED)
        report_duplicate(diags, path, bytes, fault->byte);
    else if (fault->code == XML_ERR_NAME_REQUIRED)
        report_name(diags, path, bytes, fault->byte);
    else if (fault->code == XML_ERR_INVALID_CHAR)
        report_character(diags, path, bytes, fault->byte);
    else if (!r)
        report_unknown(diags, path, bytes, fault);
    else
        report(diags, place_of(r, path, bytes, fault), r->zh, r->en);
}
