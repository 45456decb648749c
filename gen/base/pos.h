/* gen/base/pos.h — a place in a source file, as the user named it. */
#ifndef ZT_POS_H
#define ZT_POS_H

/* A place by file, line and column. Two places of one file compare by line, then column. */
typedef struct zt_pos {
    const char *file; /* the path as given; NULL when unknown */
    int line, column; /* from 1, columns in characters; 0 = unknown */
} zt_pos;

#define ZT_NOWHERE ((zt_pos){0})

#endif
