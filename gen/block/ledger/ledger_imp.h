/* gen/block/ledger/ledger_imp.h — a ledger measured: private to block_ledger.c and ledger_*.c. */
#ifndef ZT_LEDGER_IMP_H
#define ZT_LEDGER_IMP_H

#include "block/words/slots.h"

/* table: five columns; pairs: head and task left, result and figures right; stack: one column. */
typedef enum zt_ledger_form { ZT_LEDGER_TABLE, ZT_LEDGER_PAIRS, ZT_LEDGER_STACK } zt_ledger_form;

/* What a template may <set> of a ledger; block_ledger.c says what each is. */
typedef struct zt_ledger_params {
    zt_numbers shares;
    zt_gap row, pad, gap;
    double inset, heads, arrow, arrow_gap, arrow_head, tie;
    zt_slot_params slots;
} zt_ledger_params;

/* One row with all its cells broken. Heights in points. */
typedef struct zt_ledger_line {
    /* The head in two cells; without U+200B all in slogan. */
    zt_wording lead, slogan;
    /* left, right: column heads repeated in a stack. */
    zt_wording task, result, left, right;
    zt_slot_lines figures;
    zt_wording none; /* of a table: the dash in place of figures */
    double head_height;
    /* What stands in the task's and in the result's column. */
    double task_height, result_height;
    double content, height; /* without and with its pads */
} zt_ledger_line;

/* A ledger at a width. Edges and widths in points from the block's left. */
typedef struct zt_ledger_plan {
    const zt_block *block;
    const zt_setting *setting;
    const zt_ledger *ledger;
    zt_ledger_form form;
    zt_look head, left, right, lead, slogan, task, result, empty;
    zt_slot_looks *slot_looks; /* the slots point at them */
    double width, pad, gap, inset;
    /* Least height of a row, and its ceiling. */
    zt_gap row;
    /* Edges and widths of the columns; in a stack all begin at 0 or at the inset. */
    double x_task, w_head, w_task; /* the head is at 0 */
    double x_panel, x_result, w_result, x_figures, w_figures;
    /* 0: no arrow; its end before the panel. */
    double arrow, arrow_gap;
    bool figured; /* some row has figures */
    zt_slots slots;
    /* The head of the block and those of the two sides. */
    zt_wording top, left_head, right_head;
    double top_height, heads_height; /* with what stands below them */
    zt_ledger_line *lines;
    size_t count;
} zt_ledger_plan;

/* In the arena of the setting, which the plan keeps. */
zt_ledger_plan zt_ledger_plan_make(const zt_block *block, const zt_setting *setting, double width);
/* Of the head, else of the column heads, else of the first row. */
double zt_ledger_first_baseline(const zt_ledger_plan *plan);
/* Height with the rows' natural heights. */
double zt_ledger_natural(const zt_ledger_plan *plan);
/* Draws into `into`, origin at the block's top left; spare height goes to the rows. */
void zt_ledger_draw(const zt_ledger_plan *plan, double height, zt_group *into);

#endif
