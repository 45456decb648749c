/* gen/cli/cmd_typeset.c — zhitu typeset: what the text engine decides about paragraphs, for
   tests and for those who want to see why a line breaks where it does. Options become values of
   the interface within the bounds that the engine is tested for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* The options as typed. */
typedef struct typed_options {
    const char *width, *size, *weight, *indent, *style, *level, *spacing;
} typed_options;

/* A decimal without the locale, within bounds; what is not given stays as it is. */
static bool read_decimal(const char *text, double least, double most, double *out)
{
    double value = 0, unit = 1;
    bool point = false, digit = false;
    for (const char *p = text; p && *p; p++) {
        bool number = *p >= '0' && *p <= '9';
        if (!number && (*p != '.' || point))
            return false;
        point = point || !number;
        if (number) {
            value = value * 10 + (*p - '0');
            unit *= point ? 10 : 1;
            digit = true;
        }
    }
    if (!text)
        return true;
    *out = value / unit;
    return digit && *out >= least && *out <= most;
}

/* The place of a word in a list that ends with NULL; -1 = not in it. */
static int index_of(const char *word, const char *const *list)
{
    for (int i = 0; list[i]; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return -1;
}

/* Words of the options to values of the interface; ZHITU_USAGE after a message. */
static zhitu_status apply_words(const cli *c, const typed_options *t, zhitu_typesetting *how)
{
    static const char *const styles[] = {"quanjiao", "kaiming", "banjiao", NULL};
    static const char *const levels[] = {"normal", "none", "loose", "clreq-basic", "strict", NULL};
    static const char *const spacings[] = {"news", "off", "spaced", "book", NULL};
    int style = index_of(t->style ? t->style : styles[0], styles);
    int level = index_of(t->level ? t->level : levels[0], levels);
    int spacing = index_of(t->spacing ? t->spacing : spacings[0], spacings);
    if (style < 0)
        return cli_usage(c, "--style 只能是 quanjiao kaiming banjiao",
                         "--style is one of quanjiao kaiming banjiao", t->style);
    if (level < 0)
        return cli_usage(c, "--level 只能是 none loose normal strict clreq-basic",
                         "--level is one of none loose normal strict clreq-basic", t->level);
    if (spacing < 0)
        return cli_usage(c, "--spacing 只能是 off news spaced book",
                         "--spacing is one of off news spaced book", t->spacing);
    how->marks = (zhitu_marks)style;
    how->level = (zhitu_level)level;
    how->spacing = (zhitu_spacing)spacing;
    return ZHITU_FINE;
}

/* The same for numbers, within the bounds that the engine is tested for. */
static zhitu_status apply_numbers(const cli *c, const typed_options *t, zhitu_typesetting *how)
{
    double weight = 0;
    if (!read_decimal(t->width, 1, 10000, &how->width))
        return cli_usage(c, "--width 应为 1 到 10000 字", "--width is 1 to 10000 em", t->width);
    if (!read_decimal(t->size, 1, 1000, &how->size))
        return cli_usage(c, "--size 应为 1 到 1000 磅", "--size is 1 to 1000 points", t->size);
    if (!read_decimal(t->weight, 1, 1000, &weight))
        return cli_usage(c, "--weight 应为 1 到 1000", "--weight is 1 to 1000", t->weight);
    if (!read_decimal(t->indent, 0, 100, &how->indent))
        return cli_usage(c, "--indent 应为 0 到 100 字", "--indent is 0 to 100 em", t->indent);
    how->weight = (int)weight;
    return ZHITU_FINE;
}

/* From a file or, with "-", from standard input, which is read whole. */
static zhitu_status set(cli *c, const zhitu_typesetting *how, const char *name)
{
    char *text = NULL;
    size_t len = 0;
    if (strcmp(name, "-") == 0) {
        text = cli_read_input(&len);
        if (!text) {
            cli_usage(c, "无法读取标准输入", "cannot read standard input", name);
            return ZHITU_ENVIRONMENT;
        }
    }
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_typeset(session, how, name, text, len, cli_sink);
    cli_close(c, session);
    free(text);
    return status;
}

/* The theme chongqing and its body type unless others are named. */
static zhitu_status run(cli *c, char **args, int count)
{
    typed_options t = {0};
    zhitu_typesetting how = {.theme = "chongqing", .role = "body"};
    const cli_option options[] = {
        {"--width", "-w", &t.width, NULL},
        {"--size", NULL, &t.size, NULL},
        {"--font", NULL, &how.role, NULL},
        {"--family", NULL, &how.family, NULL},
        {"--weight", NULL, &t.weight, NULL},
        {"--theme", NULL, &how.theme, NULL},
        {"--style", NULL, &t.style, NULL},
        {"--level", NULL, &t.level, NULL},
        {"--spacing", NULL, &t.spacing, NULL},
        {"--indent", NULL, &t.indent, NULL},
        {"--png", NULL, &how.png, NULL},
        {"--vertical", NULL, NULL, &how.vertical},
        {"--plain-orientation", NULL, NULL, &how.plain_orientation},
        {"--justify", NULL, NULL, &how.justify},
        {"--headline", NULL, NULL, &how.headline},
        {"--verbose", "-v", NULL, &c->verbose},
        {NULL, NULL, NULL, NULL},
    };
    int left = cli_parse(c, args, count, options);
    if (left < 0 || apply_words(c, &t, &how) != ZHITU_FINE ||
        apply_numbers(c, &t, &how) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (left != 1)
        return cli_usage(c, "typeset 要一个文件，或 - 表示标准输入",
                         "typeset takes one file, or - for standard input",
                         left ? args[1] : "typeset");
    return set(c, &how, args[0]);
}

const cli_command cli_typeset = {
    "typeset",
    "排一段文字，列出排字的决定",
    "set paragraphs and print what was decided",
    "用法：zhitu typeset [选项] 文件|-\n\n"
    "一行一段，逐段输出一个 JSON 对象：text breaks advances gaps orient lines。\n"
    "  -w, --width EM        行宽，以字计（默认一段一行）\n"
    "  --size PT             字号，磅\n"
    "  --font ROLE           主题的字体用途（默认 body）；--theme NAME 主题（默认 chongqing）\n"
    "  --family NAME         换用字族；--weight N 字重\n"
    "  --style quanjiao|kaiming|banjiao                       标点式样（默认 quanjiao）\n"
    "  --level none|loose|normal|strict|clreq-basic           避头尾（默认 normal）\n"
    "  --spacing off|news|spaced|book                         汉字与西文之间（默认 news）\n"
    "  --vertical            竖排\n"
    "  --plain-orientation   竖排，只按 UAX #50 的属性（Unicode 16.0.0）\n"
    "  --justify             两端对齐\n"
    "  --indent EM           首行缩进\n"
    "  --headline            按标题断行\n"
    "  --png FILE            另画一幅图\n\n"
    "breaks：÷ 可断，× 不可断，p 万不得已才断。\n",
    "usage: zhitu typeset [OPTIONS] FILE|-\n\n"
    "One paragraph a line; prints a JSON object each: text breaks advances gaps orient lines.\n"
    "  -w, --width EM        measure in em (default: a paragraph is one line)\n"
    "  --size PT             size in points\n"
    "  --font ROLE           font role of the theme (default body); --theme NAME (chongqing)\n"
    "  --family NAME         another family; --weight N\n"
    "  --style quanjiao|kaiming|banjiao                       marks (default quanjiao)\n"
    "  --level none|loose|normal|strict|clreq-basic           line breaking (default normal)\n"
    "  --spacing off|news|spaced|book                         Han and Western (default news)\n"
    "  --vertical            in columns\n"
    "  --plain-orientation   in columns, by the property of UAX #50 alone (Unicode 16.0.0)\n"
    "  --justify             flush on both sides\n"
    "  --indent EM           of the first line\n"
    "  --headline            broken as a headline\n"
    "  --png FILE            also draws a picture\n\n"
    "breaks: ÷ may, × must not, p only when nothing else fits.\n",
    run,
    true,
    "--level"};
