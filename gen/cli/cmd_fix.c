/* gen/cli/cmd_fix.c — zhitu fix: what findings propose is done in the document. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* Commas become blanks. */
static void split_codes(char *codes)
{
    for (char *p = codes; p && *p; p++)
        if (*p == ',')
            *p = ' ';
}

static zhitu_status run_session(cli *c, char **args, int count, const char *codes, bool dry_run)
{
    c->takes_stdout = dry_run;
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_mend(session, (const char *const *)args, (size_t)count, &c->job,
                                     codes, dry_run, cli_sink);
    cli_close(c, session);
    return status;
}

/* The options of check by which a document is judged. */
static zhitu_status fix(cli *c, char **args, int count)
{
    const char *codes = NULL, *layout = NULL;
    bool dry_run = false;
    const cli_option options[] = {{"--code", NULL, &codes, NULL},
                                  {"--dry-run", "-n", NULL, &dry_run},
                                  {"--template", "-t", &c->job.template_name, NULL},
                                  {"--theme", NULL, &c->job.theme, NULL},
                                  {"--slot", NULL, &c->job.slot, NULL},
                                  {"--layout", NULL, &layout, NULL},
                                  {"--final", NULL, NULL, &c->job.final},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0 || cli_apply_layout(c, layout) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (left == 0)
        return cli_usage(c, "没有指明文件", "no file named", "fix");
    if (codes && !*codes)
        return cli_usage(c, "--code 要一个或几个代码，用逗号隔开",
                         "--code takes codes with commas between", "\"\"");
    char *own = codes ? strdup(codes) : NULL;
    if (codes && !own)
        return ZHITU_ENVIRONMENT;
    split_codes(own);
    zhitu_status status = run_session(c, args, left, own, dry_run);
    free(own);
    return status;
}

const cli_command cli_fix = {
    "fix",
    "按提示改好稿件",
    "do in the document what findings propose",
    "用法：zhitu fix [选项] 文件或文件夹…\n\n"
    "凡信息带有确定改法的（JSON 里的 fix），在稿件和它 import 的章节里照改，其余一字不动；\n"
    "改完再检查一遍，列出剩下的。模板、表格不改。文件要么整份是新的，要么不变。\n\n"
    "  --code CODE[,CODE…]   只改这些代码的\n"
    "  -n, --dry-run         不写文件，把改动以 diff 形式写到标准输出\n"
    "  -t, --template NAME   换用模板\n"
    "  --theme NAME          换用主题\n"
    "  --slot W|WxH|NxM      版位\n"
    "  --layout 1|2|3        无框的版面用第几好的排法\n"
    "  --final               按定稿检查\n\n"
    "退出状态与改后的 check 相同；--dry-run 时与改前的相同。\n",
    "usage: zhitu fix [OPTIONS] FILE|DIR...\n\n"
    "Where a finding has one remedy (fix in the JSON), it is done in the document and in the\n"
    "sections that it imports; nothing else in them changes. Then the document is checked again\n"
    "and what is left is listed. Templates and tables are not touched. A file is new as a whole,\n"
    "or as it was.\n\n"
    "  --code CODE[,CODE...] only findings of these codes\n"
    "  -n, --dry-run         write no file; the changes go to standard output as a diff\n"
    "  -t, --template NAME   use another template\n"
    "  --theme NAME          use another theme\n"
    "  --slot W|WxH|NxM      room to fill\n"
    "  --layout 1|2|3        which of the best layouts a page without frames gets\n"
    "  --final               judge it as final\n\n"
    "The exit status is that of check afterwards; with --dry-run, that of check before.\n",
    fix,
    false,
    NULL};
