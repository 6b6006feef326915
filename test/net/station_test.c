/* A station on a radio that does what a case says, on a virtual clock. Prints the number of checks; exits with 1 at the first that fails. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/station.h"
#include "np_link.h"

static unsigned checks;
#define CHECK(condition)                                                                       \
    do {                                                                                       \
        checks++;                                                                              \
        if (!(condition)) {                                                                    \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                     \
            exit(1);                                                                           \
        }                                                                                      \
    } while (0)

static struct {
    unsigned joins, leaves;
    bool refuses;
    np_wifi_network network;
} radio;

static np_station station;
static uint32_t now;

static bool join(void *context, const np_wifi_network *network)
{
    (void)context;
    radio.joins++;
    radio.network = *network;
    return !radio.refuses;
}

static void leave(void *context)
{
    (void)context;
    radio.leaves++;
}

static int8_t dbm(void *context)
{
    (void)context;
    return -50;
}

static const np_radio ops = { NULL, join, leave, dbm };

static np_wifi_network network(const char *ssid, const char *password)
{
    np_wifi_network n;
    memset(&n, 0, sizeof n);
    n.ssid_length = (uint8_t)strlen(ssid);
    n.password_length = (uint8_t)strlen(password);
    memcpy(n.ssid, ssid, n.ssid_length);
    memcpy(n.password, password, n.password_length);
    return n;
}

static void begin(uint32_t at)
{
    memset(&radio, 0, sizeof radio);
    station = (np_station){ .radio = &ops, .mac = { 0x5C, 0xCF, 0x7F, 1, 2, 3 }, .port = 7890 };
    now = at;
    np_station_init(&station, now);
}

static void use(const char *ssid, const char *password)
{
    np_wifi_network n = network(ssid, password);
    np_station_use(&station, &n);
}

/* Steps as a main loop does, not more often than told, until so much time has gone. */
static void pass(uint32_t ms)
{
    uint32_t end = now + ms;
    for (;;) {
        uint32_t due = np_station_step(&station, now);
        if (end - now == 0) return;
        if (due == 0) due = 1;
        now += due < end - now ? due : end - now;
    }
}

static np_wifi_status status(void)
{
    np_wifi_status s;
    np_station_status(&station, &s);
    return s;
}

/* Joins at once. */
static void connected(const char *ssid)
{
    use(ssid, "password");
    pass(0);
    np_station_joined(&station);
    np_station_address(&station, 0x0701A8C0, 0x00FFFFFF, 0x0101A8C0);
    CHECK(status().state == NP_WIFI_CONNECTED);
}

static void plain(uint32_t at)
{
    begin(at);
    CHECK(np_station_step(&station, now) == UINT32_MAX);
    CHECK(status().state == NP_WIFI_OFF && status().again_ms == UINT32_MAX && status().port == 7890 && status().mac[5] == 3);
    pass(100000);
    CHECK(radio.joins == 0 && radio.leaves == 0);
    use("home", "password");
    CHECK(np_station_step(&station, now) > 0);
    CHECK(radio.joins == 1 && memcmp(radio.network.ssid, "home", 4) == 0 && radio.network.password_length == 8);
    CHECK(status().state == NP_WIFI_JOINING && status().attempts == 1 && status().address == 0);
    pass(3000);
    np_station_joined(&station);
    CHECK(status().state == NP_WIFI_ADDRESSING);
    pass(2000);
    np_station_address(&station, 0x0701A8C0, 0x00FFFFFF, 0x0101A8C0);
    np_wifi_status s = status();
    CHECK(s.state == NP_WIFI_CONNECTED && s.address == 0x0701A8C0 && s.mask == 0x00FFFFFF && s.gateway == 0x0101A8C0 && s.dbm == -50 && s.attempts == 0);
    CHECK(np_station_step(&station, now) == UINT32_MAX);
    pass(1u << 30);
    CHECK(status().state == NP_WIFI_CONNECTED && radio.joins == 1 && radio.leaves == 0);
    np_station_address(&station, 0x0801A8C0, 0x00FFFFFF, 0x0101A8C0);   /* the lease is another one */
    CHECK(status().address == 0x0801A8C0);
}

/* Pauses are 1, 2, 4 … 300 s, each a quarter shorter or longer. */
static void backoff(void)
{
    begin(0xFFFFF000u);         /* the clock wraps around meanwhile */
    use("home", "password");
    pass(0);
    double pause = 1000;
    for (unsigned i = 1; i < 20; i++) {
        CHECK(radio.joins == i && status().attempts == i);
        np_station_lost(&station, NP_WIFI_REASON_NO_NETWORK, 201);
        np_wifi_status s = status();
        CHECK(s.state == NP_WIFI_WAITING && s.reason == NP_WIFI_REASON_NO_NETWORK && s.code == 201);
        CHECK(s.again_ms >= pause * 0.749 && s.again_ms <= pause * 1.251);
        pass(s.again_ms - 1);
        CHECK(radio.joins == i && status().again_ms == 1);
        pass(1);
        pause = pause * 2 < 300000 ? pause * 2 : 300000;
    }
    np_station_joined(&station);
    np_station_address(&station, 1, 2, 3);
    pass(100);
    np_station_lost(&station, NP_WIFI_REASON_LOST, 200);        /* it did not last: the pauses go on where they were */
    CHECK(status().again_ms > 200000);
    pass(status().again_ms);
    np_station_joined(&station);
    np_station_address(&station, 1, 2, 3);
    pass(30000);
    np_station_lost(&station, NP_WIFI_REASON_LOST, 200);        /* that was a good one */
    CHECK(status().again_ms <= 1250 && status().address == 0 && status().attempts == 0);
}

static void silence(void)
{
    begin(5);
    use("home", "password");
    pass(19999);
    CHECK(status().state == NP_WIFI_JOINING && radio.leaves == 0);
    pass(1);
    CHECK(status().state == NP_WIFI_WAITING && status().reason == NP_WIFI_REASON_NO_ANSWER && radio.leaves == 1);
    pass(1300);
    np_station_joined(&station);
    pass(20000);                /* no DHCP */
    CHECK(status().state == NP_WIFI_WAITING && status().reason == NP_WIFI_REASON_NO_ADDRESS && radio.leaves == 2);
    np_station_lost(&station, NP_WIFI_REASON_LOST, 8);          /* the radio tells of what the station did itself */
    CHECK(status().reason == NP_WIFI_REASON_NO_ADDRESS);
    np_station_address(&station, 1, 2, 3);                      /* too late */
    np_station_joined(&station);
    CHECK(status().state == NP_WIFI_WAITING && status().address == 0);
    radio.refuses = true;
    pass(60000);
    CHECK(status().state == NP_WIFI_WAITING && status().reason == NP_WIFI_REASON_NO_ANSWER && radio.leaves == 2);
}

static void another(void)
{
    begin(0);
    connected("home");
    use("home", "password");    /* the same: nothing changes */
    CHECK(status().state == NP_WIFI_CONNECTED);
    use("other", "password");
    CHECK(status().state == NP_WIFI_WAITING && status().address == 0 && radio.joins == 1);
    pass(499);
    CHECK(radio.joins == 1);    /* whoever said so gets the answer first */
    pass(1);
    CHECK(radio.joins == 2 && memcmp(radio.network.ssid, "other", 5) == 0 && status().attempts == 1);
    np_station_joined(&station);
    use("", "");
    CHECK(status().state == NP_WIFI_OFF && radio.leaves == 0);
    pass(500);
    CHECK(radio.leaves == 1 && np_station_step(&station, now) == UINT32_MAX);
    np_station_joined(&station);
    np_station_lost(&station, NP_WIFI_REASON_LOST, 8);
    pass(1000000);
    CHECK(status().state == NP_WIFI_OFF && status().reason == 0 && radio.joins == 2);
}

static void again_at_once(void)
{
    begin(0);
    use("home", "password");
    for (int i = 0; i < 8; i++) {
        pass(400000);
        np_station_lost(&station, NP_WIFI_REASON_PASSWORD, 15);
    }
    use("home", "right one");
    pass(0);
    CHECK(status().state == NP_WIFI_JOINING && status().attempts == 1 && status().reason == 0);
    np_station_lost(&station, NP_WIFI_REASON_PASSWORD, 15);
    CHECK(status().again_ms <= 1250);
    use("home", "right one");   /* the same, named again: no waiting */
    pass(0);
    CHECK(status().state == NP_WIFI_JOINING);
}

static void switched(void)
{
    begin(0);
    np_station_enable(&station, false);
    CHECK(status().state == NP_WIFI_OFF);       /* nothing to switch off */
    np_station_enable(&station, true);
    CHECK(status().state == NP_WIFI_OFF);
    connected("home");
    np_station_enable(&station, true);
    CHECK(status().state == NP_WIFI_CONNECTED);
    np_station_enable(&station, false);
    CHECK(status().state == NP_WIFI_DISABLED);
    pass(500);
    CHECK(radio.leaves == 1);
    np_station_enable(&station, false);
    pass(100000);
    CHECK(radio.leaves == 1 && radio.joins == 1);
    np_station_enable(&station, true);
    pass(0);
    CHECK(status().state == NP_WIFI_JOINING && radio.joins == 2);
    np_station_enable(&station, false);
    use("home", "password");    /* naming a network switches it on */
    pass(500);
    CHECK(status().state == NP_WIFI_JOINING);
}

/* Boards that lost the same access point do not come back all at once. */
static void spread(void)
{
    unsigned seconds[4] = { 0 };
    for (unsigned board = 0; board < 400; board++) {
        begin(0);
        station.mac[5] = (uint8_t)board;
        station.mac[4] = (uint8_t)(board >> 8);
        np_station_init(&station, 0);
        connected("home");
        for (int i = 0; i < 3; i++) {
            np_station_lost(&station, NP_WIFI_REASON_LOST, 200);
            if (i < 2) pass(status().again_ms);
        }
        uint32_t at = status().again_ms;        /* 3 to 5 s */
        CHECK(at >= 3000 && at <= 5000);
        seconds[at < 3500 ? 0 : at < 4000 ? 1 : at < 4500 ? 2 : 3]++;
    }
    for (int i = 0; i < 4; i++) CHECK(seconds[i] > 60 && seconds[i] < 140);
}

/* Whatever comes in whatever order: the station never stands still with a network to join, and never joins without one. */
static void anything(unsigned seed, unsigned count)
{
    srand(seed);
    begin((uint32_t)rand());
    unsigned joins = 0;
    bool was_off = true;
    for (unsigned i = 0; i < count; i++) {
        static const char *const names[] = { "", "home", "other" };
        switch (rand() % 8) {
        case 0: use(names[rand() % 3], rand() % 2 ? "password" : "another one"); break;
        case 1: np_station_enable(&station, rand() % 2); break;
        case 2: np_station_joined(&station); break;
        case 3: np_station_address(&station, (uint32_t)rand() | 1u, 1, 1); break;
        case 4: np_station_lost(&station, (uint8_t)(1 + rand() % 6), (uint8_t)rand()); break;
        case 5: radio.refuses = rand() % 4 == 0; break;
        default: pass((uint32_t)rand() % 30000); break;
        }
        np_wifi_status s = status();
        CHECK((s.state == NP_WIFI_CONNECTED) == (s.address != 0));
        CHECK((s.state == NP_WIFI_WAITING) == (s.again_ms != UINT32_MAX));
        CHECK(s.again_ms == UINT32_MAX || s.again_ms <= 375000);
        CHECK((station.network.ssid_length == 0) == (s.state == NP_WIFI_OFF));
        bool off = s.state == NP_WIFI_OFF || s.state == NP_WIFI_DISABLED;
        CHECK(!(off && was_off) || radio.joins == joins);
        was_off = off;
        joins = radio.joins;
        if (rand() % 50 == 0 && station.network.ssid_length > 0 && s.state != NP_WIFI_DISABLED && s.state != NP_WIFI_CONNECTED) {
            radio.refuses = false;
            pass(800000);
            CHECK(radio.joins > joins);
            joins = radio.joins;
        }
    }
}

int main(int count, char **arguments)
{
    plain(0);
    plain(0xFFFFFFF0u);
    backoff();
    silence();
    another();
    again_at_once();
    switched();
    spread();
    anything(count > 1 ? (unsigned)atoi(arguments[1]) : 1, 200000);
    printf("%u checks hold\n", checks);
    return 0;
}
