/* The block groups: achievement lists as cards of key figures, numbered bands or lists, in columns
   or on a grid of rows. */
#include "block/groups/groups_imp.h"

static const zt_param params[] = {
    {"rule", ZT_PARAM_NAMED(LENGTH), NULL, "0.5mm", "组上方粗线的粗细，0 为不画",
     "weight of the rule above a group; 0 draws none"},
    {"rule-ink", ZT_PARAM_NAMED(INK), NULL, "key", "粗线的油墨", "ink of that rule"},
    {"rule-gap", ZT_PARAM_NAMED(LENGTH), NULL, "3mm", "粗线到组题的距离",
     "from the rule to the head line"},
    {"count", ZT_PARAM_NAMED(TEXT), NULL, NULL, "没有统计期时，组题右侧印出条数，其后的量词",
     "measure word: how many points a group lists, at its head's right, where no period stands"},
    {"badge", ZT_PARAM_NAMED(LENGTH), NULL, "8mm", "序号圆的直径，0 为不画",
     "diameter of the number's disc; 0 draws none"},
    {"badge-ink", ZT_PARAM_NAMED(INK), NULL, "key", "序号圆的油墨", "ink of the disc"},
    {"badge-gap", ZT_PARAM_NAMED(LENGTH), NULL, "3mm", "圆到组题的距离",
     "from the disc to the head"},
    {"numeral-gap", ZT_PARAM_NAMED(LENGTH), NULL, "3mm", "大数码到文字的距离（bands）",
     "from the big number to the text (bands)"},
    {"head-gap", ZT_PARAM_NAMED(LENGTH), NULL, "6mm", "组题到数字的距离（cards）",
     "from the head to the figures (cards)"},
    {"text-gap", ZT_PARAM_NAMED(LENGTH), NULL, "1.5mm", "组题到正文的距离（bands、list）",
     "from the head to the text (bands, list)"},
    {"row-gap", ZT_PARAM_NAMED(LENGTH), NULL, "6mm", "一组内两排数字的距离",
     "between two rows of figures of a group"},
    {"label-gap", ZT_PARAM_NAMED(LENGTH), NULL, "3.5mm", "数字基线到说明文字的距离",
     "from the figures' baseline to the ink of their labels"},
    {"point-gap", ZT_PARAM_NAMED(LENGTH), NULL, "0.8mm", "两条要点的距离",
     "between two points of a list"},
    {"group-gap", ZT_PARAM_NAMED(LENGTH), NULL, "7mm", "两组的距离", "between two groups"},
    {"group-gap-max", ZT_PARAM_NAMED(LENGTH), NULL, "12mm", "两组距离的上限",
     "the most of that gap"},
    {"spare", ZT_PARAM_NAMED(NUMBER), NULL, "1.5", "组内间距最多放大到几倍",
     "how far the gaps inside a group may grow, as a factor"},
    {"cells", ZT_PARAM_NAMED(COUNT), "0..60", "0", "一排分几格，0 为按格宽自定",
     "columns of a row of figures; 0 decides by cell-width"},
    {"cell-width", ZT_PARAM_NAMED(LENGTH), NULL, "30mm", "一格的最小宽度", "least width of a cell"},
    {"cell-gap", ZT_PARAM_NAMED(LENGTH), NULL, "4.5mm", "格与格的距离", "between two cells"},
    {"equal", ZT_PARAM_NAMED(YES), NULL, "yes", "一排等宽的数字用同一字号",
     "figures of one row of equal cells take one size"},
    {"unit-ratio", ZT_PARAM_NAMED(NUMBER), NULL, "0.5", "单位与数字的字号比",
     "size of units to digits"},
    {"han-ratio", ZT_PARAM_NAMED(NUMBER), NULL, "0.78", "汉字数字与数字的字号比",
     "size of Han figures to digits"},
    {"figure-gap", ZT_PARAM_NAMED(NUMBER), NULL, "0.07",
     "数字与单位的距离，以数字字号计，至多单位字号的 0.09",
     "between digits and unit, in em of the digits; at most 0.09 em of the unit"},
    {"strong-ratio", ZT_PARAM_NAMED(NUMBER), NULL, "1.15", "说明中粗体数字与说明的字号比",
     "size of figures inside labels to the label"},
    {"label-measure", ZT_PARAM_NAMED(NUMBER), NULL, "24", "说明每行最多几字",
     "most characters in a line of a label"},
    {"statement-measure", ZT_PARAM_NAMED(NUMBER), NULL, "7", "无数字要点每行最少几字",
     "least characters in a line of a statement"},
    {"bullet", ZT_PARAM_NAMED(LENGTH), NULL, "0.36em", "圆点直径，0 为不画",
     "diameter of the disc before a point; 0 draws none"},
    {"bullet-ink", ZT_PARAM_NAMED(INK), NULL, "accent", "圆点的油墨", "ink of that disc"},
    {"indent", ZT_PARAM_NAMED(LENGTH), NULL, "0.9em", "要点文字的缩进",
     "where the text of a point hangs"},
    {"spans", ZT_PARAM_NAMED(NUMBERS), NULL, NULL,
     "各组横排成行，依次占几格，如 4 4 4 3 9；不写则竖排成栏",
     "groups side by side in rows, each over so many columns of the grid, as in 4 4 4 3 9; without "
     "it they stand in columns"},
    {"grid", ZT_PARAM_NAMED(COUNT), "1..60", "12", "横排时一行的格数", "columns of that grid"},
    {"points", ZT_PARAM_NAMED(WORD), "cells rows", "cells",
     "cards 的要点：cells 数字并排成格；rows 领头数字之下逐行排“数字 │ 说明”，各组按栏成行",
     "points of cards: cells side by side, or rows figure │ label below the lead figure, the "
     "groups "
     "row by row on the columns of the place"},
    {"icon", ZT_PARAM_NAMED(LENGTH), NULL, "11mm", "图标的边长，0 为不画；各组都有图标才画",
     "side of the icons, 0 for none; drawn when all groups have one"},
    {"icon-at", ZT_PARAM_NAMED(WORD), "margin head", "margin", "图标在左侧一栏，还是在组题行内",
     "icons in a column of their own at the left, or in the head line"},
    {"icon-column", ZT_PARAM_NAMED(LENGTH), NULL, "14mm", "图标一栏的宽度",
     "width of the icons' column"},
    {"icon-line", ZT_PARAM_NAMED(LENGTH), NULL, "0.62mm", "图标的线宽",
     "weight of the icons' strokes"},
    {"icon-ink", ZT_PARAM_NAMED(INK), NULL, "key", "图标的油墨", "ink of the icons"},
    {"wide-above", ZT_PARAM_NAMED(COUNT), NULL, "5", "rows：数字多于此数的组铺底通栏",
     "rows: a group of more figures goes over all columns on a panel"},
    {"panel", ZT_PARAM_NAMED(INK), NULL, "panel", "通栏组的底色", "ground of such a group"},
    {"bleed", ZT_PARAM_NAMED(YES), NULL, "yes", "底色到图的两边", "that ground runs to both edges"},
    {"foot", ZT_PARAM_NAMED(LENGTH), NULL, "0", "rows：每组末行之下的余白",
     "rows: white below each group"},
    {"lead-gap", ZT_PARAM_NAMED(LENGTH), NULL, "1.8mm", "领头数字的说明到第一行",
     "from the lead's label to the first row"},
    {"hairline", ZT_PARAM_NAMED(LENGTH), NULL, "0.12mm", "行间细线，0 为不画",
     "hairline above a row, 0 for none"},
    {"hairline-ink", ZT_PARAM_NAMED(INK), NULL, "key", "细线的油墨", "ink of that hairline"},
    {"row-pitch", ZT_PARAM_NAMED(LENGTH), NULL, "7mm", "行距", "from row to row"},
    {"row-pitch-max", ZT_PARAM_NAMED(LENGTH), NULL, "8mm", "行距的上限", "the most of it"},
    {"figure-column", ZT_PARAM_NAMED(LENGTH), NULL, "23.5mm", "数字一栏的最小宽度",
     "least width of the column of figures"},
    {"column-gap", ZT_PARAM_NAMED(LENGTH), NULL, "2mm", "数字与说明两栏之间",
     "between figures and labels"},
    {"row-unit-ratio", ZT_PARAM_NAMED(NUMBER), NULL, "0.64", "行中单位与数字的字号比",
     "size of units to digits in rows"},
    {"bars", ZT_PARAM_NAMED(WORD), "none series unit", "none",
     "一组内画条的数字：series 同一系列；unit 另加单位相同的",
     "figures of a group drawn as bars: those of one series, or of one unit as well"},
    {"bar", ZT_PARAM_NAMED(LENGTH), NULL, "2mm", "条的粗细", "thickness of those bars"},
    {"bar-gap", ZT_PARAM_NAMED(LENGTH), NULL, "1.6mm", "文字与条之间", "between words and bars"},
    {"bar-ink", ZT_PARAM_NAMED(INK), NULL, "companion", "条的油墨", "their ink"},
    {"parts", ZT_PARAM_NAMED(WORD), "auto figures strip units", "auto",
     "整体的各部分（point parts=）：数得清的画方块，否则画长条；figures 只排数字",
     "parts of a whole (point parts=): squares where they can be counted, else a strip; figures "
     "alone"},
    {"part-figures", ZT_PARAM_NAMED(WORD), "large small", "large",
     "cells：各部分的数字排成大字，还是排成条下的一行",
     "cells: figures of the parts large over their marks, or in a line below them"},
    {"strip", ZT_PARAM_NAMED(LENGTH), NULL, "3.8mm", "长条的粗细", "thickness of such a strip"},
    {"unit", ZT_PARAM_NAMED(LENGTH), NULL, "3.2mm", "方块的边长", "side of such a square"},
    {"unit-gap", ZT_PARAM_NAMED(LENGTH), NULL, "0.62mm", "方块之间", "between squares"},
    {"unit-least", ZT_PARAM_NAMED(LENGTH), NULL, "0mm",
     "方块可收窄到多少，好排成通栏一行；0mm：总是正方",
     "how narrow they may become to stand in one row of the full width; 0mm: always square"},
    {"part-ink", ZT_PARAM_NAMED(INK), NULL, "companion", "第一部分的油墨", "ink of the first part"},
    {"rest-ink", ZT_PARAM_NAMED(INK), NULL, "companion-light", "第二部分的油墨",
     "ink of the second"},
    {"further-ink", ZT_PARAM_NAMED(INK), NULL, "companion-mid", "其余部分的油墨",
     "ink of the others"},
    {"pictures", ZT_PARAM_NAMED(WORDS), "rank change", NULL,
     "格内的小图：rank 名次的十格，change 今年与去年的两条",
     "small pictures in cells: ten cells for a rank, two bars for a change"},
    {"picture-gap", ZT_PARAM_NAMED(LENGTH), NULL, "2mm", "说明与小图之间",
     "from a label to its picture"},
    {"picture-bar", ZT_PARAM_NAMED(LENGTH), NULL, "5mm", "change 两条的粗细",
     "thickness of the two bars"},
    {"base-ink", ZT_PARAM_NAMED(INK), NULL, "companion-mid", "基数一条的油墨",
     "ink of the base's bar"},
    {"lead-ratio", ZT_PARAM_NAMED(NUMBER), NULL, "1", "有 change 小图的数字放大几倍",
     "how much larger a figure with the picture of its change is"},
    {"rank-cell", ZT_PARAM_NAMED(LENGTH), NULL, "2.9mm", "名次格的边长",
     "side of a cell of a rank"},
    {"empty-ink", ZT_PARAM_NAMED(INK), NULL, "panel", "名次空格的油墨",
     "ink of cells that are not lit"},
    {"within-ink", ZT_PARAM_NAMED(INK), NULL, "companion-light", "“前十”各格的油墨",
     "ink of the cells of 前十"},
    {"outline", ZT_PARAM_NAMED(LENGTH), NULL, "0.35mm", "估计与推算的描边", "outline of estimates"},
    {"hatch-line", ZT_PARAM_NAMED(LENGTH), NULL, "0.35mm", "斜线宽", "width of hatching"},
    {"hatch-pitch", ZT_PARAM_NAMED(LENGTH), "0.3..200", "1mm", "斜线间隔",
     "from hatch line to hatch line"},
    {0},
};

static const zt_part_default parts[] = {
    {"title", "section", "整块的小标题", "head of the whole block"},
    {"head", "section", "组题", "head of a group"},
    {"badge", "badge", "圆中的序号", "number in the disc, reversed"},
    {"numeral", "figure-second", "bands 的大数码", "big number of a band"},
    {"period", "period", "统计期", "period at the head's right"},
    {"figure", "figure", "领头数字", "lead figure of a group"},
    {"figure-second", "figure-second", "其他数字", "the other figures"},
    {"missing", "missing", "待补", "missing value"},
    {"label", "label", "数字下的说明", "words under a figure"},
    {"figure-row", "chart-value", "行中的数字", "figure of a row"},
    {"row-label", "label", "行中的说明", "words beside it"},
    {"row-head", "strong", "几个数字共有的题", "head over several figures"},
    {"part", "chart-value", "各部分的值", "value of a part"},
    {"tick", "tick", "名次格下的数", "numbers below the cells of a rank"},
    {"statement", "statement", "无数字的要点", "a point without a figure"},
    {"body", "body", "要点正文", "text of a point in bands and lists"},
    {"inline-figure", "inline-figure", "正文中的数字", "figures in that text"},
    {"strong", "strong", "粗体", "bold in that text and in labels"},
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
    size_t count = 0;
    for (size_t i = 0; i < content->count; i++)
        count += zt_groups_optional(&content->groups[i]);
    return count;
}

const zt_block_kind zt_block_kind_groups = {
    .name = "groups",
    .takes_columns = true,
    .variants = "cards bands list",
    .params = {params, 0},
    .parts = parts,
    .zh = "分组成果：数字卡片、编号条目或列表",
    .en = "achievements in groups: cards, bands or a list",
    .measure = measure,
    .place = place,
    .optional_count = optional_count,
};
