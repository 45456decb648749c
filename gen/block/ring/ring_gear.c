#include "block/ring/ring_gear.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* Of the angle that one tooth has: half its root, half its tip. */
static const double ROOT = 0.24, TIP = 0.19;
/* Teeth of one sector stand a little closer than those of two: sectors read as groups. */
static const double CLOSER = 0.94;

double zt_gear_radians(double degrees)
{
    return degrees * PI / 180;
}

zt_point zt_gear_point(zt_point centre, double radius, double degrees)
{
    return (zt_point){centre.x + radius * sin(zt_gear_radians(degrees)),
                      centre.y - radius * cos(zt_gear_radians(degrees))};
}

double zt_gear_step(size_t sectors)
{
    return 360.0 / (double)sectors;
}

double zt_gear_root(size_t sectors, size_t teeth)
{
    return ROOT * zt_gear_step(sectors) / (double)teeth;
}

double zt_gear_tip(size_t sectors, size_t teeth)
{
    return TIP * zt_gear_step(sectors) / (double)teeth;
}

double zt_gear_tooth(size_t sectors, size_t teeth, size_t k, double mid)
{
    double pitch = CLOSER * zt_gear_step(sectors) / (double)teeth;
    return mid + ((double)k - (double)(teeth - 1) / 2) * pitch;
}
