/* A place among the first ten. */
#include "chart/form_rank.h"

/* Cells of the strip, and white between two of them, of a cell. */
enum { CELLS = 10 };
static const double GAP = 0.18;
/* The line of numbers below the cells, in em of its type. */
static const double NUMBERS = 1.25;

/* The place, from 1; 0 when there is no number. */
static size_t place_of(const zt_quantity *rank)
{
    double place = rank->has_number ? zt_num_double(rank->printed) : 0;
    return place >= 1 ? (size_t)place : 0;
}

/* A range of places or one beyond the tenth would need other cells: those are left to the figure
   alone. */
bool zt_form_rank_shows(const zt_quantity *rank)
{
    return rank->kind == ZT_Q_RANK && !rank->range_to && place_of(rank) >= 1 &&
           place_of(rank) <= CELLS;
}

/* Cells shrink to the width but never grow beyond what is asked, so that strips of all cards are of
   one size. */
zt_form_rank zt_form_rank_plan(const zt_form_rank_params *params, double width)
{
    double all = CELLS * (1 + GAP) - GAP; /* in cells */
    double cell = zt_min(params->cell, width / all);
    double pitch = cell * (1 + GAP);
    return (zt_form_rank){.params = *params,
                          .cell = cell,
                          .pitch = pitch,
                          .width = CELLS * pitch,
                          .height = cell + (params->tick ? NUMBERS * params->tick->text.size : 0)};
}

/* A number below a cell, centred under it. */
static void place_number(const zt_form_rank *form, const zt_setting *setting, const char *text,
                         size_t cell, zt_group *into)
{
    const zt_look *look = form->params.tick;
    zt_text_place(setting->diags, setting->scene, into, zt_str_from(text), &look->text, &look->para,
                  ZT_ALIGN_CENTRE, (double)cell * form->pitch + form->cell / 2,
                  form->cell + look->text.size, form->params.rank->at);
}

/* 前十 lights all ten in a quiet ink, for its place among them is not known. */
void zt_form_rank_draw(const zt_form_rank *form, const zt_setting *setting, zt_group *into,
                       double x, double y)
{
    const zt_form_rank_params *p = &form->params;
    bool within = zt_rank_is_within(p->rank);
    zt_rect box = {x, y, form->width, form->height};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, p->rank->at, "rank", ZT_ROLE_ARTIFACT, box);
    for (size_t i = 0; i < CELLS; i++) {
        bool is_lit = within ? i < place_of(p->rank) : i + 1 == place_of(p->rank);
        const zt_ink *lit = within ? p->within : p->lit;
        zt_scene_fill_rect(setting->scene, part, p->rank->at,
                           (zt_rect){(double)i * form->pitch, 0, form->cell, form->cell},
                           ZT_SOLID(is_lit ? lit : p->empty));
    }
    if (!p->tick)
        return;
    place_number(form, setting, "1", 0, part);
    place_number(form, setting, "10", CELLS - 1, part);
}
