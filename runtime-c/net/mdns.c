#include "mdns.h"

#include "board/bytes.h"

#include <string.h>

enum { HEAD = 12, QUERY = 4, RECORD = 10, LABEL_MOST = 63, JUMPS_MOST = 16, QUESTIONS_MOST = 16, NAME_MOST = 40, PLATFORM_MOST = 16, PLAIN_MOST = 120 };
enum { TYPE_A = 1, TYPE_PTR = 12, TYPE_TXT = 16, TYPE_AAAA = 28, TYPE_SRV = 33, TYPE_NSEC = 47, TYPE_ANY = 255, CLASS_IN = 1, CLASS_ANY = 255 };
enum { TOP_BIT = 0x8000, FLAGS_ANSWER = 0x8400, OPCODE = 0x7800, TTL_HOST = 120, TTL_OTHER = 4500, TTL_PLAIN = 10 };  /* RFC 6762, 10 and 6.7 */

/* Names that the board knows of. */
enum { NAME_NONE, NAME_SERVICES, NAME_SERVICE, NAME_INSTANCE, NAME_HOST, NAMES };

/* --- labels ---------------------------------------------------------------------------------------------------------- */

static uint32_t get16(const uint8_t *at) { return (uint32_t)at[0] << 8 | at[1]; }

/* A constant that may lie in flash, where only whole words are loaded, as a label in RAM. Its length. */
static uint32_t text_label(const char *text, uint8_t *to, uint32_t most)
{
    uint8_t byte;
    for (uint32_t n = 0;; n++) {
        np_copy_any(&byte, text + n, 1);
        if (n == most || byte == 0) return n;
        to[n] = byte;
    }
}

static uint32_t hex(uint64_t value, uint32_t digits, uint8_t *to)
{
    for (uint32_t i = 0; i < digits; i++) {
        uint32_t digit = (uint32_t)(value >> (4 * (digits - 1 - i))) & 15u;
        to[i] = (uint8_t)(digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
    return digits;
}

/* The label of number `i` of a name; 0 behind the last. */
static uint32_t label(const np_mdns *m, uint32_t name, uint32_t i, uint8_t to[LABEL_MOST])
{
    uint32_t n;
    if (i == 0 && name == NAME_HOST) {
        n = text_label("nanopy-", to, LABEL_MOST);
        return n + hex(m->board, 16, to + n);
    }
    if (i == 0 && name == NAME_INSTANCE) {
        n = m->name_length < NAME_MOST ? m->name_length : (uint32_t)NAME_MOST;
        memcpy(to, m->name, n);
        if (n == 0) n = text_label("nanopy", to, LABEL_MOST);
        to[n++] = '-';
        return n + hex(m->board, 6, to + n);
    }
    /* The others are these, from a place on. */
    static const char *const labels[] = { "_services", "_dns-sd", "_udp", "local", "", "_nanopy", "_tcp", "local", "" };
    if (name == NAME_SERVICE) i += 5;
    if (name == NAME_INSTANCE) i += 4;
    if (name == NAME_HOST) i += 6;
    return text_label(labels[i], to, LABEL_MOST);
}

/* --- reading --------------------------------------------------------------------------------------------------------- */

/* The offset behind the name at `at`; 0 where there is none that is whole. */
static uint32_t skip_name(const uint8_t *packet, uint32_t length, uint32_t at)
{
    while (at < length) {
        uint32_t n = packet[at];
        if (n == 0) return at + 1;
        if (n >= 0xC0) return at + 2 <= length ? at + 2 : 0;
        if (n > LABEL_MOST) return 0;
        at += 1 + n;
    }
    return 0;
}

/* The name at `at`, compressed or not, is this one (ASCII letters are alike in both cases: RFC 1035, 2.3.3). */
static bool is_name(const np_mdns *m, uint32_t name, const uint8_t *packet, uint32_t length, uint32_t at)
{
    uint8_t mine[LABEL_MOST];
    uint32_t jumps = 0;
    for (uint32_t i = 0;; i++) {
        while (at + 1 < length && packet[at] >= 0xC0) {
            if (++jumps > JUMPS_MOST) return false;
            at = get16(packet + at) & 0x3FFFu;
        }
        if (at >= length || packet[at] > LABEL_MOST) return false;
        uint32_t n = packet[at], wanted = label(m, name, i, mine);
        if (n != wanted || n > length - at - 1) return false;
        if (n == 0) return true;
        for (uint32_t k = 0; k < n; k++) {
            uint8_t a = packet[at + 1 + k], b = mine[k];
            if (a >= 'A' && a <= 'Z') a |= 32;
            if (b >= 'A' && b <= 'Z') b |= 32;
            if (a != b) return false;
        }
        at += 1 + n;
    }
}

static uint16_t records_for(uint32_t name, uint32_t type)
{
    bool any = type == TYPE_ANY;
    switch (name) {
    case NAME_SERVICES: return type == TYPE_PTR || any ? NP_MDNS_SERVICES : 0;
    case NAME_SERVICE: return type == TYPE_PTR || any ? NP_MDNS_PTR : 0;
    case NAME_INSTANCE: return (type == TYPE_SRV || any ? NP_MDNS_SRV : 0) | (type == TYPE_TXT || any ? NP_MDNS_TXT : 0);
    case NAME_HOST: return type == TYPE_A || any ? NP_MDNS_A : type == TYPE_AAAA ? NP_MDNS_NSEC : 0;
    default: return 0;
    }
}

/* The asker knows already that the service is here, and will for half of its time to live (RFC 6762, 7.1): that answer need not be sent. */
static bool knows(const np_mdns *m, const uint8_t *packet, uint32_t length, uint32_t at, uint32_t answers)
{
    for (; answers > 0; answers--) {
        uint32_t end = skip_name(packet, length, at);
        if (end == 0 || end + RECORD > length) return false;
        uint32_t ttl = get16(packet + end + 4) << 16 | get16(packet + end + 6), size = get16(packet + end + 8), data = end + RECORD;
        if (size > length - data) return false;
        if (get16(packet + end) == TYPE_PTR && ttl >= TTL_OTHER / 2 && is_name(m, NAME_SERVICE, packet, length, at) &&
            is_name(m, NAME_INSTANCE, packet, length, data))
            return true;
        at = data + size;
    }
    return false;
}

np_mdns_question np_mdns_read(const np_mdns *m, const uint8_t *packet, uint32_t length)
{
    np_mdns_question q = { .unicast = true };
    if (length < HEAD || length > UINT16_MAX || (get16(packet + 2) & (TOP_BIT | OPCODE)) != 0) return q;    /* a question, of the usual kind */
    uint32_t at = HEAD, questions = get16(packet + 4);
    if (questions == 0 || questions > QUESTIONS_MOST) return q;
    for (uint32_t i = 0; i < questions; i++) {
        uint32_t end = skip_name(packet, length, at);
        if (end == 0 || end + QUERY > length) {
            q.wanted = 0;
            return q;
        }
        uint32_t type = get16(packet + end), class = get16(packet + end + 2), bare = class & ~(uint32_t)TOP_BIT;
        uint16_t records = 0;
        for (uint32_t name = NAME_SERVICES; name < NAMES && records == 0; name++)
            if ((records = records_for(name, type)) != 0 && !is_name(m, name, packet, length, at)) records = 0;
        if (bare != CLASS_IN && bare != CLASS_ANY) records = 0;
        if (records != 0 && !(class & TOP_BIT)) q.unicast = false;
        q.wanted |= records;
        at = end + QUERY;
    }
    if ((q.wanted & NP_MDNS_PTR) && knows(m, packet, length, at, get16(packet + 6))) q.wanted &= (uint16_t)~NP_MDNS_PTR;
    q.id = (uint16_t)get16(packet);
    q.question_end = (uint16_t)at;
    q.questions = (uint16_t)questions;
    return q;
}

/* --- building -------------------------------------------------------------------------------------------------------- */

typedef struct {
    const np_mdns *m;
    uint8_t *to;
    uint32_t at;
    uint16_t names[NAMES];      /* where each was written first, to be pointed to; 0: nowhere yet */
    uint16_t flush;             /* the bit that says: these are all there are (RFC 6762, 10.2) */
    uint32_t ttl_most;
} packet_writer;

static void put16(packet_writer *w, uint32_t value)
{
    w->to[w->at++] = (uint8_t)(value >> 8);
    w->to[w->at++] = (uint8_t)value;
}

static void put_name(packet_writer *w, uint32_t name)
{
    uint32_t i = 0;
    if (w->names[name] == 0) {
        w->names[name] = (uint16_t)w->at;
        uint8_t mine[LABEL_MOST];
        for (uint32_t n; (n = label(w->m, name, i, mine)) != 0; i++) {
            if (name == NAME_INSTANCE && i == 1) {      /* what follows is a name of its own */
                put_name(w, NAME_SERVICE);
                return;
            }
            w->to[w->at++] = (uint8_t)n;
            memcpy(w->to + w->at, mine, n);
            w->at += n;
        }
        w->to[w->at++] = 0;
    } else {
        put16(w, 0xC000u | w->names[name]);
    }
}

static void put_text(packet_writer *w, const char *key, const uint8_t *value, uint32_t length)
{
    uint32_t n = text_label(key, w->to + w->at + 1, LABEL_MOST);
    memcpy(w->to + w->at + 1 + n, value, length);
    w->to[w->at] = (uint8_t)(n + length);
    w->at += 1 + n + length;
}

static void put_record(packet_writer *w, uint32_t record)
{
    uint32_t name = record == NP_MDNS_SERVICES ? NAME_SERVICES : record == NP_MDNS_PTR ? NAME_SERVICE : record <= NP_MDNS_TXT ? NAME_INSTANCE : NAME_HOST;
    uint32_t type = record <= NP_MDNS_PTR ? TYPE_PTR : record == NP_MDNS_SRV ? TYPE_SRV : record == NP_MDNS_TXT ? TYPE_TXT : record == NP_MDNS_A ? TYPE_A : TYPE_NSEC;
    uint32_t ttl = record >= NP_MDNS_SRV && record != NP_MDNS_TXT ? TTL_HOST : TTL_OTHER;
    if (ttl > w->ttl_most) ttl = w->ttl_most;
    put_name(w, name);
    put16(w, type);
    put16(w, CLASS_IN | (record >= NP_MDNS_SRV ? w->flush : 0u));
    put16(w, 0);
    put16(w, ttl);
    uint32_t length_at = w->at;
    w->at += 2;
    uint8_t value[PLATFORM_MOST > 16 ? PLATFORM_MOST : 16];
    switch (record) {
    case NP_MDNS_SERVICES:
        put_name(w, NAME_SERVICE);
        break;
    case NP_MDNS_PTR:
        put_name(w, NAME_INSTANCE);
        break;
    case NP_MDNS_SRV:
        put16(w, 0);
        put16(w, 0);
        put16(w, w->m->port);
        put_name(w, NAME_HOST);
        break;
    case NP_MDNS_TXT:
        put_text(w, "id=", value, hex(w->m->board, 16, value));
        put_text(w, "platform=", value, text_label(w->m->platform, value, PLATFORM_MOST));
        break;
    case NP_MDNS_A:
        np_put32(w->to + w->at, w->m->address);
        w->at += 4;
        break;
    default:                    /* NSEC: of this name there is an A record, and no other */
        put_name(w, NAME_HOST);
        w->to[w->at++] = 0;
        w->to[w->at++] = 1;
        w->to[w->at++] = 0x80u >> TYPE_A;
        break;
    }
    w->to[length_at] = (uint8_t)((w->at - length_at - 2) >> 8);
    w->to[length_at + 1] = (uint8_t)(w->at - length_at - 2);
}

static uint32_t put_records(packet_writer *w, uint16_t records)
{
    uint32_t count = 0;
    for (uint32_t record = NP_MDNS_SERVICES; record <= NP_MDNS_NSEC; record <<= 1) {
        if (!(records & record)) continue;
        put_record(w, record);
        count++;
    }
    return count;
}

/* What a record makes one ask for next. */
static uint16_t companions(uint16_t records)
{
    uint16_t more = 0;
    if (records & NP_MDNS_PTR) more |= NP_MDNS_SRV | NP_MDNS_TXT | NP_MDNS_A;
    if (records & NP_MDNS_SRV) more |= NP_MDNS_A;
    if (records & NP_MDNS_NSEC) more |= NP_MDNS_A;
    return more & (uint16_t)~records;
}

static uint32_t finish(packet_writer *w, uint32_t id, uint32_t questions, uint16_t records)
{
    uint32_t answers = put_records(w, records), more = put_records(w, companions(records)), end = w->at;
    w->at = 0;
    put16(w, id);
    put16(w, FLAGS_ANSWER);
    put16(w, questions);
    put16(w, answers);
    put16(w, 0);
    put16(w, more);
    return end;
}

uint32_t np_mdns_build(const np_mdns *m, uint16_t records, bool ttl_0, uint8_t *to)
{
    packet_writer w = { .m = m, .to = to, .at = HEAD, .flush = TOP_BIT, .ttl_most = ttl_0 ? 0 : TTL_OTHER };
    return finish(&w, 0, 0, records);
}

uint32_t np_mdns_build_plain(const np_mdns *m, const np_mdns_question *question, const uint8_t *packet, uint8_t *to)
{
    packet_writer w = { .m = m, .to = to, .at = question->question_end, .ttl_most = TTL_PLAIN };
    if (question->question_end > PLAIN_MOST) return 0;
    memcpy(to + HEAD, packet + HEAD, question->question_end - (uint32_t)HEAD);
    return finish(&w, question->id, question->questions, question->wanted);
}
