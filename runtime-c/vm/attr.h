/* Attributes: look-up along classes, binding, storing; classes' making; super(). */
#ifndef NP_ATTR_H
#define NP_ATTR_H

#include "state.h"

/* Attribute of a class (CLASS or builtin type) along its method resolution order, unbound if none. Nothing is bound or called. */
np_value np_class_lookup(const np_vm *vm, np_value cls, np_value name);

/* np_class_override, and how many classes along the order it was found. */
np_value np_class_lookup_level(const np_vm *vm, np_value cls, np_value name, uint32_t *level);

/* What the classes written in Python say of the special method `symbol` of an instance; unbound if they leave it to the builtin type at their root, or if
 * obj is no instance. A class has the special methods of what it names as __metaclass__. Exceptions' builtin classes count as if they were written in Python. */
np_value np_override(const np_vm *vm, np_value obj, uint32_t symbol);
np_value np_class_override(const np_vm *vm, np_value cls, np_value name);

/* What a function that is found as attribute `name` of obj's class acts on: obj, or for a method of the builtin type at the root of its class, the payload. */
np_value np_receiver(const np_vm *vm, np_value function, np_value obj, np_value name);

/* How an instance of `cls` gets `name`, through the cache: a small int, the word of its slot; a class attribute; NP_STOP, neither. */
np_value np_resolve(np_vm *vm, np_value cls, np_value name);

/* obj.name: a value, NP_TAIL, or NP_UNBOUND with AttributeError. */
np_value np_get_attr(np_vm *vm, np_value obj, np_value name);
/* The same without the class's own __getattribute__. */
np_value np_get_own_attr(np_vm *vm, np_value obj, np_value name);
/* The callable for obj.name(…): *with_self says that obj is to be its first argument. NP_TAIL: the attribute is computed by a call. */
np_value np_get_method(np_vm *vm, np_value obj, np_value name, bool *with_self);
/* NP_NONE, NP_TAIL or NP_UNBOUND. value unbound: delete. */
np_value np_set_attr(np_vm *vm, np_value obj, np_value name, uint32_t value_slot);
np_value np_del_attr(np_vm *vm, np_value obj, np_value name);
/* The same without the class's own __setattr__ and __delattr__. */
np_value np_set_own_attr(np_vm *vm, np_value obj, np_value name, uint32_t value_slot);
np_value np_del_own_attr(np_vm *vm, np_value obj, np_value name);
/* Gives an instance an attribute of its own, whatever its class has of that name; value unbound: takes it away. */
np_value np_store(np_vm *vm, np_value obj, np_value name, uint32_t value_slot);
/* super(cls, self).name; cls unbound: the class that `owner` (a template value) belongs to. */
np_value np_super_attr(np_vm *vm, np_value cls, np_value owner, np_value self, np_value name);

#define NP_MOST_BASES 255

/* A class out of a template, or without one of that name, the tuple of bases in `bases_slot` and the namespace in the slot behind it (dict or None). */
np_value np_class_new(np_vm *vm, np_value template, uint32_t bases_slot);

/* Notes in a class's header that it wants to know of stores (bit 9) and reads, once its resolution order is known. */
void np_class_watch(np_vm *vm, np_value cls);

/* Is `f` something that binds to the object it is found through? */
bool np_is_function(const np_vm *vm, np_value f);
np_value np_bind_method(np_vm *vm, np_value self, np_value function);

#endif
