# What the texts of patterns and replacements have in common, and the single characters, escapes and sets of patterns.
from _re_machine import NONE, WORD

_DIGIT = b'0123456789'
_SPACE = b' \t\n\r\f\v'
_STR_SPACE = b' \t\n\r\f\v\x1c\x1d\x1e\x1f'
I = 2
A = 256


class error(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        Exception.__init__(self, msg)


class Reader:
    # `at` is where it stands in the text.

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_bytes = not isinstance(pattern, str)
        self.text = pattern.decode('latin-1') if self.is_bytes else pattern
        self.size = len(self.text)
        self.at = 0
        self.flags = flags
        self.groups = 0
        self.names = {}

    def fail(self, message, at):
        raise error(message, self.pattern, at)

    def refuse(self, what, at):
        self.fail(what + ' are not supported: they need backtracking', at)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def token(self):
        # The next character, for messages; of an escape two.
        return self.text[self.at:self.at + (2 if self.peek() == '\\' else 1)]

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, mark, what):
        # A name up to a mark, as getuntil of CPython's tokenizer.
        start = self.at
        end = self.text.find(mark, start)
        if end < 0:
            if start == self.size:
                self.fail('missing ' + what, start)
            self.fail('missing ' + mark + ', unterminated name', start)
        if end == start:
            self.fail('missing ' + what, start)
        self.at = end + 1
        return self.text[start:end]


    # ---------------------------------------------------------------- escapes and sets: fragments of code of one instruction

    def literal(self, code):
        if self.flags & I:
            if self.is_bytes or self.flags & A:
                if code < 128 and chr(code).isalpha():
                    return [1, (bytes((code, code ^ 32)), ())]
            else:
                c = chr(code)
                forms = {code}
                for form in (c.lower(), c.upper(), c.lower().upper(), c.upper().lower()):
                    if len(form) == 1:
                        forms.add(ord(form))
                if len(forms) > 1:
                    return [1, (bytes([x for x in forms if x < 128]), tuple([(x, x) for x in forms if x > 127]), True)]
        return [0, code]

    def category(self, letter):
        # Members and ranges of one of dDsSwW.
        small = letter.lower()
        members = _DIGIT if small == 'd' else WORD if small == 'w' else _SPACE if self.is_bytes or self.flags & A else _STR_SPACE
        if self.is_bytes or self.flags & A:
            return (members, ()) if small == letter else (_without(members), ((128, NONE - 1),))
        return members if small == letter else _without(members), (letter,)

    def escape(self, start):
        # What a backslash outside a set means.
        c = self.peek()
        if c == '':
            self.fail('bad escape (end of pattern)', start)
        self.at += 1
        if c in 'dDsSwW':
            return [1, self.category(c)]
        if c == 'A':
            return [10, '^']
        if c == 'Z':
            return [10, 'Z']
        if c == 'b' or c == 'B':
            return [10, c + 'a' if self.is_bytes or self.flags & A else c]
        if c in '123456789':
            octal = self.text[self.at - 1:self.at + 2]
            if is_octal(octal):
                if int(octal, 8) > 0o377:
                    self.fail('octal escape value \\' + octal + ' outside of range 0-0o377', start)
                self.at += 2
                return self.literal(int(octal, 8))
            if self.peek() in '0123456789' and self.at < self.size:
                c += self.peek()
                self.at += 1
            if int(c) > self.groups:
                self.fail('invalid group reference ' + c, start + 1)
            self.refuse('backreferences', start)
        return self.literal(self.escaped(c, start))

    def escaped(self, c, start):
        # The code of an escape that means a character; `at` is behind c.
        index = 'abfnrtv\\'.find(c)
        if index >= 0:
            return b'\a\b\f\n\r\t\v\\'[index]
        count = 2 if c == 'x' else 0 if self.is_bytes else 4 if c == 'u' else 8 if c == 'U' else 0
        if count:
            digits = self.text[self.at:self.at + count]
            n = 0
            while n < len(digits) and digits[n] in '0123456789abcdefABCDEF':
                n += 1
            self.at += n
            if n < count:
                self.fail('incomplete escape ' + self.text[start:self.at], start)
            code = int(digits, 16)
            if code > 0x10FFFF:
                self.fail('bad escape ' + self.text[start:self.at], start)
            return code
        if c == '0':
            while self.at < start + 4 and self.at < self.size and self.peek() in '01234567':
                self.at += 1
            return int(self.text[start + 1:self.at], 8)
        if c == 'N' and not self.is_bytes:
            self.fail('names of characters are not supported', start)
        if c.isascii() and c.isalnum():
            self.fail('bad escape \\' + c, start)
        return ord(c)

    def member(self, start, opening):
        # One member of a set: the code of a character, or the letter of a category.
        c = self.peek()
        if c == '':
            self.fail('unterminated character set', opening)
        self.at += 1
        if c != '\\':
            return ord(c)
        c = self.peek()
        if c == '':
            self.fail('bad escape (end of pattern)', start)
        self.at += 1
        if c in 'dDsSwW':
            return c
        if c in '0123456789':
            end = self.at
            while end < self.size and end < start + 4 and self.text[end] in '01234567':
                end += 1
            digits = self.text[start + 1:end]
            if c in '89':
                self.fail('bad escape \\' + c, start)
            self.at = end
            if int(digits, 8) > 0o377:
                self.fail('octal escape value \\' + digits + ' outside of range 0-0o377', start)
            return int(digits, 8)
        return self.escaped(c, start)

    def set(self, opening):
        op = 2 if self.take('^') else 1
        members = bytearray()
        ranges = []
        begin = self.at
        while self.at == begin or self.peek() != ']':
            start = self.at
            lo = self.member(start, opening)
            hi = lo
            if self.peek() == '-':
                self.at += 1
                if self.peek() == ']':
                    self.at -= 1
                else:
                    hi = self.member(self.at, opening)
                    if isinstance(lo, str) or isinstance(hi, str) or hi < lo:
                        self.fail('bad character range ' + self.text[start:self.at], start)
            if isinstance(lo, str):
                some, others = self.category(lo)
                members += some
                ranges += others
                continue
            for c in range(lo, min(hi, 127) + 1):
                members.append(c)
            if hi > 127:
                ranges.append((max(lo, 128), hi))
        self.at += 1
        if op == 1 and len(members) == 1 and not ranges:
            return self.literal(members[0])
        if self.flags & I:
            for c in bytes(members):
                if chr(c).isalpha():
                    members.append(c ^ 32)
            if not self.is_bytes and not self.flags & A:
                for r in ranges:
                    # The one or other form of a character may be ASCII.
                    if not isinstance(r, str) and r[0] == r[1]:
                        for form in chr(r[0]).lower() + chr(r[0]).upper():
                            if form.isascii():
                                members += (form + form.swapcase()).encode()
                return [op, (bytes(members), tuple(ranges), True)]
        return [op, (bytes(members), tuple(ranges))]


def is_octal(text):
    return len(text) == 3 and text.isdecimal() and text.isascii() and '8' not in text and '9' not in text


def _without(members):
    return bytes([c for c in range(128) if c not in members])
