/* Texts of several elements in one paragraph, each with its own place in the document. */
#include "chart/foot_list.h"

static const double GAP = 0.5;      /* above the list, of its size */
static const double LEADING = 1.25; /* of its size */

zt_foot_list zt_foot_list_new(const zt_chart *chart, size_t most)
{
    zt_foot_list list = {.capacity = most};
    list.runs = ZT_ARRAY(chart->setting->arena, most + 1, zt_run);
    list.look = ZT_NEW(chart->setting->arena, zt_look);
    *list.look = zt_chart_look(chart, "tick");
    list.look->para.align = ZT_ALIGN_START;
    list.look->para.indent = 0;
    list.look->para.leading = LEADING * list.look->text.size;
    return list;
}

/* Every text keeps its own place in the document, so that a finding in it points to its element. */
void zt_foot_list_add(zt_foot_list *list, zt_str text, zt_pos at)
{
    zt_assert(list->count < list->capacity);
    list->runs[list->count++] = (zt_run){.text = text, .style = &list->look->text, .at = at};
}

const char *zt_foot_list_mark(const zt_chart *chart, const zt_foot_list *list)
{
    return list->count > 0 ? ZT_CHART_IN(chart, "；", "; ") : "";
}

void zt_foot_list_set(const zt_chart *chart, zt_foot_list *list, double width)
{
    if (list->count == 0)
        return;
    const zt_setting *setting = chart->setting;
    list->para = zt_para_break(setting->arena, setting->diags, list->runs, list->count,
                               &list->look->para, width);
    list->height = list->para->height + GAP * list->look->text.size;
}

void zt_foot_list_place(const zt_chart *chart, const zt_foot_list *list, zt_group *into, double y)
{
    if (list->para)
        zt_para_place(list->para, chart->setting->scene, into, 0, y + GAP * list->look->text.size,
                      0, SIZE_MAX);
}
