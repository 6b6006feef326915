/* A simulated board's flash that is divided as an ESP8266's: boot record, firmware, store, staging areas. At its start the boot loader's own code decides
 * which firmware is in place; what runs is this program all the same. */
#ifndef NP_CHIP_SIM_H
#define NP_CHIP_SIM_H

#include "../../firmware/esp8266/boot/loader.h"
#include "../../firmware/esp8266/staging.h"
#include "board/board.h"

typedef struct {
    np_flash chip;              /* all of it */
    np_loader loader;
    np_staging staging;
    uint32_t buffer[NP_SECTOR / 4];
} np_chip_sim;

/* What the ROM and the boot loader do: fills `flash` (but `mapped`) and `update` of the port. `chip` is all of the flash. False: there is no firmware. */
bool np_chip_sim_start(np_chip_sim *c, const np_flash *chip, np_board_port *port);

#endif
