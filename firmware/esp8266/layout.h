/* The rows of firmware/layout.def, as numbers: NP_AT_DRAM and so on. */
#ifndef NP_LAYOUT_H
#define NP_LAYOUT_H

#include <stdint.h>

#define PLACE(name, value, text) NP_AT_##name = value,
enum {
#include "../layout.def"
};
#undef PLACE

#endif
