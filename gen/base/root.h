/* gen/base/root.h — what a document is, by its root element: one graphic, the pages of a newspaper,
   or a report of many pages. A template is for one of the three. */
#ifndef ZT_ROOT_H
#define ZT_ROOT_H

/* In the order of root= in the grammar of templates. */
typedef enum zt_root { ZT_ROOT_GRAPHIC, ZT_ROOT_EDITION, ZT_ROOT_REPORT } zt_root;

/* The name of the element: "graphic", "edition", "report". */
const char *zt_root_name(zt_root root);

#endif
