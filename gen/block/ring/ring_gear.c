#include "block/ring/ring_gear.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* Of the angle that one tooth has: half its root, half its tip. */
static const double ROOT = 0.24, TIP = 0.19;
/* Teeth of one sector stand a little closer than those of two: sectors read as groups. */
static const double CLOSER = 0.94;

/* For sin and cos; all other functions of the room take degrees. */
double zt_gear_radians(double degrees)
{
    return degrees * PI / 180;
}

/* Degrees run clockwise from 12 o'clock and y runs down, hence the sine for x. */
zt_point zt_gear_point(zt_point centre, double radius, double degrees)
{
    return (zt_point){centre.x + radius * sin(zt_gear_radians(degrees)),
                      centre.y - radius * cos(zt_gear_radians(degrees))};
}

double zt_gear_step(size_t sectors)
{
    return 360.0 / (double)sectors;
}

/* Half the angle of a tooth where it stands on the ring; the flanks run from here to the tip. */
double zt_gear_root(size_t sectors, size_t teeth)
{
    return ROOT * zt_gear_step(sectors) / (double)teeth;
}

/* Half the angle of a tooth at its top, narrower than at its root. */
double zt_gear_tip(size_t sectors, size_t teeth)
{
    return TIP * zt_gear_step(sectors) / (double)teeth;
}

/* Teeth are placed about the middle of their sector. */
double zt_gear_tooth(size_t sectors, size_t teeth, size_t k, double mid)
{
    double pitch = CLOSER * zt_gear_step(sectors) / (double)teeth;
    return mid + ((double)k - (double)(teeth - 1) / 2) * pitch;
}
