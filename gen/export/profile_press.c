/* For the press: the exact recipes of the inks, black that overprints. PDF/X forbids annotations on
   the page, so there are no links, and wants a profile with RGB. */
#include "export/export.h"

extern const zt_profile zt_profile_press;
const zt_profile zt_profile_press = {
    .name = "press",
    .zh = "印刷用 CMYK",
    .en = "CMYK for the press",
    .plates = true,
    .overprint = true,
    .picture_spaces = true,
    .says_untrapped = true,
    /* The characterisation that the file is made for: CGATS TR 002, coldset printing on newsprint,
       named and not embedded. No version of PDF/X is claimed: that would need the profile itself.
     */
    .intent = "/S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 002)/RegistryName("
              "http://www.color.org)/Info(Coldset printing on newsprint \\(SNAP\\))",
};
