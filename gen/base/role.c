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
