/* What templates of reports say beside the page and styles. */
#include "template/reader_imp.h"

const zt_elem_rows zt_report_look_rows = {NULL, 0};
