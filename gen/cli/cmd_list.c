/* gen/cli/cmd_list.c — zhitu list, zhitu fonts, zhitu grammar: the commands that need no
   document. Each prints to standard output what the library knows of itself and of this machine. */
#include <string.h>

#include "cli/cli.h"

/* In the order of zhitu_list; the last, families, is reached by --all. */
static bool read_what(const char *name, zhitu_list *out)
{
    static const char *const names[] = {"templates", "themes",  "blocks", "charts",  "fonts",
                                        "inks",      "formats", "icons",  "outputs", "profiles"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (zhitu_list)i;
            return true;
        }
    return false;
}

/* One list to standard output; --all changes the list of fonts into that of all families
   installed. */
static zhitu_status list(cli *c, char **args, int count)
{
    bool all = false;
    const cli_option options[] = {{"--verbose", "-v", NULL, &c->verbose},
                                  {"--all", NULL, NULL, &all},
                                  {"--json", NULL, NULL, &c->dump_json},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    zhitu_list what;
    if (left < 0)
        return ZHITU_USAGE;
    if (left != 1 || !read_what(args[0], &what))
        return cli_usage(
            c,
            "list 要一个：templates themes blocks charts fonts inks formats icons outputs profiles",
            "list takes one of templates themes blocks charts fonts inks formats icons outputs "
            "profiles",
            left ? args[0] : "list");
    if (all && what != ZHITU_FONTS)
        return cli_usage(c, "--all 只用于 list fonts", "--all goes with list fonts", args[0]);
    what = all ? ZHITU_FAMILIES : what;
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_print_list(session, what, c->verbose, c->dump_json, cli_sink);
    cli_close(c, session);
    return status;
}

/* Verifies the lock, or writes it when there is none or --update asks for it. */
static zhitu_status fonts(cli *c, char **args, int count)
{
    const cli_option options[] = {{"--update", NULL, NULL, &c->update}, {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left != 0)
        return left < 0 ? ZHITU_USAGE
                        : cli_usage(c, "fonts 不要文件", "fonts takes no file", args[0]);
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_check_fonts(session, c->update, cli_sink);
    cli_close(c, session);
    return status;
}

/* The reference page, or the schema that --format names (main.c keeps it, since that is elsewhere
   the form of the findings) or --rng. */
static zhitu_status grammar(cli *c, char **args, int count)
{
    bool rng = false;
    const cli_option options[] = {{"--rng", NULL, NULL, &rng}, {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left != 0)
        return left < 0 ? ZHITU_USAGE
                        : cli_usage(c, "grammar 不要文件", "grammar takes no file", args[0]);
    zhitu *session = cli_open(c);
    zhitu_status status =
        zhitu_print_grammar(session, rng ? ZHITU_GRAMMAR_RNG : c->grammar, cli_sink);
    cli_close(c, session);
    return status;
}

bool cli_grammar_named(const char *name, zhitu_grammar *out)
{
    static const char *const names[] = {"markdown", "rng", "json-schema"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (zhitu_grammar)i;
            return true;
        }
    return false;
}

const cli_command cli_list = {
    "list",
    "列出模板、主题、版块、图表、字体、油墨、格式、图标、输出、用途",
    "list templates, themes, blocks, charts, fonts, inks, formats, icons, outputs, profiles",
    "用法：zhitu list [选项] templates|themes|blocks|charts|fonts|inks|formats|icons|\n"
    "                   outputs|profiles\n\n"
    "  -v, --verbose   连同部件、参数、出处\n"
    "  --all           list fonts：本机安装的全部字族，而不只是主题用到的\n"
    "  --json          用 JSON 输出\n",
    "usage: zhitu list [OPTIONS] templates|themes|blocks|charts|fonts|inks|formats|icons|\n"
    "                   outputs|profiles\n\n"
    "  -v, --verbose   with parts, parameters and paths\n"
    "  --all           list fonts: all installed families, not only the themes' roles\n"
    "  --json          as JSON\n",
    list,
    true,
    NULL};

const cli_command cli_fonts = {
    "fonts",
    "查找字体，写入并核对字体锁",
    "find fonts, write and verify the font lock",
    "用法：zhitu fonts [--update]\n\n"
    "找出各主题所用的字体，按 fonts/fonts.lock 核对文件的 SHA-256，并更新本机缓存。\n"
    "没有锁文件时写一份；--update 重写。字体缺失或不符时退出状态为 3。\n",
    "usage: zhitu fonts [--update]\n\n"
    "Finds the fonts of all themes, verifies the files' SHA-256 against fonts/fonts.lock and\n"
    "refreshes this machine's cache. Writes the lock when there is none; --update rewrites it.\n"
    "Exit status 3 when a font is missing or differs.\n",
    fonts,
    true,
    NULL};

const cli_command cli_grammar = {
    "grammar",
    "输出词汇表（手册页、RELAX NG、JSON Schema）",
    "print the vocabulary (manual page, RELAX NG, JSON Schema)",
    "用法：zhitu grammar [--format markdown|rng|json-schema]\n\n"
    "输出稿件、主题、模板、项目文件的全部元素和属性。\n\n"
    "  --format markdown|rng|json-schema\n"
    "                  手册页（默认）；RELAX NG，供 XML 编辑器用；JSON Schema 2020-12，\n"
    "                  供程序和语言模型用，带图表与版块的种类、参数、例子\n"
    "  --rng           同 --format rng\n",
    "usage: zhitu grammar [--format markdown|rng|json-schema]\n\n"
    "Prints all elements and attributes of documents, themes, templates and projects.\n\n"
    "  --format markdown|rng|json-schema\n"
    "                  a manual page (default); RELAX NG, for XML editors; JSON Schema 2020-12,\n"
    "                  for programs and language models, with kinds of chart and block,\n"
    "                  parameters and examples\n"
    "  --rng           the same as --format rng\n",
    grammar,
    true,
    NULL};
