# Makes programs of patterns.
from _re_machine import Program
from _re_reader import Reader, error

L = 4
M = 8
S = 16
U = 32
X = 64
A = 256
# The width of what has no bound.
_ENDLESS = 0x3FFFFFFF


class Parser(Reader):
    # Makes fragments of code: lists of operation, argument, …, whose jumps are relative. `lo` and `hi` are the width of the last one.

    def __init__(self, pattern, flags):
        Reader.__init__(self, pattern, flags)
        self.globals = flags
        self.loops = 0
        self.looks = []
        self.lo = self.hi = 0
        # True inside a program that goes backwards.
        self.backwards = False
        # True if a lookbehind has no fixed width.
        self.is_loose = False

    def parse(self):
        code = self.alternatives(True)
        if self.at < self.size:
            self.fail('unbalanced parenthesis', self.at)
        if self.is_loose:
            raise error('look-behind requires fixed-width pattern')
        return code

    def alternatives(self, top=False):
        codes = [self.sequence(top)]
        lo = self.lo
        hi = self.hi
        while self.take('|'):
            codes.append(self.sequence(False))
            lo = min(lo, self.lo)
            hi = max(hi, self.hi)
        self.lo = lo
        self.hi = hi
        code = codes.pop()
        while codes:
            branch = codes.pop()
            code = [5, len(branch) // 2 + 2] + branch + [7, len(code) // 2 + 1] + code
        return code

    def sequence(self, top):
        code = []
        item = []
        lo = hi = item_lo = item_hi = 0
        # What the last item is: '' where there is none, 'at' a place, 'item', or 'repeat'.
        kind = ''
        while True:
            if self.flags & X:
                self.skip_space()
            start = self.at
            c = self.peek()
            if c == '' or c == '|' or c == ')':
                self.lo = lo + item_lo
                self.hi = min(hi + item_hi, _ENDLESS)
                return item + code if self.backwards else code + item
            self.at += 1
            if c in '*+?{':
                bounds = self.bounds(c, start)
                if bounds is not None:
                    if kind == '' or kind == 'at':
                        self.fail('nothing to repeat', start)
                    if kind == 'repeat':
                        self.fail('multiple repeat', start)
                    kind = 'repeat'
                    self.lo = item_lo
                    self.hi = item_hi
                    item = self.repeat(item, bounds[0], bounds[1], start)
                    item_lo = self.lo
                    item_hi = self.hi
                    continue
            elif c == '(' and self.take('?') and self.without_item(start, top and kind == ''):
                continue
            code = item + code if self.backwards else code + item
            lo += item_lo
            hi += item_hi
            kind = 'item'
            self.lo = self.hi = 1
            if c == '\\':
                item = self.escape(start)
            elif c == '[':
                item = self.set(start)
            elif c == '.':
                item = [4 if self.flags & S else 3, 0]
            elif c == '(':
                item = self.group(start)
            elif c == '^' or c == '$':
                item = [10, ('m' if c == '^' else 'n') if self.flags & M else c]
            else:
                item = self.literal(ord(c))
            if c != '(' and item[0] == 10:
                kind = 'at'
                self.lo = self.hi = 0
            item_lo = self.lo
            item_hi = self.hi

    def skip_space(self):
        while self.at < self.size:
            c = self.text[self.at]
            if c == '#':
                end = self.text.find('\n', self.at)
                self.at = self.size if end < 0 else end + 1
            elif c in ' \t\n\r\v\f':
                self.at += 1
            else:
                break

    def digits(self):
        start = self.at
        while self.peek() in '0123456789' and self.at < self.size:
            self.at += 1
        return self.text[start:self.at]

    def bounds(self, c, start):
        # Least and most of a repetition; None for a brace that is none.
        if c != '{':
            return (1 if c == '+' else 0, 1 if c == '?' else _ENDLESS)
        least = self.digits()
        most = least
        if self.take(','):
            most = self.digits()
        elif not least:
            self.at = start + 1
            return None
        if not self.take('}'):
            self.at = start + 1
            return None
        lo = int(least) if least else 0
        hi = int(most) if most else _ENDLESS
        if lo >= _ENDLESS or most and hi >= _ENDLESS:
            raise OverflowError('the repetition number is too large')
        if hi < lo:
            self.fail('min repeat greater than max repeat', start + 1)
        return lo, hi

    def repeat(self, item, least, most, start):
        nullable = self.lo == 0
        self.lo = min(self.lo * least, _ENDLESS)
        self.hi = 0 if most == 0 else min(self.hi * most, _ENDLESS)
        lazy = self.take('?')
        if not lazy and self.take('+'):
            if len(item) != 2 or item[0] > 4 or most < _ENDLESS or self.backwards:
                self.refuse('possessive repetitions of more than one character or with an upper bound', start)
            # Nothing may follow that it could have taken.
            look = Program(item + [9, 0], 0)
            return item * least + [5, 3] + item + [7, -2, 11, (look, False, -1)]
        n = len(item) // 2
        code = item * least
        if most == 0 or n == 0:
            return code
        if not nullable:
            if most == _ENDLESS:
                if least:
                    return code + [5 if lazy else 6, -n]
                return [6 if lazy else 5, n + 2] + item + [7, -n - 1]
            for left in range(most - least, 0, -1):
                code.append(6 if lazy else 5)
                code.append(left * (n + 1))
                code += item
            return code
        loop = self.loops
        self.loops += 1
        op = 14 if lazy else 13
        code = [12, loop] + code
        if most == _ENDLESS:
            return code + [op, (n + 2, loop)] + item + [7, -n - 1]
        for left in range(most - least, 0, -1):
            code += [op, (left * (n + 1), loop)] + item
        return code

    def without_item(self, start, first):
        # Stands behind `(?`: comments and flags for the whole pattern are no items.
        if self.take('#'):
            end = self.text.find(')', self.at)
            if end < 0:
                self.fail('missing ), unterminated comment', start)
            self.at = end + 1
            return True
        at = self.at
        while self.at < self.size and self.peek() in 'aiLmsux':
            self.at += 1
        letters = self.text[at:self.at]
        if letters and self.take(')'):
            if not first:
                self.fail('global flags not at the start of the expression', start)
            self.flags |= self.flag_bits(letters, at)
            self.globals = self.flags
            return True
        self.at = at
        return False

    def flag_bits(self, letters, at):
        bits = 0
        for c in letters:
            bits |= (256, 2, 4, 8, 16, 32, 64)['aiLmsux'.find(c)]
        if self.is_bytes and bits & U:
            self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", at + len(letters))
        if bits & L:
            self.fail("bad inline flags: cannot use 'L' flag with a str pattern" if not self.is_bytes else 'LOCALE is not supported', at + len(letters))
        return bits

    def group(self, start):
        # Behind the parenthesis, and a question mark if there is one.
        number = 0
        flags = self.flags
        if self.at > start + 1:
            c = self.token()
            self.at += 1
            if c == '':
                self.fail('unexpected end of pattern', self.size)
            if c == 'P':
                number = self.named(start)
            elif c == '=' or c == '!' or c == '<':
                return self.lookaround(c, start)
            elif c == '(':
                self.refuse('conditional groups', start)
            elif c == '>':
                self.refuse('atomic groups', start)
            elif c in 'aiLmsux-':
                self.group_flags(start)
            elif c != ':':
                self.fail('unknown extension ?' + c, start + 1)
        else:
            self.groups += 1
            number = self.groups
        code = self.alternatives()
        self.flags = flags
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', start)
        if number:
            return [8, 2 * number] + code + [8, 2 * number + 1]
        return code

    def named(self, start):
        # Behind `(?P`.
        at = self.at
        if self.take('<'):
            name = self.until('>', 'group name')
            if not name.isidentifier() or self.is_bytes and not name.isascii():
                self.fail('bad character in group name ' + repr(name), at + 1)
            self.groups += 1
            if name in self.names:
                self.fail(f'redefinition of group name {name!r} as group {self.groups}; was group {self.names[name]}', at + 1)
            self.names[name] = self.groups
            return self.groups
        if self.take('='):
            name = self.until(')', 'group name')
            if not name.isidentifier():
                self.fail('bad character in group name ' + repr(name), at + 1)
            if name not in self.names:
                self.fail('unknown group name ' + repr(name), at + 1)
            self.refuse('backreferences', start)
        if self.at == self.size:
            self.fail('unexpected end of pattern', self.at)
        self.fail('unknown extension ?P' + self.token(), start + 1)

    def group_flags(self, start):
        # Flags for a group alone: `(?i-m:`.
        self.at -= 1
        at = self.at
        while self.at < self.size and self.peek() in 'aiLmsux':
            self.at += 1
        added = self.flag_bits(self.text[at:self.at], at)
        removed = 0
        if self.take('-'):
            at = self.at
            while self.at < self.size and self.peek() in 'imsx':
                self.at += 1
            if self.at == at:
                self.fail('missing flag' if self.at == self.size or not self.peek().isalpha() else 'unknown flag', self.at)
            removed = self.flag_bits(self.text[at:self.at], at)
            if added & removed:
                self.fail('bad inline flags: flag turned on and off', self.at)
            what = 'missing :'
        else:
            what = 'missing -, : or )'
        if not self.take(':'):
            self.fail('unknown flag' if self.peek().isalpha() else what, self.at)
        if added & A:
            removed |= U
        if added & U:
            removed |= A
        self.flags = (self.flags | added) & ~removed

    def lookaround(self, c, start):
        behind = c == '<'
        if behind:
            c = self.token()
            if c == '':
                self.fail('unexpected end of pattern', self.at)
            self.at += 1
            if c != '=' and c != '!':
                self.fail('unknown extension ?<' + c, start + 1)
        at = self.at
        groups = self.groups
        names = self.names.copy()
        flags = self.flags
        backwards = self.backwards
        self.backwards = False
        code = self.alternatives()
        width = self.hi if behind else -1
        if behind and self.lo != self.hi:
            self.is_loose = True
        if not behind and self.hi == _ENDLESS:
            # Once more, for a program that goes backwards from every end.
            if self.groups > groups and c == '=':
                self.refuse('groups in a lookahead of any length', start)
            self.at = at
            self.groups = groups
            self.names = names
            self.backwards = True
            code = self.alternatives()
            width = -2
        self.backwards = backwards
        self.flags = flags
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', start)
        program = Program(code + [9, 0], 0)
        self.looks.append(program)
        self.lo = self.hi = 0
        return [11, (program, c == '=', width)]


def find_beginning(program, is_bytes):
    # What a match must begin with, so that a search can look for it: a text, or the ASCII members of a set.
    ops = program.ops
    args = program.args
    pc = 0
    while ops[pc] == 8 or ops[pc] == 10:
        pc += 1
    start = pc
    while ops[pc] == 0:
        pc += 1
    if pc > start:
        codes = args[start:pc]
        program.prefix = bytes(codes) if is_bytes else ''.join([chr(c) for c in codes])
        if codes[0] < 128:
            program.first = bytes(codes[:1])
        return
    first = bytearray()
    stack = [start]
    seen = set()
    while stack:
        pc = stack.pop()
        if pc in seen:
            continue
        seen.add(pc)
        op = ops[pc]
        if op == 0:
            if args[pc] < 128:
                first.append(args[pc])
        elif op == 1:
            first += args[pc][0]
        elif op == 9 or 1 < op < 5:
            return
        elif op == 7:
            stack.append(args[pc])
        else:
            stack.append(pc + 1)
            if op == 5 or op == 6:
                stack.append(args[pc])
            elif op > 12:
                stack.append(args[pc][0])
    program.first = bytes(first)
