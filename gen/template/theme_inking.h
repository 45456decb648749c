/* gen/template/theme_inking.h — other inks for a theme that has been read: the colour of a section
   for the accent, and black alone for all. Inks keep their addresses, so that all that refers to
   them changes with them. */
#ifndef ZT_THEME_INKING_H
#define ZT_THEME_INKING_H

#include "template/template.h"

/* False when the theme has sections and none of that name; a theme without any tells sections by
   words. */
bool zt_theme_has_section(const zt_theme *theme, const char *name);
/* Paints the accent in the colour of the section; one that the theme lacks changes nothing. */
void zt_theme_take_section(zt_theme *theme, const char *name);
/* The black twin: accent and deep solid, companion 55 %, companion-mid hatched, companion-light 20
   %, panel 8 %, all others as grey as they are; estimates are outlines, values below naught
   hatched. */
void zt_theme_take_black(zt_theme *theme);

#endif
