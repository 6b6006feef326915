/* memcpy, memmove and memset by words where they can be: the C library's take seven instructions a byte, whatever the addresses. The machine moves objects, frames
 * and whole arenas, all of them words. */
#include <stddef.h>
#include <stdint.h>

void *memcpy(void *to, const void *from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);

enum { WORD = 4, ROUND = 16 };      /* bytes */

void *memcpy(void *to, const void *from, size_t length)
{
    uint8_t *d = to;
    const uint8_t *s = from;
    if ((((uintptr_t)d | (uintptr_t)s) & (WORD - 1)) == 0) {
        uint32_t *dw = to;
        const uint32_t *sw = from;
        for (; length >= ROUND; length -= ROUND, dw += 4, sw += 4) {
            uint32_t a = sw[0], b = sw[1], c = sw[2], e = sw[3];
            dw[0] = a;
            dw[1] = b;
            dw[2] = c;
            dw[3] = e;
        }
        for (; length >= WORD; length -= WORD) *dw++ = *sw++;
        d = (uint8_t *)dw;
        s = (const uint8_t *)sw;
    }
    while (length-- > 0) *d++ = *s++;
    return to;
}

void *memmove(void *to, const void *from, size_t length)
{
    uint8_t *d = (uint8_t *)to + length;
    const uint8_t *s = (const uint8_t *)from + length;
    if ((uintptr_t)to - (uintptr_t)from >= length) return memcpy(to, from, length);     /* upwards, each word is read before it is written */
    if ((((uintptr_t)to | (uintptr_t)from) & (WORD - 1)) == 0) {
        for (; length % WORD; length--) *--d = *--s;
        uint32_t *dw = (uint32_t *)(void *)d;
        const uint32_t *sw = (const uint32_t *)(const void *)s;
        for (; length >= ROUND; length -= ROUND) {
            dw -= 4;
            sw -= 4;
            uint32_t a = sw[0], b = sw[1], c = sw[2], e = sw[3];
            dw[3] = e;
            dw[2] = c;
            dw[1] = b;
            dw[0] = a;
        }
        for (; length >= WORD; length -= WORD) *--dw = *--sw;
        return to;
    }
    while (length-- > 0) *--d = *--s;
    return to;
}

void *memset(void *to, int byte, size_t length)
{
    uint8_t *d = to;
    if (((uintptr_t)d & (WORD - 1)) == 0) {
        uint32_t *dw = to, word = (uint8_t)byte * 0x01010101u;
        for (; length >= WORD; length -= WORD) *dw++ = word;
        d = (uint8_t *)dw;
    }
    while (length-- > 0) *d++ = (uint8_t)byte;
    return to;
}
