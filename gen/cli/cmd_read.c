/* gen/cli/cmd_read.c — zhitu read: what a screen reader says of a document, on standard output. */
#include "cli/cli.h"

static zhitu_status read_aloud(cli *c, char **args, int count)
{
    const cli_option options[] = {
        {"--template", "-t", &c->job.template_name, NULL},
        {"--theme", NULL, &c->job.theme, NULL},
        {"--slot", NULL, &c->job.slot, NULL},
        {"--final", NULL, NULL, &c->job.final},
        {NULL, NULL, NULL, NULL},
    };
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (left != 1)
        return cli_usage(c, "read 要一个文件", "read takes one file", left ? args[1] : "read");
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_dump(session, args[0], ZHITU_READING, false, &c->job, cli_sink);
    cli_close(c, session);
    return status;
}

const cli_command cli_read = {
    "read",
    "读屏软件怎样读这份稿件",
    "what a screen reader says of a document",
    "用法：zhitu read [选项] 文件\n\n"
    "按阅读次序逐个元素：标题带级别，列表带项数，图读替代文字和数据，表格的每格先读栏名。\n"
    "与 PDF 的标签同出一源；用稿件的语言（lang=）。\n\n"
    "  -t, --template NAME     换用模板\n"
    "  --theme NAME            换用主题\n"
    "  --slot W|WxH|NxM        版位\n"
    "  --final                 按定稿处理\n",
    "usage: zhitu read [OPTIONS] FILE\n\n"
    "Element after element in the order of reading: heads with their level, lists with the number\n"
    "of their items, graphics by their alternative text and their data, cells of tables behind "
    "the\n"
    "heads of their columns. It comes from the tags of the PDF, in the document's lang=.\n\n"
    "  -t, --template NAME     use another template\n"
    "  --theme NAME            use another theme\n"
    "  --slot W|WxH|NxM        room to fill\n"
    "  --final                 as for the final version\n",
    read_aloud,
    true,
    NULL};
