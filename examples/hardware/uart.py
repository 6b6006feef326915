# Lines from a GPS receiver on a UART, each as it comes.
from machine import UART

gps = UART(0, 9600, timeout=2000)
gps.write("$PMTK220,1000*1F\r\n")
while True:
    line = gps.readline()
    if line is None:
        break
    kind, *fields = line.decode().strip().split(",")
    print(kind, fields)
