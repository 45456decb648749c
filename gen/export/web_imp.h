/* gen/export/web_imp.h — the parts of the HTML output, private to export/. */
#ifndef ZT_WEB_IMP_H
#define ZT_WEB_IMP_H

#include "export/svg_imp.h"

/* web_words.c: all that a book says as elements of HTML: heads, lists, tables, words of figures. */
void zt_web_words(zt_arena *arena, zt_buf *out, const zt_book *book);
/* web_fonts.c: @font-face rules with the faces of those books, each with the characters that are
   set in it, inside of the file. False after font-subset. */
bool zt_web_fonts(const zt_export *e, const zt_book *const *books, size_t count, zt_buf *out);

#endif
