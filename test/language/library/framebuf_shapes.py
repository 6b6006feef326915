# differs: CPython has no framebuf
import framebuf


def show(f, w, h):
    for y in range(h):
        print(''.join(['.%'[f.pixel(x, y)] for x in range(w)]))


buffer = bytearray(16)
f = framebuf.FrameBuffer(buffer, 16, 8, framebuf.MONO_HLSB)
f.line(0, 0, 15, 5, 1)
f.rect(0, 4, 5, 4, 1)
f.ellipse(10, 5, 4, 2, 1, True, 12)
show(f, 16, 8)
print(buffer.hex(), f.pixel(16, 0), f.pixel(0, 0))
f.fill(0)
f.poly(1, 1, (0, 0, 6, 0, 3, 5), 1, True)
f.text('n', 8, 0)
f.scroll(-1, 1)
show(f, 16, 8)
for bad in ((buffer, 17, 8, 3), (buffer, 16, 9, 3), (buffer, 8, 8, 9), (buffer, 0, 8, 0)):
    try:
        framebuf.FrameBuffer(*bad)
    except ValueError as error:
        print(repr(error))
# expect: %%..............
# expect: ..%%%...........
# expect: .....%%%........
# expect: ........%%%.....
# expect: %%%%%......%%%..
# expect: %...%.%%%%%%%%%%
# expect: %...%..%%%%%%%..
# expect: %%%%%...%%%%%...
# expect: c0003800070000e0f81c8bff89fcf8f8 None 1
# expect: ................
# expect: ................
# expect: %%%%%%%.........
# expect: .%%%%%..%%%%....
# expect: .%%%%%..%...%...
# expect: ..%%%...%...%...
# expect: ..%%%...%...%...
# expect: ...%....%...%...
# expect: ValueError()
# expect: ValueError()
# expect: ValueError()
# expect: ValueError()
