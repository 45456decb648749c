/* gen/text/line_marks.c — marks between the lines: emphasis dots, proper-noun and book-title lines
   (R80 to R82). They stand below a line, or right (dots) and left (lines) of a column. */
#include <math.h>

#include "text/para_imp.h"

/* House style, em of the character (R80, R81). */
#define CLEAR 0.1      /* between the ink of the Han and what is nearest to it */
#define DOT_RADIUS 0.1 /* with its clearance the dot takes 0.3 em of the gap */
#define LINE_WIDTH 0.05
#define WAVE_HEIGHT 0.06 /* from the axis to the crest */
#define WAVE_LENGTH 0.5  /* about: a whole number of waves fills the line */
#define ITEM_GAP 0.1     /* between the lines of two neighbouring items */
#define DOT_BESIDE 0.08  /* between a line and the dots outside it */

/* A stretch of the line, points from its start. */
typedef struct reach {
    double from, to;
} reach;

/* Characters of one line that share their marks. */
typedef struct marked_chars {
    const zt_para_imp *imp;
    zt_char_span chars;
    const zt_marks *marks;
    zt_point line; /* baseline start; of a column the top of its centre line */
    bool left;     /* of a column: lines stand left of it */
} marked_chars;

/* The marks of the run that the character belongs to. */
static const zt_marks *marks_of(const zt_para_imp *imp, size_t i)
{
    return &imp->runs[imp->chars[i].run].marks;
}

/* Whether anything is to be drawn. */
static bool has_marks(const zt_marks *marks)
{
    return marks->dots || marks->line != ZT_MARK_NO_LINE;
}

/* Neighbours of one item with the same marks, at most to `end`. */
static marked_chars stretch_at(const zt_para_imp *imp, size_t first, size_t end, zt_point line)
{
    marked_chars s = {imp, {first, first}, marks_of(imp, first), line, false};
    while (s.chars.end < end) {
        const zt_marks *marks = marks_of(imp, s.chars.end);
        if (marks->item != s.marks->item || marks->dots != s.marks->dots ||
            marks->line != s.marks->line)
            break;
        s.chars.end++;
    }
    return s;
}

/* The first character: its size and ink are those of the marks. */
static const zt_char *head_of(const marked_chars *s)
{
    return &s->imp->chars[s->chars.first];
}

/* `along` the line from its start, `across` outwards from baseline or centre line. */
static zt_point point_at(const marked_chars *s, double along, double across)
{
    if (!s->imp->style.vertical)
        return (zt_point){s->line.x + along, s->line.y + across};
    return (zt_point){s->line.x + (s->left ? -across : across), s->line.y + along};
}

/* The rectangle of two opposite corners, whatever their order. */
static zt_rect rect_between(zt_point a, zt_point b)
{
    zt_point from = {zt_min(a.x, b.x), zt_min(a.y, b.y)};
    return (zt_rect){from.x, from.y, fabs(a.x - b.x), fabs(a.y - b.y)};
}

/* Where the ink of the Han ends, in points across. */
static double ink_edge(const marked_chars *s)
{
    const zt_char *c = head_of(s);
    const zt_face_metrics *m = zt_face_metrics_of(c->style->face);
    double em = s->imp->style.vertical ? (m->han_top - m->han_foot) / 2 : -m->han_foot;
    return em * c->style->size;
}

/* The group for one mark; artifacts, since a reader who hears the page has the words themselves.
 */
static zt_group *part_of(const marked_chars *s, zt_scene *scene, zt_group *group, const char *name,
                         zt_rect box)
{
    return zt_scene_add_part(scene, group, s->imp->runs[head_of(s)->run].at, name, ZT_ROLE_ARTIFACT,
                             box);
}

/* Where the character ends on the line, points from its start. */
static double end_of(const zt_char *c)
{
    return c->x + c->set;
}

/* ---- dots ---- */

/* Em that a line takes beyond its clearance. */
static double line_depth(const zt_marks *marks)
{
    return marks->line == ZT_MARK_WAVY ? 2 * WAVE_HEIGHT + LINE_WIDTH : LINE_WIDTH;
}

/* In a column the line stands on the other side. */
static double dots_across(const marked_chars *s)
{
    double size = head_of(s)->style->size, across = ink_edge(s) + CLEAR * size;
    bool outside = s->marks->line != ZT_MARK_NO_LINE && !s->imp->style.vertical;
    double line = line_depth(s->marks);
    return across + (outside ? (line + DOT_BESIDE) * size : 0) + DOT_RADIUS * size;
}

/* One dot in the middle of each Han. */
static void draw_dots(marked_chars *s, zt_scene *scene, zt_group *group)
{
    const zt_char *chars = s->imp->chars, *head = head_of(s);
    double across = dots_across(s), r = DOT_RADIUS * head->style->size;
    s->left = false;
    zt_rect box = rect_between(point_at(s, head->x, across - r),
                               point_at(s, end_of(&chars[s->chars.end - 1]), across + r));
    zt_group *part = part_of(s, scene, group, "emphasis-dots", box);
    for (size_t i = s->chars.first; i < s->chars.end; i++) {
        const zt_char *c = &chars[i];
        if (c->cls != ZT_C_HAN) /* none on marks, blanks and Latin */
            continue;
        zt_point p = point_at(s, c->x + c->set / 2, across);
        zt_scene_disc(scene, part, part->item.at, (zt_point){p.x - box.x, p.y - box.y}, r,
                      c->style->paint);
    }
}

/* ---- lines ---- */

/* A whole number of waves, so that the line ends on its axis. */
static void wave(zt_path *path, const marked_chars *s, zt_point origin, reach along, double across,
                 double height)
{
    double size = head_of(s)->style->size;
    size_t halves = 2 * (size_t)zt_max(1, floor((along.to - along.from) / (WAVE_LENGTH * size)));
    double step = (along.to - along.from) / (double)halves;
    double pull = height * 4 / 3; /* control points of a cubic whose crest is at `height` */
    for (size_t i = 0; i < halves; i++) {
        double from = along.from + (double)i * step, side = i % 2 ? pull : -pull;
        zt_point c1 = point_at(s, from + step / 3, across + side);
        zt_point c2 = point_at(s, from + step * 2 / 3, across + side);
        zt_point end = point_at(s, from + step, across);
        zt_path_curve(path, (zt_point){c1.x - origin.x, c1.y - origin.y},
                      (zt_point){c2.x - origin.x, c2.y - origin.y},
                      (zt_point){end.x - origin.x, end.y - origin.y});
    }
}

/* From the first to the last character of the item, a little shorter at both ends, so that
   neighbours stay apart. */
static void draw_line(marked_chars *s, zt_scene *scene, zt_group *group)
{
    const zt_char *head = head_of(s), *last = &s->imp->chars[s->chars.end - 1];
    double size = head->style->size, width = LINE_WIDTH * size;
    bool wavy = s->marks->line == ZT_MARK_WAVY;
    double half = wavy ? WAVE_HEIGHT * size + width / 2 : width / 2;
    double across = ink_edge(s) + CLEAR * size + half;
    reach along = {head->x + ITEM_GAP / 2 * size, end_of(last) - ITEM_GAP / 2 * size};
    s->left = true;
    zt_rect box =
        rect_between(point_at(s, along.from, across - half), point_at(s, along.to, across + half));
    zt_group *part = part_of(s, scene, group, wavy ? "title-line" : "proper-noun-line", box);
    zt_path *path = zt_scene_add_path(scene, part, part->item.at);
    zt_point from = point_at(s, along.from, across), to = point_at(s, along.to, across);
    zt_point origin = {box.x, box.y};
    zt_path_move(path, from.x - box.x, from.y - box.y);
    if (wavy)
        wave(path, s, origin, along, across, WAVE_HEIGHT * size);
    else
        zt_path_line(path, to.x - box.x, to.y - box.y);
    path->stroke = head->style->paint;
    path->width = width;
    zt_path_done(path);
}

/* The line first, which stands nearer to the text than the dots. */
void zt_line_mark(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                  double x, double y)
{
    for (size_t i = ink.first; i < ink.end;) {
        if (!has_marks(marks_of(imp, i))) {
            i++;
            continue;
        }
        marked_chars s = stretch_at(imp, i, ink.end, (zt_point){x, y});
        if (s.marks->line != ZT_MARK_NO_LINE)
            draw_line(&s, scene, group);
        if (s.marks->dots)
            draw_dots(&s, scene, group);
        i = s.chars.end;
    }
}

/* Of the deepest dot or line, with the size of each character's own style; 0 when nothing
   reaches below the em box. */
double zt_marks_below(const zt_para_imp *imp, zt_char_span ink)
{
    const double em_foot = 0.12; /* R126 */
    double below = 0;
    for (size_t i = ink.first; i < ink.end; i++) {
        marked_chars s = {.imp = imp, .chars = {i, i + 1}, .marks = marks_of(imp, i)};
        double size = head_of(&s)->style->size, depth = 0;
        if (s.marks->line != ZT_MARK_NO_LINE)
            depth = ink_edge(&s) + (CLEAR + line_depth(s.marks)) * size;
        if (s.marks->dots)
            depth = dots_across(&s) + DOT_RADIUS * size;
        below = zt_max(below, depth - em_foot * size);
    }
    return below;
}

/* ---- R82 ---- */

/* CLREQ: the line gap where marks stand on one side of the lines, and on both, em. */
#define GAP_ONE_SIDE 0.5
#define GAP_BOTH_SIDES 0.625

/* Dots stand below a line, or right of a column; lines below, or left. Ruby makes room for itself
   (R135). */
static double gap_wanted(const zt_para_imp *imp, const zt_run **first)
{
    bool before = false, after = false, ruby = false;
    for (size_t i = 0; i < imp->run_count; i++) {
        const zt_run *run = &imp->runs[i];
        bool vertical = imp->style.vertical, line = run->marks.line != ZT_MARK_NO_LINE;
        if (has_marks(&run->marks) && !*first)
            *first = run;
        before |= vertical && run->marks.dots;
        ruby |= run->ruby.len > 0;
        after |= line || (!vertical && run->marks.dots);
    }
    before |= ruby && after; /* they meet in one gap */
    return before && after ? GAP_BOTH_SIDES : before || after ? GAP_ONE_SIDE : 0;
}

/* Reports line-gap once a paragraph. */
void zt_check_line_gap(const zt_para_imp *imp)
{
    const zt_run *first = NULL;
    double wanted = gap_wanted(imp, &first);
    double em = imp->chars[0].style->size, gap = (imp->style.leading - em) / em;
    if (wanted == 0 || gap >= wanted - 1e-6)
        return;
    zt_buf has, wants;
    zt_buf_init(&has, imp->arena);
    zt_buf_init(&wants, imp->arena);
    zt_buf_number(&has, gap, 2);
    zt_buf_number(&wants, wanted, 3);
    zt_report(
        imp->diags, ZT_WARNING, "line-gap", first->at,
        "行间有着重号、专名号或书名号，行间空只有 %s 字，应有 %s 字；请在样式里加大行距",
        "marks stand between the lines, whose gap is %s em and should be %s em; give the style "
        "more leading",
        has.data, wants.data);
}
