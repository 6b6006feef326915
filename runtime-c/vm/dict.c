/* Dicts and sets. See dict.h for the layout. */
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "object.h"

#include <string.h>

#define LINEAR 8u       /* entries that are searched without an index */

static uint32_t *words(const np_vm *vm, np_value d) { return np_at(vm, d); }
static bool is_set(const uint32_t *w) { return np_h_type(w[0]) == NP_SET; }
static bool is_wide(const uint32_t *w) { return np_h_aux1(w[0]); }
static uint32_t stride(const uint32_t *w) { return (is_set(w) ? 1u : 2u) + (is_wide(w) ? 2u : 0u); }

uint32_t np_dict_used(const np_vm *vm, np_value d) { return (uint32_t)np_to_int(words(vm, d)[NP_DICT_USED]); }
uint32_t np_dict_live(const np_vm *vm, np_value d) { return (uint32_t)np_to_int(words(vm, d)[NP_DICT_LIVE]); }

static np_value new_table(np_vm *vm, uint32_t type, bool frozen)
{
    np_value d = np_alloc(vm, type, frozen, 0, NP_DICT_WORDS);
    if (d == NP_UNBOUND) return d;
    words(vm, d)[NP_DICT_USED] = np_int(0);
    words(vm, d)[NP_DICT_LIVE] = np_int(0);
    return d;
}
np_value np_dict_new(np_vm *vm) { return new_table(vm, NP_DICT, false); }
np_value np_set_new(np_vm *vm, bool frozen) { return new_table(vm, NP_SET, frozen); }

/* First word of an entry (its key, behind the hash where there is one). */
static uint32_t *entry_key(const np_vm *vm, const uint32_t *w, uint32_t entry)
{
    return words(vm, w[NP_DICT_ENTRIES]) + 1 + entry * stride(w) + (is_wide(w) ? 2 : 0);
}

np_value np_dict_key(const np_vm *vm, np_value d, uint32_t entry)
{
    const uint32_t *w = words(vm, d);
    return entry < (uint32_t)np_to_int(w[NP_DICT_USED]) ? *entry_key(vm, w, entry) : NP_UNBOUND;
}

np_value np_dict_value(const np_vm *vm, np_value d, uint32_t entry)
{
    const uint32_t *w = words(vm, d);
    return entry_key(vm, w, entry)[is_set(w) ? 0 : 1];
}

void np_dict_store(np_vm *vm, np_value d, uint32_t entry, np_value value)
{
    const uint32_t *w = words(vm, d);
    if (!is_set(w)) entry_key(vm, w, entry)[1] = value;
}

static uint32_t entry_hash(np_vm *vm, const uint32_t *w, uint32_t entry)
{
    uint32_t *key = entry_key(vm, w, entry), hash = 0;
    if (is_wide(w)) return ((uint32_t)np_to_int(key[-2]) & 0xFFFFu) | ((uint32_t)np_to_int(key[-1]) << 16);
    np_hash(vm, *key, &hash);
    return hash;
}

/* --- index ---------------------------------------------------------------------------------------------------- */

static uint32_t index_slots(const uint32_t *x) { return (np_h_words(x[0]) - 1) * (np_h_aux1(x[0]) ? 1 : 2); }

static uint32_t index_get(const uint32_t *x, uint32_t i)
{
    if (np_h_aux1(x[0])) return x[1 + i];
    return (x[1 + (i >> 1)] >> ((i & 1u) * 16u)) & 0xFFFFu;
}

static void index_put(uint32_t *x, uint32_t i, uint32_t n)
{
    if (np_h_aux1(x[0])) x[1 + i] = n;
    else x[1 + (i >> 1)] = (x[1 + (i >> 1)] & (0xFFFF0000u >> ((i & 1u) * 16u))) | (n << ((i & 1u) * 16u));
}

static uint32_t spread(uint32_t hash)
{
    hash *= 0x9E3779B1u;
    return hash ^ (hash >> 16);
}

static void index_add(uint32_t *x, uint32_t hash, uint32_t entry)
{
    uint32_t mask = index_slots(x) - 1, i = spread(hash) & mask;
    for (uint32_t tries = 0; tries <= mask && index_get(x, i); tries++) i = (i + 1) & mask;
    index_put(x, i, entry + 1);
}

/* --- look-up -------------------------------------------------------------------------------------------------- */

/* 1 equal, 0 not, -1 user code. */
static int same_key(np_vm *vm, np_value a, np_value b)
{
    if (a == b) return 1;
    if (np_is_int(a) && np_is_int(b)) return 0;
    return np_equal(vm, a, b);
}

/* Walks candidates with `hash` from after `after`; where `key` is given stops only at an equal one. `names`: keys that are no str are passed over. */
static int32_t look(np_vm *vm, np_value d, uint32_t hash, np_value key, int32_t after, bool names)
{
    uint32_t *w = words(vm, d), used = (uint32_t)np_to_int(w[NP_DICT_USED]);
    if (used == 0) return NP_DICT_MISSING;
    if (w[NP_DICT_INDEX] == NP_UNBOUND) {
        for (uint32_t e = (uint32_t)(after + 1); e < used; e++) {
            np_value k = *entry_key(vm, w, e);
            if (k == NP_UNBOUND) continue;
            if (key == NP_UNBOUND) {
                if (entry_hash(vm, w, e) == hash) return (int32_t)e;
                continue;
            }
            if (k == key) return (int32_t)e;
            if (np_is_imm(k, NP_IMM_SYMBOL) && np_is_imm(key, NP_IMM_SYMBOL)) continue;
            if (names && !np_is_str(vm, k)) continue;
            if (entry_hash(vm, w, e) != hash) continue;
            int same = same_key(vm, k, key);
            if (same) return same > 0 ? (int32_t)e : NP_DICT_USER;
        }
        return NP_DICT_MISSING;
    }
    const uint32_t *x = words(vm, w[NP_DICT_INDEX]);
    uint32_t mask = index_slots(x) - 1, i = spread(hash) & mask;
    bool seen = after < 0;
    for (uint32_t tries = 0; tries <= mask; tries++, i = (i + 1) & mask) {
        uint32_t n = index_get(x, i);
        if (n == 0) break;
        if (!seen) {
            seen = n - 1 == (uint32_t)after;
            continue;
        }
        if (n > used) continue;
        np_value k = *entry_key(vm, w, n - 1);
        if (k == NP_UNBOUND) continue;
        if (key != NP_UNBOUND) {
            if (k == key) return (int32_t)n - 1;
            if (np_is_int(k) && np_is_int(key)) continue;
        }
        if (names && !np_is_str(vm, k)) continue;
        if (entry_hash(vm, w, n - 1) != hash) continue;
        if (key == NP_UNBOUND) return (int32_t)n - 1;
        int same = same_key(vm, k, key);
        if (same) return same > 0 ? (int32_t)n - 1 : NP_DICT_USER;
    }
    return NP_DICT_MISSING;
}

int32_t np_dict_find(np_vm *vm, np_value d, np_value key)
{
    uint32_t hash;
    if (!np_hash(vm, key, &hash)) return NP_DICT_USER;
    return look(vm, d, hash, key, -1, false);
}

int32_t np_dict_find_name(np_vm *vm, np_value d, np_value name)
{
    uint32_t hash;
    if (!np_hash(vm, name, &hash)) return NP_DICT_USER;
    return look(vm, d, hash, name, -1, true);
}

int32_t np_dict_probe(np_vm *vm, np_value d, uint32_t hash, int32_t after) { return look(vm, d, hash, NP_UNBOUND, after, false); }

/* --- growth --------------------------------------------------------------------------------------------------- */

/* Makes room for one more entry: entries compacted into a new array, index rebuilt. */
static bool rebuild(np_vm *vm, uint32_t slot, bool wide)
{
    uint32_t *w = words(vm, np_get(vm, slot));
    uint32_t live = (uint32_t)np_to_int(w[NP_DICT_LIVE]);
    uint32_t room = live < 4 ? live + 2 - (live & 1u) : live + live / 2 + 1;
    uint32_t width = (is_set(w) ? 1u : 2u) + (wide ? 2u : 0u);
    if (room > NP_MAX_WORDS / 8) {
        np_raise_memory(vm);
        return false;
    }
    np_value fresh = np_alloc(vm, NP_ARRAY, 0, 0, 1 + room * width);
    if (fresh == NP_UNBOUND) return false;
    w = words(vm, np_get(vm, slot));
    uint32_t used = (uint32_t)np_to_int(w[NP_DICT_USED]), n = 0;
    for (uint32_t e = 0; e < used && n < room; e++) {
        uint32_t *key = entry_key(vm, w, e), *to = words(vm, fresh) + 1 + n * width;
        if (*key == NP_UNBOUND) continue;
        if (wide) {
            uint32_t hash = entry_hash(vm, w, e);
            to[0] = np_int((int32_t)(hash & 0xFFFFu));
            to[1] = np_int((int32_t)(hash >> 16));
            to += 2;
        }
        to[0] = key[0];
        if (!is_set(w)) to[1] = key[1];
        n++;
    }
    w[NP_DICT_ENTRIES] = fresh;
    w[NP_DICT_USED] = np_int((int32_t)n);
    w[NP_DICT_INDEX] = NP_UNBOUND;
    if (wide) w[0] |= 1u << 9;
    if (room <= LINEAR) return true;
    uint32_t slots = 16;
    while (slots < room + room / 3) slots *= 2;
    bool big = room >= 0xFFFF;
    np_value index = np_alloc(vm, NP_INDEX, 0, big, 1 + (big ? slots : slots / 2));
    if (index == NP_UNBOUND) {
        /* without an index it is still right, only slow; the caller reports the lack of memory */
        return false;
    }
    w = words(vm, np_get(vm, slot));
    w[NP_DICT_INDEX] = index;
    for (uint32_t e = 0; e < n; e++) index_add(words(vm, index), entry_hash(vm, w, e), e);
    return true;
}

bool np_dict_append(np_vm *vm, uint32_t slot, uint32_t key_slot, uint32_t value_slot, uint32_t hash, bool wide)
{
    uint32_t *w = words(vm, np_get(vm, slot));
    uint32_t used = (uint32_t)np_to_int(w[NP_DICT_USED]);
    uint32_t room = w[NP_DICT_ENTRIES] ? (np_h_words(*words(vm, w[NP_DICT_ENTRIES])) - 1) / stride(w) : 0;
    if (used >= room || (wide && !is_wide(w))) {
        if (!rebuild(vm, slot, wide || is_wide(w))) return false;
        w = words(vm, np_get(vm, slot));
        used = (uint32_t)np_to_int(w[NP_DICT_USED]);
    }
    uint32_t *key = entry_key(vm, w, used);
    if (is_wide(w)) {
        key[-2] = np_int((int32_t)(hash & 0xFFFFu));
        key[-1] = np_int((int32_t)(hash >> 16));
    }
    key[0] = np_get(vm, key_slot);
    if (!is_set(w)) key[1] = np_get(vm, value_slot);
    w[NP_DICT_USED] = np_int((int32_t)used + 1);
    w[NP_DICT_LIVE] = np_int(np_to_int(w[NP_DICT_LIVE]) + 1);
    if (w[NP_DICT_INDEX] != NP_UNBOUND) index_add(words(vm, w[NP_DICT_INDEX]), hash, used);
    return true;
}

void np_dict_remove(np_vm *vm, np_value d, uint32_t entry)
{
    uint32_t *w = words(vm, d), *key = entry_key(vm, w, entry);
    key[0] = NP_UNBOUND;
    if (!is_set(w)) key[1] = NP_UNBOUND;
    w[NP_DICT_LIVE] = np_int(np_to_int(w[NP_DICT_LIVE]) - 1);
    if (w[NP_DICT_LIVE] == np_int(0)) np_dict_clear(vm, d);
}

void np_dict_clear(np_vm *vm, np_value d)
{
    uint32_t *w = words(vm, d);
    w[NP_DICT_USED] = w[NP_DICT_LIVE] = np_int(0);
    w[NP_DICT_ENTRIES] = w[NP_DICT_INDEX] = NP_UNBOUND;
}

int np_dict_put(np_vm *vm, uint32_t slot, uint32_t key_slot, uint32_t value_slot)
{
    uint32_t hash;
    np_value key = np_get(vm, key_slot), d = np_get(vm, slot);
    if (!np_hash(vm, key, &hash)) return NP_DICT_USER;
    int32_t e = look(vm, d, hash, key, -1, false);
    if (e == NP_DICT_USER) return NP_DICT_USER;
    if (e >= 0) {
        if (np_h_type(words(vm, d)[0]) == NP_DICT) np_dict_store(vm, d, (uint32_t)e, np_get(vm, value_slot));
        return 1;
    }
    return np_dict_append(vm, slot, key_slot, value_slot, hash, false);
}

np_value np_dict_copy(np_vm *vm, uint32_t slot)
{
    const uint32_t *w = words(vm, np_get(vm, slot));
    np_value d = np_alloc(vm, np_h_type(w[0]), np_h_aux2(w[0]), np_h_aux1(w[0]), NP_DICT_WORDS);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(6), d);
    w = words(vm, np_get(vm, slot));
    memcpy(words(vm, d) + 1, w + 1, 4u * (NP_DICT_WORDS - 1));
    /* the copy shares entries until rebuild has given it its own */
    bool ok = np_to_int(w[NP_DICT_LIVE]) == 0 || rebuild(vm, NP_TEMP(6), is_wide(w));
    d = np_get(vm, NP_TEMP(6));
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    if (!ok) return NP_UNBOUND;
    if (np_dict_live(vm, d) == 0) np_dict_clear(vm, d);
    return d;
}
