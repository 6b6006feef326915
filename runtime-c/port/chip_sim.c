/* The store's part of a simulated ESP8266's flash, and its way into the board. */
#include "chip_sim.h"

#include <stddef.h>

static int read_store(void *context, uint32_t at, void *to, uint32_t length)
{
    const np_chip_sim *c = context;
    return c->chip.read(c->chip.context, c->loader.geometry.store_at + at, to, length);
}

static int program_store(void *context, uint32_t at, const void *from, uint32_t length)
{
    const np_chip_sim *c = context;
    return c->chip.program(c->chip.context, c->loader.geometry.store_at + at, from, length);
}

static int erase_store(void *context, uint32_t sector)
{
    const np_chip_sim *c = context;
    return c->chip.erase(c->chip.context, c->loader.geometry.store_at / NP_SECTOR + sector);
}

bool np_chip_sim_start(np_chip_sim *c, const np_flash *chip, np_board_port *port)
{
    c->chip = *chip;
    if (np_loader_prepare(&c->loader, &c->chip, chip->sectors * NP_SECTOR, c->buffer) < 0) return false;
    const np_geometry *g = &c->loader.geometry;
    port->flash = (np_flash){ c, g->store_sectors, g->window_sectors, NULL, read_store, program_store, erase_store };
    port->update = np_staging_open(&c->staging, &c->chip, chip->sectors * NP_SECTOR) == 0 ? &c->staging.port : NULL;
    return true;
}
