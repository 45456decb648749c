/* gen/layout/styles.h — the styles that each theme must have, for those who write blocks. The list
   lies in template/, which checks it. */
#ifndef ZT_STYLES_H
#define ZT_STYLES_H

#include "template/style_names.h"

#endif
