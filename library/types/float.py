def float__conjugate(self, /):
    return +self

def float__as_integer_ratio(self, /):
    if self - self != 0:
        if self == self:
            raise OverflowError('cannot convert Infinity to integer ratio')
        raise ValueError('cannot convert NaN to integer ratio')
    bits = 0
    while not self.is_integer():
        self *= 2
        bits += 1
    return int(self), 1 << bits

def float__hex(self, /):
    if self - self != 0:
        return str(self)
    sign = '-' if str(self)[0] == '-' else ''
    x = abs(self)
    if x == 0:
        return sign + '0x0.0p+0'
    e = 0
    while x >= 2:
        x /= 2
        e += 1
    while x < 1 and e > -1022:
        x *= 2
        e -= 1
    lead = int(x)
    return f'{sign}0x{lead}.{int((x - lead) * 4503599627370496):013x}p{e:+d}'

def float__fromhex(string, /):
    if not isinstance(string, str):
        raise TypeError('bad argument type for built-in operation')
    text = string.strip().lower()
    sign = -1.0 if text[:1] == '-' else 1.0
    if text[:1] in ('-', '+'):
        text = text[1:]
    if text in ('inf', 'infinity', 'nan'):
        return sign * float(text)
    if text[:2] == '0x':
        text = text[2:]
    text, mark, exponent = text.partition('p')
    whole, point, part = text.partition('.')
    digits = whole + part
    if not digits or not _all_in(digits, '0123456789abcdef') or mark and not _all_in(exponent[1:] if exponent[:1] in ('-', '+') else exponent, '0123456789'):
        raise ValueError('invalid hexadecimal floating-point string')
    value = int(digits, 16)
    if value == 0:
        return sign * 0.0
    # The exponent of the last bit, of what is given and of what a float can hold; ties go to the even one.
    given = (int(exponent) if mark else 0) - 4 * len(part)
    top = value.bit_length() + given
    if top < -1075:
        return sign * 0.0
    last = max(top - 53, -1074)
    if top <= 1024:
        n = last - given
        if n <= 0:
            value <<= -n
        else:
            rest = value & (1 << n) - 1
            value >>= n
            if rest << 1 > 1 << n or rest << 1 == 1 << n and value & 1:
                value += 1
    if top > 1024 or last == 971 and value >> 53:
        raise OverflowError('hexadecimal value too large to represent as a float')
    return sign * value * 2.0 ** last

def _all_in(text, letters):
    for c in text:
        if c not in letters:
            return False
    return text != ''
