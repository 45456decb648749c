/* host ROOT OUT BIG SMALL: a program that uses libzhitu and gives it too little memory for BIG,
   then renders SMALL in the same session. The library says so by its callback and its status; it
   neither prints nor ends its host. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "zhitu.h"

static void on_message(void *self, const zhitu_message *message)
{
    if (message->severity == ZHITU_ERROR)
        snprintf(self, 100, "%s", message->code);
}

static zhitu_status render(zhitu *session, const char *path, const char *out)
{
    const zhitu_value ppi = {"--ppi", "400"};
    const zhitu_job job = {
        .out_dir = out, .formats = "png", .values = &ppi, .value_count = 1, .write = true};
    return zhitu_render(session, &path, 1, &job);
}

int main(int argc, char **argv)
{
    char code[100] = "";
    if (argc != 5)
        return 2;
    const zhitu_config config = {.lang = ZHITU_EN,
                                 .root = argv[1],
                                 .data_dir = argv[1],
                                 .self = code,
                                 .message = on_message};
    const struct rlimit limit = {(rlim_t)400000 * 1024, RLIM_INFINITY};
    setrlimit(RLIMIT_AS, &limit);
    zhitu *session = zhitu_open(&config);
    zhitu_status big = render(session, argv[3], argv[2]);
    printf("%d %s", (int)big, code);
    code[0] = 0;
    zhitu_status small = render(session, argv[4], argv[2]);
    printf(" %d %s\n", (int)small, code);
    zhitu_close(session);
    return 0;
}
