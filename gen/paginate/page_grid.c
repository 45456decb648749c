/* gen/paginate/page_grid.c — the page of a report: its type area, columns and lines. */
#include "paginate/paginate_imp.h"

#include <math.h>

static const double GUTTER_EM = 2; /* of the body, where a master says no gutter */

double zt_column_gutter(const zt_paginator *p, int columns)
{
    if (columns < 2)
        return 0;
    double given = p->gutter;
    return given > 0 ? given : GUTTER_EM * p->style->styles.body->size;
}

double zt_text_column(const zt_paginator *p, int columns)
{
    double gutter = zt_column_gutter(p, columns);
    return (p->width - (columns - 1) * gutter) / columns;
}

/* A hair of tolerance: what fills whole lines takes no more. */
int zt_rows_of(const zt_paginator *p, double height)
{
    const double near = 1e-3;
    int rows = (int)ceil(height / p->style->line - near);
    return rows > 1 ? rows : 1;
}

bool zt_is_left(const zt_paginator *p, size_t index)
{
    return p->style->facing && index % 2 == 1;
}

/* Left pages have the outer margin at their left. */
zt_rect zt_type_area(const zt_paginator *p, size_t index)
{
    const zt_template *t = p->setting->template_;
    double left = zt_is_left(p, index) ? t->margin[1] : t->margin[3];
    return (zt_rect){left, t->margin[0], t->page_w - t->margin[1] - t->margin[3],
                     t->page_h - t->margin[0] - t->margin[2]};
}
