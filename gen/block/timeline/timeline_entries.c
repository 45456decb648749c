/* Measures of one entry, and what else all parts of a timeline share. */
#include "block/timeline/timeline_imp.h"

#include "block/words/lines.h"

bool zt_tl_is_spine(const zt_tl_plan *plan)
{
    return plan->form == ZT_TL_DOWN_TIME && plan->params->spine;
}

/* Of the four forms the two that run to the right. */
bool zt_tl_is_across(const zt_tl_plan *plan)
{
    return plan->form == ZT_TL_ACROSS || plan->form == ZT_TL_ACROSS_TIME;
}

/* Both ends are steps of the theme's scale, not points. */
zt_gap zt_tl_gap(const zt_tl_plan *plan, double natural, double ceiling)
{
    return (zt_gap){zt_setting_gap(plan->setting, natural), zt_setting_gap(plan->setting, ceiling)};
}

/* All three are 0 when the timeline has no head. */
double zt_tl_head_height(const zt_tl_plan *plan)
{
    return plan->rule + plan->rule_gap + plan->head_height;
}

zt_rect zt_tl_title_box(const zt_tl_plan *plan)
{
    const zt_look *look = &plan->section;
    double h = zt_em_height(plan->title->line_count, look->text.size, look->para.leading);
    double y = plan->rule + plan->rule_gap + (plan->head_height - h) / 2;
    return (zt_rect){0, y, plan->title->max_width, h};
}

double zt_tl_name_drop(const zt_tl_plan *plan, const zt_tl_entry *entry)
{
    const zt_look *look = &plan->year;
    double h = zt_em_height(entry->band->line_count, look->text.size, look->para.leading);
    return (plan->band_height - h) / 2;
}

/* Date and head keep the leading of their styles: only the text's changes with the height of the
   block. */
double zt_tl_entry_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double leading)
{
    const zt_look *date = &plan->date, *head = &plan->head;
    double height = zt_em_height(entry->date->line_count, date->text.size, date->para.leading);
    if (entry->head)
        height += plan->date_gap +
                  zt_em_height(entry->head->line_count, head->text.size, head->para.leading);
    if (entry->text)
        height +=
            plan->date_gap + zt_em_height(entry->text->line_count, plan->text.text.size, leading);
    return height;
}

double zt_tl_entry_foot(const zt_tl_plan *plan, const zt_tl_entry *entry)
{
    return entry->top + zt_tl_entry_height(plan, entry, plan->leading);
}

/* The middle of the date's capitals, not of its em box: the node stands beside digits. */
double zt_tl_node_drop(const zt_tl_plan *plan, const zt_tl_entry *entry)
{
    double above = (plan->date.para.leading - plan->date.text.size) / 2;
    return entry->date->lines[0].baseline - above - zt_half_cap(&plan->date);
}

double zt_tl_between(double low, double high, double least, double most, double wanted)
{
    if (wanted <= least || most <= least)
        return low;
    return wanted >= most ? high : low + (high - low) * (wanted - least) / (most - least);
}

/* All of it lies on the layer "axis", so that it can be switched off in an editor as one. */
zt_group *zt_tl_decoration(const zt_tl_plan *plan, zt_group *into, zt_pos at, const char *part,
                           zt_rect box)
{
    zt_group *group =
        zt_scene_add_part(plan->setting->scene, into, at, part, ZT_ROLE_ARTIFACT, box);
    group->layer = "axis";
    return group;
}
