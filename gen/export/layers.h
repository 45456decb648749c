/* gen/export/layers.h — the named layers that programs of designers open: each item of a page lies
   on one, by the group that it stands in. Asked for with --layers; without it no file has any. */
#ifndef ZT_LAYERS_H
#define ZT_LAYERS_H

#include "export/export.h"

/* In the order in which a designer wants them in a list, from below. */
typedef enum zt_layer {
    ZT_LAYER_GROUNDS, /* panels, rules between blocks */
    ZT_LAYER_TEXT,    /* words and figures of blocks */
    ZT_LAYER_HEADS,
    ZT_LAYER_MARKS, /* bars, lines, slices: what a chart draws */
    ZT_LAYER_AXIS,
    ZT_LAYER_LABELS,
    ZT_LAYER_PHOTOS,
    ZT_LAYER_CREDITS,
    ZT_LAYER_COUNT
} zt_layer;

/* In Chinese, as a list of layers shows it: "标注"; and the name in identifiers: "labels". */
const char *zt_layer_title(zt_layer layer, zt_lang language);
const char *zt_layer_name(zt_layer layer);
/* The layer of what stands in the group, when its parent's items lie on `above`. */
zt_layer zt_layer_of(const zt_group *group, zt_layer above);

/* Off unless asked for: a press wants plain pages. */
#define ZT_LAYERS_OPTION                                                                           \
    {                                                                                              \
        .flag = "--layers", .words = "off on",                                                     \
        .zh = "PDF、SVG 分图层（标题、图形、标注、坐标、署名）",                                   \
        .en = "layers in PDF and SVG: heads, marks, labels, axis, credits"                         \
    }
/* Whether the job asks for layers. */
bool zt_layers_asked(const zt_export_options *options);

#endif
