# differs: CPython has no framebuf
import framebuf
from framebuf import FrameBuffer

for format, size in ((framebuf.MONO_VLSB, 20), (framebuf.MONO_HLSB, 20), (framebuf.MONO_HMSB, 20), (framebuf.GS2_HMSB, 30), (framebuf.GS4_HMSB, 50), (framebuf.GS8, 100), (framebuf.RGB565, 200)):
    buffer = bytearray(size)
    f = FrameBuffer(buffer, 10, 10, format)
    f.fill(0)
    f.hline(1, 0, 8, 0xffff)
    f.fill_rect(-1, 8, 4, 9, 0x1235)
    f.pixel(5, 5, 0x6789)
    print(format, f.pixel(1, 0), f.pixel(0, 8), f.pixel(5, 5), f.pixel(9, 9), sum(buffer))

small = FrameBuffer(bytearray(b'\x00\x01\x02\x03'), 2, 2, framebuf.GS8)
buffer = bytearray(12)
f = FrameBuffer(memoryview(buffer), 4, 3, framebuf.GS8)
f.blit(small, 1, 1)
f.blit(small, -1, 0, 3)
print(buffer.hex(), bytes(small))
f.blit(small, 2, 0, -1, (b'\xa0\xa1\xa2\xa3', 4, 1, framebuf.GS8))
print(buffer.hex())


class Display(FrameBuffer):
    def __init__(self, width, height):
        self.buffer = bytearray(width * height // 8)
        super().__init__(self.buffer, width, height, framebuf.MONO_VLSB)

    def show(self):
        print(self.buffer.hex())


d = Display(8, 8)
d.text('A', 0, 0)
d.show()
d.vline(0, -3, 8, 1)
d.show()
# expect: 0 1 1 1 0 49
# expect: 3 1 1 1 0 707
# expect: 4 1 1 1 0 301
# expect: 5 3 1 1 0 556
# expect: 2 15 5 9 0 1359
# expect: 6 255 53 137 0 2495
# expect: 1 65535 4661 26505 0 4746
# expect: 010000000000010000020300 b'\x00\x01\x02\x03'
# expect: 0100a0a10000a2a300020300
# expect: 007e0909097e0000
# expect: 1f7e0909097e0000
