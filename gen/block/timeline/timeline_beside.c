/* A timeline beside a calendar that runs down: marks at their true days, entries as near to them as
   their texts allow, and a leader from each mark to its node. */
#include "block/timeline/timeline_beside.h"

#include "block/timeline/timeline_calendar.h"
#include "block/words/lines.h"
#include "labels/spread.h"

/* The calendar takes all height below the head. */
static zt_rect calendar_box(const zt_tl_plan *plan, double top, double height)
{
    return (zt_rect){0, top, plan->calendar, height - top};
}

/* Where entries and calendar begin: below the head and a gap, or at the block's top. */
static double first_top(const zt_tl_plan *plan)
{
    double head = zt_tl_head_height(plan);
    return head + (head > 0 ? plan->gap.natural : 0);
}

/* The leading takes what is spare, as far as the widest height allows; then each entry stands with
   its node as near to its day as its neighbours leave it (labels/spread.h). */
void zt_tl_beside_arrange(zt_tl_plan *plan, double height, double widest)
{
    double low = plan->text.para.leading, high = zt_leading_most(&plan->text);
    double added = 0;
    for (size_t i = 0; i < plan->count; i++)
        added += zt_tl_entry_height(plan, &plan->entries[i], high) - plan->entries[i].height;
    plan->leading = zt_tl_between(low, high, widest - added, widest, height);
    double top = first_top(plan);
    zt_tl_calendar calendar = zt_tl_calendar_make(plan, true, calendar_box(plan, top, height));
    zt_label *labels = ZT_ARRAY(plan->setting->arena, plan->count, zt_label);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_tl_entry *entry = &plan->entries[i];
        double h = zt_tl_entry_height(plan, entry, plan->leading);
        double wanted =
            zt_tl_calendar_place(&calendar, entry->event->date) - zt_tl_node_drop(plan, entry);
        labels[i] = (zt_label){.wanted = wanted + h / 2, .size = h};
    }
    zt_labels_spread_in_order(plan->setting->arena, labels, plan->count, plan->gap.natural, top,
                              height);
    for (size_t i = 0; i < plan->count; i++)
        plan->entries[i].top = zt_label_low(&labels[i]);
}

/* From the mark to the node, with a short level piece before the node. */
static void draw_leader(const zt_tl_plan *plan, const zt_tl_calendar *calendar,
                        const zt_tl_entry *entry, zt_group *into)
{
    const double level = 0.25; /* of the leader's room */
    double y = zt_tl_calendar_place(calendar, entry->event->date);
    double to = entry->top + zt_tl_node_drop(plan, entry), x = plan->calendar;
    bool key = entry->event->key, spine = zt_tl_is_spine(plan);
    double end = plan->axis_x - (key ? ZT_TL_KEY_NODE : ZT_TL_NODE) / 2;
    if (spine)
        end = plan->indent - ZT_TL_SPINE_GAP;
    zt_path *path = zt_scene_add_path(plan->setting->scene, into, entry->event->at);
    zt_path_move(path, x, y);
    zt_path_line(path, x + (end - x) * (1 - level), to);
    zt_path_line(path, end, to);
    path->stroke = ZT_SOLID(spine && key ? plan->key_ink : plan->line_ink);
    path->width = spine && key ? ZT_TL_SPINE_KEY_LINE : ZT_TL_LEADER_LINE;
    zt_path_done(path);
}

/* Leaders are counted in the block's frame, so their group is not moved. */
void zt_tl_beside_draw(const zt_tl_plan *plan, double height, zt_group *into)
{
    zt_rect box = calendar_box(plan, first_top(plan), height);
    zt_tl_calendar calendar = zt_tl_calendar_make(plan, true, box);
    zt_tl_calendar_draw(&calendar, false, into);
    zt_rect room = {plan->calendar, box.y, plan->axis_x - plan->calendar, box.h};
    zt_group *group = zt_tl_decoration(plan, into, plan->block->at, "leaders", room);
    group->dx = group->dy = 0;
    for (size_t i = 0; i < plan->count; i++)
        draw_leader(plan, &calendar, &plan->entries[i], group);
}
