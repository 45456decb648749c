/* gen/inspect/matrix.c — matrices of pages, and boxes under them. */
#include <math.h>

#include "inspect/painted_imp.h"

zt_matrix zt_matrix_then(zt_matrix m, zt_matrix n)
{
    return (zt_matrix){m.a * n.a + m.b * n.c,       m.a * n.b + m.b * n.d,
                       m.c * n.a + m.d * n.c,       m.c * n.b + m.d * n.d,
                       m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

bool zt_matrix_invert(zt_matrix m, zt_matrix *out)
{
    double det = m.a * m.d - m.b * m.c;
    if (!(fabs(det) > 1e-12))
        return false;
    *out = (zt_matrix){m.d / det,
                       -m.b / det,
                       -m.c / det,
                       m.a / det,
                       (m.c * m.f - m.d * m.e) / det,
                       (m.b * m.e - m.a * m.f) / det};
    return true;
}

zt_point zt_matrix_apply(zt_matrix m, double x, double y)
{
    return (zt_point){m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f};
}

double zt_matrix_scale(zt_matrix m)
{
    return sqrt(fabs(m.a * m.d - m.b * m.c));
}

static zt_rect around(zt_point p, zt_point q)
{
    return (zt_rect){zt_min(p.x, q.x), zt_min(p.y, q.y), fabs(p.x - q.x), fabs(p.y - q.y)};
}

zt_rect zt_rect_around(zt_rect a, zt_rect b)
{
    double x = zt_min(a.x, b.x), y = zt_min(a.y, b.y);
    return (zt_rect){x, y, zt_max(zt_rect_right(a), zt_rect_right(b)) - x,
                     zt_max(zt_rect_foot(a), zt_rect_foot(b)) - y};
}

zt_rect zt_matrix_box(zt_matrix m, double x, double y, double w, double h)
{
    zt_rect first = around(zt_matrix_apply(m, x, y), zt_matrix_apply(m, x + w, y + h));
    return zt_rect_around(first,
                          around(zt_matrix_apply(m, x + w, y), zt_matrix_apply(m, x, y + h)));
}

bool zt_rect_within(zt_rect *box, zt_rect clip)
{
    double x = zt_max(box->x, clip.x), y = zt_max(box->y, clip.y);
    double right = zt_min(zt_rect_right(*box), zt_rect_right(clip)),
           top = zt_min(zt_rect_foot(*box), zt_rect_foot(clip));
    if (right < x || top < y)
        return false;
    *box = (zt_rect){x, y, right - x, top - y};
    return true;
}

zt_matrix zt_matrix_of(const zt_content_stream *c)
{
    return (zt_matrix){zt_content_number(c, 0), zt_content_number(c, 1), zt_content_number(c, 2),
                       zt_content_number(c, 3), zt_content_number(c, 4), zt_content_number(c, 5)};
}
