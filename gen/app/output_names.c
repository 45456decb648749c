/* gen/app/output_names.c — which document of a job writes which file. Documents of one id are
   refused before anything is rendered (documents.c); what else two may have in common is known only
   when the pages and tables of both are: an edition of two pages writes a-p01.png, and so does the
   graphic of that id. */
#include "app/output_names.h"

#include <string.h>

#include "base/file_name.h"

/* A file with the document that writes it. */
typedef struct output_name {
    const char *output, *document;
} output_name;

struct zt_output_names {
    zt_arena *arena;
    ZT_VEC(output_name) sorted; /* by output */
};

zt_output_names *zt_output_names_new(zt_arena *arena)
{
    zt_output_names *names = ZT_NEW(arena, zt_output_names);
    names->arena = arena;
    return names;
}

/* Where the output stands, or would stand: the first name that is not before it. */
static size_t place_of(const zt_output_names *names, const char *output)
{
    size_t low = 0, high = names->sorted.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (zt_file_name_order(names->sorted.items[middle].output, output) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The names live longer than the document. */
static void insert(zt_output_names *names, size_t place, const char *output, const char *document)
{
    output_name added = {zt_arena_strdup(names->arena, output), document};
    ZT_PUSH(names->arena, &names->sorted, added);
    output_name *items = names->sorted.items;
    memmove(items + place + 1, items + place, (names->sorted.count - 1 - place) * sizeof *items);
    items[place] = added;
}

/* One finding a document, however many files are meant. */
void zt_output_names_add(zt_output_names *names, zt_work *work)
{
    bool refused = false;
    zt_work_list_outputs(work);
    for (size_t i = 0; i < work->outputs.count; i++) {
        const char *output = work->outputs.items[i];
        size_t place = place_of(names, output);
        bool taken = place < names->sorted.count &&
                     zt_file_name_order(names->sorted.items[place].output, output) == 0;
        if (!taken)
            insert(names, place, output, work->path);
        else if (!refused)
            zt_report(work->diags, ZT_ERROR, "duplicate-output", work->doc->id_at,
                      "输出“%s”与“%s”的一个输出同名（不分大小写），会互相覆盖；请改其中一个 id",
                      "the output “%s” has the name of one of “%s” (small and capital letters are "
                      "one): it would be overwritten; change one id",
                      output, names->sorted.items[place].document);
        refused = refused || taken;
    }
}
