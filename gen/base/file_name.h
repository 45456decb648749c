/* gen/base/file_name.h — which names a file may have on every system that a page travels to. */
#ifndef ZT_FILE_NAME_H
#define ZT_FILE_NAME_H

#include <stdbool.h>

#include "base/str.h"

/* Characters, and bytes: 255 of them are a name on most systems, with a number and an ending. */
enum { ZT_FILE_NAME_MOST = 100, ZT_FILE_NAME_BYTES = 240 };

/* Why a name cannot be that of a file everywhere; ZT_NAME_FINE when it can. */
typedef enum zt_name_fault {
    ZT_NAME_FINE,
    ZT_NAME_EMPTY,
    ZT_NAME_LONG,
    ZT_NAME_CHARACTER, /* not a letter, digit, Han, _ - or . */
    ZT_NAME_START,     /* . or - leads: a hidden file, or an option of other programs */
    ZT_NAME_END,       /* a full stop ends it, which some systems drop */
    ZT_NAME_RESERVED   /* CON, NUL and the like: devices of Windows, whatever follows the stop */
} zt_name_fault;

/* What keeps `name` from being the stem of a file, and with ZT_NAME_CHARACTER the character. The
   letters are those of ASCII, and Han are those that no normal form of Unicode changes: so two
   names are one file on another system only when they differ in the case of letters. */
zt_name_fault zt_file_name_check(zt_str name, zt_str *character);
/* 1 to 255 bytes without a slash and not "." or "..": one step of a path. */
bool zt_is_one_step(const char *name);
/* The order of two names when A and a are one letter. */
int zt_file_name_order(const char *a, const char *b);

#endif
