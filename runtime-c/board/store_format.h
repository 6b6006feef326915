/* The words that the store writes to flash; STORE.md draws them. All are little-endian, as every home of the machine is. */
#ifndef NP_STORE_FORMAT_H
#define NP_STORE_FORMAT_H

#include <stdint.h>

#define NP_BLANK 0xFFFFFFFFu

/* A run's head, at the beginning of its first sector. The four words of the first line are programmed at once. */
typedef struct {
    uint32_t magic, lap, sequence, check;
    uint32_t closed;        /* blank, or the number of the run's sectors, and its complement in the upper half: it takes no more records */
    uint32_t retired;       /* 0: all of its live records have been moved, and its sectors are about to be erased */
} np_head;

/* A record's header; the payload follows it. The first five words are programmed at once. */
typedef struct {
    uint32_t magic;         /* NP_RECORD_MAGIC, and the kind in the lowest byte */
    uint32_t length, key_low, key_high, check;
    uint32_t crc;           /* of the payload */
    uint32_t committed, stage_1, stage_2;   /* blank, or the marks below; any other value counts as blank */
} np_record;

/* A record's magic has bits that a head's lacks and programming can't set bits: no half-written record is taken for a head. */
#define NP_HEAD_MAGIC 0x3153504Eu   /* "NPS1" */
#define NP_RECORD_MAGIC 0x4E52C300u
#define NP_COMMITTED 0x54494D43u
#define NP_STAGE_1 0x31475453u
#define NP_STAGE_2 0x32475453u

#endif
