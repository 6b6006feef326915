/* What is taken of a C library and is not in the chip's ROM: the SDK's own library is another compiler's. */
#include <stddef.h>
#include <stdint.h>

void *memchr(const void *bytes, int byte, size_t length);

void *memchr(const void *bytes, int byte, size_t length)
{
    const uint8_t *at = bytes;
    for (; length > 0; at++, length--)
        if (*at == (uint8_t)byte) return (void *)(uintptr_t)at;
    return NULL;
}
