/* Finding an output, and what all of them refuse. */
#include <string.h>

#include "export/export_imp.h"

const zt_output *zt_output_find(zt_str name)
{
    for (size_t i = 0; zt_outputs[i]; i++)
        if (zt_str_is(name, zt_outputs[i]->name))
            return zt_outputs[i];
    return NULL;
}

typedef struct refusal {
    zt_diags *diags;
    bool any;
} refusal;

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    refusal *r = self;
    if (item->kind != ZT_ITEM_IMAGE)
        return;
    const char *path = ((const zt_image *)item)->path;
    r->any = true;
    zt_report(r->diags, ZT_ERROR, "image-unsupported", item->at, "还不能输出图片 %s",
              "pictures cannot be written yet: %s", path ? path : "?");
}

bool zt_export_refuses(zt_diags *diags, const zt_book *book)
{
    refusal r = {.diags = diags};
    zt_visitor visitor = {&r, enter, NULL};
    for (size_t i = 0; i < book->page_count; i++)
        zt_scene_walk(book->pages[i]->root, &visitor);
    return r.any;
}
