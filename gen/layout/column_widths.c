/* gen/layout/column_widths.c — the width of equal columns: of any, of those that hold whole
   characters, and of those of the page's grid, which a row shares out. */
#include <math.h>

#include "layout/layout_imp.h"

/* The width of one of equal columns. */
double zt_column_width(double width, int columns, double gutter)
{
    zt_assert(columns > 0);
    return (width - (columns - 1) * gutter) / columns;
}

/* Columns that hold whole characters. */
zt_char_columns zt_columns_of_characters(double width, double size, int columns, double gutter)
{
    /* Papers state gutters to 0.01 mm: what their columns lack the gutters give. A single column
       has none, and keeps within its box. */
    const double hair = columns > 1 ? 0.005 : 1e-6;
    zt_assert(size > 0);
    double each = zt_column_width(width, columns, gutter);
    zt_char_columns out = {.gutter = gutter, .characters = (int)floor(each / size + hair)};
    out.characters = out.characters > 1 ? out.characters : 1;
    out.column = out.characters * size;
    if (columns > 1)
        out.gutter = (width - columns * out.column) / (columns - 1);
    else
        out.spare = width - out.column;
    return out;
}

double zt_page_span(const zt_page_across *page, int columns)
{
    double one = zt_column_width(page->right - page->left, page->grid.columns, page->grid.gutter);
    return columns * one + (columns - 1) * page->grid.gutter;
}

double zt_setting_gutter(const zt_setting *setting, const zt_box_spec *place)
{
    return place->gutter.natural > 0 ? place->gutter.natural : setting->page.grid.gutter;
}

int zt_page_columns_of(const zt_page_across *page, double width)
{
    const double near = ZT_MM(0.01);
    if (page->grid.columns == 0)
        return 0;
    double step = zt_page_span(page, 1) + page->grid.gutter;
    int columns = (int)lround((width + page->grid.gutter) / step);
    return columns > 0 && fabs(zt_page_span(page, columns) - width) <= near ? columns : 0;
}

int zt_columns_in(const zt_page_across *page, double width, double *one)
{
    if (page->grid.columns == 0)
        return 0;
    double gutter = page->grid.gutter, step = zt_page_span(page, 1) + gutter;
    int columns = (int)zt_max(1, round((width + gutter) / step));
    bool own = zt_page_columns_of(page, width) > 0;
    *one = own ? zt_page_span(page, 1) : zt_column_width(width, columns, gutter);
    return columns;
}

/* Whole columns, one at least, as near to the shares as their sum allows: by the largest rest, of
   equal ones the first. */
void zt_share_columns(const double *shares, size_t count, int columns, int *spans)
{
    double sum = 0;
    int left = columns;
    for (size_t i = 0; i < count; i++)
        sum += shares[i];
    for (size_t i = 0; i < count; i++) {
        spans[i] = (int)zt_max(1, floor(columns * shares[i] / sum + 1e-9));
        left -= spans[i];
    }
    for (; left != 0; left += left < 0 ? 1 : -1) {
        size_t best = count;
        double most = 0;
        for (size_t i = 0; i < count; i++) {
            double lack = columns * shares[i] / sum - spans[i];
            lack = left < 0 ? -lack : lack;
            if ((left > 0 || spans[i] > 1) && (best == count || lack > most + 1e-9)) {
                best = i;
                most = lack;
            }
        }
        if (best == count)
            return; /* more boxes than columns */
        spans[best] += left > 0 ? 1 : -1;
    }
}
