/* The firmware's head, as far as the compiler knows it; the image writer fills in the rest. */
#include "firmware_head.h"
#include "layout.h"
#include "vm/np.h"

extern const np_firmware_head firmware_head;

const np_firmware_head firmware_head __attribute__((section(".head"), used)) = {
    .magic = NP_AT_HEAD_MAGIC,
    .format = NP_AT_HEAD_FORMAT,
#ifdef NP_NONOS_SDK
    .flags = NP_AT_HEAD_FLAG_WIFI,
#endif
    .abi = NP_ABI_VERSION,
    .image_version = NP_IMAGE_VERSION,
    .snapshot_version = NP_SNAPSHOT_VERSION,
};
