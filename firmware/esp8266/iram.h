/* For functions that run while flash can't be read, and what they read: code in iram, constants and variables in RAM. They call nothing but each other and the
 * ROM; the compiler must not call memcpy for them. */
#ifndef NP_IRAM_H
#define NP_IRAM_H

#define IN_IRAM(name) __attribute__((section(".iram.text." #name), noinline))
/* Variables that are read and written by words alone, and begin with any content. */
#define IRAM_WORDS __attribute__((section(".iram.words")))

#endif
