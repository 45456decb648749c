/* gen/app/extent.h — where the thing ends that a finding points at. */
#ifndef ZT_EXTENT_H
#define ZT_EXTENT_H

#include "base/pos.h"
#include "base/str.h"

/* Behind the last character of the tag's name, the attribute with its value, the value, or the run
   of text that begins at `at` in the file. Line and column 0 when that is not in the file. */
zt_pos zt_extent_end(zt_str bytes, zt_pos at);

#endif
