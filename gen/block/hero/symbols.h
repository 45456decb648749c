/* gen/block/hero/symbols.h — the grammar of pictures: each symbol is three to six flat shapes in a
   cell, drawn a layer at a time, so that all symbols of a page are a few outlines. */
#ifndef ZT_SYMBOLS_H
#define ZT_SYMBOLS_H

#include "layout/block.h"

/* Painted in this order. */
typedef enum zt_symbol_layer {
    ZT_SYMBOL_BODY,  /* in the ink of what is counted */
    ZT_SYMBOL_HOLES, /* cut out: in paper */
    ZT_SYMBOL_DARK   /* wheels, trunks: in key */
} zt_symbol_layer;

typedef void zt_symbol_draw(zt_path *path, zt_symbol_layer layer, zt_rect cell);
/* One kind of symbol. */
typedef struct zt_symbol {
    const char *name;
    double aspect; /* height of a cell by its width */
    bool holes, dark;
    bool upwards; /* lines are filled from the foot: a stack */
    zt_symbol_draw *draw;
    /* What stands at the right end of each line, as wide as so many cells: a locomotive. The
       symbols are counted from it. */
    double head_cells;
    zt_symbol_draw *head;
    /* A line under each line of symbols, from edge to edge: where, of the cell's height; its weight
       in points. 0: none. */
    double rail, rail_weight;
    /* Drawn as one, filled up to a part of its height, in place of single symbols. */
    bool vessel;
} zt_symbol;

/* The symbol of that name, dots for any other. */
const zt_symbol *zt_symbol_find(zt_str name);

#endif
