/* The parts of the firmware with Wi-Fi, for each other. */
#ifndef NP_WIFI_PORT_PARTS_H
#define NP_WIFI_PORT_PARTS_H

#include "board/flash.h"
#include "net/station.h"

/* Before the SDK starts its radio. */
void radio_prepare(void);

/* The radio of the SDK; what it tells goes to `station`. Once, before anything else of it. */
const np_radio *radio_start(np_station *station);

/* A part of the flash, of `sectors` from byte `at` on, of which the first `window` are mapped. Bytes that are mapped are read there; the rest, and all that is
 * written, goes through the SDK. */
np_flash sdk_flash(uint32_t at, uint32_t sectors, uint32_t window);

/* Bytes of the flash, by its JEDEC id; as chip_flash_bytes has it for the firmware without the SDK. */
uint32_t sdk_flash_bytes(void);

#endif
