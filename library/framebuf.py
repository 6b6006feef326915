# MicroPython's framebuf: drawing into a buffer of pixels that a display's driver sends. Text is in glyphs of our own, in the same cells of 8 by 8.
import _glyphs

MONO_VLSB = MVLSB = 0
RGB565 = 1
GS4_HMSB = 2
MONO_HLSB = 3
MONO_HMSB = 4
GS2_HMSB = 5
GS8 = 6

# by format: bits of a pixel
_BITS = (1, 16, 4, 1, 1, 2, 8)


class FrameBuffer:
    def __init__(self, buffer, width, height, format, stride=None, /):
        stride = width if stride is None else stride
        if not 0 <= format < 7 or width < 1 or height < 1 or width > stride or stride > 65535 or height > 65535:
            raise ValueError
        bits = _BITS[format]
        if bits < 8 and format != MONO_VLSB:
            stride = -(-stride // (8 // bits)) * (8 // bits)
        # the last line may be shorter than the stride
        need = ((height - 1) * stride + width) * bits + 7 >> 3
        if format == MONO_VLSB:
            bits = 0
            need = (height - 1 >> 3) * stride + width
        self._buffer = buffer if isinstance(buffer, bytearray) else memoryview(buffer).cast('B')
        if len(self._buffer) < need:
            raise ValueError
        self._width = width
        self._height = height
        # bits of a pixel, 0 where a byte is a column of eight of them
        self._bits = bits
        # pixels from a line to the next
        self._stride = stride
        # true where the first pixel of a byte is in its lowest bits
        self._low = format == MONO_HMSB or format == GS2_HMSB

    def __bytes__(self):
        return bytes(self._buffer)

    def _get(self, x, y):
        bits = self._bits
        if bits == 0:
            return self._buffer[(y >> 3) * self._stride + x] >> (y & 7) & 1
        n = y * self._stride + x
        if bits == 8:
            return self._buffer[n]
        if bits == 16:
            return self._buffer[2 * n] | self._buffer[2 * n + 1] << 8
        k = 8 // bits
        return self._buffer[n // k] >> (n % k if self._low else k - 1 - n % k) * bits & (1 << bits) - 1

    def _set(self, x, y, c):
        if x < 0 or y < 0 or x >= self._width or y >= self._height:
            return
        bits = self._bits
        n = y * self._stride + x
        if bits == 0:
            n = (y >> 3) * self._stride + x
            shift = y & 7
            mask = 1
        elif bits == 8:
            self._buffer[n] = c & 255
            return
        elif bits == 16:
            self._buffer[2 * n] = c & 255
            self._buffer[2 * n + 1] = c >> 8 & 255
            return
        else:
            k = 8 // bits
            shift = (n % k if self._low else k - 1 - n % k) * bits
            mask = (1 << bits) - 1
            n //= k
        self._buffer[n] = self._buffer[n] & ~(mask << shift) | (c & mask) << shift

    def _columns(self, x, end, y, last, c):
        # bytes that are columns: those of eight lines together
        for page in range(y >> 3, (last - 1 >> 3) + 1):
            first = max(y - 8 * page, 0)
            mask = (255 << first & 255) & 255 >> max(8 * page + 8 - last, 0)
            put = mask if c & 1 else 0
            start = page * self._stride
            for i in range(start + x, start + end):
                self._buffer[i] = self._buffer[i] & ~mask | put

    def _run(self, x, end, y, c):
        # pixels of one line: whole bytes at once
        bits = self._bits
        k = 8 // bits or 1
        while x < end and x % k:
            self._set(x, y, c)
            x += 1
        while x < end and end % k:
            end -= 1
            self._set(end, y, c)
        if x >= end:
            return
        start = (y * self._stride + x) * bits // 8
        stop = (y * self._stride + end) * bits // 8
        if bits == 16:
            self._buffer[start:stop] = bytes((c & 255, c >> 8 & 255)) * (end - x)
        else:
            value = c & (1 << bits) - 1
            for _ in range(k - 1):
                value = value << bits | c & (1 << bits) - 1
            self._buffer[start:stop] = bytes((value,)) * (stop - start)

    def fill_rect(self, x, y, w, h, c, /):
        end = min(x + w, self._width)
        last = min(y + h, self._height)
        x = max(x, 0)
        y = max(y, 0)
        if w < 1 or h < 1 or x >= end or y >= last:
            return
        if self._bits == 0:
            self._columns(x, end, y, last, c)
        else:
            for line in range(y, last):
                self._run(x, end, line, c)

    def fill(self, c, /):
        self.fill_rect(0, 0, self._width, self._height, c)

    def pixel(self, x, y, c=None, /):
        if x < 0 or y < 0 or x >= self._width or y >= self._height:
            return None
        if c is None:
            return self._get(x, y)
        self._set(x, y, c)

    def hline(self, x, y, w, c, /):
        self.fill_rect(x, y, w, 1, c)

    def vline(self, x, y, h, c, /):
        self.fill_rect(x, y, 1, h, c)

    def rect(self, x, y, w, h, c, f=False, /):
        if f:
            self.fill_rect(x, y, w, h, c)
            return
        self.fill_rect(x, y, w, 1, c)
        self.fill_rect(x, y + h - 1, w, 1, c)
        self.fill_rect(x, y, 1, h, c)
        self.fill_rect(x + w - 1, y, 1, h, c)

    def line(self, x1, y1, x2, y2, c, /):
        # Bresenham's
        dx = abs(x2 - x1)
        dy = abs(y2 - y1)
        sx = 1 if x2 > x1 else -1
        sy = 1 if y2 > y1 else -1
        steep = dy > dx
        if steep:
            x1, y1, dx, dy, sx, sy = y1, x1, dy, dx, sy, sx
        e = 2 * dy - dx
        for _ in range(dx):
            if steep:
                self._set(y1, x1, c)
            else:
                self._set(x1, y1, c)
            while e >= 0:
                y1 += sy
                e -= 2 * dx
            x1 += sx
            e += 2 * dy
        self._set(x2, y2, c)

    def _corners(self, cx, cy, x, y, c, f, m):
        # the points that lie as (x, y) does, in the quadrants of m
        for quadrant in range(4):
            if not m & 1 << quadrant:
                continue
            left = quadrant == 1 or quadrant == 2
            row = cy - y if quadrant < 2 else cy + y
            if f:
                self.fill_rect(cx - x if left else cx, row, x + 1, 1, c)
            else:
                self._set(cx - x if left else cx + x, row, c)

    def ellipse(self, x, y, xr, yr, c, f=False, m=15, /):
        if xr == 0 and yr == 0:
            if m & 15:
                self._set(x, y, c)
            return
        # the midpoint algorithm, once from each axis
        a = 2 * xr * xr
        b = 2 * yr * yr
        for flat in (False, True):
            if flat:
                px, py, dx, dy = 0, yr, yr * yr, xr * xr * (1 - 2 * yr)
                stop_x, stop_y = 0, a * yr
            else:
                px, py, dx, dy = xr, 0, yr * yr * (1 - 2 * xr), xr * xr
                stop_x, stop_y = b * xr, 0
            e = 0
            while stop_y <= stop_x if not flat else stop_x <= stop_y:
                self._corners(x, y, px, py, c, f, m)
                if flat:
                    px += 1
                    stop_x += b
                    e += dx
                    dx += b
                    if 2 * e + dy > 0:
                        py -= 1
                        stop_y -= a
                        e += dy
                        dy += a
                else:
                    py += 1
                    stop_y += a
                    e += dy
                    dy += a
                    if 2 * e + dx > 0:
                        px -= 1
                        stop_x -= b
                        e += dx
                        dx += b

    def poly(self, x, y, coords, c, f=False, /):
        n = len(coords) // 2
        points = [(coords[2 * i], coords[2 * i + 1]) for i in range(n)]
        if n == 0:
            return
        if f:
            self._fill_poly(x, y, points, c)
            return
        before = points[n - 1]
        for point in points:
            self.line(x + point[0], y + point[1], x + before[0], y + before[1], c)
            before = point

    def _fill_poly(self, x, y, points, c):
        # between each two sides that a line of pixels crosses
        low = max(min([p[1] for p in points]), -y)
        high = min(max([p[1] for p in points]), self._height - 1 - y)
        for row in range(low, high + 1):
            nodes = []
            before = points[len(points) - 1]
            for point in points:
                (x1, y1), (x2, y2) = point, before
                before = point
                if (y1 > row >= y2) or (y1 <= row < y2):
                    nodes.append(x1 + _rounded((x2 - x1) * (row - y1), y2 - y1))
                elif row == max(y1, y2):
                    # the lower end of a side, which no line of pixels crosses
                    if y1 < y2:
                        x1 = x2
                    elif y2 < y1:
                        x2 = x1
                    self.fill_rect(x + min(x1, x2), y + row, abs(x1 - x2) + 1, 1, c)
            nodes.sort()
            for i in range(0, len(nodes) - 1, 2):
                self.fill_rect(x + nodes[i], y + row, nodes[i + 1] - nodes[i] + 1, 1, c)

    def text(self, s, x, y, c=1, /):
        for letter in s:
            at = ord(letter) - 32
            if not 0 <= at < 95:
                at = 31
            for column in range(5):
                bits = _glyphs.GLYPHS[5 * at + column]
                row = y
                while bits:
                    if bits & 1:
                        self._set(x + 1 + column, row, c)
                    bits >>= 1
                    row += 1
            x += 8

    def scroll(self, dx, dy, /):
        columns = range(max(dx, 0), min(self._width + dx, self._width))
        if dx > 0:
            columns = reversed(columns)
        lines = range(max(dy, 0), min(self._height + dy, self._height))
        columns = list(columns)
        for y in reversed(lines) if dy > 0 else lines:
            for x in columns:
                self._set(x, y, self._get(x - dx, y - dy))

    def blit(self, source, x, y, key=-1, palette=None, /):
        source = _frame(source)
        if palette is not None:
            palette = _frame(palette)
        for line in range(max(-y, 0), min(source._height, self._height - y)):
            for column in range(max(-x, 0), min(source._width, self._width - x)):
                c = source._get(column, line)
                if c != key:
                    self._set(x + column, y + line, c if palette is None else palette._get(c, 0))


def _rounded(n, d):
    # n / d to the nearest whole number, in steps of 1/32 that are cut off towards 0
    steps = abs(32 * n) // abs(d)
    return ((steps if (n < 0) == (d < 0) else -steps) + 16) // 32


def _frame(x):
    if isinstance(x, FrameBuffer):
        return x
    if not 4 <= len(x) <= 5:
        raise ValueError
    return FrameBuffer(*x)


class FrameBuffer1(FrameBuffer):
    def __init__(self, buffer, width, height, stride=None, /):
        super().__init__(buffer, width, height, MONO_VLSB, stride)
