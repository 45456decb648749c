/* What a template of editions says, read into its structs. The page is the whole sheet of a paper;
   without margin= the type area stands in its middle. */
#include "template/edition_look.h"

#include <limits.h>
#include <stddef.h>

#include "template/reader_imp.h"

const zt_story_style *zt_story_style_of(const zt_edition_look *look, int rank)
{
    for (size_t i = 0; i < look->story_count; i++)
        if (rank >= look->stories[i].rank_first && rank <= look->stories[i].rank_last)
            return &look->stories[i];
    return &look->stories[look->story_count - 1];
}

/* ---- values ---- */

static void report_range(zt_reader *r, const zt_field *field)
{
    zt_report(r->diags, ZT_ERROR, "bad-number", field->at,
              "“%.*s”应为整数，如 2，或由小到大的一段，如 2..5、4..",
              "“%.*s” should be a whole number, as 2, or a range, as 2..5 or 4..",
              ZT_ARG(field->text));
}

/* 2, 2..5, 4..; `open` stands for the end that is not written. */
static void read_range(zt_reader *r, const zt_node *node, const char *attr, int open, int *first,
                       int *last)
{
    zt_field field = zt_read_field(r, node, attr);
    double low = 0, high = 0;
    *first = *last = 1;
    if (field.text.data == NULL)
        return;
    size_t dots = 0;
    while (dots + 1 < field.text.len &&
           !(field.text.data[dots] == '.' && field.text.data[dots + 1] == '.'))
        dots++;
    bool two = dots + 1 < field.text.len;
    bool good = zt_number_parse(two ? zt_str_slice(field.text, 0, dots) : field.text, &low);
    zt_str rest = two ? zt_str_slice(field.text, dots + 2, field.text.len) : field.text;
    high = two && rest.len == 0 ? open : high;
    good = good && (rest.len == 0 || zt_number_parse(rest, &high)) && low >= 1 && low <= high &&
           high <= INT_MAX;
    if (!good) {
        report_range(r, &field);
        return;
    }
    *first = (int)low;
    *last = (int)high;
}

/* Sizes in the order written, which has to fall. */
static size_t read_sizes(zt_reader *r, const zt_node *node, const char *attr, const double **out)
{
    zt_field field = zt_read_field(r, node, attr), rest = field, word;
    ZT_VEC(double) sizes = {0};
    while (field.text.data != NULL && zt_field_word(&rest, &word)) {
        double size = 0;
        if (!zt_word_length(r, word.text, word.at, &size))
            continue;
        if (sizes.count > 0 && size >= sizes.items[sizes.count - 1])
            zt_report(r->diags, ZT_ERROR, "bad-length", word.at,
                      "题的字号要由大到小写，这里“%.*s”不比前一个小",
                      "sizes of headlines fall; “%.*s” is no smaller than the one before",
                      ZT_ARG(word.text));
        ZT_PUSH(r->arena, &sizes, size);
    }
    *out = sizes.items;
    return sizes.count;
}

/* Whole numbers parted by blanks. */
static size_t read_counts(zt_reader *r, const zt_node *node, const char *attr, const int **out)
{
    zt_field field = zt_read_field(r, node, attr), rest = field, word;
    ZT_VEC(int) counts = {0};
    while (field.text.data != NULL && zt_field_word(&rest, &word)) {
        double count = 0;
        if (!zt_number_parse(word.text, &count) || count < 1 || count > 200) {
            report_range(r, &word);
            continue;
        }
        ZT_PUSH(r->arena, &counts, (int)count);
    }
    *out = counts.items;
    return counts.count;
}

/* Bits of the words of an ENUMS attribute. */
static unsigned read_bits(zt_reader *r, const zt_node *node, const char *attr)
{
    int order[4];
    unsigned bits = 0;
    size_t count = zt_read_enums(r, node, attr, order, 4);
    for (size_t i = 0; i < count; i++)
        bits |= 1u << order[i];
    return bits;
}

/* The style that a <part> child gives to the part, else that of the theme. */
static const zt_style *style_of(zt_reader *r, const zt_part *parts, size_t count, const char *part,
                                const char *usual)
{
    for (size_t i = 0; i < count; i++)
        if (zt_str_is(zt_str_from(part), parts[i].name) && parts[i].style != NULL)
            return parts[i].style;
    return zt_theme_style(r->theme, zt_str_from(usual));
}

/* Reports unknown-part for a part that the element has not. */
static void check_parts(zt_reader *r, const zt_part *parts, size_t count, const char *known)
{
    for (size_t i = 0; i < count; i++)
        if (!zt_str_in_words(zt_str_from(parts[i].name), known))
            zt_report(r->diags, ZT_ERROR, "unknown-part", parts[i].at, "没有部件“%s”；可用：%s",
                      "there is no part “%s”; there are: %s", parts[i].name, known);
}

/* ---- elements ---- */

static zt_story_style read_story(zt_reader *r, const zt_node *node)
{
    static const char known[] = "kicker tag title deck";
    zt_story_style style = {.at = node->at};
    read_range(r, node, "rank", INT_MAX, &style.rank_first, &style.rank_last);
    read_range(r, node, "cols", INT_MAX, &style.cols_least, &style.cols_most);
    read_range(r, node, "leg-lines", INT_MAX, &style.leg_least, &style.leg_most);
    read_range(r, node, "title-lines", INT_MAX, &style.title_lines_least, &style.title_lines_most);
    style.title_count = read_sizes(r, node, "titles", &style.titles);
    style.over = read_bits(r, node, "over");
    style.photo = read_bits(r, node, "photo");
    style.crop = zt_read_count(r, node, "crop", 0);
    style.air = zt_read_number(r, node, "air");
    zt_part *parts;
    size_t count = zt_read_part_nodes(r, node, &parts);
    check_parts(r, parts, count, known);
    style.kicker = style_of(r, parts, count, "kicker", "kicker");
    style.title = style_of(r, parts, count, "title", "title");
    style.deck = style_of(r, parts, count, "deck", "deck");
    for (size_t i = 0; i < count; i++)
        if (zt_str_is(zt_str_from("tag"), parts[i].name))
            style.tag = parts[i].style;
    return style;
}

static void read_stories(zt_reader *r, const zt_node *root, zt_edition_look *look)
{
    ZT_VEC(zt_story_style) stories = {0};
    for (const zt_node *n = zt_read_child(root, "story"); n; n = zt_read_sibling(n, "story"))
        ZT_PUSH(r->arena, &stories, read_story(r, n));
    look->stories = stories.items;
    look->story_count = stories.count;
}

static void read_grid(zt_reader *r, const zt_node *root, zt_edition_look *look)
{
    const zt_node *node = zt_read_child(root, "grid");
    if (node == NULL)
        return;
    look->leg_count = read_counts(r, node, "legs", &look->legs);
    look->least = zt_read_count(r, node, "least", 1);
    look->between = zt_read_count(r, node, "between", 0);
    look->rule = zt_read_length(r, node, "rule");
}

/* A row of <score>: the attribute and its field. */
typedef struct score_row {
    const char *name;
    size_t field;
} score_row;

static void read_score(zt_reader *r, const zt_node *root, zt_edition_score *score)
{
    static const score_row rows[] = {{"butt", offsetof(zt_edition_score, butt)},
                                     {"title-step", offsetof(zt_edition_score, title_step)},
                                     {"short-title", offsetof(zt_edition_score, short_title)},
                                     {"no-deck", offsetof(zt_edition_score, no_deck)},
                                     {"resplit", offsetof(zt_edition_score, resplit)},
                                     {"crop", offsetof(zt_edition_score, crop)},
                                     {"line", offsetof(zt_edition_score, line)},
                                     {"early", offsetof(zt_edition_score, early)},
                                     {"down", offsetof(zt_edition_score, down)}};
    const zt_node *node = zt_read_child(root, "score");
    for (size_t i = 0; node != NULL && i < sizeof rows / sizeof *rows; i++)
        *(int *)(void *)((char *)score + rows[i].field) = zt_read_count(r, node, rows[i].name, 0);
}

static void read_folio(zt_reader *r, const zt_node *node, zt_folio_look *folio)
{
    zt_part *parts;
    size_t count = zt_read_part_nodes(r, node, &parts);
    check_parts(r, parts, count, "number date section paper");
    folio->name = zt_read_name(r, node, "name");
    folio->number = style_of(r, parts, count, "number", "figure");
    folio->date = style_of(r, parts, count, "date", "note");
    folio->section = style_of(r, parts, count, "section", "section");
    folio->paper = style_of(r, parts, count, "paper", "title");
}

static void read_nameplate(zt_reader *r, const zt_node *node, zt_nameplate_look *plate)
{
    zt_part *parts;
    size_t count = zt_read_part_nodes(r, node, &parts);
    check_parts(r, parts, count, "paper date ear-head ear");
    plate->lines = zt_read_count(r, node, "lines", 1);
    plate->name = zt_read_name(r, node, "name");
    plate->paper = style_of(r, parts, count, "paper", "title");
    plate->date = style_of(r, parts, count, "date", "note");
    plate->ear_head = style_of(r, parts, count, "ear-head", "section");
    plate->ear = style_of(r, parts, count, "ear", "note");
}

/* The sheet, not the type area: margins say where that lies. */
static void read_sheet(zt_reader *r, const zt_node *root, zt_edition_look *look, zt_template *out)
{
    const zt_node *page = zt_read_child(root, "page");
    const zt_paper *paper = page ? zt_read_paper(r, page, "paper") : NULL;
    if (paper == NULL) {
        if (page != NULL && zt_node_find(page, "paper") == NULL)
            zt_report(r->diags, ZT_ERROR, "missing-attribute", page->at,
                      "报纸版面的 <page> 须有 paper", "the <page> of an edition needs paper");
        return;
    }
    look->paper = paper;
    out->page_w = paper->page_w;
    out->page_h = paper->page_h;
    if (zt_node_find(page, "margin") != NULL)
        return;
    out->margin[1] = out->margin[3] = (paper->page_w - paper->area_w) / 2;
    out->margin[0] = out->margin[2] = (paper->page_h - paper->area_h) / 2;
}

static void read_furniture(zt_reader *r, const zt_node *root, zt_edition_look *look)
{
    const zt_node *folio = zt_read_child(root, "folio"), *plate = zt_read_child(root, "nameplate");
    if (folio != NULL)
        read_folio(r, folio, &look->folio);
    if (plate != NULL)
        read_nameplate(r, plate, &look->nameplate);
}

/* How blocks within stories look: boxes as in the template of a graphic. */
static void read_blocks(zt_reader *r, const zt_node *root, zt_template *out)
{
    const zt_node *blocks = zt_read_child(root, "blocks");
    ZT_VEC(zt_box_spec *) children = {0};
    zt_box_spec *box = ZT_NEW(r->arena, zt_box_spec);
    for (const zt_node *n = blocks ? zt_read_child(blocks, NULL) : NULL; n;
         n = zt_read_sibling(n, NULL))
        ZT_PUSH(r->arena, &children, zt_read_box(r, n));
    *box = (zt_box_spec){.kind = ZT_BOX_COLUMN,
                         .at = blocks ? blocks->at : root->at,
                         .stretch = 1,
                         .children = children.items,
                         .child_count = children.count};
    out->root = box;
}

static void report_missing(zt_reader *r, const zt_node *root, const char *name)
{
    zt_report(r->diags, ZT_ERROR, "missing-element", root->at, "版面的模板里缺少 <%s>",
              "a template of editions lacks <%s>", name);
}

void zt_read_edition_look(zt_reader *r, const zt_node *root, zt_template *out)
{
    static const char *const needed[] = {"folio", "grid", "story"};
    zt_edition_look *look = ZT_NEW(r->arena, zt_edition_look);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (zt_read_child(root, needed[i]) == NULL)
            report_missing(r, root, needed[i]);
    read_sheet(r, root, look, out);
    read_grid(r, root, look);
    read_furniture(r, root, look);
    read_stories(r, root, look);
    read_score(r, root, &look->score);
    read_blocks(r, root, out);
    out->edition = look;
}
