/* gen/block/words/byline.h — the byline of a story. */
#ifndef ZT_BYLINE_H
#define ZT_BYLINE_H

#include "block/words/rich.h"

/* What stands before bylines unless a template says otherwise. */
#define ZT_BYLINE_ORNAMENT "□"
/* The words with the house's ornament before them, unless they bring one; none for "none". */
zt_rich zt_byline_words(const zt_setting *setting, zt_str ornament, const zt_rich *rich);

#endif
