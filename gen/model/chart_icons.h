/* gen/model/chart_icons.h — what one icon of a pictogram stands for, and how many stand for a
   value: decided once, for the drawing, the dump and the words that say it on the page. Pictures of
   figures choose their round numbers the same way. */
#ifndef ZT_CHART_ICONS_H
#define ZT_CHART_ICONS_H

#include "model/chart_data.h"

/* 1, 2 or 5 times a power of ten, from that power up: the least that makes no more icons of the
   greatest value than wished; 1 without one. */
zt_num zt_icon_each(double most, int wished, int least_power);
/* In the unit of the data: each= of the chart, or a round number chosen so that the greatest value
   takes about ten icons. Always above zero. */
zt_num zt_chart_icon_each(const zt_chart_data *data);
/* Whole icons for a value, rounded by its first digit; 0 without a number. */
size_t zt_chart_icon_count(const zt_chart_data *data, const zt_quantity *quantity);
/* 每个图标代表200列, and that the rest is rounded where a value is no multiple of it; empty where
   the deck says of the icons what they are. */
zt_str zt_chart_icon_words(zt_arena *arena, const zt_chart_data *data);

#endif
