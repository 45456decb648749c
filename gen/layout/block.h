/* gen/layout/block.h — the one interface of everything that is placed on a page. A block is planned
   at a width: that yields its heights and all that is needed to draw it. The plan is then placed,
   as often as one likes, in a frame of that width at least as high as planned; it distributes what
   is spare inside itself, up to what it said it can use. */
#ifndef ZT_BLOCK_H
#define ZT_BLOCK_H

#include "layout/params.h"
#include "solve/board.h" /* blocks pack their units */
#include "solve/flow.h"  /* blocks flow their units */
#include "template/icon.h"

/* How hard the page has to fit: found by the solver, the same for all blocks of a graphic. */
typedef struct zt_fit {
    /* 0 the style's leading_min … 1 natural … 2 its leading_max. */
    double leading;
    /* Quarter points taken off each style, down to its size_min; negative adds up to its size_max.
     */
    double size_steps;
    /* Optional parts left out, counted from the last of the document. */
    size_t dropped;
} zt_fit;

typedef struct zt_setting zt_setting;
typedef struct zt_block zt_block;

/* Heights in points between which a block is placed. Less than the natural one is asked only of an
   overset page. */
typedef struct zt_extent {
    double height; /* natural, at the width asked */
    /* The most it can use well; >= height. */
    double ceiling;
} zt_extent;

/* A line that a block shares with its neighbours in a row set: what is of one kind and number among
   them stands on one height (layout/row_set.c). */
typedef enum zt_shared_kind {
    ZT_SHARED_HEAD,   /* first baseline of its head */
    ZT_SHARED_DECK,   /* first baseline of the line below the head */
    ZT_SHARED_TOP,    /* top of the picture below them */
    ZT_SHARED_FIGURE, /* baseline of a row of key figures */
    ZT_SHARED_LABEL,  /* first baseline of the labels below it */
    ZT_SHARED_ENTRY   /* first baseline of a row of words: names, entries of a table */
} zt_shared_kind;
typedef struct zt_shared_line {
    zt_shared_kind kind;
    /* More white may be put at `cut`: what has its baseline or its top there or below moves down;
       what reaches over it grows, as a rule down an axis. `y` is what neighbours align by. Points
       from the top of the block at its natural height; both rise from line to line. */
    double cut, y;
} zt_shared_line;

/* Columns of a page of twelve that a block wants, and bears: when blocks are packed by weight. */
typedef struct zt_spans {
    int preferred, least, most;
} zt_spans;

/* A block arranged at a width under one fit. The kind fills the second group; what the members
   point to lives as long as the plan, in setting->arena. Points, from the block's top left. */
typedef struct zt_plan {
    const zt_block *block; /* layout's, as the next three */
    double width;
    /* The setting under which it was made: a copy that lives as long as the plan, so `own` may
       point to it. Its scene is NULL until the plan is placed. */
    zt_setting *setting;
    /* What was reported while planning; said where the plan is placed. */
    const zt_diags *said;

    zt_extent extent;
    /* Something in it is wider than its width: it wants more room. */
    bool cramped;
    /* To the baseline of its first line, that of the largest type there (a badge's digit may stand
       a little above the head beside it), when it is placed at its natural height. Negative: no
       line that neighbours could be aligned by, as in a picture or in columns that run down. Never
       0, which a kind would leave that forgot it. */
    double first_baseline;
    /* Natural heights of what may part over columns and pages, from the top: rows, lines, entries.
       They need not add up to the extent: heads and gaps are between them. None: it is whole. */
    const double *units;
    size_t unit_count;
    /* From its top down; none: it stands in a row set as it is. */
    const zt_shared_line *shared;
    size_t shared_count;
    /* Of heads: the blank between the edges of its extent and the ink of Han in its first and last
       line, and the advance of its longest line; points. 0 where nothing is said. */
    double blank_top, blank_foot, line_width;
    const void *own; /* the kind's arrangement */
} zt_plan;

/* A part of a block that templates may style: one row of the kind's table. */
typedef struct zt_part_default {
    const char *name;
    /* A style that each theme must have; see docs/templates.md. */
    const char *style;
    /* What it is, for lists and the gallery. */
    const char *zh, *en;
} zt_part_default;

/* A kind of block: one constant struct in a file block_*.c. Its functions keep no state, so that
   one kind serves all blocks of a page at once. */
typedef struct zt_block_kind {
    /* Name of the content that it sets: "groups". Several kinds may set one content. */
    const char *name;
    /* Its looks of that content, blank-separated; NULL if there is but one. A place that asks for
       none gets the first. */
    const char *variants;
    /* Among several kinds of one name the one that a place gets when it asks for no variant. */
    bool by_default;
    /* columns= of its place means something to it. */
    bool takes_columns;
    /* Stands on pages of other documents than graphics, so that the gallery has no sample of it. */
    bool apart;
    /* Whether another block of its place stands within this one, which plans and places it
       (`inside`); NULL: none does. */
    bool (*takes)(const zt_block *block, const zt_block *other);
    /* NULL: 4 columns of 12, 3 at least. */
    zt_spans (*spans)(const zt_block *block);
    /* Its plan asks zt_setting_squeeze: a picture that is lower on a full page. */
    bool squeezes;
    /* What <set> accepts; the struct is a block's `params`. */
    zt_param_table params;
    const zt_part_default *parts; /* ends with {0} */
    /* What it is for, in a sentence. */
    const char *zh, *en;
    /* Arranges the block at a width: may be called many times with different settings and keeps no
       state. Draws nothing: there is no scene yet. The kind fills extent, first_baseline, units and
       own of what it returns. */
    zt_plan (*plan)(const zt_block *block, const zt_setting *setting, double width);
    /* Draws the plan into `into`, whose frame has its origin at the block's top left, and plans
       nothing again: the width and the fit are the plan's. `setting` is the plan's, with a scene.
       May be called again for the same plan. */
    void (*place)(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into);
    /* Of kinds whose units may part over pages: the height of units `first` to `end` with the heads
       that are repeated above them, and these drawn as `place` draws all. NULL: never torn. */
    double (*part_height)(const zt_plan *plan, size_t first, size_t end);
    void (*place_part)(const zt_plan *plan, const zt_setting *setting, size_t first, size_t end,
                       zt_group *into);
    /* How many parts are optional="yes"; NULL if there is none. */
    size_t (*optional_count)(const zt_block *block);
    /* The room that is left empty at the foot of its last column when it is placed at this height,
       for a place with tuck="yes". False when there is none; NULL: never any. */
    bool (*empty_cell)(const zt_plan *plan, double height, zt_rect *cell);
    /* Further parameters that depend on the content (a chart's kind), the block's `more`; NULL if
       there are none. */
    zt_param_table (*more_params)(const zt_block *block);
    /* True for a parameter that other contents of this kind have: a place that takes any chart may
       set what only some of them use. NULL if there are none. */
    bool (*knows_param)(zt_str name);
    /* What kinds that share their functions differ in; NULL if there is none. */
    const void *spec;
} zt_block_kind;

/* A block of a page, bound to its place by compose/. Lives with the composition and is not changed
   by layout. */
struct zt_block {
    const zt_block_kind *kind;
    const char *name, *id; /* for the scene */
    /* The kind of a chart ("rank"); NULL for other blocks. */
    const char *subkind;
    zt_pos at;
    const void *content; /* what the kind expects */
    /* Variant, columns, column-gap, balance, parts, sets. */
    const zt_box_spec *place;
    /* resolved: never NULL when the kind has variants. */
    const char *variant;
    /* Entries, groups, rows of its content; told in dumps. */
    size_t units;
    /* Index of its first optional part in the whole document. */
    size_t optional_first;
    /* The block that the graphic is about (model/doc.h), and in it the value that stands out, a
       zt_quantity; NULL: none does. */
    bool is_hero;
    const void *hero;
    bool key; /* weight="key" */
    /* Stands on a ground that asks for paper-coloured type. */
    bool reversed;
    bool vertical;
    /* The block of its place that stands within it; NULL: none. */
    const zt_block *inside;
    /* Alternative text of a figure, or NULL. */
    const char *alt;
    /* The kind's struct, filled when the block got its place; NULL before. */
    const void *params;
    const void *more; /* that of more_params */
};
/* Fills `params` and `more` from what the place sets. Values that do not suit are passed over: the
   check of the place reports them. */
void zt_block_load(zt_arena *arena, zt_diags *diags, const zt_theme *theme, zt_block *block);

/* The page across, in points from its left edge: what a block may ask about the page while it is
   planned. Heights are not known then, for a page may follow its content. */
typedef struct zt_page_across {
    /* Width of the trim; bleed beyond it on each side, 0 for none. Points. */
    double width, bleed;
    double left, right; /* edges of the type area */
    zt_grid_spec grid;  /* over the type area */
} zt_page_across;
zt_page_across zt_page_across_of(const zt_template *template_);
/* Width of so many columns of the page with the gutters between them, points. */
double zt_page_span(const zt_page_across *page, int columns);
/* What stands between two columns of a block: what its place says (column-gap), else the gutter of
   a page that has columns. */
double zt_setting_gutter(const zt_setting *setting, const zt_box_spec *place);
/* How many columns of the page a width is, to 0.01 mm; 0 when it is none, or the page has no grid.
 */
int zt_page_columns_of(const zt_page_across *page, double width);

/* A graphic that stands on a page: a document of its own, read before the pages are planned and set
   at the width that it gets. */
typedef struct zt_set_graphic zt_set_graphic;
struct zt_set_graphic {
    const void *content; /* of the block that places it */
    zt_str title;
    double own_width; /* that its template gives it, in points */
    /* Its page at that width; NULL after a finding. One that was set before keeps its size. */
    const zt_scene *(*set)(const zt_set_graphic *graphic, double width);
    const zt_scene *scene; /* that one; NULL: none was */
    void *work;            /* what `set` needs */
};

/* What blocks need while they are planned and placed. */
struct zt_setting {
    /* Arena of the document; while a block is planned that of its plan. */
    zt_arena *arena;
    zt_diags *diags;
    zt_fonts *fonts;
    const zt_template *template_;
    /* All that the document asks for; NULL when it asks for none. */
    const zt_icons *icons;
    /* NULL while planning: nothing is drawn then. */
    zt_scene *scene;
    zt_page_across page;
    /* layout's memory of plans; NULL: each is made anew. */
    struct zt_plans *plans;
    /* What blocks that place a graphic show. */
    const zt_set_graphic *graphics;
    size_t graphic_count;
    /* Names of the document's nodes, for messages; NULL: entries have no names. */
    const struct zt_origins *origins;
    /* For text broken at sense; NULL: the short list built in. */
    struct zt_lexicon *lexicon;
    zt_fit fit;
    size_t optional_total;
    /* While measuring: contents take whole multiples of it (R103); 0 = none. */
    double line_grid;
    /* Missing values are drawn as 待补. */
    bool draft;
    /* Of the document: in which the program's own words on the page are. */
    zt_lang language;
};

/* ---- plans: layout/plan.c ---- */
/* Plans the block in setting->arena, where the plan lives, or takes the plan that setting->plans
   has of it at that width under a fit that it feels alike. Reports nothing: what planning had to
   say is kept with the plan. */
const zt_plan *zt_block_plan(const zt_setting *setting, const zt_block *block, double width);
/* Draws it into the setting's scene, after saying what planning had to say. */
void zt_plan_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into);
/* The same in a group of its own that names the block, with its top left at that of the frame, in
   the frame of `into`; what only hangs out by a bearing is cut from the boxes. Returns the group.
 */
zt_group *zt_plan_place_block(const zt_plan *plan, const zt_setting *setting, zt_rect frame,
                              zt_group *into);
/* The same of some of its units (part_height). */
zt_group *zt_plan_place_part(const zt_plan *plan, const zt_setting *setting, size_t first,
                             size_t end, zt_rect frame, zt_group *into);
/* See empty_cell of the kind. */
bool zt_plan_empty_cell(const zt_plan *plan, double height, zt_rect *cell);

/* The graphic of that content; NULL: it could not be read. */
const zt_set_graphic *zt_setting_graphic(const zt_setting *setting, const void *content);

/* A part's look under the fit in force. */
typedef struct zt_look {
    const zt_style *style;
    zt_text_style text;
    zt_para_style para;
    const zt_ink *ink;
} zt_look;
/* The parts are asked in order: <part> in the place, the template's, the theme's, the kind's own
   default. Reversed blocks get the paper ink unless a part names one. */
zt_look zt_block_look(const zt_setting *setting, const zt_block *block, const char *part);
/* Text outside blocks in a style of the theme, which must have it. */
zt_look zt_setting_look(const zt_setting *setting, const char *style);
/* The same part at another size (leading keeps its ratio). */
zt_look zt_look_at_size(const zt_look *look, double size);
/* True when the optional part number `i` of the document is left out at this fit. */
bool zt_setting_drops(const zt_setting *setting, size_t i);
/* How low a picture has to be: from 0, its least height, to 1, its natural one. Only kinds that
   say squeezes may ask. */
double zt_setting_squeeze(const zt_setting *setting);
/* For the spans of a kind: all columns, half of them at least. */
zt_spans zt_spans_wide(const zt_block *block);
/* All that the block can see of the fit in force: under two fits of equal values its plans are
   equal. Writes zt_block_felt_count values. */
size_t zt_block_felt_count(const zt_block *block);
void zt_block_felt(const zt_setting *setting, const zt_block *block, double *out);

/* How dates print in the document's language, where its template asks for that style. */
zt_date_style zt_setting_dates(const zt_setting *setting, zt_date_style style);
/* A gap of the theme's scale: zt_setting_gap(s, 3) is 3 steps of base, in points. */
double zt_setting_gap(const zt_setting *setting, double steps);
/* The same of natural gap and ceiling. */
zt_gap zt_setting_glue(const zt_setting *setting, zt_gap steps);
/* An ink that the program names itself. A theme that lacks it is told so (unknown-ink, an error),
   and paper stands for it. */
const zt_ink *zt_setting_ink(const zt_setting *setting, const char *name);
/* The ground that type is reversed on: the ink deep, in themes without one companion. */
const zt_ink *zt_setting_deep(const zt_setting *setting);

/* ---- helpers shared by blocks ---- */
/* Widens a rectangle, whose frame begins `left` points from the page's edge, to the trim and beyond
   it by the bleed, on each side where it touches the type area. */
void zt_setting_bleed_across(const zt_setting *setting, double left, zt_rect *rect);
/* R100, R46: columns of whole characters of `size`, at least one each; what is spare goes to the
   gutters, or past the end of a single column. Re-splitting n columns of 13 characters, one apart,
   into m (破栏) is this with width 13n + n - 1 and gutter 1, both in characters: each gets
   (13n + n - 1 - (m - 1)) / m. */
typedef struct zt_char_columns {
    double column, gutter; /* in the unit of `width` */
    int characters;        /* of one column */
    double spare;          /* of a single column */
} zt_char_columns;
zt_char_columns zt_columns_of_characters(double width, double size, int columns, double gutter);
/* Widths of `columns` equal columns with a gutter, whole points not asked for. */
double zt_column_width(double width, int columns, double gutter);

#endif
