/* gen/template/template_vocabulary_look.c — the part of the theme grammar about its character. */
#include "template/reader_imp.h"

static const zt_attr ramp_attrs[] = {{"ink", ZT_ATTR_NAME, NULL, "accent", "油墨", "ink"},
                                     {"steps", ZT_ATTR_TEXT, NULL, "18 38 58 79 100",
                                      "各级的网点百分数，由浅到深",
                                      "the shares of the ink, per cent, rising"},
                                     {0}};
static const zt_attr diverging_attrs[] = {
    {"minus", ZT_ATTR_NAME, NULL, "companion", "零以下的油墨", "ink below naught"},
    {"plus", ZT_ATTR_NAME, NULL, "accent", "零以上的油墨", "ink above naught"},
    {"steps", ZT_ATTR_TEXT, NULL, "24 58 100", "离零由近到远的网点百分数",
     "the shares of the inks, per cent, from naught outwards"},
    {0}};
static const zt_attr bars_attrs[] = {
    {"form", ZT_ATTR_ENUM, "full track dot outline", "full",
     "条的样子：实条；细条，有整体时衬底；线端一圆点；推算只描边",
     "bars: whole; thin, on a track where the base is a whole; a line that ends in a dot; "
     "estimates as outlines"},
    {"thickness", ZT_ATTR_LENGTH, NULL, "58%", "条厚占行距的百分之几，至多 58%",
     "thickness, per cent of the pitch, 58% at most"},
    {"line", ZT_ATTR_LENGTH, NULL, "0.5mm", "dot 的线宽", "of form dot: weight of the line"},
    {"dot", ZT_ATTR_LENGTH, NULL, "3.4mm", "dot 的圆点直径，至多",
     "of form dot: diameter of the dot, at most"},
    {"muted", ZT_ATTR_NAME, NULL, NULL, "不突出的条用墨，代替 companion-mid",
     "ink of bars that do not stand out, instead of companion-mid"},
    {0}};
static const zt_attr icons_attrs[] = {
    {"cut", ZT_ATTR_ENUM, "line two-tone seal solid", "line",
     "图标：线；浅底圆上的线；印章，取组题的第一个字；黑方块中反白",
     "icons: strokes; strokes on a pale disc; a seal with the first character of the head; "
     "reversed in a black square"},
    {0}};
static const zt_attr section_attrs[] = {
    {"name", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "版面名，如 经济；稿件用 section= 引用",
     "name of the section, for section= of documents"},
    {"cmyk", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "青 品 黄 黑，百分数", "C M Y K in per cent"},
    {"rgb", ZT_ATTR_TEXT, NULL, NULL, "屏幕色 #rrggbb；不写则由 cmyk 计算",
     "screen colour #rrggbb; computed from cmyk when left out"},
    {0}};

static const zt_attr screen_attrs[] = {
    {"width", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "图宽；没有另给 --slot 时用它",
     "width of graphics for which --slot gives none"},
    {"pixels", ZT_ATTR_NUMBER, NULL, ZT_REQUIRED, "PNG 的宽，像素", "width of PNG in pixels"},
    {"type", ZT_ATTR_NUMBER, NULL, "0", "最小的字，像素；小于它的样式放大到它",
     "the smallest type in pixels; styles below it are raised to it"},
    {"high", ZT_ATTR_NUMBER, NULL, "0",
     "一个 PNG 的最大高度，像素；更高的在图块之间裁成几个文件；0 不裁",
     "the most height of a PNG in pixels; higher ones are cut between blocks into several files; "
     "0: "
     "never"},
    {"max", ZT_ATTR_LENGTH, NULL, NULL, "高随内容的图的最大高度，代替模板的 max",
     "the most height of a page that is as high as its contents, instead of the template's max"},
    {0}};

static const zt_elem elems[] = {
    {"screen", "screen", ZT_EMPTY, false, NULL, screen_attrs, "供手机看的长图：一律这样宽",
     "graphics for a telephone: all of this width"},
    {"ramp", "ramp", ZT_EMPTY, false, NULL, ramp_attrs, "热力、格图、日历的各级深浅",
     "the steps of heat maps, tile maps and calendars"},
    {"diverging", "diverging", ZT_EMPTY, false, NULL, diverging_attrs, "有正有负时的各级深浅",
     "the steps where values lie on both sides of naught"},
    {"bars", "bars", ZT_EMPTY, false, NULL, bars_attrs, "各种条与柱的样子",
     "how bars and columns are drawn"},
    {"icons", "icons", ZT_EMPTY, false, NULL, icons_attrs, "图标的样子", "how icons are drawn"},
    {"theme/section", "section", ZT_EMPTY, false, NULL, section_attrs,
     "版面色：稿件写 section= 时代替重点色",
     "the colour of a section: stands for the accent where a document names it"},
};

const zt_elem_rows zt_theme_look_rows = {elems, sizeof elems / sizeof *elems};
