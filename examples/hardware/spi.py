# A flash chip on SPI that says who it is; then a shift register that only listens.
from machine import Pin, SPI

spi = SPI(1, baudrate=1000000, polarity=0, phase=0)
chip_select = Pin(15, Pin.OUT, value=1)
answer = bytearray(4)
chip_select.off()
spi.write_readinto(b"\x9f\x00\x00\x00", answer)
chip_select.on()
print("maker", hex(answer[1]), "size", 1 << answer[3])
spi.write(bytes([0b10101010]))
