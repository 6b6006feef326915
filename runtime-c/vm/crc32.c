/* CRC-32, a byte at a time: a kilobyte of table, for a third of the time that four bits at a time would take. */
#include "crc32.h"

#include <stdbool.h>

#if defined __XTENSA__ && !defined NP_CRC_IN_FLASH
#include "crc32_fill.h"

/* A kilobyte of iram, which gives words as fast as flash does, instead of one of flash. Beside Espressif's SDK there is no room for it. */
static uint32_t table[256] __attribute__((section(".iram.words")));
static bool is_filled;

static __attribute__((noinline)) void fill(void)
{
    np_crc32_fill(table);
    is_filled = true;
}

static void prepare(void)
{
    if (!is_filled) fill();
}
#else
/* The CRC of a byte is the sum of its bits'. */
#define BIT(n, bit, crc) ((n) & (bit) ? (crc) : 0u)
#define OF(n) (BIT(n, 1u, 0x77073096u) ^ BIT(n, 2u, 0xEE0E612Cu) ^ BIT(n, 4u, 0x076DC419u) ^ BIT(n, 8u, 0x0EDB8832u) ^ \
               BIT(n, 16u, 0x1DB71064u) ^ BIT(n, 32u, 0x3B6E20C8u) ^ BIT(n, 64u, 0x76DC4190u) ^ BIT(n, 128u, 0xEDB88320u))
#define OF4(n) OF(n), OF((n) + 1u), OF((n) + 2u), OF((n) + 3u)
#define OF16(n) OF4(n), OF4((n) + 4u), OF4((n) + 8u), OF4((n) + 12u)
#define OF64(n) OF16(n), OF16((n) + 16u), OF16((n) + 32u), OF16((n) + 48u)

static const uint32_t table[256] = { OF64(0u), OF64(64u), OF64(128u), OF64(192u) };

static void prepare(void) {}
#endif

uint32_t np_crc32_add(uint32_t sum, const uint8_t *bytes, uint32_t length)
{
    prepare();
    while (length--) sum = table[(sum ^ *bytes++) & 255u] ^ (sum >> 8);
    return sum;
}

uint32_t np_crc32(const uint32_t *words, uint32_t count) { return np_crc32_more(0, words, count); }

uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count)
{
    prepare();
    crc = ~crc;
    while (count--) {
        crc ^= *words++;
        crc = table[crc & 255u] ^ (crc >> 8);
        crc = table[crc & 255u] ^ (crc >> 8);
        crc = table[crc & 255u] ^ (crc >> 8);
        crc = table[crc & 255u] ^ (crc >> 8);
    }
    return ~crc;
}
