/* gen/app/score.h — how good a page looks, in whole numbers: what template="auto" chooses by. The
   terms and their weights are explained in docs/auto.md. */
#ifndef ZT_PAGE_SCORE_H
#define ZT_PAGE_SCORE_H

#include "compose/compose.h"

/* What a page is charged for. Lower is better. */
typedef enum zt_score_term {
    ZT_SCORE_EMPTY,    /* the largest empty rectangle */
    ZT_SCORE_SLACK,    /* height that stays unused */
    ZT_SCORE_PAPER,    /* height of a page that may be as high as it likes */
    ZT_SCORE_CONTRAST, /* the largest type too near to the next */
    ZT_SCORE_SIZES,    /* more sizes of type than a page bears */
    ZT_SCORE_EDGES,    /* left edges that lines begin at */
    ZT_SCORE_LINES,    /* last lines of a character or two */
    ZT_SCORE_FIT,      /* leading and sizes squeezed, parts left out */
    ZT_SCORE_ORDER,    /* blocks that stand before those they follow */
    ZT_SCORE_GENERAL,  /* blocks that the template does not name */
    ZT_SCORE_OMITTED,  /* blocks that it leaves out */
    ZT_SCORE_HERO,     /* weight="key" without a place of its own */
    ZT_SCORE_SQUINT,   /* warnings of check --look */
    ZT_SCORE_TERMS
} zt_score_term;

typedef struct zt_look_score {
    long terms[ZT_SCORE_TERMS];
    long total;
} zt_look_score;

/* As --explain names it: "empty"; and what it is in Chinese. */
const char *zt_score_term_name(zt_score_term term);
const char *zt_score_term_zh(zt_score_term term);
/* Of the first page of a graphic. `automatic`: its height follows its contents. */
void zt_score_page(zt_arena *arena, const zt_scene *page, const zt_composition *composition,
                   const zt_layout_result *layout, bool automatic, zt_look_score *out);
/* What only others can count. */
void zt_score_add(zt_look_score *score, zt_score_term term, long points);
/* Of each warning of check --look. */
enum { ZT_SCORE_SQUINT_POINTS = 80 };
/* The block is selected by its name, kind or id, not by "*" alone. */
bool zt_block_is_named(const zt_block *block);
/* Heads, notes and credits, which every template places. */
bool zt_block_is_furniture(const zt_block *block);

#endif
