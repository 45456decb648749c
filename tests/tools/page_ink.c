/* page_ink DOCUMENT [TEMPLATES]: for each page the most ink on one spot as the program reckons it,
   per cent, with the inks. page_ink --pam FILE: the same of plates in one picture, as Ghostscript's
   device pamcmyk32 writes them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pipeline.h"
#include "preflight/page_ink.h"

static int of_plates(const char *path)
{
    FILE *file = fopen(path, "rb");
    long width = 0, height = 0, most = 0;
    char line[128];
    while (file && fgets(line, sizeof line, file) && strcmp(line, "ENDHDR\n") != 0) {
        width = strncmp(line, "WIDTH ", 6) == 0 ? atol(line + 6) : width;
        height = strncmp(line, "HEIGHT ", 7) == 0 ? atol(line + 7) : height;
    }
    unsigned char inks[4];
    for (long i = 0; file && i < width * height && fread(inks, 4, 1, file) == 1; i++) {
        long sum = inks[0] + inks[1] + inks[2] + inks[3];
        most = sum > most ? sum : most;
    }
    if (!file || width == 0)
        return fprintf(stderr, "page_ink: %s is no PAM\n", path), 1;
    fclose(file);
    printf("%.1f\n", (double)most / 2.55);
    return 0;
}

static void print_pages(const zt_work *work)
{
    for (size_t i = 0; i < work->book->page_count; i++) {
        zt_page_ink most =
            zt_page_ink_most(work->arena, work->book->pages[i], work->book->overprint_below);
        printf("%.1f %s %s %.1f %.1f\n", most.sum, most.over ? most.over->paint.ink->name : "-",
               most.below ? most.below->paint.ink->name : "-", zt_mm_from_pt(most.where.x),
               zt_mm_from_pt(most.where.y));
    }
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--pam") == 0)
        return of_plates(argv[2]);
    if (argc < 2)
        return fprintf(stderr, "usage: page_ink DOCUMENT [TEMPLATES]\n"), 2;
    zhitu_config config = {
        .lang = ZHITU_EN, .data_dir = ZT_SOURCE_DIR, .templates = argc > 2 ? argv[2] : NULL};
    zhitu_job job = {.profile = "press"};
    zhitu *session = zhitu_open(&config);
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = {.session = session,
                    .job = &job,
                    .arena = arena,
                    .diags = zt_diags_new(arena),
                    .path = argv[1],
                    .places = zt_session_places(session, arena, argv[1])};
    zt_work_run(&work, ZHITU_SCENE);
    bool ok = work.book != NULL;
    if (ok)
        print_pages(&work);
    zt_arena_drop(arena);
    zhitu_close(session);
    return ok ? 0 : 1;
}
