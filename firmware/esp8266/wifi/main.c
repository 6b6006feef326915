/* The firmware with Wi-Fi: registers what the SDK wants to know, starts the board when it is ready, and lets it step between its own work. */
#include "board/board_state.h"
#include "chip.h"
#include "../devices/devices.h"
#include "geometry.h"
#include "iram.h"
#include "layout.h"
#include "net/network.h"
#include "port.h"
#include "rate.h"
#include "sdk.h"
#include "staging.h"
#include "starts.h"
#include "uart.h"

#include <string.h>

enum {
    TCP_LINKS = 2, LINK_COUNT = 1 + TCP_LINKS,
    LOG_BYTES = 1024,
    SLICE_US = 4000,            /* then the SDK gets its turn */
    IDLE_MS = 2,                /* between two looks at the links when nothing else is to be done */
    LISTEN_MS = 10000           /* a station needs so long to be reached after a start */
};
#define SLEEP_MOST_US (3u * 3600u * UINT64_C(1000000))

/* From the linker script. */
extern uint32_t _arena_start[], _arena_end[];

bool chip_is_real = true;       /* for what is shared with the firmware that also runs under QEMU */

static np_board board;
static np_link links[LINK_COUNT];
static np_link_port streams[LINK_COUNT];
static np_tcp_link connections[TCP_LINKS];
static np_station station;
static np_network network;
static np_staging staging;
static np_flash whole_flash;
static bool has_network, is_leaving;
static os_timer_t timer;

/* --- what the board asks for --------------------------------------------------------------------------------------- */

uint64_t chip_clock_us(void *context)
{
    static uint64_t clock;
    (void)context;
    return clock += system_get_time() - (uint32_t)clock;
}

uint64_t chip_mac(void)
{
    uint64_t id = 0;
    for (uint32_t i = 0; i < sizeof station.mac; i++) id = id << 8 | station.mac[i];
    return id;
}

/* Comes back: the SDK restarts when it has its turn. */
static void restart(void *context)
{
    (void)context;
    is_leaving = true;
    system_restart();
}

/* Of a program's watchdog. */
void chip_restart(void) { restart(NULL); }

/* By the SDK, whose radio has the same converter. */
int32_t adc_read(void) { return system_adc_read(); }

static int32_t read_uart(void *context, uint8_t *bytes, uint32_t capacity)
{
    (void)context;
    return (int32_t)uart_read(bytes, capacity);
}

static uint32_t write_uart(void *context, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    return uart_write(bytes, length);
}

static int set_rate(void *context, uint32_t number, uint32_t rate)
{
    (void)context;
    return number == 0 ? rate_ask(rate) : -1;
}

static int deep_sleep(void *context, uint64_t us)
{
    (void)context;
    bool for_ever = us == UINT64_MAX;
    if (us > SLEEP_MOST_US) us = SLEEP_MOST_US;
    if (!system_deep_sleep(for_ever ? 0 : us)) return -1;
    starts_note_sleep(us);
    is_leaving = true;
    return 0;
}

/* Faults are the SDK's to handle: it restarts, and tells of the last one. */
static void look_back(void)
{
    const struct rst_info *last = system_get_rst_info();
    if (last->reason == REASON_EXCEPTION_RST) starts_note_fault(last->exccause, last->epc1, last->excvaddr);
    if (last->reason == REASON_SOFT_WDT_RST) starts_note_fault(NP_FAULT_WATCHDOG, last->epc1, 0);
}

/* As machine.*_RESET has it; 0: power was switched on. */
static uint8_t cause_of(uint32_t reason)
{
    enum { POWER = 0, WATCHDOG = 1, SOFT = 4, DEEP_SLEEP = 5, HARD = 6 };
    switch (reason) {
    case REASON_WDT_RST:
    case REASON_SOFT_WDT_RST: return WATCHDOG;
    case REASON_EXCEPTION_RST:
    case REASON_SOFT_RESTART: return SOFT;
    case REASON_DEEP_SLEEP_AWAKE: return DEEP_SLEEP;
    case REASON_EXT_SYS_RST: return HARD;
    default: return POWER;
    }
}

/* --- steps --------------------------------------------------------------------------------------------------------- */

static void step(os_event_t *event)
{
    static bool old;
    uint32_t began = system_get_time(), network_due = UINT32_MAX;
    uint64_t due;
    (void)event;
    if (is_leaving) return;
    do {
        due = np_board_step(&board);
        uint64_t now = chip_clock_us(NULL);
        rate_step(&links[0], (uint32_t)(now / 1000u));
        if (has_network) network_due = np_network_step(&network, board.name, np_name_length(board.name), (uint32_t)(now / 1000u));
        chip_devices_step(now);
        system_soft_wdt_feed();
        if (!old && now >= STARTS_LONG_US) {
            old = true;
            starts_ran_long();
        }
    } while (!is_leaving && due == 0 && system_get_time() - began < SLICE_US);
    if (is_leaving) return;
    if (due == 0 || network_due == 0) system_os_post(USER_TASK_PRIO_0, 0, 0);
    else os_timer_arm(&timer, IDLE_MS, 0);
}

static void on_timer(void *unused)
{
    (void)unused;
    system_os_post(USER_TASK_PRIO_0, 0, 0);
}

/* --- start --------------------------------------------------------------------------------------------------------- */

IN_IRAM(on_uart) static void on_uart(void *unused)
{
    (void)unused;
    uart_receive();
}

IN_IRAM(on_gpio) static void on_gpio(void *unused)
{
    (void)unused;
    gpio_interrupt();
}

IN_IRAM(on_pwm) static void on_pwm(void *unused)
{
    (void)unused;
    pwm_interrupt();
}

static void start(void)
{
    static np_board_port port;
    static os_event_t queue[2];
    static np_wifi_port wifi;
    np_geometry geometry;
    look_back();
    bool is_safe = starts_begin();
    np_geometry_of(sdk_flash_bytes(), &geometry);
    whole_flash = sdk_flash(0, geometry.flash_bytes / NP_AT_SECTOR, NP_AT_MAPPED / NP_AT_SECTOR);
    station.port = NP_NETWORK_PORT;
    station.radio = radio_start(&station);
    uint64_t id = chip_mac();
    np_station_init(&station, (uint32_t)(chip_clock_us(NULL) / 1000u));
    wifi = np_station_port(&station);
    port = (np_board_port){ .board_id = id, .platform = "esp8266", .memory = _arena_start, .memory_bytes = (uint32_t)((uint8_t *)_arena_end - (uint8_t *)_arena_start),
                            .log_bytes = LOG_BYTES, .flash = sdk_flash(geometry.store_at, geometry.store_sectors, geometry.window_sectors), .links = links,
                            .streams = streams, .link_count = LINK_COUNT, .clock_us = chip_clock_us, .wifi = &wifi, .restart = restart, .deep_sleep = deep_sleep,
                            .slept_us = starts_slept_us(), .listen_ms = LISTEN_MS, .set_rate = set_rate, .safe_mode = is_safe, .fault = starts_fault(),
                            .devices = &chip_devices, .reset_cause = cause_of(system_get_rst_info()->reason) };
    if (np_staging_open(&staging, &whole_flash, geometry.flash_bytes) == 0) port.update = &staging.port;
    streams[0] = (np_link_port){ .read = read_uart, .write = write_uart };
    for (uint32_t i = 0; i < TCP_LINKS; i++) streams[1 + i] = np_tcp_stream(&connections[i]);
    has_network = np_network_start(&network, &station, id, port.platform, connections, TCP_LINKS, NP_MDNS_PORT);
    if (np_board_start(&board, &port) < 0) {
        restart(NULL);
        return;
    }
    os_timer_setfn(&timer, on_timer, NULL);
    system_os_task(step, USER_TASK_PRIO_0, queue, sizeof queue / sizeof queue[0]);
    system_os_post(USER_TASK_PRIO_0, 0, 0);
}

/* Called by the SDK before all else: where it may keep its own in flash (API Reference 3.2): the last five sectors. */
void user_pre_init(void);
void user_pre_init(void)
{
    np_geometry geometry;
    np_geometry_of(sdk_flash_bytes(), &geometry);
    uint32_t end = geometry.flash_bytes;
    partition_item_t own[] = {
        { SYSTEM_PARTITION_RF_CAL, end - NP_AT_SDK_BYTES, NP_AT_SECTOR },
        { SYSTEM_PARTITION_PHY_DATA, end - NP_AT_SDK_BYTES + NP_AT_SECTOR, NP_AT_SECTOR },
        { SYSTEM_PARTITION_SYSTEM_PARAMETER, end - NP_AT_SDK_BYTES + 2 * NP_AT_SECTOR, 3 * NP_AT_SECTOR },
    };
    system_partition_table_regist(own, sizeof own / sizeof own[0], system_get_flash_size_map());
}

void user_init(void);
void user_init(void)
{
    system_set_os_print(false); /* the line is a link */
    uart_start();
    ETS_UART_INTR_ATTACH(on_uart, NULL);
    ETS_UART_INTR_ENABLE();
    ETS_GPIO_INTR_ATTACH(on_gpio, NULL);
    ETS_GPIO_INTR_ENABLE();
    ETS_FRC_TIMER1_INTR_ATTACH(on_pwm, NULL);
    ETS_FRC1_INTR_ENABLE();
    radio_prepare();
    system_init_done_cb(start);
}
