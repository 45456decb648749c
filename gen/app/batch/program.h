/* gen/app/batch/program.h — which program this is: with another one files may come out otherwise.
 */
#ifndef ZT_PROGRAM_H
#define ZT_PROGRAM_H

#include "base/arena.h"
#include "base/str.h"

/* Paths of libraries. */
typedef ZT_VEC(const char *) zt_libraries;

/* The program and all that is loaded with it, each by the identity that the linker gave it, or by
   its content. Also the names of those libraries. */
zt_str zt_program_identity(zt_arena *arena, zt_libraries *loaded);
/* Libraries that were loaded since. */
zt_libraries zt_libraries_since(zt_arena *arena, const zt_libraries *before);

#endif
