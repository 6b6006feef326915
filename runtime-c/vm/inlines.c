/* The one copy of the machine's shared functions in headers (see inline.h). */
#include "inline.h"

#ifdef NP_SHARED_INLINES
#undef NP_SHARED
#define NP_SHARED extern inline
#endif
#include "state.h"
