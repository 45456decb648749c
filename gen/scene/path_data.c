/* Path data: a command letter, then its numbers, again and again until the next letter. */
#include "scene/path_data.h"

#include <math.h>
#include <string.h>

/* Of any coordinate; see ZT_PATH_TOO_LARGE. */
static const double largest = 10000;
static const size_t most_segments = 10000;
static const double pi = 3.14159265358979323846;

/* The data while it is read; points are absolute. */
typedef struct path_reader {
    zt_path *path;
    zt_str data;
    size_t at;
    zt_point pen, start;
    /* The last one of a C or S, for the S that follows. */
    zt_point control;
    bool has_control;
    zt_path_fault *fault;
} path_reader;

/* Notes the fault and its byte; returns false. */
static bool fail(path_reader *r, zt_path_fault_kind kind, size_t at)
{
    *r->fault = (zt_path_fault){kind, at};
    return false;
}

/* The next byte, NUL at the end. */
static char peek(const path_reader *r)
{
    return r->at < r->data.len ? r->data.data[r->at] : '\0';
}

/* White space of SVG 1.1, 8.3.9. */
static void skip_blanks(path_reader *r)
{
    while (r->at < r->data.len && strchr(" \t\r\n", peek(r)))
        r->at++;
}

/* ASCII; the locale is never asked. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True when another number follows: a comma or a command decide. */
static bool number_follows(path_reader *r)
{
    skip_blanks(r);
    char c = peek(r);
    return is_digit(c) || (c != '\0' && strchr("+-.,", c));
}

/* One comma at most, as the grammar of SVG has it. */
static void skip_comma(path_reader *r)
{
    skip_blanks(r);
    if (peek(r) == ',')
        r->at++;
    skip_blanks(r);
}

/* Sign, digits and decimals without an exponent. The value is held below overflow while digits go
   on, so that any length of them ends as ZT_PATH_TOO_LARGE. */
static bool read_number(path_reader *r, double *out)
{
    skip_comma(r);
    size_t first = r->at, digits = 0;
    bool negative = peek(r) == '-';
    if (negative || peek(r) == '+')
        r->at++;
    double value = 0, place = 1;
    for (; is_digit(peek(r)); r->at++, digits++)
        value = zt_min(value * 10 + (peek(r) - '0'), 10 * largest);
    if (peek(r) == '.')
        for (r->at++; is_digit(peek(r)); r->at++, digits++) {
            place /= 10;
            value += place * (peek(r) - '0');
        }
    if (digits == 0)
        return fail(r, ZT_PATH_BAD_NUMBER, first);
    if (value > largest)
        return fail(r, ZT_PATH_TOO_LARGE, first);
    *out = negative ? -value : value;
    return true;
}

/* The flags of an arc may stand without a blank: a1 1 0 01.5.5. */
static bool read_flag(path_reader *r, bool *out)
{
    skip_comma(r);
    if (peek(r) != '0' && peek(r) != '1')
        return fail(r, ZT_PATH_BAD_FLAG, r->at);
    *out = peek(r) == '1';
    r->at++;
    return true;
}

/* A pair; relative to the pen for small letters. */
static bool read_point(path_reader *r, bool relative, zt_point *out)
{
    size_t first = r->at;
    if (!read_number(r, &out->x) || !read_number(r, &out->y))
        return false;
    if (relative) {
        out->x += r->pen.x;
        out->y += r->pen.y;
    }
    if (fabs(out->x) > largest || fabs(out->y) > largest)
        return fail(r, ZT_PATH_TOO_LARGE, first);
    return true;
}

/* A cubic curve from the pen. */
static void curve_to(path_reader *r, zt_point a, zt_point b, zt_point end)
{
    zt_path_curve(r->path, a, b, end);
    r->pen = end;
}

/* A line from the pen; always true, so that it ends a chain of reads. */
static bool line_to(path_reader *r, zt_point to)
{
    zt_path_line(r->path, to.x, to.y);
    r->pen = to;
    return true;
}

/* The one coordinate of H or V; the other is the pen's. */
static bool read_axis(path_reader *r, bool relative, bool across)
{
    double value;
    size_t first = r->at;
    if (!read_number(r, &value))
        return false;
    zt_point to = r->pen;
    double *axis = across ? &to.x : &to.y;
    *axis = relative ? *axis + value : value;
    return fabs(*axis) > largest ? fail(r, ZT_PATH_TOO_LARGE, first) : line_to(r, to);
}

/* S takes the mirror image of the last control point for its first. */
static bool read_cubic(path_reader *r, bool relative, bool smooth)
{
    zt_point a = r->pen, b, end;
    if (smooth && r->has_control)
        a = (zt_point){2 * r->pen.x - r->control.x, 2 * r->pen.y - r->control.y};
    if ((!smooth && !read_point(r, relative, &a)) || !read_point(r, relative, &b) ||
        !read_point(r, relative, &end))
        return false;
    curve_to(r, a, b, end);
    r->control = b;
    r->has_control = true;
    return true;
}

/* The same curve as a cubic one: both control points two thirds of the way to the single one. */
static bool read_quadratic(path_reader *r, bool relative)
{
    zt_point q, end, from = r->pen;
    if (!read_point(r, relative, &q) || !read_point(r, relative, &end))
        return false;
    curve_to(r, (zt_point){from.x + (q.x - from.x) * 2 / 3, from.y + (q.y - from.y) * 2 / 3},
             (zt_point){end.x + (q.x - end.x) * 2 / 3, end.y + (q.y - end.y) * 2 / 3}, end);
    return true;
}

/* Of an arc: half axes, the turn of the axes, centre. */
typedef struct ellipse {
    /* Of the turn of its axes. */
    double rx, ry, cosine, sine;
    zt_point centre;
} ellipse;

/* A point of the unit circle carried onto the ellipse. */
static zt_point on_ellipse(const ellipse *e, double x, double y)
{
    return (zt_point){e->centre.x + e->rx * x * e->cosine - e->ry * y * e->sine,
                      e->centre.y + e->rx * x * e->sine + e->ry * y * e->cosine};
}

/* Pieces of at most a quarter turn; the control length keeps the error below 0.03 %. */
static void draw_arc(path_reader *r, const ellipse *e, double from, double sweep, zt_point end)
{
    int pieces = (int)ceil(fabs(sweep) / (pi / 2) - 1e-9);
    if (pieces < 1)
        pieces = 1;
    double step = sweep / pieces, k = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double a = from + i * step, b = a + step;
        zt_point last = i + 1 == pieces ? end : on_ellipse(e, cos(b), sin(b));
        curve_to(r, on_ellipse(e, cos(a) - k * sin(a), sin(a) + k * cos(a)),
                 on_ellipse(e, cos(b) + k * sin(b), sin(b) - k * cos(b)), last);
    }
}

/* From end points to the centre: SVG 1.1, F.6.5 and F.6.6. */
static void arc_to(path_reader *r, zt_point radii, double turn, bool large, bool sweep,
                   zt_point end)
{
    zt_point from = r->pen;
    ellipse e = {.rx = fabs(radii.x),
                 .ry = fabs(radii.y),
                 .cosine = cos(turn * pi / 180),
                 .sine = sin(turn * pi / 180)};
    double mx = (from.x - end.x) / 2, my = (from.y - end.y) / 2;
    double x = e.cosine * mx + e.sine * my, y = -e.sine * mx + e.cosine * my;
    if (e.rx < 1e-9 || e.ry < 1e-9 || hypot(mx, my) < 1e-9) {
        line_to(r, end);
        return;
    }
    double lambda = x * x / (e.rx * e.rx) + y * y / (e.ry * e.ry);
    if (lambda > 1) {
        e.rx *= sqrt(lambda);
        e.ry *= sqrt(lambda);
    }
    double across = e.rx * e.rx * y * y + e.ry * e.ry * x * x;
    double k = sqrt(zt_max(0, (e.rx * e.rx * e.ry * e.ry - across) / across));
    if (large == sweep)
        k = -k;
    double cx = k * e.rx * y / e.ry, cy = -k * e.ry * x / e.rx;
    e.centre = (zt_point){e.cosine * cx - e.sine * cy + (from.x + end.x) / 2,
                          e.sine * cx + e.cosine * cy + (from.y + end.y) / 2};
    double first = atan2((y - cy) / e.ry, (x - cx) / e.rx);
    double angle = atan2((-y - cy) / e.ry, (-x - cx) / e.rx) - first;
    if (sweep && angle < 0)
        angle += 2 * pi;
    if (!sweep && angle > 0)
        angle -= 2 * pi;
    draw_arc(r, &e, first, angle, end);
}

/* Half axes, turn in degrees, the two flags, the end. */
static bool read_arc(path_reader *r, bool relative)
{
    zt_point radii, end;
    double turn;
    bool large, sweep;
    if (!read_number(r, &radii.x) || !read_number(r, &radii.y) || !read_number(r, &turn) ||
        !read_flag(r, &large) || !read_flag(r, &sweep) || !read_point(r, relative, &end))
        return false;
    arc_to(r, radii, turn, large, sweep, end);
    return true;
}

/* Also where Z leads back to. */
static bool read_move(path_reader *r, bool relative)
{
    zt_point to;
    if (!read_point(r, relative, &to))
        return false;
    zt_path_move(r->path, to.x, to.y);
    r->pen = r->start = to;
    return true;
}

/* Always true. */
static bool close_path(path_reader *r)
{
    zt_path_close(r->path);
    r->pen = r->start;
    return true;
}

/* One command with one set of numbers. */
static bool read_step(path_reader *r, char command, size_t at)
{
    bool relative = command >= 'a';
    bool cubic = command == 'C' || command == 'c' || command == 'S' || command == 's';
    if (!cubic)
        r->has_control = false;
    if (r->path->seg_count >= most_segments)
        return fail(r, ZT_PATH_TOO_LARGE, at);
    zt_point to;
    switch (command) {
    case 'M':
    case 'm':
        return read_move(r, relative);
    case 'L':
    case 'l':
        return read_point(r, relative, &to) && line_to(r, to);
    case 'H':
    case 'h':
        return read_axis(r, relative, true);
    case 'V':
    case 'v':
        return read_axis(r, relative, false);
    case 'C':
    case 'c':
        return read_cubic(r, relative, false);
    case 'S':
    case 's':
        return read_cubic(r, relative, true);
    case 'Q':
    case 'q':
        return read_quadratic(r, relative);
    case 'A':
    case 'a':
        return read_arc(r, relative);
    case 'Z':
    case 'z':
        return close_path(r);
    default: /* any other character of the file */
        return fail(r, ZT_PATH_BAD_COMMAND, at);
    }
}

/* After a closed outline the pen stands at its start; a line from there needs a move of its own. */
static void begin_again(path_reader *r, char command)
{
    size_t count = r->path->seg_count;
    bool closed = count > 0 && r->path->segs[count - 1].kind == ZT_SEG_CLOSE;
    if (closed && !strchr("MmZz", command))
        zt_path_move(r->path, r->pen.x, r->pen.y);
}

/* After M further pairs are lines (SVG 1.1, 8.3.2). */
bool zt_path_read(zt_path *path, zt_str data, zt_path_fault *fault)
{
    path_reader r = {.path = path, .data = data, .fault = fault};
    bool first = true;
    for (skip_blanks(&r); r.at < data.len; skip_blanks(&r)) {
        size_t at = r.at;
        char command = peek(&r);
        if (first && command != 'M' && command != 'm')
            return fail(&r, ZT_PATH_NO_MOVE, at);
        first = false;
        r.at++;
        begin_again(&r, command);
        do {
            if (!read_step(&r, command, at))
                return false;
            if (command == 'M' || command == 'm') /* further pairs are lines */
                command = command == 'M' ? 'L' : 'l';
        } while (command != 'Z' && command != 'z' && number_follows(&r));
    }
    return first ? fail(&r, ZT_PATH_NO_MOVE, r.at) : true;
}

/* Scaled about the origin, then moved. */
static zt_point moved(zt_point p, double scale, double dx, double dy)
{
    return (zt_point){p.x * scale + dx, p.y * scale + dy};
}

/* Points are scaled before they are moved, so that dx and dy are in the frame of `path`. */
void zt_path_append(zt_path *path, const zt_path *from, double scale, double dx, double dy)
{
    for (size_t i = 0; i < from->seg_count; i++) {
        const zt_seg *seg = &from->segs[i];
        zt_point a = moved(seg->p[0], scale, dx, dy);
        switch (seg->kind) {
        case ZT_SEG_MOVE:
            zt_path_move(path, a.x, a.y);
            break;
        case ZT_SEG_LINE:
            zt_path_line(path, a.x, a.y);
            break;
        case ZT_SEG_CURVE:
            zt_path_curve(path, a, moved(seg->p[1], scale, dx, dy),
                          moved(seg->p[2], scale, dx, dy));
            break;
        case ZT_SEG_CLOSE:
            zt_path_close(path);
            break;
        }
    }
}
