/* gen/preflight/rule_ink.c — more ink on one spot than the paper takes: it sets off on the next
   sheet and shines through. Single inks are held to the limit when the theme is read (theme_ink.c);
   here what black makes with the colours that it overprints. */
#include "preflight/page_ink.h"
#include "preflight/preflight.h"

/* The words of a run, or the name of the ink of an area. */
static zt_str name_of(const zt_inked *one)
{
    return one->item->kind == ZT_ITEM_GLYPHS ? ((const zt_glyphs *)one->item)->text
                                             : zt_str_from(one->paint.ink->name);
}

/* Reports ink-limit: what lies on what, where, and how much that makes. */
static void report(const zt_inspection *in, const zt_inked *over, const zt_inked *below,
                   zt_point at)
{
    double limit = in->template_->theme->limits.ink;
    zt_buf sum;
    zt_buf_init(&sum, in->scene->arena);
    zt_buf_number(&sum, zt_inked_ink(over, below), 0);
    zt_buf_puts(&sum, "% > ");
    zt_buf_number(&sum, limit, 0);
    zt_buf_printf(&sum, "%%, x %.0f y %.0f mm", zt_mm_from_pt(at.x), zt_mm_from_pt(at.y));
    zt_report(in->diags, in->final && in->press ? ZT_ERROR : ZT_WARNING, "ink-limit",
              over->item->at, "“%.*s”叠印在油墨“%s”上，墨量过大（%s）；换一种底，或把字改为反白",
              "“%.*s” overprints the ink “%s”, which makes too much ink (%s); take another ground, "
              "or reversed type",
              ZT_ARG(name_of(over)), below->paint.ink->name, sum.data);
}

/* Once for each painting that lies on too much; strokes have been made to knock out. */
static void inspect(const zt_inspection *in)
{
    double limit = in->template_->theme->limits.ink;
    zt_inked_list list =
        zt_inked_of(in->scene->arena, in->scene, in->template_->theme->limits.overprint);
    for (size_t i = 0; limit > 0 && i < list.count; i++) {
        bool told = !list.items[i].over;
        zt_point at;
        for (size_t k = i; !told && k-- > 0;) {
            const zt_inked *below = &list.items[k];
            told = !below->over && below->paint.ink &&
                   zt_inked_ink(&list.items[i], below) > limit + 1e-6 &&
                   zt_page_ink_meets(&list, i, k, &at);
            if (told)
                report(in, &list.items[i], below, at);
        }
    }
}

const zt_rule zt_rule_ink = {"ink-limit",
                             "叠印处的总墨量不超过主题 limits 的 ink",
                             "ink where black overprints not above the theme's limit ink",
                             "ISO 12647-3; newspapers' specifications, docs/decisions.md",
                             inspect,
                             false};
