#include "store_model.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/store_format.h"
#include "np_errors.h"
#include "vm/crc32.h"

_Noreturn void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("FAIL ");
    vprintf(format, arguments);
    printf("\n");
    va_end(arguments);
    exit(1);
}

uint32_t random_below(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return (uint32_t)(((uint64_t)*seed * below) >> 32);
}

np_store_kind kind_of(const model *m, uint32_t i) { return i < m->images ? NP_STORE_IMAGE : i % 8 == 7 ? NP_STORE_CONFIG : NP_STORE_FUNCTION; }
uint64_t key_of(uint32_t i) { return 0x0123456700000000u + i; }

/* A word of a payload: random, blank, or made to look like the store's own words. */
static uint32_t payload_word(uint32_t version, uint32_t n)
{
    if (n == 0) return version;
    static np_head head = { .magic = NP_HEAD_MAGIC, .lap = 9, .sequence = 0x7FFFFFFF, .closed = NP_BLANK, .retired = NP_BLANK };
    static np_record record = { NP_RECORD_MAGIC | NP_STORE_FUNCTION, 40, 3, 3, 0, 0, NP_COMMITTED, NP_STAGE_1, NP_BLANK };
    if (head.check == 0) head.check = np_crc32(&head.magic, 3);
    if (record.check == 0) record.check = np_crc32(&record.magic, 4);
    uint32_t x = (version * 2654435761u) ^ (n * 0x9E3779B9u);
    switch (version % 4) {
    case 0: return x | 1u;
    case 1: return n % 64 < 33 ? NP_BLANK : x;
    case 2: return (&head.magic)[n % (sizeof head / 4)];
    default: return (&record.magic)[n % (sizeof record / 4)];
    }
}

static model_entry *entry_of(model *m, const np_record_info *record)
{
    uint64_t i = record->key - key_of(0);
    if (i >= m->keys || kind_of(m, (uint32_t)i) != record->kind) fail("a record of an unknown kind %u or key", record->kind);
    return &m->entries[i];
}

static bool live(void *context, const np_record_info *record)
{
    return entry_of(context, record)->at == record->at && record->stage != 2;
}

static void moved(void *context, const np_record_info *record, uint32_t old_at)
{
    model_entry *entry = entry_of(context, record);
    CHECK(entry->at == old_at && entry->stage == record->stage && entry->length == record->length);
    np_record_info info;
    CHECK(np_store_info(&((model *)context)->store, old_at, &info) == 0);
    entry->at = record->at;
    ((model *)context)->moves++;
}

static void found(void *context, const np_record_info *record) { entry_of(context, record)->at = record->at; }

void model_open(model *m, uint32_t sectors, uint32_t window, uint32_t keys, uint32_t images)
{
    memset(m, 0, sizeof *m);
    CHECK(np_flash_sim_open(&m->sim, sectors, window, NULL));
    m->owner = (np_store_owner){ m, live, moved };
    m->keys = keys;
    m->images = images;
    CHECK(model_mount(m));
}

/* Reads a whole record and compares it. */
static void check_payload(const model *m, uint32_t i, uint32_t at, uint32_t version, uint32_t length)
{
    uint32_t chunk[61];
    for (uint32_t done = 0; done < length;) {
        uint32_t n = length - done < sizeof chunk ? length - done : (uint32_t)sizeof chunk;
        CHECK(np_store_read(&m->store, at, done, chunk, n) == 0);
        for (uint32_t k = 0; k < n / 4; k++) {
            if (chunk[k] != payload_word(version, done / 4 + k)) fail("key %u at %u: word %u is wrong", i, at, done / 4 + k);
        }
        done += n;
    }
    if (kind_of(m, i) == NP_STORE_IMAGE) {
        const uint32_t *mapped = np_store_mapped(&m->store, at);
        CHECK(mapped != NULL && at + 36 + length <= m->sim.flash.window * NP_SECTOR && memcmp(mapped, m->sim.bytes + at + 36, length) == 0);
    }
}

/* The last record of each key, by the store's own order. */
typedef struct {
    model *m;
    np_record_info last[KEYS];
} order;

static bool note_last(void *context, const np_record_info *record)
{
    order *o = context;
    o->last[entry_of(o->m, record) - o->m->entries] = *record;
    return true;
}

static void find_last(model *m, order *o)
{
    o->m = m;
    memset(o->last, 0, m->keys * sizeof *o->last);
    for (np_store_kind kind = NP_STORE_IMAGE; kind <= NP_STORE_CONFIG; kind++) CHECK(np_store_each(&m->store, kind, note_last, o) == 0);
    uint32_t any = m->versions % m->keys;
    np_record_info info;
    int there = np_store_find(&m->store, kind_of(m, any), key_of(any), &info);
    CHECK(there == 0 ? info.at == o->last[any].at : there == NP_E_STORE_NOT_FOUND && o->last[any].at == 0);
}

void model_check(model *m)
{
    static order o;
    find_last(m, &o);
    for (uint32_t i = 0; i < m->keys; i++) {
        model_entry *e = &m->entries[i];
        np_record_info info, *last = &o.last[i];
        if (e->at == 0) {
            if (last->at == 0) {
                /* a record that was removed may have been collected */
                if (e->version != 0 && e->stage != 2 && e->next_stage != 2) fail("key %u is lost", i);
                *e = (model_entry){ 0 };
                continue;
            }
            CHECK(e->version != 0 && e->stage == 2 && last->stage == 2);
            e->at = last->at;
        }
        CHECK(np_store_info(&m->store, e->at, &info) == 0);
        CHECK(info.key == key_of(i) && info.kind == kind_of(m, i) && info.at == e->at);
        uint32_t version;
        CHECK(np_store_read(&m->store, e->at, 0, &version, 4) == 0);
        bool old = version == e->version, new = version == e->next_version && version != 0;
        if (!old && !new) fail("key %u has version %u, not %u or %u", i, version, e->version, e->next_version);
        if (info.length != (old ? e->length : e->next_length)) fail("key %u has a wrong length", i);
        if (old && info.stage != e->stage && (e->next_stage == 0 || info.stage != e->next_stage)) fail("key %u has stage %u, not %u", i, info.stage, e->stage);
        if (new && info.stage != 0) fail("key %u has a stage, and is new", i);
        check_payload(m, i, e->at, version, info.length);
        CHECK(np_store_check(&m->store, e->at) == 0);
        *e = (model_entry){ .version = version, .length = info.length, .stage = info.stage, .at = e->at };
        CHECK(last->at == e->at);
        if (e->stage == 2) e->at = 0;
    }
}

bool model_mount(model *m)
{
    memset(m->writers, 0, sizeof m->writers);
    for (uint32_t i = 0; i < m->keys; i++) m->entries[i].at = 0;
    uint64_t before = m->sim.operations;
    int e = np_store_mount(&m->store, &m->sim.flash, &m->owner, found);
    CHECK(e == 0 && m->sim.operations == before);
    model_check(m);
    return true;
}

/* Whether an operation was done (1), refused for want of room (0), or power went (-1); all else fails. */
static int outcome(model *m, int e)
{
    if (m->sim.fault) fail("the flash says: %s", m->sim.fault);
    if (m->sim.off) {
        CHECK(e < 0);
        return -1;
    }
    if (e == NP_E_STORE_FULL) {
        m->full++;
        return 0;
    }
    if (e < 0) fail("error %d", e);
    return 1;
}

bool model_begin(model *m, uint32_t w, uint32_t i, uint32_t length)
{
    model_writer *writer = &m->writers[w];
    int done = outcome(m, np_store_begin(&m->store, &writer->writer, kind_of(m, i), key_of(i), length));
    if (done == 1) {
        writer->i = i;
        writer->length = length;
        writer->version = ++m->versions;
    }
    return done >= 0;
}

bool model_feed(model *m, uint32_t w, uint32_t length)
{
    model_writer *writer = &m->writers[w];
    uint32_t chunk[64];
    while (length > 0 && writer->writer.written < writer->length) {
        uint32_t n = writer->length - writer->writer.written;
        if (n > sizeof chunk) n = sizeof chunk;
        if (n > length) n = length;
        for (uint32_t k = 0; k < n / 4; k++) chunk[k] = payload_word(writer->version, writer->writer.written / 4 + k);
        if (outcome(m, np_store_append(&m->store, &writer->writer, chunk, n)) < 0) return false;
        length -= n;
    }
    return true;
}

bool model_commit(model *m, uint32_t w)
{
    model_writer *writer = &m->writers[w];
    model_entry *e = &m->entries[writer->i];
    e->next_version = writer->version;
    e->next_length = writer->length;
    int32_t at = np_store_commit(&m->store, &writer->writer);
    writer->version = 0;
    int done = outcome(m, at < 0 ? at : 0);
    if (done < 0) return false;
    if (done == 1) *e = (model_entry){ .version = e->next_version, .length = e->next_length, .at = (uint32_t)at };
    e->next_version = 0;
    return true;
}

bool model_write(model *m, uint32_t i, uint32_t length)
{
    uint32_t w = 0;
    while (m->writers[w].version != 0) w++;
    CHECK(w < MODEL_WRITERS);
    if (!model_begin(m, w, i, length)) return false;
    if (m->writers[w].version == 0) return true;
    return model_feed(m, w, length) && model_commit(m, w);
}

bool model_advance(model *m, uint32_t i, uint32_t stage)
{
    model_entry *e = &m->entries[i];
    if (e->at == 0) return true;
    e->next_stage = stage;
    if (outcome(m, np_store_advance(&m->store, e->at, stage)) < 0) return false;
    e->next_stage = 0;
    if (stage > e->stage) e->stage = stage;
    if (stage == 2) e->at = 0;      /* from now on it may go */
    return true;
}

bool model_idle(model *m)
{
    np_store_idle(&m->store);
    if (m->sim.fault) fail("the flash says: %s", m->sim.fault);
    return !m->sim.off;
}

bool model_step(model *m, uint32_t *seed, uint32_t most)
{
    uint32_t what = random_below(seed, 100), i = random_below(seed, m->keys), w = 1 + random_below(seed, MODEL_WRITERS - 1);
    /* three of four go to a few hot records, so that collections find others alive */
    if (random_below(seed, 4) != 0) i = m->images + random_below(seed, (m->keys - m->images) / 4);
    uint32_t length = 4 + 4 * random_below(seed, random_below(seed, 8) == 0 ? most / 4 : most / 32);
    model_writer *writer = &m->writers[w];
    if (what < 45) return model_write(m, i, length);
    if (what < 60) return model_advance(m, i, 1 + random_below(seed, 2));
    if (what < 75) return model_idle(m);
    if (writer->version == 0) return model_begin(m, w, i, length);
    if (what < 90) return model_feed(m, w, 4 + 4 * random_below(seed, 200));
    if (what < 93) {
        np_store_cancel(&m->store, &writer->writer);
        writer->version = 0;
        return true;
    }
    return model_feed(m, w, writer->length) && model_commit(m, w);
}
