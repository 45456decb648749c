/* Quotations, one below the other, hairlines between them; who said it in a line of its own. */
#include "block/wording.h"

typedef struct quotes_plan {
    const zt_quotes *quotes;
    zt_wording head, *texts, *names;
    double *heights, head_height, gap;
    zt_gap apart;
} quotes_plan;

static quotes_plan plan_quotes(const zt_block *block, const zt_setting *setting, double width)
{
    quotes_plan plan = {.quotes = block->content,
                        .gap = zt_block_length(setting, block, "gap", 0),
                        .apart = zt_block_gap(setting, block, "apart")};
    zt_look head = zt_block_look(setting, block, "head"), by = zt_block_look(setting, block, "by");
    zt_look text = zt_block_look(setting, block, "text");
    size_t count = plan.quotes->count;
    plan.head = zt_wording_plain(setting, plan.quotes->head, block->at, &head, width);
    if (plan.head.para)
        plan.head_height = plan.head.height + plan.apart.natural;
    plan.texts = ZT_ARRAY(setting->arena, count + 1, zt_wording);
    plan.names = ZT_ARRAY(setting->arena, count + 1, zt_wording);
    plan.heights = ZT_ARRAY(setting->arena, count + 1, double);
    for (size_t i = 0; i < count; i++) {
        const zt_quote *quote = plan.quotes->quotes + i;
        plan.texts[i] = zt_wording_rich(setting, &quote->text, &text, width);
        plan.names[i] = zt_wording_plain(setting, quote->by, quote->at, &by, width);
        plan.heights[i] =
            plan.texts[i].height + plan.names[i].height + (plan.names[i].para ? plan.gap : 0);
    }
    return plan;
}

static double quotes_height(const quotes_plan *plan, double apart)
{
    double height = plan->head_height;
    for (size_t i = 0; i < plan->quotes->count; i++)
        height += plan->heights[i] + (i ? apart : 0);
    return height;
}

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    quotes_plan plan = plan_quotes(block, setting, width);
    return (zt_extent){quotes_height(&plan, plan.apart.natural),
                       quotes_height(&plan, plan.apart.ceiling)};
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    quotes_plan plan = plan_quotes(block, setting, width);
    double natural = quotes_height(&plan, plan.apart.natural), apart = plan.apart.natural;
    double hairline = zt_block_length(setting, block, "hairline", 0), y = plan.head_height;
    size_t count = plan.quotes->count;
    if (count > 1)
        apart = zt_clamp(apart + (height - natural) / (double)(count - 1), apart,
                         zt_max(apart, plan.apart.ceiling));
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &plan.head, into, "head", ZT_ROLE_H2, 0, 0);
    for (size_t i = 0; i < count; i++) {
        zt_pos at = plan.quotes->quotes[i].at;
        zt_group *quote = zt_scene_add_part(setting->scene, into, at, "quote", ZT_ROLE_P,
                                            (zt_rect){0, y, width, plan.heights[i]});
        if (i > 0 && hairline > 0)
            zt_scene_rule(setting->scene, quote, at, (zt_point){0, -apart / 2},
                          (zt_point){width, -apart / 2}, hairline,
                          ZT_SOLID(zt_block_ink(setting, block, "rule-ink")));
        zt_wording_place(setting, &plan.texts[i], quote, "text", ZT_ROLE_SPAN, 0, 0);
        zt_wording_place(setting, &plan.names[i], quote, "by", ZT_ROLE_SPAN, 0,
                         plan.heights[i] - plan.names[i].height);
        y += plan.heights[i] + apart;
    }
}

static const zt_attr params[] = {
    {"gap", ZT_ATTR_GAP, NULL, "1", "引语与说话人之间", "between a quotation and who said it"},
    {"apart", ZT_ATTR_GAP, NULL, "3..5", "两句之间", "between quotations"},
    {"hairline", ZT_ATTR_LENGTH, NULL, "0.12mm", "两句之间的细线", "hairline between them"},
    {"rule-ink", ZT_ATTR_NAME, NULL, "key", "线的油墨", "ink of the hairlines"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题 head"},
    {"text", "statement", "引语 quotation"},
    {"by", "label", "说话人 who said it"},
    {0},
};

const zt_block_kind zt_block_kind_quotes = {
    .name = "quotes",
    .params = params,
    .parts = parts,
    .doc = "引语：一句一段，说话人另行。 Quotations, each with who said it.",
    .measure = measure,
    .place = place,
};
