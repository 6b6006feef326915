/* Flash in a file, with the chip's rules: programming clears bits, all by words, and none of it while the cache reads flash. The first megabyte is shown where
 * the chip maps it. The plugin learns from two marks whether the cache is on: code in flash must not run while it is off. */
#include "rom.h"

#include "../esp8266/layout.h"

/* Typical of a W25Q32: datasheet, AC characteristics. */
enum { ERASE_US = 45000, PROGRAM_US = 50 };
enum { PIECE = 1024, MARK_CACHE_ON = 4, MARK_CACHE_OFF = 5 };

/* Words that the plugin watches stores to. */
#define MARKS ((volatile uint32_t *)0x3FF80000u)

static int32_t file;
static uint32_t bytes, operations;
static int cache_on;

static void transfer(int32_t call, uint32_t at, const void *data, uint32_t length)
{
    if (simcall(SIM_SEEK, (uint32_t)file, at, 0) != (int32_t)at || simcall(call, (uint32_t)file, (uint32_t)data, length) != (int32_t)length)
        refuse("the flash file can't be read or written");
}

/* What lies in the mapped megabyte, of a range. */
static void show(uint32_t at, uint32_t length)
{
    if (at >= NP_AT_MAPPED) return;
    if (length > NP_AT_MAPPED - at) length = NP_AT_MAPPED - at;
    transfer(SIM_READ, at, (void *)(NP_AT_IROM + at), length);
}

uint32_t flash_open(const char *path)
{
    enum { SEEK_END = 2 };
    file = simcall(SIM_OPEN, (uint32_t)path, SIM_READ_WRITE, 0);
    if (file < 0) refuse("the flash file can't be opened");
    bytes = (uint32_t)simcall(SIM_SEEK, (uint32_t)file, 0, SEEK_END);
    if (bytes < (256u << 10) || bytes & (bytes - 1)) refuse("the flash file has no chip's size");
    show(0, bytes);
    return bytes;
}

void flash_get(uint32_t at, void *to, uint32_t length)
{
    if (at > bytes || length > bytes - at) refuse("a read behind the end of flash");
    transfer(SIM_READ, at, to, length);
}

void flash_reset(void)
{
    cache_on = 0;
    MARKS[MARK_CACHE_OFF] = 0;
}

static void check(uint32_t at, uint32_t length, uint32_t address, const char *cached, const char *unaligned)
{
    if (cache_on) refuse(cached);
    if ((at | length | address) & 3u) refuse(unaligned);
    if (at > bytes || length > bytes - at) refuse("flash is asked for behind its end");
}

int32_t rom_SPIRead(uint32_t at, uint32_t *to, uint32_t length);
int32_t rom_SPIWrite(uint32_t at, const uint32_t *from, uint32_t length);
int32_t rom_SPIEraseSector(uint32_t sector);
int32_t rom_SPIUnlock(void);
int32_t rom_SPIParamCfg(uint32_t id, uint32_t chip, uint32_t block, uint32_t sector, uint32_t page, uint32_t status_mask);
void rom_Cache_Read_Enable(uint32_t odd, uint32_t megabyte, uint32_t whole);
void rom_Cache_Read_Disable(void);

int32_t rom_SPIRead(uint32_t at, uint32_t *to, uint32_t length)
{
    check(at, length, (uint32_t)to, "SPIRead while the cache is on", "SPIRead of what is not words");
    transfer(SIM_READ, at, to, length);
    return 0;
}

/* Half of what an operation would do is done when power goes in it. */
static uint32_t until_cut(uint32_t length)
{
    return options.cut && ++operations == options.cut ? length / 2 & ~3u : length;
}

static void end_if_cut(void)
{
    if (options.cut && operations == options.cut) leave(EXIT_POWER_CUT);
}

int32_t rom_SPIWrite(uint32_t at, const uint32_t *from, uint32_t length)
{
    static uint32_t words[PIECE / 4];
    check(at, length, (uint32_t)from, "SPIWrite while the cache is on", "SPIWrite of what is not words");
    length = until_cut(length);
    for (uint32_t n; length > 0; at += n, from += n / 4, length -= n) {
        n = length < PIECE ? length : PIECE;
        transfer(SIM_READ, at, words, n);
        for (uint32_t i = 0; i < n / 4; i++) words[i] &= from[i];
        transfer(SIM_WRITE, at, words, n);
        show(at, n);
        if (options.timed) pass_us(PROGRAM_US + n * 5 / 2);
    }
    end_if_cut();
    return 0;
}

int32_t rom_SPIEraseSector(uint32_t sector)
{
    static uint32_t blank[NP_AT_SECTOR / 4];
    uint32_t at = sector * NP_AT_SECTOR;
    check(at, NP_AT_SECTOR, 0, "SPIEraseSector while the cache is on", "");
    for (uint32_t i = 0; i < NP_AT_SECTOR / 4; i++) blank[i] = ~0u;
    uint32_t length = until_cut(NP_AT_SECTOR);
    transfer(SIM_WRITE, at, blank, length);
    show(at, length);
    if (options.timed) pass_us(ERASE_US);
    end_if_cut();
    return 0;
}

int32_t rom_SPIUnlock(void) { return 0; }

int32_t rom_SPIParamCfg(uint32_t id, uint32_t chip, uint32_t block, uint32_t sector, uint32_t page, uint32_t status_mask)
{
    (void)id, (void)status_mask;
    if (chip != bytes || block != 0x10000 || sector != NP_AT_SECTOR || page != 256) refuse("SPIParamCfg for another flash");
    return 0;
}

void rom_Cache_Read_Enable(uint32_t odd, uint32_t megabyte, uint32_t whole)
{
    if (odd || megabyte || !whole) refuse("Cache_Read_Enable of another megabyte, or of half the cache");
    cache_on = 1;
    MARKS[MARK_CACHE_ON] = 0;
}

void rom_Cache_Read_Disable(void)
{
    cache_on = 0;
    MARKS[MARK_CACHE_OFF] = 0;
}
