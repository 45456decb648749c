/* gen/template/page.c — the page of a graphic: in millimetres, or in columns and lines of a
   paper. It is given the <page> in force and fills size, margins and bleed of the template in
   points. What contradicts itself is reported at its attribute. */
#include "template/reader_imp.h"

#include <math.h>

#include "base/geom.h"

/* Reports bad-length with the accepted forms. */
static void report_size(zt_reader *r, const zt_field *size)
{
    zt_report(r->diags, ZT_ERROR, "bad-length", size->at,
              "“%.*s”不是页面尺寸：应为宽和高，高可写 auto，如 260mm 390mm、52mm auto",
              "“%.*s” is no page size: width and height are wanted, the height may be auto, as in "
              "260mm 390mm, 52mm auto",
              ZT_ARG(size->text));
}

/* size="260mm 390mm", or size="52mm auto" max="480mm" for a page as high as its contents: page_h
   is then 0. Reports bad-length, missing-attribute and conflicting-attributes. */
static void read_plain_size(zt_reader *r, const zt_node *node, zt_template *out)
{
    zt_field size = zt_read_field(r, node, "size"), rest = size, width, height, more;
    if (size.text.data == NULL)
        return;
    bool two = zt_field_word(&rest, &width) && zt_field_word(&rest, &height) &&
               !zt_field_word(&rest, &more);
    if (!two) {
        report_size(r, &size);
        return;
    }
    bool automatic = zt_str_is(height.text, "auto");
    if (!zt_word_length(r, width.text, width.at, &out->page_w) ||
        (!automatic && !zt_word_length(r, height.text, height.at, &out->page_h)))
        return;
    if (out->page_w <= 0 || (!automatic && out->page_h <= 0))
        report_size(r, &size);
    if (automatic && zt_node_find(node, "max") == NULL)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at,
                  "高为 auto 时须有 max，即最大高度",
                  "an automatic height needs max, the most height");
    if (!automatic && zt_node_find(node, "max") != NULL)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "max"),
                  "高已写明，max 无用；高写 auto 时才用 max",
                  "the height is given, so max has no use; it belongs to an automatic height");
}

/* So many columns of the paper with the gutters between them, so many lines of its text. Without
   columns= all of them; without lines= the whole type area, or with max= as high as the
   contents. Reports bad-number for more than the paper has. */
static void read_paper_size(zt_reader *r, const zt_node *node, zt_template *out)
{
    const zt_paper *paper = zt_read_paper(r, node, "paper");
    if (paper == NULL)
        return;
    const zt_attr_value *columns_given = zt_node_find(node, "columns"),
                        *lines_given = zt_node_find(node, "lines");
    int columns = columns_given ? zt_read_count(r, node, "columns", 1) : paper->columns;
    if (columns > paper->columns) {
        zt_report(r->diags, ZT_ERROR, "bad-number", columns_given->value_at,
                  "要 %d 栏，而版面“%s”只有 %d 栏", "%d columns, but the paper “%s” has %d",
                  columns, paper->name, paper->columns);
        return;
    }
    double one = (paper->area_w - (paper->columns - 1) * paper->gutter) / paper->columns;
    out->page_w = columns * one + (columns - 1) * paper->gutter;
    if (lines_given != NULL)
        out->page_h = zt_read_count(r, node, "lines", 1) * paper->line;
    else if (zt_node_find(node, "max") == NULL)
        out->page_h = paper->area_h;
    /* A hair of tolerance: 100 lines of 4.8 mm fill 480 mm. */
    if (out->page_h > paper->area_h + 1e-6)
        zt_report(r->diags, ZT_ERROR, "bad-number", zt_node_attr_at(node, "lines"),
                  "%.*s 行高于版面“%s”的版心", "%.*s lines are higher than the type area of “%s”",
                  ZT_ARG(lines_given->value), paper->name);
}

/* Reports bad-length for margins that leave nothing to print on, by the most height of a page
   whose height is automatic. */
static void check_margins(zt_reader *r, const zt_node *node, const zt_template *out)
{
    double most_h = out->page_h > 0 ? out->page_h : out->max_h;
    bool wide = out->margin[1] + out->margin[3] >= out->page_w;
    bool high = out->margin[0] + out->margin[2] >= most_h;
    if (out->page_w > 0 && most_h > 0 && (wide || high))
        zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(node, "margin"),
                  "页边占满了页面", "the margins fill the page");
}

double zt_page_own_width(zt_reader *r, const zt_node *page)
{
    zt_template scratch = {0};
    if (zt_node_find(page, "size") != NULL)
        read_plain_size(r, page, &scratch);
    else
        read_paper_size(r, page, &scratch);
    return scratch.page_w;
}

/* What the <page> of a <when> says stands over what that of the template says. */
const zt_node *zt_page_in_force(zt_reader *r, const zt_node *root)
{
    const zt_node *own = zt_read_child(root, "page"), *over = zt_read_last(r, "page");
    if (own == NULL || over == own)
        return over;
    zt_node *both = ZT_NEW(r->arena, zt_node);
    *both = *own;
    both->at = over->at;
    zt_attr_value *attrs = ZT_ARRAY(r->arena, own->attr_count + over->attr_count, zt_attr_value);
    size_t count = 0;
    /* One that says its size says all of it. */
    bool sized = zt_node_find(over, "size") != NULL || zt_node_find(over, "paper") != NULL;
    for (size_t i = 0; i < over->attr_count; i++)
        attrs[count++] = over->attrs[i];
    for (size_t i = 0; i < own->attr_count; i++) {
        zt_str name = zt_str_from(own->attrs[i].name);
        bool of_size = zt_str_in_words(name, "size max paper columns lines gutter line");
        if (zt_node_find(over, own->attrs[i].name) == NULL && !(sized && of_size))
            attrs[count++] = own->attrs[i];
    }
    both->attrs = attrs;
    both->attr_count = count;
    return both;
}

/* width="52mm..350mm": the widths that the template holds for, the last of them too. */
static void read_page_widths(zt_reader *r, const zt_node *node, zt_template *out)
{
    if (zt_node_find(node, "width") == NULL)
        return;
    out->widths = zt_read_widths(r, node);
    const double hair = 1e-5;
    if (out->page_w > 0 &&
        (out->page_w < out->widths.least - hair || out->page_w > out->widths.most + hair))
        zt_report(r->diags, ZT_ERROR, "bad-width", zt_node_attr_at(node, "width"),
                  "页面自己的宽不在 width 的范围里", "the page's own width is not among width=");
}

/* A number of millimetres as it prints, to a tenth. */
static const char *mm_text(zt_arena *arena, double points)
{
    zt_buf text;
    zt_buf_init(&text, arena);
    zt_buf_number(&text, zt_mm_from_pt(points), 1);
    return text.data;
}

/* Reports not-for-this-slot when the template does not hold for the slot's width. */
static bool suits_slot(zt_reader *r, const zt_template *t, const zt_page_slot *slot)
{
    const double hair = zt_pt_from_mm(0.05);
    bool ranges = t->widths.most > 0;
    double least = ranges ? t->widths.least : t->page_w, most = ranges ? t->widths.most : t->page_w;
    if (slot->width >= least - hair && slot->width <= most + hair)
        return true;
    const char *found = mm_text(r->arena, slot->width), *low = mm_text(r->arena, least);
    if (!ranges)
        zt_report(r->diags, ZT_ERROR, "not-for-this-slot", slot->at,
                  "模板“%s”只有一种宽度，%s 毫米，排不进 %s 毫米；写 -t auto 由程序选模板",
                  "the template “%s” has one width, %s mm, not %s mm; -t auto finds one that suits",
                  t->name, low, found);
    else
        zt_report(r->diags, ZT_ERROR, "not-for-this-slot", slot->at,
                  "模板“%s”用于 %s 到 %s 毫米宽，这里是 %s 毫米；写 -t auto 由程序选模板",
                  "the template “%s” is for widths of %s to %s mm, not %s mm; -t auto finds one "
                  "that suits",
                  t->name, low, mm_text(r->arena, most), found);
    return false;
}

/* The slot's size takes the place of the page's. One of another width without a height is as high
   as its contents, up to what the template allows. */
static void take_slot(zt_reader *r, zt_template *out)
{
    const zt_page_slot *slot = r->slot;
    const double hair = zt_pt_from_mm(0.05);
    if (slot->frame && out->widths.most <= 0)
        return; /* the page of the frame is made by who places it */
    if (!suits_slot(r, out, slot))
        return;
    bool own = fabs(slot->width - out->page_w) < hair;
    out->page_w = slot->width;
    if (slot->height > 0) {
        out->page_h = slot->height;
    } else if (!own && out->page_h > 0) {
        out->max_h = out->page_h;
        out->page_h = 0;
    }
    if (r->theme->look.screen.most > 0)
        out->max_h = zt_max(out->max_h, r->theme->look.screen.most);
}

/* columns= gutter= line= of a page that is measured in millimetres. Reports missing-attribute, and
   bad-length where the gutters leave the columns no room. */
static void read_grid(zt_reader *r, const zt_node *node, zt_template *out)
{
    bool columns = zt_node_find(node, "columns") != NULL;
    out->grid = (zt_grid_spec){.gutter = zt_read_length(r, node, "gutter"),
                               .line = zt_read_length(r, node, "line")};
    if (columns)
        out->grid.columns = zt_read_count(r, node, "columns", 1);
    if (columns != (zt_node_find(node, "gutter") != NULL))
        zt_report(r->diags, ZT_ERROR, "missing-attribute",
                  zt_node_attr_at(node, columns ? "columns" : "gutter"),
                  "columns 与 gutter 要一同写，如 columns=\"12\" gutter=\"5mm\"",
                  "columns= and gutter= belong together, as in columns=\"12\" gutter=\"5mm\"");
    double area = out->page_w - out->margin[1] - out->margin[3];
    if (out->page_w > 0 && out->grid.columns > 0 &&
        area - (out->grid.columns - 1) * out->grid.gutter < out->grid.columns)
        zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(node, "gutter"),
                  "栏间距占满了版心，栏宽不到 1 磅",
                  "the gutters fill the type area: less than 1 pt is left of each column");
}

/* The grid of a page of a paper is the paper's, as far as its type area begins and ends on it. */
static void read_paper_grid(zt_reader *r, const zt_node *node, zt_template *out)
{
    const zt_paper *paper = zt_read_paper(r, node, "paper");
    if (zt_node_find(node, "gutter") != NULL)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "gutter"),
                  "有 paper 时，栏间距是它的；请删去",
                  "with paper= the gutter is its own; delete it");
    if (paper == NULL || out->margin[1] > 0 || out->margin[3] > 0)
        return;
    int columns =
        zt_node_find(node, "columns") ? zt_read_count(r, node, "columns", 1) : paper->columns;
    double one = (paper->area_w - (paper->columns - 1) * paper->gutter) / paper->columns;
    const double hair = 0.01; /* points */
    if (fabs(columns * one + (columns - 1) * paper->gutter - out->page_w) > hair)
        return; /* a slot of another width */
    out->grid = (zt_grid_spec){columns, paper->gutter, paper->line};
}

/* Words of marks= in the order of the grammar; "none" beside others is conflicting-attributes. */
static unsigned read_marks(zt_reader *r, const zt_node *node)
{
    static const unsigned marks[] = {ZT_MARK_CROP, ZT_MARK_REGISTER, 0};
    int words[3];
    size_t count = zt_read_enums(r, node, "marks", words, 3);
    unsigned out = 0;
    bool none = false;
    for (size_t i = 0; i < count; i++) {
        out |= marks[words[i]];
        none = none || marks[words[i]] == 0;
    }
    if (none && out != 0)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "marks"),
                  "marks 写了 none 就不能再写别的", "marks is none, or names marks, not both");
    return none ? 0 : out;
}

/* The element of that name in the theme which is in force; NULL: none. */
static const zt_node *named(zt_reader *r, const char *element, const char *name)
{
    for (size_t level = r->levels.count; name != NULL && level-- > 0;)
        for (const zt_node *node = zt_read_child(r->levels.items[level], element); node != NULL;
             node = zt_read_sibling(node, element))
            if (zt_str_is(zt_node_attr(node, "name", ""), name))
                return node;
    return NULL;
}

/* Those of the page, else of its paper, else of the press that it is printed by. */
static unsigned marks_of(zt_reader *r, const zt_node *page, const zt_printing *printing)
{
    const zt_node *paper = NULL, *press = NULL;
    if (zt_node_find(page, "marks") != NULL)
        return read_marks(r, page);
    if (zt_node_find(page, "paper") != NULL)
        paper = named(r, "paper", zt_read_name(r, page, "paper"));
    if (paper != NULL && zt_node_find(paper, "marks") != NULL)
        return read_marks(r, paper);
    if (printing != NULL)
        press = named(r, "printing-condition", printing->name);
    return press != NULL ? read_marks(r, press) : 0;
}

/* A page has its size in millimetres, or in columns and lines of a paper, never both. */
void zt_read_page(zt_reader *r, const zt_node *node, zt_template *out)
{
    bool sized = zt_node_find(node, "size") != NULL, on_paper = zt_node_find(node, "paper") != NULL;
    out->max_h = zt_read_length(r, node, "max");
    zt_read_sides(r, node, "margin", ZT_SIDES_LENGTHS, out->margin);
    out->bleed = zt_read_length(r, node, "bleed");
    out->printing = zt_printing_of_page(r, node);
    out->marks = marks_of(r, node, out->printing);
    if (!sized && !on_paper)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at, "<page> 须有 size 或 paper",
                  "<page> needs size or paper");
    if (sized && on_paper)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "paper"),
                  "size 与 paper 只能写一个", "only one of size and paper can be given");
    if (sized && !on_paper && zt_node_find(node, "lines") != NULL)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "lines"),
                  "lines 只与 paper 连用", "lines goes with paper only");
    if (sized)
        read_plain_size(r, node, out);
    else if (on_paper)
        read_paper_size(r, node, out);
    read_page_widths(r, node, out);
    if (r->slot != NULL && out->page_w > 0)
        take_slot(r, out);
    check_margins(r, node, out);
    if (on_paper)
        read_paper_grid(r, node, out);
    else
        read_grid(r, node, out);
    r->grid = out->grid;
}
