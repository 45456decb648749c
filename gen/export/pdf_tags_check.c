/* gen/export/pdf_tags_check.c — whether a structure tree is such as PDF/UA-1 (ISO 14289-1, 7) and
   the containment of ISO 32000-1, 14.8.4 want. It changes nothing: a file whose tree does not hold
   says nothing of PDF/UA. Reports tags-short, a note, with the first place that falls short. */
#include "export/pdf_imp.h"

/* A walk over the tree in reading order. */
typedef struct check {
    const zt_pdf *pdf;
    const zt_pdf_element **all; /* by object number */
    int heading;                /* the level of the one before, 0 for none */
    bool good;
} check;

/* Only the first is told. */
static void falls_short(check *c, const zt_pdf_element *element, const char *zh, const char *en)
{
    const zt_group *group = element->group ? element->group : c->pdf->book->pages[0]->root;
    if (c->good)
        zt_report(c->pdf->diags, ZT_NOTE, "tags-short", group->item.at,
                  "标签还不合 PDF/UA-1，文件里不写明它：%s%.0s",
                  "the tags fall short of PDF/UA-1, which the file does not claim: %.0s%s", zh, en);
    c->good = false;
}

static const zt_pdf_element *kid(const check *c, const zt_pdf_element *element, size_t i)
{
    const zt_pdf_kid *k = &element->kids.items[i];
    return k->kind == ZT_PDF_KID_ELEMENT ? c->all[k->number] : NULL;
}

/* Which roles a parent allows among its kids; others may hold anything. */
static bool may_hold(zt_role parent, zt_role role)
{
    switch ((int)parent) {
    case ZT_ROLE_L:
        return role == ZT_ROLE_LI || role == ZT_ROLE_CAPTION || role == ZT_ROLE_L;
    case ZT_ROLE_LI:
        return role == ZT_ROLE_LBL || role == ZT_ROLE_LBODY;
    case ZT_ROLE_TABLE:
        return role == ZT_ROLE_TR || role == ZT_ROLE_THEAD || role == ZT_ROLE_TBODY ||
               role == ZT_ROLE_CAPTION;
    case ZT_ROLE_THEAD:
    case ZT_ROLE_TBODY:
        return role == ZT_ROLE_TR;
    case ZT_ROLE_TR:
        return role == ZT_ROLE_TH || role == ZT_ROLE_TD;
    case ZT_ROLE_TOC:
        return role == ZT_ROLE_TOCI || role == ZT_ROLE_TOC || role == ZT_ROLE_CAPTION;
    default:
        return true;
    }
}

/* Which parents a role may have; others stand anywhere. */
static bool may_stand_in(zt_role role, zt_role parent)
{
    switch ((int)role) {
    case ZT_ROLE_LI:
        return parent == ZT_ROLE_L;
    case ZT_ROLE_LBODY:
        return parent == ZT_ROLE_LI;
    case ZT_ROLE_LBL:
        return parent == ZT_ROLE_LI || parent == ZT_ROLE_NOTE || parent == ZT_ROLE_CAPTION ||
               parent == ZT_ROLE_TOCI;
    case ZT_ROLE_TR:
        return parent == ZT_ROLE_TABLE || parent == ZT_ROLE_THEAD || parent == ZT_ROLE_TBODY;
    case ZT_ROLE_TH:
    case ZT_ROLE_TD:
        return parent == ZT_ROLE_TR;
    case ZT_ROLE_TOCI:
        return parent == ZT_ROLE_TOC;
    default:
        return true;
    }
}

/* 7.4.2: the first is H1, and none leaves out a level on the way down. */
static void check_heading(check *c, const zt_pdf_element *element)
{
    if (element->role < ZT_ROLE_H1 || element->role > ZT_ROLE_H6)
        return;
    int level = (int)element->role - (int)ZT_ROLE_H1 + 1;
    if (level > c->heading + 1)
        falls_short(c, element, "标题跳级，或第一个不是 H1",
                    "a heading skips a level, or the first is no H1");
    c->heading = level;
}

/* The count of cells of each row of a table or of one of its parts; 0 until the first. */
static void check_rows(check *c, const zt_pdf_element *part, size_t *cells)
{
    for (size_t i = 0; i < part->kids.count; i++) {
        const zt_pdf_element *row = kid(c, part, i);
        if (row && (row->role == ZT_ROLE_THEAD || row->role == ZT_ROLE_TBODY))
            check_rows(c, row, cells);
        if (!row || row->role != ZT_ROLE_TR)
            continue;
        if (*cells > 0 && row->kids.count != *cells)
            falls_short(c, row, "表格各行的格数不等", "the rows of a table differ in cells");
        *cells = row->kids.count;
    }
}

static void check_element(check *c, const zt_pdf_element *element)
{
    const zt_group *group = element->group;
    check_heading(c, element);
    if (element->role == ZT_ROLE_FIGURE && !(group && group->alt && *group->alt))
        falls_short(c, element, "图没有替代文字", "a figure has no alternative text");
    if (element->role == ZT_ROLE_TH && !element->scope)
        falls_short(c, element, "表头没有说明管行还是管列",
                    "the head of a table does not say what it heads");
    if (element->role == ZT_ROLE_NOTE)
        falls_short(c, element, "注释没有 ID", "a note has no ID");
    size_t cells = 0;
    if (element->role == ZT_ROLE_TABLE)
        check_rows(c, element, &cells);
}

/* Content straight inside a list or a table belongs to no item of it. */
static void walk(check *c, const zt_pdf_element *element)
{
    check_element(c, element);
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_pdf_element *own = kid(c, element, i);
        zt_role role = own ? own->role : ZT_ROLE_NONE;
        if (!may_hold(element->role, role) || !may_stand_in(role, element->role))
            falls_short(c, own ? own : element, "列表或表格的层次不合规定",
                        "a part of a list or table stands where none may");
        if (own)
            walk(c, own);
    }
}

bool zt_pdf_tags_hold(const zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    check c = {.pdf = pdf, .good = true};
    c.all = ZT_ARRAY(pdf->arena, pdf->objects.count, const zt_pdf_element *);
    for (size_t i = 0; i < pdf->elements.count; i++)
        c.all[pdf->elements.items[i]->object] = pdf->elements.items[i];
    if (!book->title || !*book->title)
        falls_short(&c, pdf->document, "没有标题", "there is no title");
    if (!book->lang || !*book->lang)
        falls_short(&c, pdf->document, "没有写明语言", "no language is stated");
    walk(&c, pdf->document);
    return c.good;
}
