/* What templates of editions say beside the page and styles. */
#include "template/reader_imp.h"

const zt_elem_rows zt_edition_look_rows = {NULL, 0};
