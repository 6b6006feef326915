/** A trace of pins, from the text that people write (docs/pins.md) to the words that the simulated pins read (bytecode/trace.def). */
import { TracePart } from "../../build/generated/devices.js";
import { Fields, type Step } from "./fields.js";
import { type Literal, LiteralFile } from "./literal.js";

const magic = 0x3154504e;
const pinCount = 17;
const noAnswer = 0xffff_ffff;

/** The words of a trace, little-endian. Throws a LiteralError that names the line. */
export function compileTrace(path: string, text: string): Uint8Array {
  const file = new LiteralFile(path, text);
  return new TraceWriter(new Fields(file)).write(file.read());
}

const timeWords = (at: bigint): number[] => [Number(BigInt.asUintN(32, at)), Number(at >> 32n)];

/** Bytes as words, padded with zeros. */
function byteWords(bytes: Uint8Array): number[] {
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  for (const [i, byte] of bytes.entries()) words[i >> 2]! |= byte << ((i & 3) * 8);
  return [...words];
}

/** Maxim's CRC of one-wire devices. */
function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >> 1) ^ 0x8c : crc >> 1;
  }
  return crc;
}

class TraceWriter {
  private readonly words: number[] = [magic, 0];

  constructor(private readonly fields: Fields) {}

  write(trace: Literal): Uint8Array {
    const parts = this.parts();
    for (const [name, value] of this.fields.named(trace, Object.keys(parts), "a trace")) parts[name]!(value);
    this.words[1] = this.words.length;
    return new Uint8Array(Uint32Array.from(this.words).buffer);
  }

  private parts(): Record<string, (value: Literal) => void> {
    const { fields } = this;
    const each = (value: Literal, most: number, title: string, add: (number: number, value: Literal, key: Literal) => void): void => {
      for (const entry of fields.numbered(value, 0, most, title)) add(entry.number, entry.value, entry.key);
    };
    return {
      end: (value) => this.part(TracePart.END, 0, timeWords(fields.time(value))),
      time: (value) => this.part(TracePart.TIME, 0, timeWords(this.timeOfDay(value))),
      reset_cause: (value) => this.part(TracePart.CAUSE, fields.number(value, 0, 7, "reset_cause"), []),
      pins: (value) =>
        each(value, pinCount - 1, "pins", (pin, levels) => this.part(TracePart.LEVEL, pin, this.series(levels, "a pin's level", 1))),
      adc: (value) =>
        each(value, 1, "adc", (channel, values) => this.part(TracePart.ADC, channel, this.series(values, "what the ADC reads", 1024))),
      i2c: (value) => each(value, 127, "i2c", (address, device) => this.i2cDevice(address, device)),
      spi: (value) =>
        this.part(TracePart.SPI, 0, [0, ...fields.list(value, "spi").flatMap((answer) => this.counted(fields.bytes(answer)))]),
      onewire: (value) =>
        each(value, pinCount - 1, "onewire", (pin, devices) => {
          for (const device of fields.list(devices, "the devices of a pin")) this.wireDevice(pin, device);
        }),
      dht: (value) => each(value, pinCount - 1, "dht", (pin, sensor) => this.dhtSensor(pin, sensor)),
      uart: (value) => each(value, 1, "uart", (port, pieces) => this.uartInput(port, pieces)),
    };
  }

  private part(type: number, id: number, words: readonly number[]): void {
    this.words.push(type | (id << 8), words.length, ...words);
  }

  private counted(bytes: Uint8Array): number[] {
    return [bytes.length, ...byteWords(bytes)];
  }

  private steps(what: Literal, title: string, value: (literal: Literal) => number): number[] {
    return this.fields.series(what, title).flatMap((step: Step) => [...timeWords(step.at), value(step.value) >>> 0]);
  }

  private series(what: Literal, title: string, most: number): number[] {
    return this.steps(what, title, (value) => this.fields.number(value, 0, most, title));
  }

  /** ISO 8601, or microseconds since 1970. */
  private timeOfDay(what: Literal): bigint {
    if (what.kind !== "text") return this.fields.time(what);
    const ms = Date.parse(what.value);
    if (Number.isNaN(ms)) throw this.fields.wrong(what, 'a time of day is a text such as "2026-01-31T12:00:00Z"');
    return BigInt(ms) * 1000n;
  }

  private i2cDevice(address: number, device: Literal): void {
    const { fields } = this;
    const found = fields.named(device, ["registers", "changes", "answers"], "an I2C device");
    const registers = found.get("registers");
    const changes = found.get("changes");
    const answers = found.get("answers");
    if (answers && (registers || changes)) throw fields.wrong(answers, "an I2C device has registers or answers, not both");
    if (registers || changes) {
      const values = new Uint8Array(256);
      if (registers)
        for (const { number, value, key } of fields.numbered(registers, 0, 255, "registers")) {
          const bytes = value.kind === "number" ? Uint8Array.of(fields.number(value, 0, 255, "a register")) : fields.bytes(value);
          if (number + bytes.length > 256) throw fields.wrong(key, "these bytes reach beyond register 255");
          values.set(bytes, number);
        }
      const words = changes ? fields.list(changes, "changes").flatMap((change) => this.change(change)) : [];
      this.part(TracePart.REGISTERS, address, [0, 0, ...byteWords(values), ...words]);
    } else {
      const words = answers ? fields.list(answers, "answers").flatMap((answer) => this.answer(answer)) : [];
      this.part(TracePart.ANSWERS, address, [0, 0, 0, ...words]);
    }
  }

  private change(what: Literal): number[] {
    const { fields } = this;
    const [at, register, content, ...more] = fields.list(what, "a change");
    if (!content || more.length > 0) throw fields.wrong(what, "a change is [time, register, bytes]");
    const number = fields.number(register!, 0, 255, "a register");
    const bytes = content.kind === "number" ? Uint8Array.of(fields.number(content, 0, 255, "a register")) : fields.bytes(content);
    return [...timeWords(fields.time(at!)), number | (bytes.length << 8), ...byteWords(bytes)];
  }

  private answer(what: Literal): number[] {
    const { fields } = this;
    const found = what.kind === "map" ? fields.named(what, ["to", "give"], "an answer") : new Map([["give", what]]);
    const give = found.get("give");
    const to = found.get("to");
    if (!give) throw fields.wrong(what, 'an answer is bytes, or {"to": bytes that ask, "give": bytes}');
    const asked = to ? fields.bytes(to) : new Uint8Array();
    if (asked.length > 8) throw fields.wrong(to!, "at most 8 bytes ask for an answer");
    const own = fields.bytes(give);
    return [0, asked.length | (own.length << 8), ...byteWords(asked), ...byteWords(own)];
  }

  private wireDevice(pin: number, device: Literal): void {
    const { fields } = this;
    const found = fields.named(device, ["rom", "celsius"], "a one-wire device");
    const rom = found.get("rom");
    if (!rom) throw fields.wrong(device, 'a one-wire device has a "rom" of 7 or 8 bytes');
    let bytes = fields.bytes(rom);
    if (bytes.length === 7) bytes = Uint8Array.of(...bytes, crc8(bytes));
    if (bytes.length !== 8 || crc8(bytes) !== 0)
      throw fields.wrong(rom, "a rom is 7 bytes, or 8 of which the last is the CRC of the others");
    const celsius = found.get("celsius");
    const series = celsius
      ? this.steps(celsius, "a temperature", (value) => Math.round(fields.number(value, -55, 125, "a temperature", false) * 16) & 0xffff)
      : [];
    this.part(TracePart.WIRE, pin, [0, 0, ...byteWords(bytes), ...series]);
  }

  /** Two series become one: at each time of either, both values; null in one of them is no answer. */
  private dhtSensor(pin: number, sensor: Literal): void {
    const { fields } = this;
    const found = fields.named(sensor, ["celsius", "percent"], "a DHT sensor");
    const [celsius, percent] = ["celsius", "percent"].map((name) => {
      const series = found.get(name);
      if (!series) throw fields.wrong(sensor, 'a DHT sensor has "celsius" and "percent"');
      return fields.series(series, name);
    }) as [Step[], Step[]];
    const at = (steps: Step[], time: bigint): Literal | undefined => steps.filter((step) => step.at <= time).at(-1)?.value;
    const times = [...new Set([...celsius, ...percent].map((step) => step.at))].sort((a, b) => (a < b ? -1 : 1));
    const words = times.flatMap((time) => {
      const [heat, damp] = [at(celsius, time), at(percent, time)];
      if (!heat || !damp || heat.kind === "none" || damp.kind === "none") return [...timeWords(time), noAnswer];
      const tenths = Math.round(fields.number(heat, -40, 125, "a temperature", false) * 10) & 0xffff;
      return [...timeWords(time), (Math.round(fields.number(damp, 0, 100, "a humidity", false) * 10) | (tenths << 16)) >>> 0];
    });
    this.part(TracePart.DHT, pin, words);
  }

  private uartInput(port: number, pieces: Literal): void {
    const { fields } = this;
    const words = fields.series(pieces, "what a UART receives").flatMap(({ at, value }) => {
      return [...timeWords(at), ...this.counted(fields.textOrBytes(value))];
    });
    this.part(TracePart.UART, port, [0, ...words]);
  }
}
