/* gen/template/template.h — themes and templates as data: what a graphic looks like. */
#ifndef ZT_TEMPLATE_H
#define ZT_TEMPLATE_H

#include "base/date.h"
#include "base/form_limits.h"
#include "base/ink.h"
#include "base/printing.h"
#include "base/root.h"
#include "image/picture.h"
#include "template/theme_look.h"
#include "text/para.h"
#include "xml/grammar.h"

/* A face by what the theme uses it for (<font role=…>). Filled by theme.c. */
typedef struct zt_font_role {
    const char *role, *family;
    int weight;
    zt_pos at;
    /* Faces of other roles, in the order to try them. */
    const zt_fallback *fallbacks;
    size_t fallback_count;
} zt_font_role;

/* A newspaper's page: what page="…" columns and lines are counted in. Filled by theme.c. */
typedef struct zt_paper {
    const char *name;
    /* Trim and type area; what lies between two of its columns; one line of its text. Points. */
    double page_w, page_h, area_w, area_h, gutter, line;
    int columns;
    const zt_printing *printing; /* what it is printed on; NULL: the theme's first */
} zt_paper;

/* All fields resolved: inheritance done, lengths in points (em by its own size). */
typedef struct zt_style {
    const char *name;
    const zt_font_role *font;
    /* The range, in points, within which the fit may take a style down, or spare height up;
       min = max = size when not given. */
    double size, size_min, size_max;
    double leading, leading_min, leading_max; /* multiples of the size */
    const zt_ink *ink;
    double tint;
    zt_align align;
    double indent;   /* em */
    double tracking; /* em */
    bool at_sense;
    /* One line fitted to the measure, up to size_max. */
    bool grow;
    /* Of headlines, from the head that sets them (head_boxes.c), each 0 where the head does not
       say. The part of the measure that a line is fitted to; the least size of a single line, a
       longer one is broken; the most of several lines. Points. */
    double fit, one_least, several_most;
    int lines_most; /* of the headline, 0 for two */
    zt_pos at;
} zt_style;

/* <part of="groups" name="figure" style="key-figure" ink="accent"/>: what one part of a block
   looks like. `of` is NULL on a part inside a place, which is about the blocks in it. Names are
   held against the kinds of blocks by compose/. */
typedef struct zt_part {
    const char *of, *name;
    const zt_style *style; /* NULL: unchanged */
    const zt_ink *ink;     /* NULL: the style's */
    zt_pos at;
} zt_part;
/* <set name="axis" value="0.5mm"/>: checked against the block's own table by compose/. */
typedef struct zt_set {
    const char *name;
    zt_str value;
    zt_pos at, value_at;
} zt_set;

/* A distance and what it may grow to when a page has spare height. */
typedef struct zt_gap {
    double natural, ceiling; /* points */
} zt_gap;

/* What a box does with its children; `omit` and `when` leave no box behind. */
typedef enum zt_box_kind {
    ZT_BOX_COLUMN,
    ZT_BOX_ROW,
    ZT_BOX_GRID,
    ZT_BOX_BOX,
    ZT_BOX_PLACE,
    /* <rule/>: a rule of its own between blocks: weight= ink=. */
    ZT_BOX_RULE,
    ZT_BOX_OMIT,
    ZT_BOX_WHEN
} zt_box_kind;
/* How the children of a row stand to each other. */
typedef enum zt_box_align { ZT_TOP, ZT_BASELINE, ZT_FOOT } zt_box_align;

/* keep= of a place: what of its blocks is shown, all when the kind is ZT_SELECT_ALL. */
typedef enum zt_selection_kind {
    ZT_SELECT_ALL,
    ZT_SELECT_LEAD,      /* "lead": one figure a group or row */
    ZT_SELECT_KEY,       /* "key": what bears weight="key" or highlight */
    ZT_SELECT_HIGHLIGHT, /* "highlight+3": that, and so many more */
    ZT_SELECT_FIRST      /* "first 4" */
} zt_selection_kind;
typedef struct zt_selection {
    zt_selection_kind kind;
    size_t count;
} zt_selection;

/* <picture href=>: of the house, from the folder of the templates: a logo, a stamp. */
typedef struct zt_house_picture {
    const zt_picture *picture;
    double width, height; /* points, in the proportion of the picture */
    zt_align align;       /* in a place that is wider */
    zt_str alt;           /* empty: it says nothing, and is decoration */
    zt_pos at;
} zt_house_picture;

typedef struct zt_box_spec zt_box_spec;
/* A box of the template as it is written, all lengths in points. Boxes of one template are shared
   by all documents and never changed. */
struct zt_box_spec {
    zt_box_kind kind;
    zt_pos at;
    /* How the children stand: the distance between them; of a row its natural part alone,
       horizontally. */
    zt_gap gap;
    /* Of a row: widths in parts; NULL = equal. */
    double *share;
    size_t share_count;
    /* The parts are columns of the page's grid (spans=), and so is the gap between them. */
    bool in_columns;
    /* rows="set": neighbours share tops, heads and rows of baselines. */
    bool row_set;
    zt_box_align align;
    /* Of row and grid: the line grid of all below, points; 0 = none. */
    double baseline;
    /* Of grid and place; 0 on a place that does not say. */
    int columns;
    /* Of grid (horizontal); place: column-gap. */
    zt_gap gutter;
    /* Of row and grid: its boxes are as wide as whole characters of the style body, and what is
       over goes to the gaps between them, so that lines of text end where the rules above them do.
     */
    bool whole;
    /* On a child of a grid, default 1. */
    int span;
    /* lines="yes" of a column: its children begin on lines of the page. */
    bool lines;
    /* How low and how high the box may be, points; 0 = none. */
    double min, max;
    /* Share of spare height, 0 = none of it, default 1. */
    double stretch;
    /* Fixed width in points inside a row (em: of the style body); 0 = by share. */
    double width;
    /* Of box and rule. */
    const zt_ink *ground, *rule_ink, *edge_ink;
    /* Widths in points: rule above, edge on all sides. */
    double rule, edge;
    /* Top right bottom left, points. */
    double inset[4];
    double corner;
    bool reversed, bleed;
    /* writing="vertical" for the heads inside. */
    bool vertical;
    /* Distances of its own, points: to what stands over it in its column and below it, in the
       place of the column's gap; they never stretch. The upper one of the lower box counts first.
       Of the boxes of a head (head_boxes.c). */
    bool own_above, own_below;
    double above, below;
    bool above_open; /* but this one, which takes all that is spare */
    /* Of column, box and row: distances and edges are those of the ink of type, not of its em
       boxes. */
    bool by_ink;
    /* On a child of a row: as wide as its longest line and its inset. */
    bool hugs;
    /* Of a box: its rule stands upright at its left edge. */
    bool upright;
    /* valign="centre" of what is inside a taller box. */
    bool centre;
    /* Of a place that holds what the template itself says: <words>, whose text is NULL elsewhere;
       <picture>, NULL elsewhere. */
    zt_str words;
    zt_pos words_at;
    const zt_house_picture *picture;
    /* Of place. */
    const char *select; /* blank-separated */
    zt_pos select_at;
    const char *variant;
    zt_pos variant_at;
    bool balance;
    zt_selection keep;
    /* Into an empty cell of the block before it, where there is one. */
    bool tuck;
    /* Its blocks are packed into rows of the page's columns by weight (layout/packed.c), each under
       the box's rule, `rule_gap` points above it. */
    bool pack;
    double rule_gap;
    zt_part *parts;
    size_t part_count;
    zt_set *sets;
    size_t set_count;
    /* Of omit and when. */
    const char *why, *has, *lacks;
    /* Of the two sides of a head that needs a long headline: used when the headline's length in em
       is at least, or below it; 0: not asked. */
    double title_from, title_below;
    zt_box_spec **children;
    size_t child_count;
};

/* What the press can hold; checks of preflight go by them. 0 = no limit. */
typedef struct zt_limits {
    double ink;                            /* per cent */
    double rule, tint_rule;                /* points */
    double type, reversed, reversed_multi; /* points */
    /* Points; the floor of small texts beside others. */
    double ruby;
    double ppi, ppi_least; /* of photographs as printed */
    /* Points: K type of that size and more does not overprint. */
    double overprint;
} zt_limits;
/* What gives way when a page is too full. */
typedef enum zt_fit_step { ZT_FIT_LEADING, ZT_FIT_OPTIONAL, ZT_FIT_SIZE } zt_fit_step;
/* What takes up the height that a page has over: gaps and blocks to their ceilings, leading to
   leading-max, sizes to max. */
typedef enum zt_spare_step { ZT_SPARE_GAPS, ZT_SPARE_LEADING, ZT_SPARE_GROW } zt_spare_step;

/* <ink key="优" name="accent"/>: the ink of a key or a series in all charts. */
typedef struct zt_key_ink {
    const char *key;
    const zt_ink *ink;
    zt_ink *own; /* the same where it is of no palette; else NULL */
} zt_key_ink;

/* How key figures are set in every block and chart (<figure>): em of the digits, from ink to ink.
   Ratios are sizes by that of the digits. */
typedef struct zt_figure_measures {
    double unit_gap, percent_gap, prefix_gap;
    double unit, percent, han, dash;
    /* Points: units are not smaller, and below `plain` they take the ink of text. */
    double least, plain;
} zt_figure_measures;
/* Those of the house, where a theme says nothing. */
#define ZT_FIGURE_MEASURES                                                                         \
    {                                                                                              \
        .unit_gap = 0.10, .percent_gap = 0.05, .prefix_gap = 0.12, .unit = 0.48, .percent = 0.60,  \
        .han = 0.78, .dash = 0.56, .least = 7.5, .plain = 14                                       \
    }
/* The rule over groups, charts and tables (<group-rule>). */
typedef enum zt_group_rule_form {
    ZT_GROUP_RULE_FULL,
    ZT_GROUP_RULE_TAB, /* a thin rule with a short thick one at its left end */
    ZT_GROUP_RULE_NONE
} zt_group_rule_form;
typedef struct zt_group_rule {
    zt_group_rule_form form;
    double weight; /* points */
    const zt_ink *ink;
    /* Of the tab, points. */
    double tab_w, tab_h;
    const zt_ink *tab_ink;
} zt_group_rule;

/* How documents in English word what theme and templates word in Chinese; each has one {}. */
typedef struct zt_english {
    const char *source, *compiled, *art, *photo, *edit, *asof;
    const char *chapter, *figure, *table, *appendix; /* of reports */
} zt_english;

/* Everything that the templates of one newspaper share. */
typedef struct zt_theme {
    const char *name, *path;
    zt_paper *papers;
    size_t paper_count;
    zt_printing *printings; /* the first is the theme's own */
    size_t printing_count;
    zt_font_role *fonts;
    size_t font_count;
    zt_ink *inks;
    size_t ink_count;
    zt_key_ink *key_inks;
    size_t key_ink_count;
    zt_theme_look look;
    zt_style *styles;
    size_t style_count;
    zt_part *parts;
    size_t part_count;
    /* How text is set (text/para.h), the same for all styles. */
    zt_punctuation punctuation;
    zt_break_level level;
    zt_spacing spacing;
    bool hang, shrink_stops;
    /* Points: from this size on quotation marks hang before the edge (R93); 0: none. */
    double hang_quotes;
    zt_column_quotes column_quotes;
    double gap_base; /* points */
    double *gap_steps;
    size_t gap_step_count;
    zt_limits limits;
    zt_form_limits judgement;
    zt_figure_measures figure;
    zt_group_rule group_rule;
    /* In which order a full page is made to fit. */
    zt_fit_step fit[3];
    size_t fit_count;
    /* Units of the house beside the known ones, blank-separated, or NULL. */
    const char *units;
    zt_date_style date;
    /* How each credit is worded, with one {} for the name. */
    const char *credit_source, *credit_compiled, *credit_art, *credit_photo, *credit_edit;
    zt_english english;
} zt_theme;
/* A form of a template or a theme, such as 图{}, for a document in that language: in English one
   that is worded in Chinese gives way to `english`. */
zt_str zt_form_in(zt_lang language, zt_str form, const char *english);

/* What of an element an <adjust> moves: all of it, or one kind of what was painted for it. */
typedef enum zt_adjust_part {
    ZT_ADJUST_ALL,
    ZT_ADJUST_LABEL,
    ZT_ADJUST_VALUE,
    ZT_ADJUST_LEADER,
    ZT_ADJUST_PICTURE
} zt_adjust_part;
/* <adjust ref="b3" part="value" dx="1mm"/>: moves what was painted for that element, once all is
   placed. */
typedef struct zt_adjust {
    const char *ref;
    zt_adjust_part part;
    zt_pos part_at;
    double dx, dy; /* points */
    zt_pos ref_at;
} zt_adjust;

/* The room that a page is asked to fill, as --slot and slot= say it: in millimetres, or in columns
   and lines of a paper. */
typedef struct zt_page_slot {
    /* Points; 0: not said. Those of columns and lines are found when the theme has been read. */
    double width, height;
    int columns, lines;
    const char *text; /* as written */
    zt_pos at;
    /* The frame of a page: a template of one size alone is set anew at this one. */
    bool frame;
    /* slot= of the document, before which the width of a name of old goes, or that width: a theme
       for screens has its own. */
    bool of_document;
    /* The page is laid out in this room and then made so many times as large: a board for little
       content. 0: as it is. */
    double magnify;
    /* Whose columns and lines are meant where <page> names none; NULL: the theme's first. */
    const char *paper;
    zt_pos paper_at;
} zt_page_slot;
/* Widths in points from `least` on up to, but not including, `most`. */
typedef struct zt_widths {
    double least, most;
} zt_widths;
/* The grid of a page: equal columns over the type area, and the distance of its lines. */
typedef struct zt_grid_spec {
    int columns;         /* 0: the page has no grid */
    double gutter, line; /* points; line 0: none */
} zt_grid_spec;

/* One graphic's page: its boxes from outside in, and the theme that they take looks from. */
typedef struct zt_template {
    const char *name, *path;
    /* root=: the documents that it is for. Of an edition and a report `root` below is NULL. */
    zt_root for_root;
    /* The template's own copy: its styles and parts come first. */
    zt_theme *theme;
    /* Points; page_h 0 = auto up to max_h. */
    double page_w, page_h;
    double max_h;
    /* The widths that it holds for; both 0: for that of the page alone. The last is in it. */
    zt_widths widths;
    /* What it was loaded for; NULL: the page's own size. */
    const zt_page_slot *slot;
    /* Points from the trim to the type area, and how far grounds run beyond the trim. */
    double margin[4]; /* top right bottom left */
    double bleed;
    unsigned marks; /* ZT_MARK_CROP | ZT_MARK_REGISTER */
    /* What its paper is printed on; NULL where the theme says nothing. */
    const zt_printing *printing;
    zt_grid_spec grid;
    /* Of an edition what its blocks look like. */
    zt_box_spec *root; /* a column */
    /* Of a template of reports (report_style.h); else NULL. */
    const struct zt_report_style *report;
    /* root="edition": template/edition_look.h; else NULL. */
    const struct zt_edition_look *edition;
    /* In order; what is not named takes none, but gaps what is left. */
    zt_spare_step spare[3];
    size_t spare_count;
    zt_adjust *adjusts;
    size_t adjust_count;
    const char **files; /* read: template, theme(s) */
    size_t file_count;
} zt_template;

/* What a theme's and a template's XML may say; reader, manual and schema are made from it. */
extern const zt_grammar zt_template_grammar; /* roots template and theme */

/* Finds NAME.xml in `dirs` (in order), reads it and its theme (`theme_override` may be NULL),
   resolves inheritance. Reports at `asked_at` unknown-template with the nearest and the list of
   those found; in the files themselves all their mistakes: unknown-style, unknown-ink,
   unknown-font-role, ink-limit, bad-share … NULL on any error. Both live in `arena`. */
zt_template *zt_template_load(zt_arena *arena, zt_diags *diags, const char *const *dirs,
                              size_t dir_count, const char *name, zt_pos asked_at,
                              const char *theme_override);
/* The same for a slot, which may be NULL: parts that are for other widths are not there, and the
   page has the slot's size. Reports not-for-this-slot and bad-slot besides. */
zt_template *zt_template_load_for(zt_arena *arena, zt_diags *diags, const char *const *dirs,
                                  size_t dir_count, const char *name, zt_pos asked_at,
                                  const char *theme_override, const zt_page_slot *slot);
/* "52mm", "107x240mm" or, in columns and lines of a paper, "3x40"; false for anything else. `text`
   ends with NUL and is borrowed. */
bool zt_page_slot_parse(zt_str text, zt_page_slot *out);
/* Names of the files in the folders whose root is called so, template or theme (NULL: of all),
   sorted. */
size_t zt_template_names(zt_arena *arena, const char *const *dirs, size_t dir_count,
                         const char *root, const char ***out);

const zt_ink *zt_theme_ink(const zt_theme *theme,
                           zt_str name); /* NULL if unknown; "paper" is known */
const zt_style *zt_theme_style(const zt_theme *theme, zt_str name); /* NULL if unknown */
/* NULL if unknown. */
const zt_font_role *zt_theme_font(const zt_theme *theme, zt_str role);
/* A gap of steps ("3", "3..5") or lengths; false if it is none. */
bool zt_theme_gap(const zt_theme *theme, zt_str text, zt_gap *out);

#endif
