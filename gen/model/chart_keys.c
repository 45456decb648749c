/* What is said of a name that a chart does not have. */
#include "base/quoted.h"
#include "model/doc_imp.h"

/* The nearest of the names, or NULL; a series without a head has none to suggest. */
static const char *nearest_of(zt_arena *arena, const zt_names *names, zt_str word)
{
    const char *near = names ? zt_names_nearest(arena, names, word) : NULL;
    return near && *near ? near : NULL;
}

/* The names as a message lists them: series before items, which are more; empty without any. */
static const char *shown(zt_arena *arena, const zt_names *items, const zt_names *series)
{
    const zt_names *both[] = {series, items};
    ZT_VEC(zt_str) all = {0};
    for (int k = 0; k < 2; k++)
        for (size_t i = 0; both[k] && i < both[k]->list.count; i++)
            if (both[k]->list.items[i].key.len > 0)
                ZT_PUSH(arena, &all, both[k]->list.items[i].key);
    return zt_names_shown(arena, all.items, all.count);
}

void zt_report_no_key(zt_doc_reader *r, const char *code, const char *attr, zt_str word, zt_pos at,
                      const zt_names *items, const zt_names *series)
{
    const char *near = nearest_of(r->arena, items, word);
    if (!near)
        near = nearest_of(r->arena, series, word);
    const char *zh = items ? "key" : "系列", *en = items ? "key" : "series";
    if (near) {
        zt_report(r->diags, ZT_ERROR, code, at, "%s 里的“%.*s”不是本图的 %s%.0s；是否想写 %s？",
                  "%s: \"%.*s\" is no %.0s%s of this chart; did you mean %s?", attr, ZT_ARG(word),
                  zh, en, zt_name_written(r->arena, zt_str_from(near)));
        zt_diags_add_change(r->diags, code, at, word, zt_str_from(near));
    } else {
        zt_report(r->diags, ZT_ERROR, code, at, "%s 里的“%.*s”不是本图的 %s%.0s；有：%s",
                  "%s: \"%.*s\" is no %.0s%s of this chart; there are: %s", attr, ZT_ARG(word), zh,
                  en, shown(r->arena, items, series));
    }
}
