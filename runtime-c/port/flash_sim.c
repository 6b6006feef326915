/* A simulated NOR flash: memory that programming clears and erasing sets, with a file behind it. */
#define _POSIX_C_SOURCE 200809L
#include "flash_sim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Marsaglia's xorshift ("Xorshift RNGs", Journal of Statistical Software 8(14), 2003). */
static uint32_t random_word(np_flash_sim *sim)
{
    sim->seed ^= sim->seed << 13;
    sim->seed ^= sim->seed >> 17;
    return sim->seed ^= sim->seed << 5;
}

static int broken(np_flash_sim *sim, const char *rule)
{
    sim->fault = rule;
    return -1;
}

static bool outside(const np_flash_sim *sim, uint32_t at, uint32_t length)
{
    uint32_t size = sim->flash.sectors * NP_SECTOR;
    return at % 4 != 0 || length % 4 != 0 || at > size || length > size - at;
}

/* Brings the file to what the memory is. */
static bool save(np_flash_sim *sim, uint32_t at, uint32_t length)
{
    for (uint32_t done = 0; sim->file >= 0 && done < length;) {
        ssize_t n = pwrite(sim->file, sim->bytes + at + done, length - done, (off_t)at + done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        done += (uint32_t)n;
    }
    return true;
}

/* Brings bytes to what `from` makes of them (NULL: all bits set), as far as power lasts, and the file to them. */
static int change(np_flash_sim *sim, uint32_t at, const uint8_t *from, uint32_t length)
{
    bool lost = ++sim->operations == sim->cut_at;
    uint8_t *to = sim->bytes + at;
    for (uint32_t i = 0; i < length; i++) {
        uint8_t wanted = from ? to[i] & from[i] : 0xFF, differs = to[i] ^ wanted;
        if (lost && (sim->cut == NP_CUT_NOT_DONE || (sim->cut == NP_CUT_PREFIX && i >= sim->cut_prefix))) break;
        if (lost && sim->cut == NP_CUT_TORN && differs) differs &= (uint8_t)(random_word(sim) >> 11);
        to[i] ^= differs;
    }
    bool saved = save(sim, at, length);
    sim->off |= lost;
    return lost || !saved ? -1 : 0;
}

static int read_bytes(void *context, uint32_t at, void *to, uint32_t length)
{
    np_flash_sim *sim = context;
    if (sim->off) return -1;
    if (outside(sim, at, length) || (uintptr_t)to % 4 != 0) return broken(sim, "a read is not aligned, or outside");
    memcpy(to, sim->bytes + at, length);
    sim->reads++;
    sim->read_bytes += length;
    return 0;
}

static int program_bytes(void *context, uint32_t at, const void *from, uint32_t length)
{
    np_flash_sim *sim = context;
    const uint8_t *bytes = from;
    if (sim->off) return -1;
    if (outside(sim, at, length) || (uintptr_t)from % 4 != 0) return broken(sim, "what is programmed is not aligned, or outside");
    for (uint32_t i = 0; i < length; i++) {
        if (bytes[i] & ~sim->bytes[at + i]) return broken(sim, "programming would set a bit");
    }
    sim->programs++;
    sim->program_bytes += length;
    return change(sim, at, bytes, length);
}

static int erase_sector(void *context, uint32_t sector)
{
    np_flash_sim *sim = context;
    if (sim->off) return -1;
    if (sector >= sim->flash.sectors) return broken(sim, "there is no such sector to erase");
    sim->erases++;
    sim->worn[sector]++;
    return change(sim, sector * NP_SECTOR, NULL, NP_SECTOR);
}

/* Reads the file's content; the rest of a file that is too short becomes blank. */
static bool load(np_flash_sim *sim, uint32_t size)
{
    for (uint32_t done = 0; done < size;) {
        ssize_t n = pread(sim->file, sim->bytes + done, size - done, (off_t)done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) return save(sim, done, size - done);
        done += (uint32_t)n;
    }
    return true;
}

bool np_flash_sim_open(np_flash_sim *sim, uint32_t sectors, uint32_t window, const char *path)
{
    *sim = (np_flash_sim){ .bytes = malloc((size_t)sectors * NP_SECTOR), .worn = calloc(sectors, sizeof *sim->worn), .file = -1, .seed = 1 };
    bool ready = sim->bytes && sim->worn;
    if (ready) memset(sim->bytes, 0xFF, (size_t)sectors * NP_SECTOR);
    if (ready && path) ready = (sim->file = open(path, O_RDWR | O_CREAT, 0666)) >= 0 && load(sim, sectors * NP_SECTOR);
    if (!ready) {
        int why = errno;
        np_flash_sim_close(sim);
        errno = why;
        return false;
    }
    sim->flash = (np_flash){ sim, sectors, window, (const uint32_t *)(void *)sim->bytes, read_bytes, program_bytes, erase_sector };
    return true;
}

void np_flash_sim_close(np_flash_sim *sim)
{
    if (sim->file >= 0) close(sim->file);
    free(sim->bytes);
    free(sim->worn);
    sim->bytes = NULL;
    sim->worn = NULL;
    sim->file = -1;
}

void np_flash_sim_power_on(np_flash_sim *sim)
{
    sim->off = false;
    sim->cut_at = 0;
}
