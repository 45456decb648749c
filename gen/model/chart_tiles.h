/* gen/model/chart_tiles.h — which tile of a grid an item belongs to, and what is said of grids. */
#ifndef ZT_CHART_TILES_H
#define ZT_CHART_TILES_H

#include "model/chart_data.h"

/* The index of the tile of a key, tile_count when there is none: the same name, or the only one of
   which one is the beginning of the other (万州, 万州区). */
size_t zt_chart_tile_of(const zt_chart_data *data, zt_str key);
/* 格子只示方位，不表示面积和边界; empty where the note of the chart says so. */
zt_str zt_chart_tiles_words(zt_arena *arena, const zt_chart_data *data);

#endif
