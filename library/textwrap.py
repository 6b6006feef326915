# Breaking text into lines.
_SPACE = '\t\n\x0b\x0c\r '


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in '\t\n\x0b\x0c\r':
                text = text.replace(c, ' ')
        chunks = _split(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            _fix_endings(chunks)
        return self._lines(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            size = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == '':
                chunks.pop()
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, size, width)
                size = len(''.join(line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                size -= len(line.pop())
            if line:
                if self.max_lines is None or len(lines) + 1 < self.max_lines or self._is_last(chunks, size, width):
                    lines.append(indent + ''.join(line))
                else:
                    self._end(lines, line, size, width, indent)
                    break
        return lines

    def _is_last(self, chunks, size, width):
        return (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and size <= width

    def _break_word(self, chunks, line, size, width):
        # A word that is longer than a line.
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            end = room
            word = chunks[-1]
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind('-', 0, room)
                if hyphen > 0 and word[:hyphen].strip('-'):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _end(self, lines, line, size, width, indent):
        # The last line that is allowed, where more would follow.
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            size -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _split(text, hyphens):
    # Pieces between which a line may be broken: space, words, parts of words with hyphens, and dashes.
    chunks = []
    size = len(text)
    at = 0
    while at < size:
        start = at
        if text[at] in _SPACE:
            while at < size and text[at] in _SPACE:
                at += 1
        elif hyphens and at and _is_dash(text, at):
            while text[at] == '-':
                at += 1
        else:
            at += 1
            while at < size and text[at] not in _SPACE and not (hyphens and (_is_dash(text, at) or _is_hyphen(text, start, at))):
                at += 1
        chunks.append(text[start:at])
    return chunks


def _is_letter(c):
    return c == '_' or c.isalpha() or c.isnumeric() and not c.isdecimal()


def _is_word(c):
    return c.isalnum() or c == '_'


def _is_dash(text, at):
    # At least two hyphens between words.
    end = at
    while text[end:end + 1] == '-':
        end += 1
    return end > at + 1 and end < len(text) and _is_word(text[end]) and (_is_word(text[at - 1]) or text[at - 1] in '!"\'&.,?')


def _is_hyphen(text, start, at):
    # Behind a hyphen within a word.
    if text[at - 1] != '-' or at - start < 1 or at < 3:
        return False
    before = text[at - 2]
    if not (_is_letter(before) and _is_letter(text[at - 3])):
        if at < 4 or not ((_is_word(before) or before in '!"\'&.,?') and text[at - 3] == '-' and _is_letter(text[at - 4])):
            return False
    after = text[at:at + 3]
    if not after or not _is_letter(after[0]):
        return False
    return _is_letter(after[1:2]) or after[1:2] == '-' and _is_letter(after[2:3])


def _fix_endings(chunks):
    for i in range(len(chunks) - 1):
        if chunks[i + 1] == ' ':
            end = chunks[i].rstrip('"\'')
            if len(chunks[i]) - len(end) < 2 and end[-1:] in '.!?' and end[:-1] and 'a' <= end[-2:-1] <= 'z':
                chunks[i + 1] = '  '


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    # Lines of spaces and tabs alone are emptied, and count for nothing.
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        words = line.lstrip(' \t')
        if not words:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(words)]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (line.strip() if predicate is None else predicate(line)) else line for line in text.splitlines(True)])
