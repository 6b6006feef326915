#define _POSIX_C_SOURCE 200809L
#include "file_flash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    uint8_t *bytes;
    uint32_t length;
} file_flash;

/* A mistake in the store, not of the flash: it must be seen at once. */
static void check(const file_flash *f, uint32_t at, uint32_t length)
{
    if (at % 4 == 0 && length % 4 == 0 && at <= f->length && length <= f->length - at) return;
    fputs("nanopy-board: an access outside the flash, or not by words\n", stderr);
    abort();
}

static int read_flash(void *context, uint32_t at, void *to, uint32_t length)
{
    const file_flash *f = context;
    check(f, at, length);
    memcpy(to, f->bytes + at, length);
    return 0;
}

static int program_flash(void *context, uint32_t at, const void *from, uint32_t length)
{
    const file_flash *f = context;
    const uint8_t *bytes = from;
    check(f, at, length);
    for (uint32_t i = 0; i < length; i++) f->bytes[at + i] &= bytes[i];
    return 0;
}

static int erase_flash(void *context, uint32_t sector)
{
    const file_flash *f = context;
    check(f, sector * NP_SECTOR, NP_SECTOR);
    memset(f->bytes + sector * NP_SECTOR, 0xFF, NP_SECTOR);
    return 0;
}

const char *np_file_flash_open(np_flash *flash, const char *path, uint32_t sectors, uint32_t window)
{
    static file_flash f;
    struct stat status;
    static const uint8_t blank[NP_SECTOR] = { 0 };
    f.length = sectors * NP_SECTOR;
    int fd = open(path, O_RDWR | O_CREAT, 0644);
    if (fd < 0 || fstat(fd, &status) < 0) return strerror(errno);
    if (status.st_size != 0 && status.st_size != (off_t)f.length) return "it is no flash of this size";
    bool is_new = status.st_size == 0;
    for (uint32_t i = 0; is_new && i < sectors; i++)
        if (write(fd, blank, sizeof blank) != (ssize_t)sizeof blank) return "it can't be written";
    f.bytes = mmap(NULL, f.length, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (f.bytes == MAP_FAILED) return strerror(errno);
    if (is_new) memset(f.bytes, 0xFF, f.length);
    *flash = (np_flash){ &f, sectors, window, (const uint32_t *)(void *)f.bytes, read_flash, program_flash, erase_flash };
    return NULL;
}
