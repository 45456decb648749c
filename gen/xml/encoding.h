/* gen/xml/encoding.h — the bytes of a text file that declares no encoding. */
#ifndef ZT_ENCODING_H
#define ZT_ENCODING_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/* UTF-8 (with BOM or without), UTF-16 with BOM; else GB18030 if all bytes are, and the note
   encoding-guessed says so. Reports `encoding` and gives false when it is none of them. */
bool zt_text_decode(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str *utf8);

#endif
