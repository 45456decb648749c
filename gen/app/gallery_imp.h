/* gen/app/gallery_imp.h — the entries of a gallery, and the document that shows them. */
#ifndef ZT_GALLERY_IMP_H
#define ZT_GALLERY_IMP_H

#include "app/pipeline.h"
#include "template/icon.h"

/* The sections of the gallery, in the order of its pages. */
typedef enum zt_gallery_part {
    ZT_GALLERY_HEADS,
    ZT_GALLERY_BLOCKS,
    ZT_GALLERY_CHARTS
} zt_gallery_part;

/* A block, or a kind of chart, in one of its variants. */
typedef struct zt_gallery_entry {
    zt_gallery_part part;
    /* "ledger-pairs": stem of its picture. */
    const char *name;
    const char *title;   /* "ledger", "chart rank" */
    const char *variant; /* "pairs", or NULL */
    const char *zh, *en; /* what it is for */
    /* Of its block: all parameters are listed. */
    bool first;
    /* Shows what that variant shows; NULL when it shows its own. */
    const char *same;
    /* Beyond the variants: its sample's own template says how it is placed. */
    bool more;
    const zt_block_kind *kind;
    /* Of a chart those of its kind alone. */
    const zt_param *params;
    /* The sample, done; work.book is NULL when it failed. */
    zt_work work;
} zt_gallery_entry;

/* All icons of the folders of templates, for the sheet at the end. */
typedef struct zt_gallery_icons {
    const zt_icon **items;
    size_t count;
} zt_gallery_icons;

/* The block that the entry shows, in its sample. */
const zt_block *zt_gallery_block(const zt_gallery_entry *entry);

/* The gallery as the XML of a report, whose <place>s name the entries and icons-1 to icons-N.
   Whether an entry's sample succeeded is the caller's to see to. */
zt_str zt_gallery_document(zt_arena *arena, const zt_gallery_entry *entries, size_t count,
                           size_t icon_sheets, zhitu_lang lang);
/* Sheets that all icons take, and one of them, in the setting's arena and that many points wide. */
size_t zt_gallery_icon_sheets(const zt_gallery_icons *icons);
zt_scene *zt_gallery_icon_sheet(const zt_setting *setting, const zt_gallery_icons *icons,
                                size_t sheet, double width);

#endif
