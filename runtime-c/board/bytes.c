#include "bytes.h"

#include <string.h>

void np_copy_any(void *to, const void *from, uint32_t length)
{
#ifdef __XTENSA__
    /* From here on lie instruction RAM and flash. */
    enum { WORDS_ONLY = 0x40000000 };
    uintptr_t address = (uintptr_t)from;
    uint8_t *out = to;
    if (address >= WORDS_ONLY) {
        while (length > 0) {
            /* volatile: the compiler may not make a byte load of it */
            uint32_t word = *(const volatile uint32_t *)(address & ~(uintptr_t)3) >> 8 * (address & 3u);
            do {
                *out++ = (uint8_t)word;
                word >>= 8;
                address++;
                length--;
            } while (length > 0 && (address & 3u) != 0);
        }
        return;
    }
#endif
    memcpy(to, from, length);
}

uint32_t np_copy_text(uint8_t *to, const char *text, uint32_t most)
{
    uint32_t n = 0;
    for (uint8_t c; n < most; to[n++] = c) {
        np_copy_any(&c, text + n, 1);
        if (c == 0) break;
    }
    return n;
}
