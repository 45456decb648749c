/* gen/app/extent.h — where the thing ends that a finding points at. */
#ifndef ZT_EXTENT_H
#define ZT_EXTENT_H

#include <stdbool.h>

#include "base/pos.h"
#include "base/str.h"

/* Behind the last character of the tag's name, the attribute with its value, the value, or the run
   of text that begins at `at` in the file. Line and column 0 when that is not in the file. */
zt_pos zt_extent_end(zt_str bytes, zt_pos at);

/* Where words stand that a fix takes out. */
typedef struct zt_removal {
    zt_pos at;
    zt_str text; /* as it is in the file; the whole element when it holds nothing else */
} zt_removal;
/* The words as they stand in the element that begins at `at`; false when they do not, as where
   markup parts them. */
bool zt_extent_of_words(zt_str bytes, zt_pos at, zt_str words, zt_removal *out);
/* The words just at `at`; false when others stand there. */
bool zt_extent_of_word(zt_str bytes, zt_pos at, zt_str word, zt_removal *out);
/* The name of the element that begins at `at`, in its one or two tags; how many, 0 when it has
   another name or its end is not found. */
size_t zt_extent_of_name(zt_str bytes, zt_pos at, zt_str name, zt_removal out[2]);

/* The element of that name that begins at `at`, from its first tag to its last; false when it has
   another name or its end is not found. */
bool zt_extent_of_element(zt_str bytes, zt_pos at, zt_str name, zt_removal *out);

#endif
