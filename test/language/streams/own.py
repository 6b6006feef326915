import io

class Upper(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)

class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readinto(self, buffer):
        n = min(len(buffer), len(self.data), 3)
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n

with Upper() as u:
    print('ab', 'c', file=u)
    u.writelines('xy')
print(u.parts, u.closed, u.readable.__name__)  # expect: ['AB', ' ', 'C', '\n', 'X', 'Y'] True readable
s = Source(b'one\ntwo\nend')
print(s.read(2), s.readline(), s.read(), s.read(1))  # expect: b'on' b'e\n' b'two\nend' b''
print(list(Source(b'a\nb')))  # expect: [b'a\n', b'b']
try:
    s.seek(1)
except io.UnsupportedOperation as e:
    print(e)  # expect: seek
