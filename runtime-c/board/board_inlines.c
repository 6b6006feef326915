/* The one copy of the board's shared functions in headers (see vm/inline.h). */
#include "vm/inline.h"

#ifdef NP_SHARED_INLINES
#undef NP_SHARED
#define NP_SHARED extern inline
#endif
#include "bytes.h"
