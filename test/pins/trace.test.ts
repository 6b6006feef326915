/** Traces as people write them: what they become, and what is said of those that are wrong. */
import { describe, expect, it } from "vitest";
import { TracePart } from "../../build/generated/devices.js";
import { compileTrace } from "../../host/pins/trace.js";

const words = (text: string): number[] => {
  const bytes = compileTrace("t.json", text);
  return [...new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)];
};

describe("a trace", () => {
  it("is words, whatever literals it is written with", () => {
    const part = [TracePart.LEVEL | (5 << 8), 6, 0, 0, 1, 1500, 0, 0];
    for (const text of [
      '{"pins": {"5": [[0, 1], ["1.5ms", 0]]}}',
      "{'pins': {5: [(0, True), (1500, False)]}}  # Python's\n",
      '{"pins": {"0x5": [[0, true], ["1500us", false],],},}',
    ])
      expect(words(text)).toEqual([0x3154504e, 2 + part.length, ...part]);
  });

  it("has times beyond 32 bits", () => {
    expect(words('{"end": "2h"}').slice(2)).toEqual([TracePart.END, 2, 7_200_000_000 % 2 ** 32, 1]);
  });

  it("completes a rom, and takes whole ones", () => {
    const rom = words('{"onewire": {"4": [{"rom": "28616434000000"}]}}').slice(6);
    expect(rom).toEqual([0x34646128, 0xa2000000]);
    expect(words('{"onewire": {"4": [{"rom": "28616434000000a2"}]}}').slice(6)).toEqual(rom);
  });
});

describe("a wrong trace", () => {
  it.each([
    ["", "t.json:1: the file is empty"],
    ["[1]", "t.json:1: a trace is a dict"],
    ['{"pins": {}}\n{"adc": {}}', "t.json:2: a trace is one value"],
    ["x = {}", "t.json:1: a trace is a dict of literals, no program"],
    ['{"pins": {"5": 1}', "t.json:1:"],
    ['{\n"pins": {\n"5": print(1)}}', "t.json:3: only literals stand in a trace"],
    ['{"gpio": {}}', 't.json:1: a trace has no "gpio": it has end, time, reset_cause, pins, adc'],
    ['{"pins": {"17": 1}}', "t.json:1: the keys of pins are numbers, 0 to 16"],
    ['{"pins": {"5": 1, 5: 0}}', "t.json:1: 5 is there twice"],
    ['{"pins": {"5": 2}}', "t.json:1: a pin's level is a whole number, 0 to 1"],
    ['{"pins": {\n"5": [[0, 1],\n["1 day", 0]]}}', 't.json:3: a time is a whole number of microseconds, or a text such as "20ms"'],
    ['{"pins": {"5": [[5, 1], [5, 0]]}}', "t.json:1: the times of a series ascend"],
    ['{"adc": {"0": [[0, 1025]]}}', "t.json:1: what the ADC reads is a whole number, 0 to 1024"],
    ['{"i2c": {"0x76": {"registers": {}, "answers": []}}}', "t.json:1: an I2C device has registers or answers, not both"],
    ['{"i2c": {"0x76": {"registers": {"255": "0102"}}}}', "t.json:1: these bytes reach beyond register 255"],
    ['{"i2c": {"0x76": {"answers": ["123"]}}}', "t.json:1: bytes are hexadecimal digits"],
    ['{"i2c": {"200": {}}}', "t.json:1: the keys of i2c are numbers, 0 to 127"],
    ['{"onewire": {"4": [{"celsius": 20}]}}', 't.json:1: a one-wire device has a "rom"'],
    ['{"onewire": {"4": [{"rom": "2861643400000000"}]}}', "t.json:1: a rom is 7 bytes, or 8"],
    ['{"dht": {"4": {"celsius": 20}}}', 't.json:1: a DHT sensor has "celsius" and "percent"'],
    ['{"reset_cause": 8}', "t.json:1: reset_cause is a whole number, 0 to 7"],
    ['{"time": "noon"}', "t.json:1: a time of day is a text such as"],
  ])("%s", (text, message) => {
    expect(() => compileTrace("t.json", text)).toThrow(message);
  });
});
