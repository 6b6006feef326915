# Deep sleep between measurements: the program goes on at the next line, with all it had.
import machine
from machine import ADC

log = []
while len(log) < 4:
    log.append(ADC(0).read())
    machine.deepsleep(60000)
print(log, machine.reset_cause() == machine.DEEPSLEEP_RESET)
