/* The vocabulary of editions: the pages of a newspaper. */
#include "model/vocabulary_imp.h"

static const zt_attr edition_attrs[] = {ZT_ROOT_ATTRS, {0}};

static const zt_elem elems[] = {
    {"edition", "edition", ZT_ELEMENTS, true, NULL, edition_attrs, "报纸的版面：数据文件的根",
     "pages of a newspaper, the root of a data file"},
};

const zt_elem_rows zt_edition_rows = {elems, sizeof elems / sizeof *elems};
