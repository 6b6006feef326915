/** What the values of a trace may look like: times, bytes, numbers, series. Each refusal says where and what is wanted. */
import type { Literal, LiteralFile } from "./literal.js";

/** A step of a series: from `at` microseconds on. */
export interface Step {
  readonly at: bigint;
  readonly value: Literal;
}

const units: Record<string, number> = { us: 1, ms: 1000, s: 1_000_000, min: 60_000_000, h: 3_600_000_000 };

export class Fields {
  constructor(private readonly file: LiteralFile) {}

  wrong(what: Literal, message: string): Error {
    return this.file.error(what.span, message);
  }

  /** The entries of a map by name; refuses names that are not among those known. */
  named(what: Literal, known: readonly string[], title: string): Map<string, Literal> {
    const found = new Map<string, Literal>();
    for (const { key, value } of this.entries(what, title)) {
      const name = key.kind === "text" ? key.value : String(key.kind === "number" ? key.value : "?");
      if (!known.includes(name)) throw this.wrong(key, `${title} has no "${name}": it has ${known.join(", ")}`);
      if (found.has(name)) throw this.wrong(key, `"${name}" is there twice`);
      found.set(name, value);
    }
    return found;
  }

  /** The entries of a map by number: `5`, `"5"` or `"0x76"`. */
  numbered(what: Literal, least: number, most: number, title: string): { number: number; key: Literal; value: Literal }[] {
    const seen = new Set<number>();
    return this.entries(what, title).map(({ key, value }) => {
      const number = key.kind === "number" ? key.value : key.kind === "text" && key.value.trim() !== "" ? Number(key.value) : Number.NaN;
      if (!Number.isInteger(number) || number < least || number > most)
        throw this.wrong(key, `the keys of ${title} are numbers, ${least} to ${most}`);
      if (seen.has(number)) throw this.wrong(key, `${number} is there twice`);
      seen.add(number);
      return { number, key, value };
    });
  }

  list(what: Literal, title: string): readonly Literal[] {
    if (what.kind !== "list") throw this.wrong(what, `${title} is a list`);
    return what.items;
  }

  number(what: Literal, least: number, most: number, title: string, whole = true): number {
    const value = what.kind === "truth" ? Number(what.value) : what.kind === "number" ? what.value : Number.NaN;
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
      throw this.wrong(what, `${title} is a ${whole ? "whole " : ""}number, ${least} to ${most}`);
    return value;
  }

  /** Microseconds, or a text such as "20ms" or "1.5s". */
  time(what: Literal): bigint {
    if (what.kind === "number" && Number.isInteger(what.value) && what.value >= 0) return BigInt(what.value);
    const match = what.kind === "text" ? /^(\d+(?:\.\d+)?)\s*(us|ms|s|min|h)$/.exec(what.value) : null;
    if (!match) throw this.wrong(what, 'a time is a whole number of microseconds, or a text such as "20ms", "1.5s", "2min"');
    return BigInt(Math.round(Number(match[1]) * units[match[2]!]!));
  }

  /** Bytes as hexadecimal digits, a list of numbers, or Python's bytes. */
  bytes(what: Literal): Uint8Array {
    if (what.kind === "bytes") return what.value;
    if (what.kind === "list") return Uint8Array.from(what.items, (item) => this.number(item, 0, 255, "a byte"));
    const digits = what.kind === "text" ? what.value.replace(/\s+/g, "") : "?";
    if (!/^([0-9a-fA-F]{2})*$/.test(digits)) throw this.wrong(what, 'bytes are hexadecimal digits ("2c06"), a list of numbers, or b"…"');
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }

  /** Bytes, where a text stands for itself. */
  textOrBytes(what: Literal): Uint8Array {
    return what.kind === "text" ? new TextEncoder().encode(what.value) : this.bytes(what);
  }

  /** One value for all the time, or [[time, value], …] with times that ascend. */
  series(what: Literal, title: string): Step[] {
    if (what.kind !== "list") return [{ at: 0n, value: what }];
    let before = -1n;
    return what.items.map((item) => {
      const pair = item.kind === "list" ? item.items : [];
      if (pair.length !== 2) throw this.wrong(item, `${title} is one value, or a list of [time, value]`);
      const at = this.time(pair[0]!);
      if (at <= before) throw this.wrong(item, "the times of a series ascend");
      before = at;
      return { at, value: pair[1]! };
    });
  }

  private entries(what: Literal, title: string): Extract<Literal, { kind: "map" }>["entries"] {
    if (what.kind !== "map") throw this.wrong(what, `${title} is a dict`);
    return what.entries;
  }
}
