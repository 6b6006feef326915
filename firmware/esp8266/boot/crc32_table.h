/* The loader's table of CRC-32, in RAM. */
#ifndef NP_CRC32_TABLE_H
#define NP_CRC32_TABLE_H

/* Before the first np_crc32. */
void crc32_fill_table(void);

#endif
