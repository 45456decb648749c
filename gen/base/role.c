/* gen/base/role.c */
#include "base/role.h"

#include <stddef.h>

/* In the order of the enumeration. */
const char *zt_role_name(zt_role role)
{
    static const char *const names[] = {
        "",       "Document", "Art",   "Sect",      "TOC",   "TOCI", "Index", "H1",
        "H2",     "H3",       "H4",    "H5",        "H6",    "P",    "L",     "LI",
        "Lbl",    "LBody",    "Table", "THead",     "TBody", "TR",   "TH",    "TD",
        "Figure", "Caption",  "Note",  "Reference", "Code",  "Span", "Link",  "Artifact"};
    return (size_t)role < sizeof names / sizeof *names ? names[role] : "";
}

/* ---- which element holds which ---- */

int zt_role_head_level(zt_role role)
{
    return role >= ZT_ROLE_H1 && role <= ZT_ROLE_H6 ? (int)(role - ZT_ROLE_H1) + 1 : 0;
}

/* Sets of roles. */
typedef unsigned long long roles;
#define ONE(name) (1ULL << ZT_ROLE_##name)

static bool is_in(roles set, zt_role role)
{
    return set >> role & 1;
}

bool zt_role_is_inline(zt_role role)
{
    return is_in(ONE(SPAN) | ONE(LBL) | ONE(LINK) | ONE(REFERENCE) | ONE(NOTE) | ONE(CODE) |
                     ONE(FIGURE),
                 role);
}

bool zt_role_holds_text(zt_role role)
{
    return !is_in(ONE(NONE) | ONE(DOCUMENT) | ONE(ART) | ONE(SECT) | ONE(TOC) | ONE(TOCI) |
                      ONE(INDEX) | ONE(L) | ONE(LI) | ONE(TABLE) | ONE(THEAD) | ONE(TBODY) |
                      ONE(TR),
                  role);
}

/* Parents that hold nothing but these; what else stands in them needs one more between. */
static const struct {
    zt_role parent;
    roles kids;
    zt_role between;
} strict[] = {
    {ZT_ROLE_L, ONE(LI) | ONE(CAPTION), ZT_ROLE_LI},
    {ZT_ROLE_LI, ONE(LBL) | ONE(LBODY), ZT_ROLE_LBODY},
    {ZT_ROLE_TABLE, ONE(TR) | ONE(THEAD) | ONE(TBODY) | ONE(CAPTION), ZT_ROLE_TR},
    {ZT_ROLE_THEAD, ONE(TR), ZT_ROLE_TR},
    {ZT_ROLE_TBODY, ONE(TR), ZT_ROLE_TR},
    {ZT_ROLE_TR, ONE(TH) | ONE(TD), ZT_ROLE_TD},
    {ZT_ROLE_TOC, ONE(TOC) | ONE(TOCI) | ONE(CAPTION), ZT_ROLE_TOCI},
};

/* What the child needs above it in any other parent. */
static zt_role needed_above(zt_role parent, zt_role child)
{
    if (is_in(ONE(LI) | ONE(LBODY), child))
        return ZT_ROLE_L;
    if (is_in(ONE(TR) | ONE(THEAD) | ONE(TBODY) | ONE(TH) | ONE(TD), child))
        return ZT_ROLE_TABLE;
    if (child == ZT_ROLE_TOCI)
        return ZT_ROLE_TOC;
    if (child == ZT_ROLE_LBL && !zt_role_holds_text(parent) && parent != ZT_ROLE_TOCI)
        return ZT_ROLE_P;
    return ZT_ROLE_NONE;
}

zt_role zt_role_between(zt_role parent, zt_role child)
{
    for (size_t i = 0; i < sizeof strict / sizeof *strict; i++)
        if (strict[i].parent == parent)
            return is_in(strict[i].kids, child) ? ZT_ROLE_NONE : strict[i].between;
    return needed_above(parent, child);
}
