/** Programs that the figures of boards are measured with. */
import { compileProgram } from "../../compiler/compile.js";

export const compiled = (text: string): Uint8Array => compileProgram({ path: "program.py", text }).image;

/** Keeps about so many bytes of tuples, integers and a list alive, and sleeps again and again. A tuple of two takes 12 bytes, its place in the list 4. */
export const sleeper = (liveBytes: number, seconds: number): Uint8Array =>
  compiled(`
import time
state = [(i, 2 * i) for i in range(${Math.floor(liveBytes / 16)})]
print("ready")
while True:
    time.sleep(${seconds})
`);

/** 8 KB of state of several kinds, and short sleeps. */
export const mixed = (): Uint8Array =>
  compiled(`
import time
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
points = [Point(i, i * 0.5) for i in range(124)]
names = {str(i): [i, "name" + str(i)] for i in range(51)}
print("ready")
while True:
    time.sleep(0.05)
`);

/** One image for all: each is told its number, sleeps, works a little between shorter sleeps, and tells a checksum of its state. */
export const meter = (longSleep: number, shortSleep: number): Uint8Array =>
  compiled(`
import nanopy
import time

class Meter:
    def __init__(self, number):
        self.number = number
        self.samples = [number * i % 251 for i in range(20)]
        self.total = 0

    def step(self):
        for sample in self.samples:
            self.total = (self.total * 31 + sample + self.number) % 1000003

sender, number = nanopy.receive()
meter = Meter(number)
print("begins", number)
time.sleep(${longSleep})
for i in range(3):
    meter.step()
    time.sleep(${shortSleep})
print("ends", number, meter.total)
`);

/** What the meter of a number prints. */
export function meterOutput(number: number): string {
  let total = 0;
  for (let round = 0; round < 3; round++) for (let i = 0; i < 20; i++) total = (total * 31 + ((number * i) % 251) + number) % 1000003;
  return `begins ${number}\nends ${number} ${total}\n`;
}

/** Tells functions `m0`, `m1`, … their numbers. */
export const numberer = (count: number): Uint8Array =>
  compiled(`
import nanopy
for i in range(${count}):
    nanopy.send("m" + str(i), i)
`);

/** Takes nearly all of the RAM for a moment, so that all others have to go. */
export const hog = (bytes: number): Uint8Array => compiled(`everything = [0] * ${Math.floor(bytes / 4)}\n`);

/** A period of 10 ms: tells the worst lateness of so many, in microseconds. */
export const controlLoop = (periods: number): Uint8Array =>
  compiled(`
import time
worst = 0
due = time.ticks_us()
for i in range(${periods}):
    due = time.ticks_add(due, 10000)
    left = time.ticks_diff(due, time.ticks_us())
    if left > 0:
        time.sleep_us(left)
    late = time.ticks_diff(time.ticks_us(), due)
    if late > worst:
        worst = late
    due = time.ticks_add(due, max(0, late // 10000 * 10000))
print("worst", worst)
`);

/** What a neighbour of the control loop may do all the time. */
export const neighbours: Readonly<Record<string, string>> = {
  pass: "while True:\n    pass\n",
  dictionaries: "while True:\n    d = {}\n    for i in range(50):\n        d[i] = (i, str(i))\n",
  floats: "x = 1.0\nwhile True:\n    x = (x * 1.000001 + 0.5) ** 0.9\n    s = repr(x)\n",
  "long integers": "while True:\n    x = 3 ** 2000\n    s = str(x % 10 ** 300)\n",
  sorting: "a = [(i * 7919) % 1009 for i in range(400)]\nwhile True:\n    b = sorted(a)\n",
  text: "while True:\n    s = ''\n    for i in range(40):\n        s += 'some text ' + str(i)\n    t = s.replace('text', 'other').split(' ')\n",
};
