/* gen/chart/tick_texts.h — the ticks of an axis of values with their words measured. */
#ifndef ZT_TICK_TEXTS_H
#define ZT_TICK_TEXTS_H

#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/ticks.h"

typedef struct zt_tick_texts {
    zt_ticks ticks;
    double low, high; /* values of the first and the last tick */
    zt_mark_text *texts;
    double widest, size; /* points */
} zt_tick_texts;

/* Round ticks that cover the values, at most about `wanted`; without any span a zero and a one. */
zt_tick_texts zt_tick_texts_new(const zt_chart *chart, double low, double high, size_t wanted);
double zt_tick_value(const zt_tick_texts *ticks, size_t i);

#endif
