/* gen/cli/main.c — zhitu: a table of sub-commands, options that all of them have, and what a
   program owes its caller: exit status, pipes that close, a full disk. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "cli/cli.h"

static const cli_command *const commands[] = {
    &cli_render, &cli_plan_command, &cli_check,  &cli_dump,      &cli_list,
    &cli_fonts,  &cli_grammar,      &cli_format, &cli_typeset,   &cli_gallery,
    &cli_slots,  &cli_fix,          &cli_read,   &cli_preflight, &cli_explain,
    &cli_diff,   &cli_plates,       &cli_verify, &cli_completion};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

/* Keeps the first error of writing; it is judged at the end. */
void cli_sink(void *self, const char *data, size_t len)
{
    cli *c = self;
    if (fwrite(data, 1, len, stdout) != len && !c->stdout_error)
        c->stdout_error = errno;
}

/* ---- help ---- */
#define CLI_COMMON_HELP                                                                            \
    "Each command has --help. Options of all commands:\n"                                          \
    "  --lang zh|en       language of messages (else LC_ALL, LC_MESSAGES, LANG)\n"                 \
    "  --root DIR         files that documents name must lie below it\n"                           \
    "  --templates DIR    look here first for templates and themes\n"                              \
    "  --format text|json|junit|sarif|github\n"                                                    \
    "                     form of the messages; those for programs go to standard\n"               \
    "                     output, or to standard error where it is taken\n"                        \
    "  --report FILE      write the messages to this file\n"                                       \
    "  --level CODE=LEVEL count a code as error, warning, note or off (repeatable)\n"              \
    "  --baseline FILE    findings known there do not count; --write-baseline FILE\n"              \
    "                     writes it\n"                                                             \
    "  -q, --quiet        no closing line\n"                                                       \
    "  --version          version\n\n"
const char *const cli_common_help = CLI_COMMON_HELP;

/* The list of commands and the options that all of them take. */
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
                 "  --format text|json|junit|sarif|github\n"
                 "                     信息的格式；给程序看的走标准输出，已有内容占用时走标准错误\n"
                 "  --report FILE      信息写进此文件\n"
                 "  --level CODE=LEVEL 把一种信息算作 error、warning、note 或 off（可写多次）\n"
                 "  --baseline FILE    其中记着的旧信息不算数；--write-baseline FILE 写这个文件\n"
                 "  -q, --quiet        不要最后的小结\n"
                 "  --version          版本\n\n"
                 "退出状态：0 正常；1 稿件有误；2 用法有误；3 环境有误；4 程序自身有误",
                 CLI_COMMON_HELP
                 "Exit status: 0 fine; 1 errors in the input; 2 usage; 3 environment; 4 our bug"));
    return ZHITU_FINE;
}

/* A session is refused only for want of memory, so that one sentence in both languages serves. */
zhitu *cli_open(const cli *c)
{
    zhitu *session = zhitu_open(&c->config);
    if (!session)
        fputs("zhitu: 内存不足 out of memory\n", stderr);
    return session;
}

/* ---- the environment ---- */
/* By the language of the locale alone. */
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

/* $XDG_CACHE_HOME, else ~/.cache (XDG Base Directory Specification); NULL when neither is set. */
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

/* The path of this executable, without links: as the system keeps it, or, in a root without /proc,
   as it was started. False when neither is known. */
static bool find_program(char room[static PATH_MAX])
{
    ssize_t len = readlink("/proc/self/exe", room, PATH_MAX - 1);
    if (len > 0) {
        room[len] = 0;
        return true;
    }
    /* The kernel hands addresses over as numbers. */
    const char *started = (const char *)(uintptr_t)getauxval(AT_EXECFN);
    return started && realpath(started, room);
}

/* The folder of this executable: its data lie beside or near it. */
static const char *program_dir(char room[static PATH_MAX])
{
    if (!find_program(room))
        return NULL;
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

/* The callback of the interface. */
static bool memory_refused(void *self)
{
    (void)self;
    return cli_memory_refused();
}

/* ---- options that every command takes, wherever they stand before -- ---- */

/* Options of all commands that need a second look. */
typedef struct common {
    const char *lang, *format;
    const char *level; /* the last, which is taken at once */
    cli_given given;
    const char *left; /* the one that the command keeps for itself, or NULL */
} common;

enum { COMMON_COUNT = 10 };

/* Ends with a NULL name. */
static void common_table(cli *c, common *found, cli_option out[COMMON_COUNT])
{
    const cli_option options[COMMON_COUNT] = {{"--lang", NULL, &found->lang, NULL},
                                              {"--format", NULL, &found->format, NULL},
                                              {"--report", NULL, &c->report, NULL},
                                              {"--level", NULL, &found->level, NULL},
                                              {"--baseline", NULL, &c->config.baseline, NULL},
                                              {"--write-baseline", NULL, &c->new_baseline, NULL},
                                              {"--root", NULL, &c->config.root, NULL},
                                              {"--templates", NULL, &c->config.templates, NULL},
                                              {"--quiet", "-q", NULL, &c->quiet},
                                              {NULL, NULL, NULL, NULL}};
    memcpy(out, options, sizeof options);
}

void cli_common_options(cli *c, void *self)
{
    common unused;
    bool flag;
    const cli_option others[] = {
        {"--help", "-h", NULL, &flag}, {"--version", NULL, NULL, &flag}, {NULL, NULL, NULL, NULL}};
    cli_option options[COMMON_COUNT];
    common_table(c, &unused, options);
    c->options_asked(self, options);
    c->options_asked(self, others);
}

/* 1 when args[*i] is one of them, and *i then stands on its last word; 0 when not, -1 after a
   message. */
static int take_common(cli *c, common *found, char **args, int count, int *i)
{
    cli_option options[COMMON_COUNT];
    common_table(c, found, options);
    if (found->left && cli_names_option(args[*i], found->left))
        return 0;
    bool level = cli_names_option(args[*i], "--level"); /* may be given again: each is taken */
    cli_given first = 0;
    int taken = cli_take(c, options, level ? &first : &found->given, args, count, i);
    if (taken > 0 && level && !cli_add_level(c, found->level))
        return -1;
    return taken;
}

/* Whether the word is either. */
static bool is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* The command is known before the options are: one of them may be its own. NULL when there is none
   where it should be, which is said later. */
static const cli_command *command_among(cli *c, char **args, int count)
{
    common unused = {0};
    cli scratch = {.config = c->config};
    cli_option options[COMMON_COUNT];
    common_table(&scratch, &unused, options);
    for (int i = 0; i < count && strcmp(args[i], "--") != 0; i++) {
        if (args[i][0] != '-')
            return cli_command_named(args[i]);
        i += cli_value_follows(options, args[i]);
    }
    return NULL;
}

/* Before anything is said: messages about other options are in the language that is asked for,
   wherever it stands. */
static void take_language(cli *c, char **args, int count)
{
    for (int i = 0; i < count && strcmp(args[i], "--") != 0; i++) {
        const char *word = strncmp(args[i], "--lang=", 7) == 0 ? args[i] + 7 : NULL;
        if (strcmp(args[i], "--lang") == 0 && i + 1 < count)
            word = args[i + 1];
        if (word && is_one_of(word, "zh", "en"))
            c->config.lang = strcmp(word, "en") == 0 ? ZHITU_EN : ZHITU_ZH;
    }
}

/* Options of all commands may stand before or behind the command's name, up to "--". They are
   cut out of args; returns how many words are left, or -1 after a message. */
static int common_options(cli *c, char **args, int count)
{
    int left = 0, i = 0;
    take_language(c, args, count);
    const cli_command *command = command_among(c, args, count);
    common found = {.left = command ? command->own_option : NULL};
    for (; i < count && strcmp(args[i], "--") != 0; i++) {
        int taken = take_common(c, &found, args, count, &i);
        if (taken < 0)
            return -1;
        if (!taken)
            args[left++] = args[i];
    }
    for (; i < count; i++)
        args[left++] = args[i];
    if (found.lang && !is_one_of(found.lang, "zh", "en")) {
        cli_usage(c, "--lang 只能是 zh 或 en", "--lang is zh or en", found.lang);
        return -1;
    }
    bool of_grammar = left > 0 && cli_command_named(args[0]) == &cli_grammar && found.format &&
                      cli_grammar_named(found.format, &c->grammar);
    c->writer = cli_writer_named(found.format && !of_grammar ? found.format : "text");
    if (!c->writer) {
        cli_usage(c, "--format 只能是 text、json、junit、sarif、github",
                  "--format is text, json, junit, sarif or github", found.format);
        return -1;
    }
    return left;
}

const cli_command *cli_command_at(size_t i)
{
    return i < COMMAND_COUNT ? commands[i] : NULL;
}

const cli_command *cli_command_named(const char *name)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/* Whether the option stands before "--", behind which every word is an argument. */
static bool asks(char **args, int count, const char *option)
{
    for (int i = 0; i < count && strcmp(args[i], "--") != 0; i++)
        if (strcmp(args[i], option) == 0)
            return true;
    return false;
}

/* Common options first, then the command; the report file is closed before the status is final. */
static zhitu_status run(cli *c, char **args, int count)
{
    count = common_options(c, args, count);
    if (count < 0)
        return ZHITU_USAGE;
    if (count == 0) {
        help(c);
        return ZHITU_USAGE;
    }
    const cli_command *command = cli_command_named(args[0]);
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
        cli_print_help(c, command);
        return ZHITU_FINE;
    }
    c->takes_stdout = command->prints;
    c->counts = !command->prints;
    if (!cli_open_report(c))
        return ZHITU_ENVIRONMENT;
    return cli_close_report(c, command->run(c, args + 1, count - 1));
}

/* A descriptor that the caller closed must not become a file of ours: messages would land in it.
   Standard output is opened so that writing to it fails, and is reported. */
static void open_standard_descriptors(void)
{
    static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            _exit(ZHITU_ENVIRONMENT);
}

/* A reader that has seen enough (head) closes the pipe: nothing to report. */
static zhitu_status close_stdout(cli *c, zhitu_status status)
{
    if (fflush(stdout) != 0 && !c->stdout_error)
        c->stdout_error = errno;
    if (!c->stdout_error && !ferror(stdout))
        return status;
    if (c->stdout_error != EPIPE)
        fprintf(stderr, "zhitu: %s\n",
                cli_text(c, "无法写到标准输出", "cannot write to standard output"));
    return ZHITU_ENVIRONMENT > status ? ZHITU_ENVIRONMENT : status;
}

/* All state of the run lives here, on the stack. */
int main(int argc, char **argv)
{
    char cache[4096], program[PATH_MAX], stack[64 * 1024];
    catch_faults(stack, sizeof stack);
    open_standard_descriptors();
    signal(SIGPIPE, SIG_IGN); /* a batch goes on when nobody reads its list of files */
    signal(SIGXFSZ, SIG_IGN); /* a full quota is reported by write, not by a signal */
    cli c = {.config = {.lang = language(),
                        .cache_dir = cache_dir(cache, sizeof cache),
                        .source_date_epoch = getenv("SOURCE_DATE_EPOCH"),
                        .program_dir = program_dir(program),
                        .message = cli_on_message,
                        .progress = cli_on_progress,
                        .written = cli_on_written,
                        .made = cli_on_made,
                        .output = cli_on_output,
                        .memory_refused = memory_refused},
             .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
             .progress = isatty(STDERR_FILENO)};
    c.config.self = &c;
    zhitu_status status = close_stdout(&c, run(&c, argv + 1, argc - 1));
    cli_free_joined(&c);
    return (int)status;
}
