/* gen/cli/main.c — zhitu: a table of sub-commands. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static const cli_command *const commands[] = {&cli_render, &cli_check,   &cli_dump,
                                              &cli_list,   &cli_fonts,   &cli_grammar,
                                              &cli_format, &cli_typeset, &cli_gallery};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

/* ---- messages ---- */
static void put_json(const char *text)
{
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '"' || *p == '\\')
            fprintf(stderr, "\\%c", *p);
        else if ((unsigned char)*p < 0x20)
            fprintf(stderr, "\\u%04x", (unsigned)*p);
        else
            fputc(*p, stderr);
    }
}

static const char *severity_name(const cli *c, zhitu_severity s)
{
    switch (s) {
    case ZHITU_NOTE:
        return c->json ? "note" : cli_text(c, "提示", "note");
    case ZHITU_WARNING:
        return c->json ? "warning" : cli_text(c, "警告", "warning");
    case ZHITU_ERROR:
        return c->json ? "error" : cli_text(c, "错误", "error");
    }
    return "";
}

static void message_json(const cli *c, const zhitu_message *m)
{
    fprintf(stderr, "{\"severity\":\"%s\",\"code\":\"%s\",\"file\":\"",
            severity_name(c, m->severity), m->code);
    put_json(m->file);
    fprintf(stderr, "\",\"line\":%d,\"column\":%d,\"message\":\"", m->line, m->column);
    put_json(m->text);
    fputs("\"}\n", stderr);
}

/* Columns that a terminal needs for the first `count` characters; the lead byte tells the width:
   three bytes and more are Han here, which a terminal draws two columns wide. */
static int put_caret(const char *line, int column)
{
    int at = 1;
    for (const unsigned char *p = (const unsigned char *)line; *p && at < column; at++) {
        int bytes = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
        fputs(bytes >= 3 ? "  " : *p == '\t' ? "\t" : " ", stderr);
        for (; bytes > 0 && *p; bytes--)
            p++;
    }
    return fputs("^\n", stderr);
}

enum { LONGEST_LINE = 400 };

static void message_text(const cli *c, const zhitu_message *m)
{
    static const char *const colours[] = {"\033[36m", "\033[33m", "\033[31m"};
    if (m->file && m->line)
        fprintf(stderr, "%s:%d:%d: ", m->file, m->line, m->column);
    else if (m->file)
        fprintf(stderr, "%s: ", m->file);
    else
        fputs("zhitu: ", stderr);
    fprintf(stderr, "%s%s%s: %s [%s]\n", c->colour ? colours[m->severity] : "",
            severity_name(c, m->severity), c->colour ? "\033[0m" : "", m->text, m->code);
    if (m->source && m->column > 0 && strlen(m->source) < LONGEST_LINE) {
        fprintf(stderr, "%s\n", m->source);
        put_caret(m->source, m->column);
    }
}

static void on_message(void *self, const zhitu_message *m)
{
    cli *c = self;
    c->errors += m->severity == ZHITU_ERROR;
    c->warnings += m->severity == ZHITU_WARNING;
    if (c->progress)
        fputs("\r\033[K", stderr);
    if (c->json)
        message_json(c, m);
    else
        message_text(c, m);
}

static void on_progress(void *self, size_t done, size_t total, const char *path)
{
    const cli *c = self;
    if (!c->progress || total < 2)
        return;
    fprintf(stderr, "\r\033[K");
    if (path)
        fprintf(stderr, "[%zu/%zu] %s", done + 1, total, path);
    fflush(stderr);
}

static void on_written(void *self, const char *path)
{
    cli *c = self;
    if (c->verbose)
        printf("%s\n", path);
}

/* One line a file; blanks escaped as make wants them. */
static void on_read(void *self, const char *path)
{
    const cli *c = self;
    if (!c->deps)
        return;
    fputs(" ", c->deps);
    for (; *path; path++) {
        if (*path == ' ' || *path == '#')
            fputc('\\', c->deps);
        fputc(*path, c->deps);
    }
}

void cli_sink(void *self, const char *data, size_t len)
{
    (void)self;
    fwrite(data, 1, len, stdout);
}

void cli_summary(const cli *c)
{
    if (!c->json && (c->errors || c->warnings))
        fprintf(stderr, cli_text(c, "%zu 个错误，%zu 个警告\n", "%zu errors, %zu warnings\n"),
                c->errors, c->warnings);
}

/* ---- help ---- */
static zhitu_status help(const cli *c)
{
    printf("zhitu %s — %s\n\n%s\n\n", zhitu_version(),
           cli_text(c, "排印中文报纸图表：一份 XML，出 PDF、PNG、SVG",
                    "typesets Chinese newspaper graphics: one XML file to PDF, PNG and SVG"),
           cli_text(c, "用法：zhitu 命令 [选项] 文件…", "usage: zhitu COMMAND [OPTIONS] FILE..."));
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s %s\n", commands[i]->name, cli_text(c, commands[i]->zh, commands[i]->en));
    printf(
        "\n%s\n",
        cli_text(c,
                 "每个命令都有 --help。通用选项：\n"
                 "  --lang zh|en       信息的语言（默认按 LC_ALL、LC_MESSAGES、LANG）\n"
                 "  --root DIR         稿件中引用的文件须在此文件夹之下\n"
                 "  --templates DIR    先在这里找模板和主题\n"
                 "  --format text|json 信息的格式\n"
                 "  --version          版本\n\n"
                 "退出状态：0 正常；1 稿件有误；2 用法有误；3 环境有误；4 程序自身有误",
                 "Each command has --help. Options of all commands:\n"
                 "  --lang zh|en       language of messages (else LC_ALL, LC_MESSAGES, LANG)\n"
                 "  --root DIR         files that documents name must lie below it\n"
                 "  --templates DIR    look here first for templates and themes\n"
                 "  --format text|json form of the messages\n"
                 "  --version          version\n\n"
                 "Exit status: 0 fine; 1 errors in the input; 2 usage; 3 environment; 4 our bug"));
    return ZHITU_FINE;
}

zhitu *cli_open(const cli *c)
{
    zhitu *session = zhitu_open(&c->config);
    if (!session)
        fputs("zhitu: 内存不足 out of memory\n", stderr);
    return session;
}

/* ---- the environment ---- */
static bool is_english(const char *locale)
{
    return strncmp(locale, "en", 2) == 0;
}

/* LC_ALL before LC_MESSAGES before LANG; unset and C count as none: Chinese. */
static zhitu_lang language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return is_english(value) ? ZHITU_EN : ZHITU_ZH;
    }
    return ZHITU_ZH;
}

static const char *cache_dir(char *room, size_t size)
{
    const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    int len = 0;
    if (base && *base == '/')
        len = snprintf(room, size, "%s/zhitu", base);
    else if (home && *home == '/')
        len = snprintf(room, size, "%s/.cache/zhitu", home);
    return len > 0 && (size_t)len < size ? room : NULL;
}

static const char *program_dir(char *room, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", room, size - 1);
    if (len <= 0)
        return NULL;
    room[len] = 0;
    char *slash = strrchr(room, '/');
    if (!slash)
        return NULL;
    *slash = 0;
    return room;
}

/* A fault of ours, or a font or table that was cut while it was mapped (SIGBUS): one line and
   status 4 instead of a bare signal. Only calls that POSIX.1-2008, XSH 2.4.3, allows in a handler.
   An assertion has said its line already. */
static void on_fault(int signal_number)
{
    static const char bus[] =
        "zhitu: 读取文件时出错（字体或表格在使用中被截短？）SIGBUS: a file in use was cut short\n";
    static const char fault[] = "zhitu: 程序错误 internal error (SIGSEGV)\n";
    if (signal_number == SIGBUS)
        (void)!write(STDERR_FILENO, bus, sizeof bus - 1);
    else if (signal_number != SIGABRT)
        (void)!write(STDERR_FILENO, fault, sizeof fault - 1);
    _exit(ZHITU_BUG);
}

/* On a stack of its own: the usual one may be what ran out. */
static void catch_faults(void *stack, size_t size)
{
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = size}, NULL);
    struct sigaction action = {.sa_handler = on_fault,
                               .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND)};
    sigemptyset(&action.sa_mask);
#ifndef ZT_SANITIZE /* which says more about them */
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    sigaction(SIGILL, &action, NULL);
#endif
    sigaction(SIGABRT, &action, NULL);
}

static bool memory_refused(void *self)
{
    (void)self;
    return cli_memory_refused();
}

/* Options that every command takes, wherever they stand; they are cut out of args. */
static int common_options(cli *c, char **args, int count)
{
    int left = 0;
    for (int i = 0; i < count; i++) {
        const char *lang = NULL, *format = NULL;
        const struct {
            const char *name;
            const char **value;
        } known[] = {{"--lang", &lang},
                     {"--format", &format},
                     {"--root", &c->config.root},
                     {"--templates", &c->config.templates}};
        bool taken = false;
        for (size_t k = 0; !taken && k < sizeof known / sizeof *known; k++) {
            size_t len = strlen(known[k].name);
            if (strncmp(args[i], known[k].name, len) != 0)
                continue;
            if (args[i][len] == '=') {
                *known[k].value = args[i] + len + 1;
                taken = true;
            } else if (args[i][len] == 0) {
                if (i + 1 >= count) {
                    cli_usage(c, "选项缺少值", "option needs a value", args[i]);
                    return -1;
                }
                *known[k].value = args[++i];
                taken = true;
            }
        }
        if (!taken)
            args[left++] = args[i];
        if (lang && strcmp(lang, "zh") != 0 && strcmp(lang, "en") != 0) {
            cli_usage(c, "--lang 只能是 zh 或 en", "--lang is zh or en", lang);
            return -1;
        }
        if (lang)
            c->config.lang = strcmp(lang, "en") == 0 ? ZHITU_EN : ZHITU_ZH;
        if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0) {
            cli_usage(c, "--format 只能是 text 或 json", "--format is text or json", format);
            return -1;
        }
        if (format)
            c->json = strcmp(format, "json") == 0;
    }
    return left;
}

static const cli_command *find_command(const char *name)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static bool asks(char **args, int count, const char *option)
{
    for (int i = 0; i < count && strcmp(args[i], "--") != 0; i++)
        if (strcmp(args[i], option) == 0)
            return true;
    return false;
}

static zhitu_status run(cli *c, char **args, int count)
{
    count = common_options(c, args, count);
    if (count < 0)
        return ZHITU_USAGE;
    if (count == 0) {
        help(c);
        return ZHITU_USAGE;
    }
    const cli_command *command = find_command(args[0]);
    if (!command && (asks(args, count, "--version") || asks(args, count, "-V"))) {
        printf("zhitu %s\n", zhitu_version());
        return ZHITU_FINE;
    }
    if (!command &&
        (asks(args, count, "--help") || asks(args, count, "-h") || strcmp(args[0], "help") == 0))
        return help(c);
    if (!command)
        return cli_usage(c, "没有这个命令", "unknown command", args[0]);
    if (asks(args, count, "--help") || asks(args, count, "-h")) {
        fputs(cli_text(c, command->help_zh, command->help_en), stdout);
        return ZHITU_FINE;
    }
    return command->run(c, args + 1, count - 1);
}

int main(int argc, char **argv)
{
    char cache[4096], program[4096], stack[64 * 1024];
    catch_faults(stack, sizeof stack);
    signal(SIGXFSZ, SIG_IGN); /* a full quota is reported by write, not by a signal */
    cli c = {.config = {.lang = language(),
                        .cache_dir = cache_dir(cache, sizeof cache),
                        .source_date_epoch = getenv("SOURCE_DATE_EPOCH"),
                        .program_dir = program_dir(program, sizeof program),
                        .message = on_message,
                        .progress = on_progress,
                        .written = on_written,
                        .read = on_read,
                        .memory_refused = memory_refused},
             .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
             .progress = isatty(STDERR_FILENO) && isatty(STDOUT_FILENO)};
    c.config.self = &c;
    zhitu_status status = run(&c, argv + 1, argc - 1);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "zhitu: %s\n",
                cli_text(&c, "无法写到标准输出", "cannot write to standard output"));
        status = ZHITU_ENVIRONMENT > status ? ZHITU_ENVIRONMENT : status;
    }
    return (int)status;
}
