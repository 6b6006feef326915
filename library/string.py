# Constants, and the two kinds of templates.
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
digits = '0123456789'
hexdigits = '0123456789abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = ' \t\n\r\v\f'
printable = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\v\f'


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    # Identifiers are ASCII letters, digits and underscores; another pattern than that is not supported, another delimiter is.
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _fields(self):
        # Texts, and (name, the field's whole text); a name is None for a doubled delimiter, '' for what is no field.
        template = self.template
        mark = self.delimiter
        at = 0
        while True:
            start = template.find(mark, at)
            if start < 0:
                yield template[at:]
                return
            yield template[at:start]
            at = start + len(mark)
            if template.startswith(mark, at):
                at += len(mark)
                yield None, template[start:at]
                continue
            braced = template[at:at + 1] == '{'
            begin = end = at + 1 if braced else at
            while end < len(template) and _is_part(template[end], end > begin):
                end += 1
            if end == begin or braced and template[end:end + 1] != '}':
                yield '', at
                continue
            at = end + 1 if braced else end
            yield template[begin:end], template[start:at]

    def _refuse(self, at):
        lines = self.template[:at].splitlines(True)
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {at - len(''.join(lines[:-1]))}")

    def substitute(self, mapping={}, /, **kws):
        parts = []
        for field in self._fields():
            if isinstance(field, str):
                parts.append(field)
            elif field[0] is None:
                parts.append(self.delimiter)
            elif field[0] == '':
                self._refuse(field[1])
            else:
                parts.append(str(kws[field[0]] if field[0] in kws else mapping[field[0]]))
        return ''.join(parts)

    def safe_substitute(self, mapping={}, /, **kws):
        parts = []
        for field in self._fields():
            if isinstance(field, str):
                parts.append(field)
            elif not field[0]:
                parts.append(self.delimiter)
            elif field[0] in kws:
                parts.append(str(kws[field[0]]))
            else:
                try:
                    parts.append(str(mapping[field[0]]))
                except KeyError:
                    parts.append(field[1])
        return ''.join(parts)

    def is_valid(self):
        for field in self._fields():
            if field[0:1] == ('',):
                return False
        return True

    def get_identifiers(self):
        names = []
        for field in self._fields():
            if isinstance(field, tuple) and field[0] and field[0] not in names:
                names.append(field[0])
        return names


def _is_part(c, inside):
    return c.isascii() and (c == '_' or c.isalpha() or inside and c.isdigit())


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text = self._vformat(format_string, args, kwargs, used, 2, [0])
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, count):
        # count[0]: the next automatic number, or -1 behind an explicit one.
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            first = name.split('.')[0].split('[')[0]
            if first == '':
                if count[0] < 0:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(count[0]) + name
                count[0] += 1
            elif first.isdigit():
                if count[0] > 0:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                count[0] = -1
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            parts.append(self.format_field(value, self._vformat(spec, args, kwargs, used, depth - 1, count)))
        return ''.join(parts)

    def parse(self, format_string):
        # (literal, name, spec, conversion) for each field; None for all but the literal where there is no field.
        text = format_string
        size = len(text)
        at = 0
        literal = ''
        while at < size:
            start = at
            while at < size and text[at] not in '{}':
                at += 1
            literal += text[start:at]
            if at == size:
                break
            c = text[at]
            at += 1
            if text[at:at + 1] == c:
                at += 1
                yield literal + c, None, None, None
                literal = ''
                continue
            if c == '}' or at == size:
                raise ValueError(f"Single '{c}' encountered in format string")
            start = at
            bracket = False
            while at < size and (bracket or text[at] not in '!:}'):
                c = text[at]
                if c == '{' and not bracket:
                    raise ValueError("unexpected '{' in field name")
                bracket = c == '[' or bracket and c != ']'
                at += 1
            if at == size:
                raise ValueError("expected '}' before end of string")
            name = text[start:at]
            conversion = None
            if text[at] == '!':
                if at + 2 >= size:
                    raise ValueError('end of string while looking for conversion specifier' if at + 1 == size else "unmatched '{' in format spec")
                conversion = text[at + 1]
                at += 2
                if text[at] not in ':}':
                    raise ValueError("expected ':' after conversion specifier")
            spec = ''
            if text[at] == ':':
                start = at + 1
                depth = 1
                while depth:
                    at += 1
                    if at == size:
                        raise ValueError("unmatched '{' in format spec")
                    depth += 1 if text[at] == '{' else -1 if text[at] == '}' else 0
                spec = text[start:at]
            at += 1
            yield literal, name, spec, conversion
            literal = ''
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        end = 0
        while end < len(field_name) and field_name[end] not in '.[':
            end += 1
        first = field_name[:end]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while end < len(field_name):
            begin = end + 1
            if field_name[end] == '.':
                end = begin
                while end < len(field_name) and field_name[end] not in '.[':
                    end += 1
                if begin == end:
                    raise ValueError('Empty attribute in format string')
                value = getattr(value, field_name[begin:end])
            elif field_name[end] == '[':
                end = field_name.find(']', begin)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[begin:end]
                if not key:
                    raise ValueError('Empty attribute in format string')
                value = value[int(key) if key.isdigit() else key]
                end += 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier ' + conversion)
