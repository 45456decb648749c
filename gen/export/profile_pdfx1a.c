/* PDF/X-1a:2003 (ISO 15930-4): CMYK and spot inks alone, no transparency, PDF 1.4 without streams
   of objects. The printing condition may be named without its profile. What of the standard holds,
   and by what, says docs/conformance/pdfx1a.md. */
#include "export/export.h"

extern const zt_profile zt_profile_pdfx1a;
const zt_profile zt_profile_pdfx1a = {
    .name = "pdfx1a",
    .zh = "印刷用 CMYK，PDF/X-1a:2003，供只收它的印厂",
    .en = "CMYK for the press, PDF/X-1a:2003, for plants that take nothing else",
    .plates = true,
    .overprint = true,
    .picture_spaces = true,
    .header = "%PDF-1.4",
    .plain_objects = true,
    .pdfx = "PDF/X-1a:2003",
};
