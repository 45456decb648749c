/* gen/cli/cmd_preflight.c — zhitu preflight: what a press would send back in a PDF of any program,
   as text, JSON lines, SARIF 2.1.0 or JUnit. */
#include <string.h>

#include "cli/cli.h"

/* A way to print findings. */
typedef struct finding_format {
    const char *name;
    void (*begin)(cli *c);
    void (*begin_file)(cli *c, const char *path);
    void (*one)(cli *c, const zhitu_inspected *f);
    void (*end_file)(cli *c);
    void (*end)(cli *c);
} finding_format;

static void nothing(cli *c)
{
    (void)c;
}

static void no_file(cli *c, const char *path)
{
    (void)c;
    (void)path;
}

/* ---- text ---- */

static void text_one(cli *c, const zhitu_inspected *f)
{
    printf("%s: %d.", f->file, f->number);
    if (f->page)
        printf(cli_text(c, "第%d页", " page %d"), f->page);
    if (f->width > 0)
        printf(cli_text(c, "（左 %.1f 上 %.1f，%.1f×%.1f 毫米）",
                        " (left %.1f top %.1f, %.1f × %.1f mm)"),
               f->x, f->y, f->width, f->height);
    if (f->object)
        printf(cli_text(c, "对象 %d", " object %d"), f->object);
    printf("%s%s: %s", f->page || f->object ? ": " : " ", cli_severity_word(c, f->severity),
           f->text);
    if (f->count > 1)
        printf(cli_text(c, "；共 %d 处", "; %d places"), f->count);
    printf(" [%s; %s]\n", f->code, f->source);
}

/* ---- JSON ---- */

/* A string with its quotes. */
static void put_string(const char *text)
{
    putchar('"');
    cli_put_json(stdout, text);
    putchar('"');
}

static void json_one(cli *c, const zhitu_inspected *f)
{
    (void)c;
    printf("{\"severity\":\"%s\",\"code\":\"%s\",\"file\":", cli_severity_code(f->severity),
           f->code);
    put_string(f->file);
    printf(",\"number\":%d,\"page\":%d", f->number, f->page);
    if (f->width > 0)
        printf(",\"mm\":[%.2f,%.2f,%.2f,%.2f]", f->x, f->y, f->width, f->height);
    if (f->object)
        printf(",\"object\":%d", f->object);
    printf(",\"count\":%d,\"message\":", f->count);
    put_string(f->text);
    printf(",\"source\":");
    put_string(f->source);
    printf("}\n");
}

/* ---- SARIF ---- */

static void sarif_begin(cli *c)
{
    c->listed = false;
    printf("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
           "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"zhitu\",\"version\":\"%s\"}},\"results\":[",
           zhitu_version());
}

static void sarif_one(cli *c, const zhitu_inspected *f)
{
    printf("%s{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":", c->listed ? "," : "",
           f->code, cli_severity_code(f->severity));
    c->listed = true;
    put_string(f->text);
    printf("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
    put_string(f->file);
    printf("}}}],\"properties\":{\"page\":%d,\"object\":%d,\"count\":%d,\"source\":", f->page,
           f->object, f->count);
    put_string(f->source);
    if (f->width > 0)
        printf(",\"mm\":[%.2f,%.2f,%.2f,%.2f]", f->x, f->y, f->width, f->height);
    printf("}}");
}

static void sarif_end(cli *c)
{
    (void)c;
    printf("]}]}\n");
}

/* ---- JUnit ---- */

static void put_xml(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '<')
            fputs("&lt;", stdout);
        else if (*p == '&')
            fputs("&amp;", stdout);
        else if (*p == '"')
            fputs("&quot;", stdout);
        else if (*p >= 0x20 || *p == '\t' || *p == '\n')
            putchar(*p);
    }
}

static void junit_begin(cli *c)
{
    (void)c;
    printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"preflight\">\n");
}

static void junit_file(cli *c, const char *path)
{
    (void)c;
    printf("<testsuite name=\"");
    put_xml(path);
    printf("\">\n");
}

/* Warnings are tests that pass with words. */
static void junit_one(cli *c, const zhitu_inspected *f)
{
    bool failed = f->severity == ZHITU_ERROR || (c->job.strict && f->severity == ZHITU_WARNING);
    printf("<testcase name=\"%s, page %d\"><%s", f->code, f->page,
           failed ? "failure message=\"" : "system-out>");
    put_xml(f->text);
    printf("%s</testcase>\n", failed ? "\"/>" : "</system-out>");
}

static void junit_file_end(cli *c)
{
    (void)c;
    printf("</testsuite>\n");
}

static void junit_end(cli *c)
{
    (void)c;
    printf("</testsuites>\n");
}

static const finding_format formats[] = {
    {"text", nothing, no_file, text_one, nothing, nothing},
    {"json", nothing, no_file, json_one, nothing, nothing},
    {"sarif", sarif_begin, no_file, sarif_one, nothing, sarif_end},
    {"junit", junit_begin, junit_file, junit_one, junit_file_end, junit_end}};

/* The format is asked for by name: the callback of the library has the cli alone. */
static const finding_format *format_of(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name ? name : "text") == 0)
            return &formats[i];
    return NULL;
}

static void on_found(void *self, const zhitu_inspected *f)
{
    cli *c = self;
    format_of(c->stage)->one(c, f);
}

static zhitu_status run(cli *c, char **args, int count)
{
    zhitu_inspection how = {0};
    const char *limits[6] = {NULL};
    double *const values[6] = {&how.ink,           &how.type, &how.colour_type,
                               &how.reversed_type, &how.rule, &how.ppi};
    const cli_option options[] = {{"--as", NULL, &c->stage, NULL},
                                  {"--for", NULL, &how.purpose, NULL},
                                  {"--ink", NULL, &limits[0], NULL},
                                  {"--type", NULL, &limits[1], NULL},
                                  {"--colour-type", NULL, &limits[2], NULL},
                                  {"--reversed-type", NULL, &limits[3], NULL},
                                  {"--rule", NULL, &limits[4], NULL},
                                  {"--ppi", NULL, &limits[5], NULL},
                                  {"--strict", NULL, NULL, &c->job.strict},
                                  {"--pictures", NULL, &how.pictures, NULL},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (!format_of(c->stage))
        return cli_usage(c, "--as 只能是 text json sarif junit",
                         "--as is text, json, sarif or junit", c->stage);
    if (how.purpose && strcmp(how.purpose, "screen") != 0 && strcmp(how.purpose, "pdfx4") != 0 &&
        strcmp(how.purpose, "pdfx1a") != 0)
        return cli_usage(c, "--for 只能是 pdfx4 pdfx1a screen", "--for is pdfx4, pdfx1a or screen",
                         how.purpose);
    for (int i = 0; i < 6; i++) {
        if (!limits[i])
            continue;
        *values[i] = cli_number(limits[i]);
        if (*values[i] <= 0)
            return cli_usage(c, "限度是大于零的数", "a limit is a number above zero", limits[i]);
    }
    if (left < 1)
        return cli_usage(c, "preflight 要 PDF 文件", "preflight takes PDF files", "preflight");
    zhitu *session = cli_open(c);
    const finding_format *format = format_of(c->stage);
    zhitu_status status = session ? ZHITU_FINE : ZHITU_ENVIRONMENT;
    format->begin(c);
    for (int i = 0; session && i < left; i++) {
        format->begin_file(c, args[i]);
        zhitu_status one = zhitu_inspect(session, args[i], &how, c->job.strict, on_found);
        format->end_file(c);
        status = one > status ? one : status;
    }
    format->end(c);
    zhitu_close(session);
    return status;
}

const cli_command cli_preflight = {
    "preflight",
    "印前检查任何程序做的 PDF",
    "preflight of a PDF of any program",
    "用法：zhitu preflight [选项] 文件.pdf…\n\n"
    "逐页查：RGB、四色黑字、白色叠印、总墨量、细线、小字和反白小字、图片分辨率、\n"
    "没有嵌入的字体、页面框、输出意图、PDF/X-1a 里的透明、加密、脚本。每条写出页、\n"
    "位置（毫米，从成品左上角）、对象、限度及其来源。\n\n"
    "  --for pdfx4|pdfx1a|screen   作何用（默认 pdfx4）\n"
    "  --as text|json|sarif|junit  写法，走标准输出（默认 text）\n"
    "  --ink N                     总墨量上限，%（默认 240）\n"
    "  --type, --colour-type, --reversed-type N\n"
    "                              最小的字，点：单色 7.5、多色 10.5、反白 10.5\n"
    "  --rule N                    最细的线，毫米（默认 0.1）\n"
    "  --ppi N                     图片的分辨率（默认 150；线条稿三倍）\n"
    "  --pictures DIR              每页画一张 PNG，标出各条的位置和序号\n"
    "  --strict                    警告也算不合格\n",
    "usage: zhitu preflight [OPTIONS] FILE.pdf...\n\n"
    "Looks page by page for RGB, black type of several inks, white that overprints, too\n"
    "much ink, thin rules, small and reversed type, coarse pictures, fonts that are not\n"
    "there, boxes, output intent, transparency in PDF/X-1a, encryption, scripts. Each\n"
    "finding has its page, place (mm from the trim's top left), object, limit, source.\n\n"
    "  --for pdfx4|pdfx1a|screen   what it is for (default pdfx4)\n"
    "  --as text|json|sarif|junit  how, on standard output (default text)\n"
    "  --ink N                     most ink in one place, % (default 240)\n"
    "  --type, --colour-type, --reversed-type N\n"
    "                              least type, pt: one ink 7.5, several 10.5, reversed 10.5\n"
    "  --rule N                    thinnest rule, mm (default 0.1)\n"
    "  --ppi N                     of pictures (default 150; line art three times as much)\n"
    "  --pictures DIR              a PNG of each page with the findings, numbered\n"
    "  --strict                    warnings count as errors\n",
    run};
