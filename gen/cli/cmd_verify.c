/* gen/cli/cmd_verify.c — zhitu verify: whether a PDF still says what was set. */
#include <string.h>

#include "cli/cli.h"

static zhitu_status run(cli *c, char **args, int count)
{
    bool list = false;
    const cli_option options[] = {{"--list", NULL, NULL, &list},
                                  {"--template", "-t", &c->job.template_name, NULL},
                                  {"--theme", NULL, &c->job.theme, NULL},
                                  {"--slot", NULL, &c->job.slot, NULL},
                                  {"--mono", NULL, NULL, &c->job.mono},
                                  {"--final", NULL, NULL, &c->job.final},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (left < 1 || left > 2)
        return cli_usage(c, "verify 要一个 PDF，后面可写稿件",
                         "verify takes a PDF, and may be the document behind it",
                         left ? args[left - 1] : "verify");
    zhitu *session = cli_open(c);
    zhitu_status status =
        zhitu_verify(session, args[0], left == 2 ? args[1] : NULL, &c->job, list, cli_sink);
    cli_close(c, session);
    return status;
}

const cli_command cli_verify = {
    "verify",
    "核对 PDF 里的数字和文字与排出时是否相符",
    "whether a PDF still says what was set",
    "用法：zhitu verify [选项] 成品.pdf [稿件.xml]\n\n"
    "读出 PDF 里的每个字，逐个核对：凭旁边的记录（成品.record，出图时 -f pdf,record），\n"
    "或凭稿件（在内存里按同样的选项再排一次）。改了、少了、多了的数字和文字是错误，写明第几页、\n"
    "何处（毫米）、出自稿件或表格的何处。\n\n"
    "  --list                  列出每段文字：页、毫米、文字、出处\n"
    "  -t, --template NAME     出图时换用的模板\n"
    "  --theme NAME            出图时换用的主题\n"
    "  --slot W|WxH|NxM        出图时的版位\n"
    "  --mono, --final         出图时用过就写上\n\n"
    "退出状态：0 都相符；1 有不符的，或稿件有误；3 PDF 或记录打不开。\n",
    "usage: zhitu verify [OPTIONS] FILE.pdf [DOCUMENT.xml]\n\n"
    "Reads the text of a PDF glyph by glyph and holds each glyph against the record beside it\n"
    "(FILE.record, written by -f pdf,record), or against the document, which is set once more in\n"
    "memory with the same options. Figures and words that were changed, have gone or were added\n"
    "are errors, with page, millimetres, and the place in the document or table that they come\n"
    "from.\n\n"
    "  --list                  list each text: page, millimetres, text, where it comes from\n"
    "  -t, --template NAME     the template of the render\n"
    "  --theme NAME            its theme\n"
    "  --slot W|WxH|NxM        its slot\n"
    "  --mono, --final         when they were given\n\n"
    "Exit status: 0 all agree; 1 some do not, or the document has errors; 3 the PDF or the record\n"
    "cannot be opened.\n",
    run,
    true,
    NULL};
