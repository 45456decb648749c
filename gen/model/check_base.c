/* no-base: a change of another figure of its point from which the figure before cannot be computed,
   and why. A template that draws this period against the one before draws nothing then. from-to:
   由5%降至3% is understood as 3%; the change that follows is offered. */
#include "model/check_imp.h"

#include "base/arena.h"
#include "base/ratio.h"
#include "base/unit.h"

/* A note, not a warning: the change is printed as it is, only no earlier value is drawn for it. */
static void note_base(zt_doc_reader *r, const zt_quantity *q)
{
    const char *zh, *en;
    if (!q->of_value || q->vs.len > 0 || q->status == ZT_MISSING ||
        (!q->has_number && q->says != ZT_SAYS_STATEMENT) ||
        zt_change_gives_base(q, q->of_value, &zh, &en))
        return;
    zt_report(r->diags, ZT_NOTE, "no-base", q->at, "“%.*s”%s%.0s：不据此推算、不画此前的数",
              "\"%.*s\" %.0s%s: the figure before is not computed from it nor drawn",
              ZT_ARG(q->text), zh, en);
}

/* 1.43个百分点, 12家, 0.4万元: what lies between the two, in the scale of the second. */
static bool print_difference(zt_arena *arena, const zt_quantity *q, zt_buf *out)
{
    zt_ratio from, to;
    zt_num size;
    int decimals = q->printed.decimals;
    int other = q->from->printed.decimals + q->scale - q->from->scale;
    decimals = other > decimals ? other : decimals;
    if (!zt_ratio_of(q->from->value, &from) || !zt_ratio_of(q->value, &to) ||
        !zt_ratio_subtract(to, from, &to) || decimals > 12 ||
        !zt_ratio_round(to, q->scale, decimals, ZT_ROUND_HALF_UP, &size))
        return false;
    size.scaled = size.scaled < 0 ? -size.scaled : size.scaled;
    zt_num_trim(&size);
    zt_buf_init(out, arena);
    zt_num_print(out, size, false);
    zt_buf_str(out, zt_scale_behind(arena, q->language, q->scale));
    zt_str unit = zt_str_is(q->unit, "%") ? zt_points_unit(q->language) : q->unit;
    zt_buf_str(out, zt_unit_behind(arena, q->language, unit));
    return true;
}

/* from-to: the author may have meant the change and not the level; the note shows the markup for
   the other reading, 下降 and 减少 according to the unit. */
static void offer_difference(zt_doc_reader *r, const zt_quantity *q)
{
    zt_buf out;
    if (q->says != ZT_SAYS_FROM_TO || q->kind != ZT_Q_CHANGE || q->range_to ||
        !print_difference(r->arena, q, &out))
        return;
    bool rate = zt_str_is(q->unit, "%");
    const char *verb = q->decrease ? (rate ? "下降" : "减少") : (rate ? "提高" : "增加");
    if (q->language == ZT_LANG_EN)
        verb = q->decrease ? "down " : "up ";
    zt_report(r->diags, ZT_NOTE, "from-to", q->at,
              "“%.*s”读作现在的数；变化是<change>%s%s</change>，要用它就这样写",
              "\"%.*s\" is read as where it stands now; the change would be "
              "<change>%s%s</change>",
              ZT_ARG(q->text), verb, out.data);
}

/* Only points of groups are drawn so. */
static void note_points(zt_doc_reader *r, const zt_group_content *group)
{
    for (size_t i = 0; i < group->point_count; i++)
        for (size_t k = 0; k < group->points[i].figure_count; k++)
            if (group->points[i].figures[k]->kind == ZT_Q_CHANGE)
                note_base(r, group->points[i].figures[k]);
}

/* Points of groups first, then every quantity of the document. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_groups *groups = zt_content_of(&r->doc->blocks[i], "groups");
        for (size_t k = 0; groups && k < groups->count; k++)
            note_points(r, &groups->groups[k]);
    }
    for (size_t i = 0; i < r->doc->quantity_count; i++)
        offer_difference(r, r->doc->quantities[i]);
}

const zt_doc_check zt_doc_check_base = {run};
