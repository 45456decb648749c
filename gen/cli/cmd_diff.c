/* gen/cli/cmd_diff.c — zhitu diff: what changed between two states of a document. */
#include <string.h>

#include "cli/cli.h"

/* -f of this command: how the comparison is shown. */
static bool take_form(zhitu_comparing *how, const char *name, size_t len)
{
    static const char *const names[] = {"text", "json", "pdf", "png"};
    bool *const flags[] = {&how->text, &how->json, &how->sheet, &how->pictures};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == len && strncmp(names[i], name, len) == 0) {
            *flags[i] = true;
            return true;
        }
    return false;
}

/* A list parted by commas; NULL is text. */
static bool take_forms(zhitu_comparing *how, const char *list)
{
    if (!list)
        list = "text";
    while (*list) {
        size_t len = strcspn(list, ",");
        if (!take_form(how, list, len))
            return false;
        list += len + (list[len] == ',');
    }
    return true;
}

static zhitu_status run_session(cli *c, char **paths, const zhitu_comparing *how, bool exit_code)
{
    bool differs = false;
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_diff(session, paths[0], paths[1], &c->job, how, &differs, cli_sink);
    cli_close(c, session);
    return status == ZHITU_FINE && exit_code && differs ? ZHITU_INPUT : status;
}

static zhitu_status run(cli *c, char **args, int count)
{
    const char *forms = NULL;
    bool exit_code = false;
    const cli_option options[] = {
        {"--formats", "-f", &forms, NULL},       {"--out", "-o", &c->job.out_dir, NULL},
        {"--exit-code", NULL, NULL, &exit_code}, {"--template", "-t", &c->job.template_name, NULL},
        {"--theme", NULL, &c->job.theme, NULL},  {"--slot", NULL, &c->job.slot, NULL},
        {"--final", NULL, NULL, &c->job.final},  {NULL, NULL, NULL, NULL}};
    zhitu_comparing how = {0};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (!take_forms(&how, forms))
        return cli_usage(c, "-f 只能是 text json pdf png", "-f takes text json pdf png", forms);
    if (left != 2)
        return cli_usage(c, "diff 要旧稿、新稿两个文件或文件夹",
                         "diff takes two files or folders, old and new",
                         left ? args[left - 1] : "diff");
    return run_session(c, args, &how, exit_code);
}

const cli_command cli_diff = {
    "diff",
    "两份稿件之间改了什么",
    "what changed between two states of a document",
    "用法：zhitu diff [选项] 旧稿 新稿\n\n"
    "旧稿、新稿是文件，或 git:版本:路径；git:版本 指另一份的同一路径。都是文件夹时，逐份\n"
    "比较同名的稿件，并说哪些是新增的、哪些没有了。\n"
    "从内容上比较，不是逐行比文字：数值旧 → 新及其差，文字、日期、来源、次序，增删的条目，\n"
    "表格里的数（写明哪一格）；版面上移动的方框，重新断行的文字。\n"
    "先按 id 认，再按内容、名称认，最后按位置：移动的条目说是移动。\n\n"
    "  -f text,json,pdf,png    text、json 列在标准输出（默认 text）；pdf 改动单，A4，有签字的\n"
    "                          地方；png 前后对照，改动处圈出\n"
    "  -o, --out DIR           pdf、png 写到这里（默认 out）：{id}-changes.pdf、{id}-diff.png\n"
    "  --exit-code             有改动时退出状态为 1\n"
    "  -t, --template NAME     两份都换用模板\n"
    "  --theme NAME            换用主题\n"
    "  --slot W|WxH|NxM        版位\n"
    "  --final                 按定稿处理\n\n"
    "退出状态：0 比较完成，不论有没有改动；1 稿件有误（或 --exit-code 而有改动）。\n",
    "usage: zhitu diff [OPTIONS] OLD NEW\n\n"
    "OLD and NEW are files, or git:REVISION:PATH; git:REVISION is the path of the other there.\n"
    "Of two folders the documents of one name are compared, and those told that are new or gone.\n"
    "Compared is what the documents say, not their lines: figures old -> new with the difference,\n"
    "texts, dates, sources, order, entries added and gone, figures of tables with their cell; and\n"
    "the pages: frames that moved, texts that were broken anew. Entries are known by id, then by\n"
    "what they say and are called, then by place: one that moved is told as moved.\n\n"
    "  -f text,json,pdf,png    text, json: on standard output (default text); pdf: the change\n"
    "                          sheet, A4, with room for signatures; png: both side by side, what\n"
    "                          changed ringed\n"
    "  -o, --out DIR           where they go (default out): {id}-changes.pdf, {id}-diff.png\n"
    "  --exit-code             status 1 when something changed\n"
    "  -t, --template NAME     use another template for both\n"
    "  --theme NAME            use another theme\n"
    "  --slot W|WxH|NxM        room to fill\n"
    "  --final                 as for the final version\n\n"
    "Exit status: 0 compared, whether anything changed or not; 1 errors in a document (or\n"
    "--exit-code and something changed).\n",
    run,
    true,
    NULL};
