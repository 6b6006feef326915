/** The instructions of one function while it is being lowered: opcodes by name, labels for jumps, constants by value. */
import { type Opcode, type OpName, opcodeByName } from "../../build/generated/opcodes.js";
import { type Const, constKey } from "../constants.js";

/** A place in the code that jumps and exception ranges name before it is known. */
export class Label {
  /** Index into {@link Code.instructions}; -1 until it is bound. */
  position = -1;
  isUsed = false;
}

export interface Instruction {
  readonly op: Opcode;
  a: number;
  /** A wide operand stands here. Constants are numbers of {@link Code.constants}. */
  b: number;
  c: number;
  readonly target: Label | null;
  readonly line: number;
}

export interface LabelledRange {
  readonly start: Label;
  readonly end: Label;
  readonly handler: Label;
  readonly register: number;
}

export interface CodeConstant {
  readonly value: Const;
  /** An 8-bit operand names it, so that its number must be below 256. */
  isNarrow: boolean;
}

/** How many constants of a function 8-bit operands can name. */
const NARROW_CONSTANTS = 256;
/** Beyond these many, constants go through a register where they can. */
const NARROW_COMFORT = 192;

export class Code {
  readonly instructions: Instruction[] = [];
  readonly constants: CodeConstant[] = [];
  /** Inner ranges come first. */
  readonly ranges: LabelledRange[] = [];
  /** Texts that must be symbols, however long they are: names of attributes, keywords and locals. */
  readonly names = new Set<string>();
  /** Registers below are named; those from it on are temporaries, each read once. */
  firstTemporary = 0;
  /** The source line of what is emitted next. */
  line = 0;

  private readonly constantNumbers = new Map<string, number>();
  private narrowCount = 0;
  private lastBound = -1;

  emit(name: OpName, a = 0, b = 0, c = 0): void {
    this.instructions.push({ op: opcodeByName[name], a, b, c, target: null, line: this.line });
  }

  /** Emits a jump. Its operands before the target are `a` and `b`. */
  jump(name: OpName, target: Label, a = 0, b = 0): void {
    target.isUsed = true;
    this.instructions.push({ op: opcodeByName[name], a, b, c: 0, target, line: this.line });
  }

  label(): Label {
    return new Label();
  }

  bind(label: Label): void {
    label.position = this.instructions.length;
    if (label.isUsed) this.lastBound = label.position;
  }

  /** A label bound here: the edge of an exception range. */
  here(): Label {
    const label = new Label();
    label.position = this.instructions.length;
    return label;
  }

  /** The last instruction, unless a jump may lead between it and what comes next. */
  get last(): Instruction | undefined {
    return this.lastBound === this.instructions.length ? undefined : this.instructions.at(-1);
  }

  range(start: Label, end: Label, handler: Label, register: number): void {
    if (start.position === end.position) return;
    handler.isUsed = true;
    this.ranges.push({ start, end, handler, register });
  }

  /** The number of a constant. */
  constant(value: Const): number {
    const key = constKey(value);
    let number = this.constantNumbers.get(key);
    if (number === undefined) {
      number = this.constants.length;
      this.constants.push({ value, isNarrow: false });
      this.constantNumbers.set(key, number);
    }
    return number;
  }

  /** The number of a constant for an 8-bit operand. */
  narrow(value: Const): number {
    const number = this.constant(value);
    const constant = this.constants[number]!;
    if (!constant.isNarrow) {
      constant.isNarrow = true;
      this.narrowCount++;
    }
    return number;
  }

  /** The number of a name for an 8-bit operand. */
  name(text: string): number {
    this.names.add(text);
    return this.narrow({ kind: "str", value: text });
  }

  /** False when 8-bit numbers of constants have become scarce. */
  get hasNarrowRoom(): boolean {
    return this.narrowCount < NARROW_COMFORT;
  }

  get hasTooManyConstants(): boolean {
    return this.narrowCount > NARROW_CONSTANTS || this.constants.length > 0xffff;
  }
}
