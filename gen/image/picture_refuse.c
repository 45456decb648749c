/* gen/image/picture_refuse.c — why a picture cannot be used, said in one way by all formats. */
#include "base/file.h"
#include "image/picture_imp.h"

bool zt_picture_refuse(const zt_picture_reader *r, const char *zh, const char *en)
{
    zt_report(r->diags, ZT_ERROR, "image-unreadable", r->at, "不能用图片“%s”：%s%.0s",
              "the picture “%s” cannot be used: %.0s%s", zt_path_base(r->picture->path), zh, en);
    return false;
}
