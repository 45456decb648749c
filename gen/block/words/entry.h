/* gen/block/words/entry.h — a keyword over one or more texts, hung from one place: a task round its
   goal, a part of a structure. Points, y down. */
#ifndef ZT_ENTRY_H
#define ZT_ENTRY_H

#include "block/words/wording.h"

/* The words of an entry, as its content has them. */
typedef struct zt_entry_text {
    /* Either may be empty; the label is a line below the head. */
    zt_str head, label;
    zt_pos at;
    /* Each begins a line of its own. */
    const zt_rich *texts;
    size_t count;
} zt_entry_text;
/* The looks of its parts and the distances between them, points. */
typedef struct zt_entry_style {
    /* label: may be NULL when no text has one. */
    const zt_look *head, *label, *text;
    zt_align align;
    /* Below the keyword; between the texts. */
    double head_gap, text_gap;
    /* Name of a text's part in the scene. */
    const char *part;
} zt_entry_style;
/* An entry broken at a width. Height in points. */
typedef struct zt_entry {
    zt_wording head, label, *texts;
    size_t count;
    double head_gap, text_gap, height;
    const char *part;
} zt_entry;

/* Breaks all texts at the width, in the arena of the setting. */
zt_entry zt_entry_make(const zt_setting *setting, const zt_entry_text *text,
                       const zt_entry_style *style, double width);
/* Its first em box at x, y of `into`. */
void zt_entry_place(const zt_setting *setting, const zt_entry *entry, zt_group *into, double x,
                    double y);

#endif
