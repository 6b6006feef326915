# What re.sub puts in place of a match: texts, and numbers of groups.
from _re_reader import Reader, is_octal


def fill(texts, parts, string, caps):
    for part in parts:
        if not isinstance(part, int):
            texts.append(part)
        elif caps[2 * part + 1] >= 0:
            texts.append(string[caps[2 * part]:caps[2 * part + 1]])


def parts_of(pattern, repl):
    # The texts and numbers of groups that a replacement is made of.
    if not isinstance(repl, str):
        repl = bytes(repl)
    if ('\\' if isinstance(repl, str) else b'\\') not in repl:
        return (repl,)
    reader = _Template(repl, pattern)
    parts = reader.parts
    if not isinstance(repl, str):
        parts = [part if isinstance(part, int) else part.encode('latin-1') for part in parts]
    return parts


class _Template(Reader):
    def __init__(self, repl, pattern):
        Reader.__init__(self, repl, 0)
        self.parts = []
        self.names = pattern.groupindex
        self.groups = pattern.groups
        while self.at < self.size:
            start = self.at
            end = self.text.find('\\', start)
            if end < 0:
                end = self.size
            if end > start:
                self.parts.append(self.text[start:end])
            self.at = end + 1
            if end < self.size:
                self.parts.append(self.part(end))

    def part(self, start):
        c = self.peek()
        self.at += 1
        if c == '':
            self.fail('bad escape (end of pattern)', start)
        if c == 'g':
            at = self.at
            if not self.take('<'):
                self.fail('missing <', at)
            name = self.until('>', 'group name')
            if name.isdecimal() and name.isascii():
                return self.number(int(name), at + 1)
            if not name.isidentifier():
                self.fail('bad character in group name ' + repr(name), at + 1)
            if name not in self.names:
                raise IndexError('unknown group name ' + repr(name))
            return self.names[name]
        if c == '0':
            while self.at < start + 4 and self.at < self.size and self.peek() in '01234567':
                self.at += 1
            return chr(int(self.text[start + 1:self.at], 8))
        if c in '0123456789':
            octal = self.text[start + 1:start + 4]
            if is_octal(octal):
                self.at += 2
                if int(octal, 8) > 0o377:
                    self.fail('octal escape value \\' + octal + ' outside of range 0-0o377', start)
                return chr(int(octal, 8))
            if self.at < self.size and self.peek() in '0123456789':
                self.at += 1
            return self.number(int(self.text[start + 1:self.at]), start + 1)
        index = 'abfnrtv\\'.find(c)
        if index >= 0:
            return '\a\b\f\n\r\t\v\\'[index]
        if c.isascii() and c.isalpha():
            self.fail('bad escape \\' + c, start)
        return '\\' + c

    def number(self, group, at):
        if group > self.groups:
            self.fail('invalid group reference ' + str(group), at)
        return group
