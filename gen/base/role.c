/* gen/base/role.c */
#include "base/role.h"

#include <stddef.h>

/* In the order of the enumeration. */
const char *zt_role_name(zt_role role)
{
    static const char *const names[] = {"",     "Document", "Sect",    "H1",     "H2",      "H3",
                                        "P",    "L",        "LI",      "Lbl",    "LBody",   "Table",
                                        "TR",   "TH",       "TD",      "Figure", "Caption", "Note",
                                        "Span", "Link",     "Artifact"};
    return (size_t)role < sizeof names / sizeof *names ? names[role] : "";
}
