/* gen/base/role.h — what a group is for a reader who hears the page (PDF 1.7, 14.8.4). */
#ifndef ZT_ROLE_H
#define ZT_ROLE_H

#include <stdbool.h>

/* The structure types that outputs can tell a reader. */
typedef enum zt_role {
    ZT_ROLE_NONE, /* inherits: content belongs to the nearest ancestor that has a role */
    ZT_ROLE_DOCUMENT,
    ZT_ROLE_ART, /* a story of a newspaper page */
    ZT_ROLE_SECT,
    ZT_ROLE_TOC, /* a list of entries that lead to pages; each is a TOCI */
    ZT_ROLE_TOCI,
    ZT_ROLE_INDEX,
    ZT_ROLE_H1,
    ZT_ROLE_H2,
    ZT_ROLE_H3,
    ZT_ROLE_H4,
    ZT_ROLE_H5,
    ZT_ROLE_H6,
    ZT_ROLE_P,
    ZT_ROLE_L,
    ZT_ROLE_LI,
    ZT_ROLE_LBL,
    ZT_ROLE_LBODY,
    ZT_ROLE_TABLE,
    ZT_ROLE_THEAD,
    ZT_ROLE_TBODY,
    ZT_ROLE_TR,
    ZT_ROLE_TH,
    ZT_ROLE_TD,
    ZT_ROLE_FIGURE,
    ZT_ROLE_CAPTION,
    ZT_ROLE_NOTE,
    ZT_ROLE_REFERENCE, /* the mark of a note, the number of a figure: leads to it */
    ZT_ROLE_CODE,
    ZT_ROLE_SPAN,
    ZT_ROLE_LINK,
    ZT_ROLE_ARTIFACT
} zt_role;

/* The PDF name: "H1", "LBody", "Artifact"; "" for ZT_ROLE_NONE. */
const char *zt_role_name(zt_role role);
/* The role of the element that has to stand between the two, below the parent: LI between L and
   Lbl; NONE when the child may stand in the parent (ISO 32000-1, 14.8.4; ISO 14289-1, 7). Asked
   again with what it gave as the parent, it comes to NONE. */
zt_role zt_role_between(zt_role parent, zt_role child);
/* Whether it holds text itself, not only other elements. */
bool zt_role_holds_text(zt_role role);
/* 1 to 6 of H1 to H6; 0 of all others. */
int zt_role_head_level(zt_role role);
/* Whether it stands within a line of text: Span, Lbl, Link and their like. */
bool zt_role_is_inline(zt_role role);

#endif
