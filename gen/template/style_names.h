/* gen/template/style_names.h — the styles that each theme must have: the kinds' parts fall back on
   them. Checked when a template is loaded. */
#ifndef ZT_STYLE_NAMES_H
#define ZT_STYLE_NAMES_H

/* name, what for */
#define ZT_STYLE_NAMES(X)                                                                          \
    X("title", "主标题 headline")                                                                  \
    X("kicker", "引题 kicker")                                                                     \
    X("deck", "副题 deck")                                                                         \
    X("lead", "导语 lead")                                                                         \
    X("asof", "截至 as of")                                                                        \
    X("body", "正文 running text")                                                                 \
    X("strong", "正文中的粗体 bold in running text, Hei")                                          \
    X("inline-figure", "正文中的关键数字 figure in a line, at most 1.5 times (R66)")               \
    X("section", "小标题 group and timeline heads")                                                \
    X("badge", "序号 digit in a disc")                                                             \
    X("period", "统计期 period at a head")                                                         \
    X("figure", "关键数字 key figure")                                                             \
    X("figure-second", "次要数字 the other figures of a group")                                    \
    X("missing", "待补 missing value")                                                             \
    X("label", "数字说明 words under a figure, labels")                                            \
    X("statement", "要点 a point without a figure")                                                \
    X("date", "日期 date of an event")                                                             \
    X("year", "年份 year band")                                                                    \
    X("hint-head", "核心提示 label of the hint box")                                               \
    X("chart-title", "图题 chart title")                                                           \
    X("chart-deck", "图副题 chart deck, unit")                                                     \
    X("chart-label", "标签 category labels")                                                       \
    X("chart-value", "数值 values at marks")                                                       \
    X("tick", "刻度 axis ticks")                                                                   \
    X("note", "注 notes")                                                                          \
    X("credit", "署名 sources and credits")

#endif
