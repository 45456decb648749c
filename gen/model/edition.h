/* gen/model/edition.h — an edition as it is true: its pages and what stands on each. Where
   something stands is said in columns and lines of the paper, never in millimetres. */
#ifndef ZT_EDITION_H
#define ZT_EDITION_H

#include "model/doc.h"

/* Whole numbers of which one is taken: cols="3..5"; both ends belong to it. */
typedef struct zt_count_range {
    int least, most; /* 0, 0: not given */
    zt_str words;    /* as it is written */
    zt_pos words_at;
} zt_count_range;

/* Where the desk wants an item. What is not given is left to the program. */
typedef struct zt_frame {
    int column; /* from 1 at the left; 0: not given */
    int line;   /* from 0 at the head of the type area; -1: not given */
    zt_count_range cols, lines;
    zt_pos at; /* of the element */
} zt_frame;
/* Whether all four are given, each as one number: a frame by hand. */
bool zt_frame_is_fixed(const zt_frame *frame);

typedef struct zt_article zt_article;

/* What an item of a page is. */
typedef enum zt_edition_kind {
    ZT_EDITION_ARTICLE, /* <story>, <briefs> */
    ZT_EDITION_BLOCK,   /* a photograph, a panel with a block */
    ZT_EDITION_GRAPHIC, /* <place>, <strip href=>: another document, set at this size */
    ZT_EDITION_ADVERT
} zt_edition_kind;

/* An edge of the page that an item has to touch. */
typedef enum zt_edition_at {
    ZT_AT_ANYWHERE,
    ZT_AT_HEAD,
    ZT_AT_FOOT,
    ZT_AT_LEFT,
    ZT_AT_RIGHT
} zt_edition_at;

/* An item of a page or of a story. The members of other kinds are empty. */
typedef struct zt_edition_item {
    zt_edition_kind kind;
    const char *name; /* of the element, for messages: "story", "photo" */
    const char *id;   /* or NULL */
    zt_pos at;
    zt_frame frame;
    zt_edition_at where;
    /* with=: id of the item that it must stand beside; empty: none. */
    zt_str with;
    zt_pos with_at;
    /* May be left out when space is short. */
    bool optional;
    const zt_article *article;
    /* Of a block and of an advertisement, whose picture it is: index in zt_doc.blocks. */
    size_t block;
    /* Of a graphic: the document's file, relative to this one, and the template that it is set in,
       NULL for its own. */
    zt_str href;
    zt_pos href_at;
    const char *template_name;
    bool boxed; /* in a frame of its own */
} zt_edition_item;

/* <story>: heads over running text, with what stands in it. <briefs> is one as well: the head over
   short pieces, whose titles are the subheads of its text. */
struct zt_article {
    const char *id; /* or NULL */
    int rank;       /* 1: the lead of the page */
    bool boxed;
    /* How many columns the heads go over; 0: all of its frame. */
    int over;
    /* The heads; at.line 0 when absent. */
    zt_rich kicker, title, deck;
    /* title short=: for narrow forms; empty: none. */
    zt_str short_title;
    bool deck_optional;
    /* In document order; its text is not among them. */
    zt_edition_item *items;
    size_t item_count;
    /* Index of its <text> in zt_doc.blocks; SIZE_MAX: none. */
    size_t text;
    zt_pos at;
};

/* <nameplate>: what stands beside and below the paper's name on a front page. */
typedef struct zt_nameplate {
    zt_rich *lines; /* 农历, 统一刊号, 今日几版 … */
    size_t line_count;
    zt_str ear_head; /* 导读 */
    zt_rich *points;
    size_t point_count;
    zt_pos at; /* line 0: the page has none */
} zt_nameplate;

/* <page> of an edition. */
typedef struct zt_edition_page {
    int no;
    zt_str section;
    /* 责编, 美编: empty when not given. */
    zt_str edit, art;
    zt_pos at, folio_at, edit_at, art_at;
    zt_nameplate nameplate;
    zt_edition_item *items;
    size_t item_count;
} zt_edition_page;

/* <edition>. */
typedef struct zt_edition {
    zt_edition_page *pages;
    size_t page_count;
} zt_edition;

/* The page that holds the story of that id, or NULL. */
const zt_edition_page *zt_edition_page_of(const zt_edition *edition, zt_str id);

#endif
