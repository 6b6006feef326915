# Builtin functions over iterables.

