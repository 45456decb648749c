/* gen/cli/cmd_explain.c — zhitu explain: what a code of findings means, why it is told, where its
   limit comes from and how it is mended. */
#include <stdio.h>
#include <string.h>

#include "cli/writers.h"

/* "E/N" in the language of the messages. */
static void put_severities(const cli *c, const char *letters)
{
    static const char *const names_zh[] = {"错误", "警告", "提示", "环境"};
    static const char *const names[] = {"error", "warning", "note", "environment"};
    for (const char *p = letters; *p; p++) {
        const char *at = strchr("EWNX", *p);
        fputs(at ? cli_text(c, names_zh[at - "EWNX"], names[at - "EWNX"])
                 : cli_text(c, "或", " or "),
              stdout);
    }
}

/* What --level may do with it. */
static const char *level_note(const cli *c, const zhitu_code *code)
{
    if (code->is_loss)
        return cli_text(
            c, "不能关掉：说的是没有印出、或靠猜印出的内容",
            "cannot be silenced: it tells of content that does not print, or by a guess");
    if (code->may_be_lowered)
        return cli_text(c, "error、warning、note、off 都可以（--level）",
                        "error, warning, note or off, as --level says");
    if (strpbrk(code->severities, "EX"))
        return cli_text(c, "错误不能降级：有它就排不出来；警告、提示可以改",
                        "its errors stay errors: nothing can be drawn; its warnings and notes may "
                        "be changed");
    return cli_text(c, "可以改为 error、warning、note 或 off（--level）",
                    "may be made error, warning, note or off (--level)");
}

static void put_row(const cli *c, const char *zh, const char *en, const char *text)
{
    printf("  %s%s\n", cli_text(c, zh, en), text);
}

/* The page of one code. */
static void put_page(const cli *c, const zhitu_code *code)
{
    printf("%s%s", code->name, cli_text(c, "（", " ("));
    put_severities(c, code->severities);
    printf("%s\n", cli_text(c, "）", ")"));
    put_row(c, "怎么回事  ", "what      ", cli_text(c, code->what_zh, code->what_en));
    put_row(c, "为什么说  ", "why       ", cli_text(c, code->why_zh, code->why_en));
    put_row(c, "依据      ", "source    ", cli_text(c, code->source_zh, code->source_en));
    put_row(c, "怎么改    ", "to mend   ", cli_text(c, code->mend_zh, code->mend_en));
    put_row(c, "级别      ", "level     ", level_note(c, code));
}

/* Both languages, as "what":{"zh":…,"en":…}. */
static void put_pair(const char *name, const char *zh, const char *en)
{
    printf(",\"%s\":{\"zh\":", name);
    cli_put_json_string(stdout, zh);
    fputs(",\"en\":", stdout);
    cli_put_json_string(stdout, en);
    putchar('}');
}

static void put_object(const zhitu_code *code)
{
    printf("{\"code\":\"%s\",\"severities\":\"%s\",\"lowerable\":%s,\"loss\":%s", code->name,
           code->severities, code->may_be_lowered ? "true" : "false",
           code->is_loss ? "true" : "false");
    put_pair("field", code->field_zh, code->field_en);
    put_pair("what", code->what_zh, code->what_en);
    put_pair("why", code->why_zh, code->why_en);
    put_pair("source", code->source_zh, code->source_en);
    put_pair("mend", code->mend_zh, code->mend_en);
    puts("}");
}

/* ---- the page of the manual, docs/codes.md and docs/codes.zh.md ---- */

/* A cell of a table. Outside backquotes "<" would be a tag and "&" a reference, and everywhere "|"
 * a border. */
static void put_cell(const char *text)
{
    bool quoted = false;
    for (const char *p = text; *p; p++) {
        quoted = quoted != (*p == '`');
        if (*p == '|' || (!quoted && (*p == '<' || *p == '&')))
            putchar('\\');
        putchar(*p);
    }
    fputs(" | ", stdout);
}

static void put_table_row(const cli *c, const zhitu_code *code)
{
    printf("| <a id=\"%s\"></a>`%s` | %s | ", code->name, code->name, code->severities);
    put_cell(cli_text(c, code->what_zh, code->what_en));
    put_cell(cli_text(c, code->why_zh, code->why_en));
    put_cell(cli_text(c, code->source_zh, code->source_en));
    put_cell(cli_text(c, code->mend_zh, code->mend_en));
    putchar('\n');
}

static void put_field(const cli *c, const zhitu_code *code)
{
    printf("\n## %s\n\n", cli_text(c, code->field_zh, code->field_en));
    puts(cli_text(c, "| 代码 | | 怎么回事 | 为什么说 | 依据 | 怎么改 |",
                  "| code | | what is wrong | why it is told | source | how to mend it |"));
    puts("|---|---|---|---|---|---|");
}

static void put_markdown(const cli *c)
{
    const char *field = "";
    zhitu_code code;
    puts(cli_text(
        c,
        "# 信息代码\n\n"
        "<!-- 由 scripts/generate-docs 从 gen/codes/ 生成；新代码写在那里。 -->\n\n"
        "每条信息末尾的方括号里是代码。代码不变，措辞会变；测试和编辑器认代码和位置。\n"
        "E 错误，W 警告，N 提示，X 环境（退出状态 3）。有错误的稿件不改动任何文件；\n"
        "警告只在 `--strict` 时算数。丢失或猜测的内容，草稿里至少有提示，`--final` 时是错误。\n"
        "`zhitu explain 代码` 打印其中一行；级别的改法见 [findings.zh.md](findings.zh.md)。",
        "# Message codes\n\n"
        "<!-- Written by scripts/generate-docs from gen/codes/; a new code is a row there. -->\n\n"
        "Every finding ends with a code in brackets. Codes are stable, wording is not; tests and "
        "editors rely on the code and the place.\n"
        "E error, W warning, N note, X environment (exit status 3). A document with an error "
        "changes no file; a warning counts only with `--strict`.\n"
        "What is lost or guessed is at least told in a draft, and an error in a final version "
        "(`--final`).\n"
        "`zhitu explain CODE` prints one of these rows; how levels are changed stands in "
        "[findings.md](findings.md)."));
    for (size_t i = 0; zhitu_code_at(i, &code); i++) {
        if (strcmp(field, code.field_en) != 0)
            put_field(c, &code);
        field = code.field_en;
        put_table_row(c, &code);
    }
}

/* ---- the command ---- */

static void put_list(const cli *c)
{
    zhitu_code code;
    for (size_t i = 0; zhitu_code_at(i, &code); i++)
        if (c->dump_json)
            put_object(&code);
        else
            printf("%-22s %-5s %s\n", code.name, code.severities,
                   cli_text(c, code.what_zh, code.what_en));
}

zhitu_status cli_unknown_code(const cli *c, const char *name, const char *nearest)
{
    char zh[200], en[200];
    if (!nearest)
        return cli_usage(c, "没有这个代码；zhitu explain 列出全部",
                         "no such code; zhitu explain lists all", name);
    snprintf(zh, sizeof zh, "没有这个代码，最近的是 %s", nearest);
    snprintf(en, sizeof en, "no such code, the nearest is %s", nearest);
    return cli_usage(c, zh, en, name);
}

/* All names are looked at before anything is printed. */
static zhitu_status explain(cli *c, char **args, int count)
{
    bool markdown = false;
    const cli_option options[] = {{"--json", NULL, NULL, &c->dump_json},
                                  {"--markdown", NULL, NULL, &markdown},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    const char *nearest;
    zhitu_code code;
    if (left < 0)
        return ZHITU_USAGE;
    for (int i = 0; i < left; i++)
        if (!zhitu_code_named(args[i], &code, &nearest))
            return cli_unknown_code(c, args[i], nearest);
    if (left == 0 && markdown)
        put_markdown(c);
    else if (left == 0)
        put_list(c);
    for (int i = 0; i < left && zhitu_code_named(args[i], &code, NULL); i++)
        if (c->dump_json)
            put_object(&code);
        else
            put_page(c, &code);
    return ZHITU_FINE;
}

const cli_command cli_explain = {
    "explain",
    "一个信息代码是什么意思",
    "what a code of the messages means",
    "用法：zhitu explain [选项] [代码…]\n\n"
    "说明代码：怎么回事，为什么要说，限度的依据，怎么改，级别能不能改。不写代码则列出全部。\n\n"
    "  --json       用 JSON 输出，每行一个，两种语言\n"
    "  --markdown   手册里的表（docs/codes.md）\n",
    "usage: zhitu explain [OPTIONS] [CODE...]\n\n"
    "What a code means: what is wrong, why it is told, where its limit comes from, how it is\n"
    "mended, and whether its level may be changed. Without a code all are listed.\n\n"
    "  --json       as JSON, one object a line, in both languages\n"
    "  --markdown   the tables of the manual (docs/codes.md)\n",
    explain,
    true,
    NULL};
