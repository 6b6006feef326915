/* A file plays the flash of a simulated board: mapped to memory, so that images execute in place, and kept by the system even if the process is killed. */
#ifndef NP_FILE_FLASH_H
#define NP_FILE_FLASH_H

#include "board/flash.h"

/* Opens or makes the file (a new one is erased flash) and fills `flash`. NULL, or what went wrong. Breaking NOR's rules ends the process. */
const char *np_file_flash_open(np_flash *flash, const char *path, uint32_t sectors, uint32_t window);

#endif
