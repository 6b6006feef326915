/* Lines of a report: what stands on channel NP_CH_REPORT, for the host to make a traceback of. */
#ifndef NP_REPORT_H
#define NP_REPORT_H

#include "state.h"

/* The most bytes of np_report_frame's line. */
#define NP_REPORT_LINE 48u

/* The line `F image record pc repeat` of a frame; `function` is a function value without captures. Returns its length. */
uint32_t np_report_frame(uint8_t line[NP_REPORT_LINE], np_value function, uint32_t pc, uint32_t repeat);

#endif
