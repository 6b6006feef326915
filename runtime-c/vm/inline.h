/* Functions in headers. NP_INLINE: always in line. NP_SHARED: large enough that on lx106, but in files for speed, all share the one copy in inlines.c; each of 15
 * files had its own np_type_of. */
#ifndef NP_INLINE_H
#define NP_INLINE_H

#ifdef NP_SHARED_INLINES
#define NP_INLINE inline __attribute__((always_inline))
#define NP_SHARED inline
#else
#define NP_INLINE static inline
#define NP_SHARED static inline
#endif

#endif
