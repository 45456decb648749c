#include "base/root.h"

const char *zt_root_name(zt_root root)
{
    static const char *const names[] = {
        [ZT_ROOT_GRAPHIC] = "graphic", [ZT_ROOT_EDITION] = "edition", [ZT_ROOT_REPORT] = "report"};
    return names[root];
}
