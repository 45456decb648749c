/* docs/example.c — renders a document to a PDF with libzhitu:
 *   cc -std=c11 example.c $(pkg-config --cflags --libs zhitu) -o example
 *   ./example data/w1.xml out */
#include <stdio.h>
#include <zhitu.h>

static void message(void *self, const zhitu_message *m)
{
    (void)self;
    fprintf(stderr, "%s:%d:%d: %s [%s]\n", m->file ? m->file : "zhitu", m->line, m->column, m->text,
            m->code);
}

static void written(void *self, const char *path)
{
    (void)self;
    printf("wrote %s\n", path);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s FILE DIR\n", argv[0]);
        return ZHITU_USAGE;
    }
    const zhitu_config config = {.lang = ZHITU_EN, .message = message, .written = written};
    const zhitu_job job = {.out_dir = argv[2], .formats = "pdf", .write = true};
    const char *paths[] = {argv[1]};

    zhitu *session = zhitu_open(&config);
    zhitu_status status = zhitu_render(session, paths, 1, &job);
    zhitu_close(session);
    return (int)status;
}
