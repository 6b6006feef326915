# Pike's machine ("Regular Expression Matching: the Virtual Machine Approach", Cox 2009): it goes over the text once, with a list of threads in
# the order in which backtracking would try them. A program is two columns: `ops`, a byte an instruction, and `args`.
#
#   0 CHAR code      1 SET set      2 NOTSET set      3 ANY but a newline      4 ALL     these take a character, the others none
#   5 SPLIT to: here first, then `to`      6 LAZY to: `to` first      7 JUMP to      8 SAVE slot      9 MATCH
#   10 AT place      11 LOOK (program, positive, width)      12 ENTER loop      13 ITER (to, loop)      14 LAZYITER (to, loop)
#
# The last three are for loops whose body may match nothing: an iteration that took nothing is the last one.
# A set is (ASCII members, ranges and categories of the others[, True where case is ignored]).

# The code of no character.
NONE = 0x110000
WORD = b'etaoinsrhldcumfpgwybvkxjqz_ETAOINSRHLDCUMFPGWYBVKXJQZ0123456789'


class Program:
    def __init__(self, code, groups):
        # From the fragments' pairs of operation and argument, whose jumps are relative.
        self.ops = bytes(code[::2])
        args = code[1::2]
        pc = 0
        for op in self.ops:
            if 5 <= op <= 7:
                args[pc] += pc
            elif op > 12:
                args[pc] = (args[pc][0] + pc, args[pc][1])
            pc += 1
        self.args = tuple(args)
        self.groups = groups
        self.prefix = self.first = self.memo = None


def _chunk(text, pos, end):
    piece = text[pos:min(pos + 48, end)]
    if not isinstance(piece, str):
        return piece
    return piece.encode() if piece.isascii() else [ord(c) for c in piece]


def _code_at(text, pos):
    if pos < 0:
        return NONE
    c = text[pos]
    return c if isinstance(c, int) else ord(c)


def run(program, text, pos, end, mode, state, refuses):
    # Mode 0 searches, 1 matches at pos, 2 matches at pos and to the end; with `refuses` an empty match at pos is none.
    # A thread's state is where it began, or a list: begin, end, begin and end of each group, number of the group that ended last.
    # Gives (state, end of the match), or None.
    ops = program.ops
    args = program.args
    first = program.first
    prefix = program.prefix
    marks = [-1] * len(ops)
    # Pairs of instruction and loops that began here, in the few programs that have such loops.
    seen = None
    stack = []
    origin = pos
    pcs = []
    states = []
    found = None
    chunk = b''
    at = size = 0
    before = NONE if pos == 0 else _code_at(text, pos - 1)
    while True:
        if at == size:
            chunk = _chunk(text, pos, end)
            size = len(chunk)
            at = 0
        c = chunk[at] if size else NONE
        if not pcs and mode == 0:
            # No thread lives: on to where one can begin.
            if prefix is not None:
                start = text.find(prefix, pos, end)
                if start < 0:
                    return None
                if start > pos:
                    pos = start
                    before = _code_at(text, pos - 1)
                    at = size = 0
                    continue
            elif first is not None:
                while c < 128 and c not in first:
                    pos += 1
                    at += 1
                    before = c
                    if at == size:
                        chunk = _chunk(text, pos, end)
                        size = len(chunk)
                        at = 0
                    c = chunk[at] if size else NONE
        if found is None and (pos == origin or mode == 0 and (first is None or c >= 128 or c in first)):
            pcs.append(0)
            states.append(pos if state is None else state)
        new_pcs = []
        new_states = []
        done = False
        if seen:
            seen = None
        i = 0
        for pc in pcs:
            caps = states[i]
            i += 1
            mask = 0
            while True:
                if mask or marks[pc] != pos:
                    op = ops[pc]
                    if op < 5:
                        if marks[pc] == pos:
                            takes = False
                        elif op == 0:
                            takes = args[pc] == c
                        elif op == 1:
                            takes = c in args[pc][0] if c < 128 else _wide(args[pc], c)
                        elif op == 2:
                            takes = c not in args[pc][0] if c < 128 else not _wide(args[pc], c)
                        else:
                            takes = op == 4 or c != 10
                        marks[pc] = pos
                        if takes:
                            new_pcs.append(pc + 1)
                            new_states.append(caps)
                    else:
                        if not mask:
                            marks[pc] = pos
                            fresh = True
                        else:
                            key = pc + mask * 0x10000
                            if seen is None:
                                seen = set()
                            fresh = key not in seen
                            seen.add(key)
                        if fresh:
                            arg = args[pc]
                            pc += 1
                            if op == 5:
                                stack.append(arg)
                                stack.append(caps)
                                stack.append(mask)
                                continue
                            if op == 6:
                                stack.append(pc)
                                stack.append(caps)
                                stack.append(mask)
                                pc = arg
                                continue
                            if op == 7:
                                pc = arg
                                continue
                            if op == 8:
                                if isinstance(caps, int):
                                    caps = [caps] + [-1] * (2 * program.groups + 2)
                                else:
                                    caps = caps.copy()
                                caps[arg] = pos
                                if arg & 1:
                                    caps[-1] = arg >> 1
                                continue
                            if op == 9:
                                if (mode != 2 or pos == end) and not (refuses and pos == origin):
                                    found = (caps, pos)
                                    done = True
                                    stack.clear()
                                    break
                            elif op == 10:
                                if _stands(arg, before, c, pos, end):
                                    continue
                            elif op == 11:
                                caps = _look(arg, text, pos, end, caps)
                                if caps is not None:
                                    continue
                            elif op == 12:
                                mask &= ~(1 << arg)
                                continue
                            else:
                                bit = 1 << arg[1]
                                if mask & bit:
                                    # It took nothing: a lazy loop has tried what follows.
                                    if op == 13:
                                        mask &= ~bit
                                        pc = arg[0]
                                        continue
                                elif op == 13:
                                    stack.append(arg[0])
                                    stack.append(caps)
                                    stack.append(mask)
                                    mask |= bit
                                    continue
                                else:
                                    stack.append(pc)
                                    stack.append(caps)
                                    stack.append(mask | bit)
                                    pc = arg[0]
                                    continue
                if not stack:
                    break
                mask = stack.pop()
                caps = stack.pop()
                pc = stack.pop()
            if done:
                break
        if pos == end or not new_pcs and (mode or found is not None):
            return found
        pcs = new_pcs
        states = new_states
        before = c
        pos += 1
        at += 1


def _wide(set, c):
    # True if a set has a character that is not ASCII.
    if c == NONE:
        return False
    if _listed(set[1], c):
        return True
    if len(set) > 2:
        for other in (chr(c).lower(), chr(c).upper()):
            if len(other) == 1:
                other = ord(other)
                if other in set[0] if other < 128 else _listed(set[1], other):
                    return True
    return False


def _listed(ranges, c):
    for r in ranges:
        if isinstance(r, str):
            if _in_category(r, chr(c)):
                return True
        elif r[0] <= c <= r[1]:
            return True
    return False


def _in_category(letter, c):
    small = letter.lower()
    inside = c.isdecimal() if small == 'd' else c.isspace() if small == 's' else c.isalnum()
    return inside is (letter == small)


def _is_word(c, ascii):
    return c in WORD if c < 128 else not ascii and c < NONE and chr(c).isalnum()


def _stands(place, before, c, pos, end):
    # True if a place is here: ^ and $ (of the text, or with MULTILINE of lines), \A, \Z, \b and \B (with ASCII in capitals).
    if place == '^':
        return pos == 0
    if place == 'm':
        return pos == 0 or before == 10
    if place == '$':
        return pos == end or c == 10 and pos == end - 1
    if place == 'n':
        return c == 10 or pos == end
    if place == 'Z':
        return pos == end
    ascii = place[1:] == 'a'
    if end == 0:
        return False
    return (_is_word(before, ascii) is not _is_word(c, ascii)) is (place[0] == 'b')


def _look(arg, text, pos, end, caps):
    # What an assertion makes of a thread's state; None if it does not hold.
    program, positive, width = arg
    if width == -2:
        r = (caps,) if _holds_ahead(program, text, pos, end) else None
    elif width == -1:
        r = run(program, text, pos, end, 1, caps, False)
    else:
        r = run(program, text, pos - width, end, 1, caps, False) if pos >= width else None
    if positive:
        return None if r is None else r[0]
    return caps if r is None else None


def _holds_ahead(program, text, pos, end):
    # True if a lookahead without bound holds at pos. Where it does is found out for the whole text at once.
    memo = program.memo
    if memo is None or memo[0] is not text or memo[1] != end or memo[2] > pos:
        memo = program.memo = (text, end, pos, _scan_back(program, text, pos, end))
    n = pos - memo[2]
    return memo[3][n >> 3] >> (n & 7) & 1


def _scan_back(program, text, first, end):
    # A bit for each place from `first` on: whether the program, which goes backwards, comes there from anywhere behind.
    ops = program.ops
    args = program.args
    marks = [-1] * len(ops)
    bits = bytearray((end - first >> 3) + 1)
    stack = []
    pcs = []
    chunk = b''
    at = 0
    c = NONE
    pos = end
    while True:
        if at == 0:
            start = max(pos - 48, 0)
            chunk = _chunk(text, start, pos)
            at = pos - start
        at -= 1
        before = chunk[at] if pos else NONE
        pcs.append(0)
        new_pcs = []
        for pc in pcs:
            while True:
                if marks[pc] != pos:
                    marks[pc] = pos
                    op = ops[pc]
                    arg = args[pc]
                    if op < 5:
                        if _takes(op, arg, before):
                            new_pcs.append(pc + 1)
                    elif op == 9:
                        bits[pos - first >> 3] |= 1 << (pos - first & 7)
                    elif op == 10:
                        if _stands(arg, before, c, pos, end):
                            pc += 1
                            continue
                    elif op == 11:
                        if _look(arg, text, pos, end, 0) is not None:
                            pc += 1
                            continue
                    elif op == 7:
                        pc = arg
                        continue
                    else:
                        if op == 5 or op == 6:
                            stack.append(arg)
                        elif op > 12:
                            stack.append(arg[0])
                        pc += 1
                        continue
                if not stack:
                    break
                pc = stack.pop()
        if pos == first:
            return bits
        pcs = new_pcs
        c = before
        pos -= 1


def _takes(op, arg, c):
    if op == 0:
        return arg == c
    if op == 1:
        return c in arg[0] if c < 128 else _wide(arg, c)
    if op == 2:
        return c not in arg[0] if c < 128 else not _wide(arg, c)
    return op == 4 or c != 10
