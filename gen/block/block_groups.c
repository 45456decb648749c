/* The block groups: achievement lists as cards of key figures, numbered bands or lists, in columns
   or on a grid of rows. */
#include "block/groups_imp.h"

static const zt_attr params[] = {
    {"rule", ZT_ATTR_LENGTH, NULL, "0.5mm", "组上方粗线的粗细，0 为不画",
     "weight of the rule above a group; 0 draws none"},
    {"rule-ink", ZT_ATTR_NAME, NULL, "key", "粗线的油墨", "ink of that rule"},
    {"rule-gap", ZT_ATTR_LENGTH, NULL, "3mm", "粗线到组题的距离", "from the rule to the head line"},
    {"badge", ZT_ATTR_LENGTH, NULL, "8mm", "序号圆的直径，0 为不画",
     "diameter of the number's disc; 0 draws none"},
    {"badge-ink", ZT_ATTR_NAME, NULL, "key", "序号圆的油墨", "ink of the disc"},
    {"badge-gap", ZT_ATTR_LENGTH, NULL, "3mm", "圆到组题的距离", "from the disc to the head"},
    {"numeral-gap", ZT_ATTR_LENGTH, NULL, "3mm", "大数码到文字的距离（bands）",
     "from the big number to the text (bands)"},
    {"head-gap", ZT_ATTR_LENGTH, NULL, "6mm", "组题到数字的距离（cards）",
     "from the head to the figures (cards)"},
    {"text-gap", ZT_ATTR_LENGTH, NULL, "1.5mm", "组题到正文的距离（bands、list）",
     "from the head to the text (bands, list)"},
    {"row-gap", ZT_ATTR_LENGTH, NULL, "6mm", "一组内两排数字的距离",
     "between two rows of figures of a group"},
    {"label-gap", ZT_ATTR_LENGTH, NULL, "3.5mm", "数字基线到说明文字的距离",
     "from the figures' baseline to the ink of their labels"},
    {"point-gap", ZT_ATTR_LENGTH, NULL, "0.8mm", "两条要点的距离", "between two points of a list"},
    {"group-gap", ZT_ATTR_LENGTH, NULL, "7mm", "两组的距离", "between two groups"},
    {"group-gap-max", ZT_ATTR_LENGTH, NULL, "12mm", "两组距离的上限", "the most of that gap"},
    {"spare", ZT_ATTR_NUMBER, NULL, "1.5", "组内间距最多放大到几倍",
     "how far the gaps inside a group may grow, as a factor"},
    {"cells", ZT_ATTR_COUNT, NULL, "0", "一排分几格，0 为按格宽自定",
     "columns of a row of figures; 0 decides by cell-width"},
    {"cell-width", ZT_ATTR_LENGTH, NULL, "30mm", "一格的最小宽度", "least width of a cell"},
    {"cell-gap", ZT_ATTR_LENGTH, NULL, "4.5mm", "格与格的距离", "between two cells"},
    {"equal", ZT_ATTR_YES, NULL, "yes", "一排等宽的数字用同一字号",
     "figures of one row of equal cells take one size"},
    {"unit-ratio", ZT_ATTR_NUMBER, NULL, "0.5", "单位与数字的字号比", "size of units to digits"},
    {"han-ratio", ZT_ATTR_NUMBER, NULL, "0.78", "汉字数字与数字的字号比",
     "size of Han figures to digits"},
    {"figure-gap", ZT_ATTR_NUMBER, NULL, "0.07", "数字与单位的距离，以数字字号计",
     "between digits and unit, in em of the digits"},
    {"strong-ratio", ZT_ATTR_NUMBER, NULL, "1.15", "说明中粗体数字与说明的字号比",
     "size of figures inside labels to the label"},
    {"label-measure", ZT_ATTR_NUMBER, NULL, "24", "说明每行最多几字",
     "most characters in a line of a label"},
    {"statement-measure", ZT_ATTR_NUMBER, NULL, "7", "无数字要点每行最少几字",
     "least characters in a line of a statement"},
    {"bullet", ZT_ATTR_LENGTH, NULL, "0.36em", "圆点直径，0 为不画",
     "diameter of the disc before a point; 0 draws none"},
    {"bullet-ink", ZT_ATTR_NAME, NULL, "accent", "圆点的油墨", "ink of that disc"},
    {"indent", ZT_ATTR_LENGTH, NULL, "0.9em", "要点文字的缩进", "where the text of a point hangs"},
    {"spans", ZT_ATTR_NAMES, NULL, NULL, "各组横排成行，依次占几格，如 4 4 4 3 9；不写则竖排成栏",
     "groups side by side in rows, each over so many columns of the grid, as in 4 4 4 3 9; without "
     "it they stand in columns"},
    {"grid", ZT_ATTR_COUNT, NULL, "12", "横排时一行的格数", "columns of that grid"},
    {0},
};

static const zt_part_default parts[] = {
    {"title", "section", "整块的小标题 head of the whole block"},
    {"head", "section", "组题 head of a group"},
    {"badge", "badge", "圆中的序号 number in the disc, reversed"},
    {"numeral", "figure-second", "bands 的大数码 big number of a band"},
    {"period", "period", "统计期 period at the head's right"},
    {"figure", "figure", "领头数字 lead figure of a group"},
    {"figure-second", "figure-second", "其他数字 the other figures"},
    {"missing", "missing", "待补 missing value"},
    {"label", "label", "数字下的说明 words under a figure"},
    {"statement", "statement", "无数字的要点 a point without a figure"},
    {"body", "body", "要点正文 text of a point in bands and lists"},
    {"inline-figure", "inline-figure", "正文中的数字 figures in that text"},
    {"strong", "strong", "粗体 bold in that text and in labels"},
    {0},
};

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    zt_groups_arrangement a;
    zt_groups_arrange(&a, setting, block, width);
    return (zt_extent){a.natural, a.ceiling};
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_groups_arrangement a;
    zt_groups_arrange(&a, setting, block, width);
    if (a.title) {
        zt_group *part = zt_scene_add_part(setting->scene, into, block->at, "title", ZT_ROLE_H2,
                                           (zt_rect){0, 0, width, a.title->height});
        zt_para_place(a.title, setting->scene, part, 0, 0, 0, SIZE_MAX);
    }
    zt_groups_arrangement_draw(&a, height, into);
}

static size_t optional_count(const zt_block *block)
{
    const zt_groups *content = block->content;
    size_t end = block->end == 0 || block->end > content->count ? content->count : block->end;
    size_t count = 0;
    for (size_t i = block->first; i < end; i++)
        count += zt_groups_optional(&content->groups[i]);
    return count;
}

/* The most whole groups that fit. */
static bool split(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_block *head, zt_block *rest)
{
    const zt_groups *content = block->content;
    size_t end = block->end == 0 || block->end > content->count ? content->count : block->end;
    for (size_t cut = end; cut-- > block->first + 1;) {
        *head = *block;
        head->end = cut;
        if (measure(head, setting, width).height > height)
            continue;
        *rest = *block;
        rest->first = cut;
        rest->end = end;
        rest->optional_first = block->optional_first + optional_count(head);
        return true;
    }
    return false;
}

const zt_block_kind zt_block_kind_groups = {
    .name = "groups",
    .variants = "cards bands list",
    .params = params,
    .parts = parts,
    .doc = "分组成果：数字卡片、编号条目或列表 achievements in groups: cards, bands or a list",
    .measure = measure,
    .place = place,
    .optional_count = optional_count,
    .split = split,
};
