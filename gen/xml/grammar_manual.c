/* The table as a page of the manual: Markdown, Chinese with the English line below. */
#include "xml/grammar_imp.h"

#include <string.h>

/* What may be written, in Chinese, before the list of words. */
static const char *type_words(zt_attr_type type)
{
    switch (type) {
    case ZT_ATTR_TEXT:
        return "文字";
    case ZT_ATTR_NAME:
        return "名字（无空格）";
    case ZT_ATTR_STEM:
        return "文件名";
    case ZT_ATTR_NAMES:
        return "几个名字，空格分开";
    case ZT_ATTR_ENUM:
        return "其一：";
    case ZT_ATTR_ENUMS:
        return "其中几个：";
    case ZT_ATTR_YES:
        return "`yes` `no`";
    case ZT_ATTR_COUNT:
        return "整数";
    case ZT_ATTR_NUMBER:
        return "数";
    case ZT_ATTR_DATE:
        return "日期：年、年-月或年-月-日";
    case ZT_ATTR_DAY:
        return "日期：年-月-日";
    case ZT_ATTR_DATES:
        return "日期，或用 / 连接的起讫";
    case ZT_ATTR_TIMES:
        return "日期，可带钟点 `2022-09-15T08:30`，或用 / 连接的起讫";
    case ZT_ATTR_LENGTH:
        return "长度";
    case ZT_ATTR_LENGTHS:
        return "几个长度，空格分开";
    case ZT_ATTR_SHIFT:
        return "长度，可为负";
    case ZT_ATTR_GAP:
        return "间距：`3`、`3..5` 或长度";
    case ZT_ATTR_FILE:
        return "相对路径";
    }
    return "";
}

/* A cell of a Markdown table: "|" would end it. */
static void put_cell(zt_buf *out, const char *text)
{
    for (; text && *text; text++) {
        if (*text == '|')
            zt_buf_putc(out, '\\');
        zt_buf_putc(out, *text);
    }
}

/* One row of the table of attributes: name, values, initial value, meaning in both languages. */
static void put_attr(zt_buf *out, const zt_attr *attr)
{
    zt_buf_printf(out, "| `%s` | %s", attr->name, type_words(attr->type));
    zt_str rest = zt_str_from(attr->values), word;
    while (zt_str_word(&rest, &word))
        zt_buf_printf(out, "`%.*s` ", ZT_ARG(word));
    if (zt_attr_is_required(attr))
        zt_buf_puts(out, " | 必填 | ");
    else if (attr->initial)
        zt_buf_printf(out, " | `%s` | ", attr->initial);
    else
        zt_buf_puts(out, " | | ");
    put_cell(out, attr->zh);
    zt_buf_puts(out, "<br>");
    put_cell(out, attr->en);
    zt_buf_puts(out, " |\n");
}

/* The table of attributes; nothing for an element that has none. */
static void put_attrs(zt_buf *out, const zt_elem *elem)
{
    if (zt_attr_count(elem) == 0)
        return;
    zt_buf_puts(out, "| 属性 | 值 | 不写时 | 意义 |\n|---|---|---|---|\n");
    for (const zt_attr *attr = elem->attrs; attr->name; attr++)
        put_attr(out, attr);
    zt_buf_putc(out, '\n');
}

/* How often the child may stand there, in the signs of regular expressions, or as min–max. */
static void put_count(zt_buf *out, const zt_child *child)
{
    if (child->min == 0 && child->max == 0)
        zt_buf_puts(out, "*");
    else if (child->min == 1 && child->max == 0)
        zt_buf_puts(out, "+");
    else if (child->min == 0 && child->max == 1)
        zt_buf_puts(out, "?");
    else if (child->min != 1 || child->max != 1)
        zt_buf_printf(out, "（%d–%d）", child->min, child->max);
}

/* The children in their order; 然后 before those that must come later. */
static void put_children(zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    size_t count = zt_child_count(elem);
    for (size_t i = 0; i < count; i++) {
        const zt_elem *child = zt_grammar_def(grammar, zt_child_def(elem->children + i));
        zt_buf_puts(out, i == 0                                                        ? ""
                         : elem->ordered && !zt_child_shares_place(elem->children + i) ? "，然后 "
                                                                                       : " ");
        zt_buf_printf(out, "`%s`", child->name);
        put_count(out, elem->children + i);
    }
}

/* The line that says what may stand inside. */
static void put_content(zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    bool children = zt_child_count(elem) > 0;
    switch (elem->content) {
    case ZT_EMPTY:
        zt_buf_puts(out, "内容：空。\n\n");
        return;
    case ZT_TEXT_ONLY:
        zt_buf_puts(out, "内容：文字。\n\n");
        return;
    case ZT_ELEMENTS:
        zt_buf_puts(out, "内容：");
        break;
    case ZT_MIXED:
        zt_buf_puts(out, children ? "内容：文字，夹 " : "内容：文字");
        break;
    }
    put_children(out, grammar, elem);
    zt_buf_puts(out, "。\n\n");
}

void zt_grammar_write_manual(zt_buf *out, const zt_grammar *grammar)
{
    const zt_elem *elem;
    for (size_t i = 0; (elem = zt_grammar_row(grammar, i)) != NULL; i++) {
        zt_buf_printf(out, "### `%s`", elem->name);
        if (strcmp(elem->name, elem->def) != 0)
            zt_buf_printf(out, "（`%s`）", elem->def);
        zt_buf_printf(out, "\n\n%s  \n*%s*\n\n", elem->zh, elem->en);
        put_content(out, grammar, elem);
        put_attrs(out, elem);
    }
}
