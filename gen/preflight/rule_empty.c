/* gen/preflight/rule_empty.c — a page on which nothing of the document is printed. */
#include "preflight/preflight.h"

/* Grounds and rules are the template's; what the document says is text or a picture. */
static void look(void *self, const zt_item *item, double dx, double dy)
{
    bool *found = self;
    (void)dx;
    (void)dy;
    *found = *found || item->kind == ZT_ITEM_GLYPHS || item->kind == ZT_ITEM_IMAGE;
}

/* Reports empty-page; a draft may still be empty. */
static void inspect(const zt_inspection *in)
{
    bool found = false;
    zt_visitor visitor = {.self = &found, .enter = look};
    zt_scene_walk(in->scene->root, &visitor);
    for (size_t i = 1; !found && i < in->page_count; i++)
        zt_scene_walk(in->pages[i]->root, &visitor);
    if (!found)
        zt_report(in->diags, in->final ? ZT_ERROR : ZT_WARNING, "empty-page", in->doc->template_at,
                  "模板“%s”没有印出这份稿件的任何文字和图片",
                  "template “%s” prints no word and no picture of this document",
                  in->template_->name);
}

const zt_rule zt_rule_empty = {"empty-page",
                               "版面上有字或有图",
                               "there is text or a picture on the page",
                               "what is lost is never a success",
                               inspect,
                               true};
