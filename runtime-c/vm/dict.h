/* Dicts and sets: entries in insertion order, and above eight of them an open-addressed index (as CPython's compact dict; R. Hettinger, 2012).
 *
 * An entry has its key's hash in front only in *wide* tables: those that have held a key whose hash takes user code. Everywhere
 * else the hash is computed from the key when it is needed.
 * Keys and tables are named by slots where something may be allocated.
 */
#ifndef NP_DICT_H
#define NP_DICT_H

#include "state.h"

#define NP_DICT_MISSING (-1)
#define NP_DICT_USER (-2)       /* the answer takes user code: the prelude's way */

np_value np_dict_new(np_vm *vm);
np_value np_set_new(np_vm *vm, bool frozen);

/* Number of the entry with this key, NP_DICT_MISSING, or NP_DICT_USER (unhashable keys too). Allocates nothing. */
int32_t np_dict_find(np_vm *vm, np_value dict, np_value key);
/* The same for names (and None) in the dicts of classes and instances: looks at no key but str and the very value, so that it never asks
 * a class for its __eq__, which might stand in this dict. */
int32_t np_dict_find_name(np_vm *vm, np_value dict, np_value name);
/* Next entry after entry number `after` (-1: from the start) whose hash is this, whatever its key; -1 if none. */
int32_t np_dict_probe(np_vm *vm, np_value dict, uint32_t hash, int32_t after);

uint32_t np_dict_used(const np_vm *vm, np_value dict);      /* entry numbers go below this */
uint32_t np_dict_live(const np_vm *vm, np_value dict);
np_value np_dict_key(const np_vm *vm, np_value dict, uint32_t entry);     /* unbound: deleted, or no such entry */
np_value np_dict_value(const np_vm *vm, np_value dict, uint32_t entry);   /* of a set: its key */
void np_dict_store(np_vm *vm, np_value dict, uint32_t entry, np_value value);

/* Appends an entry that is not there yet. `wide`: the hash was computed by user code and is kept. false: no memory. */
bool np_dict_append(np_vm *vm, uint32_t dict_slot, uint32_t key_slot, uint32_t value_slot, uint32_t hash, bool wide);
void np_dict_remove(np_vm *vm, np_value dict, uint32_t entry);
void np_dict_clear(np_vm *vm, np_value dict);

/* dict[key] = value. 1 done, 0 no memory (exception set), NP_DICT_USER. For a set value_slot is not read. */
int np_dict_put(np_vm *vm, uint32_t dict_slot, uint32_t key_slot, uint32_t value_slot);
/* A shallow copy. */
np_value np_dict_copy(np_vm *vm, uint32_t dict_slot);

#endif
