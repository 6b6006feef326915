/** Reads gcc's assembler text for the lx106: its functions as blocks, what registers hold in them, and how an instruction can be said without its file. */

export const isReturn = (text: string): boolean => /^ret(\.n)?$/.test(text);
export const isCall = (text: string): boolean => /^callx?0\t/.test(text);
export const isLeave = (text: string): boolean => isReturn(text) || /^(j\t(?!\.L)|jx\t)/.test(text);
export const mentions = (text: string, register: Register): boolean => (register === "a0" ? /\ba0\b/ : /\ba11\b/).test(text);
/** A call as what jumps to the callee. */
export const asJump = (call: string): string => call.replace(/^callx0\t/, "jx\t").replace(/^call0\t/, "j\t");

/** The registers that matter: a0 holds where to return to; a11 is no argument, and no call keeps it. */
export type Register = "a0" | "a11";

/** Bytes of an instruction. gcc names the short form (`.n`) of some; where there is one, the assembler takes it for the others too. */
export function sizeOf(text: string): number {
  const [mnemonic, operands = ""] = text.split("\t") as [string, string?];
  if (mnemonic.endsWith(".n")) return 2;
  const last = Number(/, (-?\d+)$/.exec(operands)?.[1] ?? Number.NaN);
  if (mnemonic === "ret" || mnemonic === "mov" || mnemonic === "add") return 2;
  if (mnemonic === "l32i" || mnemonic === "s32i") return last >= 0 && last <= 60 && last % 4 === 0 ? 2 : 3;
  if (mnemonic === "addi") return last === -1 || (last >= 1 && last <= 15) ? 2 : 3;
  if (mnemonic === "movi") return last >= -32 && last <= 95 ? 2 : 3;
  return 3 * text.split(" ; ").length;
}

/** What only its file knows: functions, data, and the values of its literals. */
export interface Names {
  readonly file: number;
  readonly functions: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  readonly literals: ReadonlyMap<string, string>;
}

export function namesOf(lines: readonly string[], file: number): Names {
  const all = (pattern: RegExp): RegExpExecArray[] =>
    lines.flatMap((line) => {
      const match = pattern.exec(line.trim());
      return match ? [match] : [];
    });
  const global = new Set(all(/^\.global\t([\w.$]+)$/).map((match) => match[1]!));
  const own = (pattern: RegExp): Set<string> => new Set(all(pattern).flatMap((match) => (global.has(match[1]!) ? [] : [match[1]!])));
  const literals = all(/^\.literal (\.LC\d+), (.+)$/).map((match) => [match[1]!, match[2]!] as const);
  return { file, functions: own(/^\.type\t([\w.$]+), @function$/), data: own(/^\.type\t([\w.$]+), @object$/), literals: new Map(literals) };
}

/**
 * An instruction as it would mean the same in any file: a literal by its value, `l32r a2, =65535`, a function that only its file knows as `name@file`.
 * undefined: it means something only where it stands.
 */
export function portable(text: string, { file, functions, data, literals }: Names): string | undefined {
  const [, register, label] = /^l32r\t(\w+), (\.LC\d+)$/.exec(text) ?? [];
  const value = label && literals.get(label);
  const [named = ""] = /^[\w.$]+/.exec(value ?? "") ?? [];
  if (value && !/\.L/.test(value) && !functions.has(named) && !data.has(named)) return `l32r\t${register}, =${value}`;
  if (/\.L|^(jx|loop|l32r|b\w+\t|break|ill|rs|rsil|simcall|waiti|wsr|rsr)/.test(text)) return undefined;
  const immediate = /^movi(?:\.n)?\t\w+, (.+)$/.exec(text)?.[1];
  if (immediate !== undefined && !(Math.abs(Number(immediate)) <= 2047)) return undefined;
  const target = /^(?:j|call0)\t(\S+)$/.exec(text)?.[1];
  return target !== undefined && functions.has(target) ? `${text}@${file}` : text;
}

/** What an instruction does with a register: "sets" it without looking at it, "reads" it, or nothing. Calls set a0 and a11. */
function useOf(text: string, register: Register): "sets" | "reads" | undefined {
  if (isCall(text)) return mentions(text, register) ? "reads" : "sets";
  if (isLeave(text) && register === "a0") return "reads";
  if (!mentions(text, register)) return undefined;
  const [, mnemonic, first, rest] = /^(\S+)\t(\w+)(.*)$/.exec(text) ?? [];
  const writes = mnemonic !== undefined && !/^(s32i|s16i|s8i|ss|w|x|b|j|mov(eq|ne|lt|ge)z)/.test(mnemonic);
  return writes && first === register && !mentions(rest!, register) ? "sets" : "reads";
}

/** A function's lines cut into blocks, and those that follow each. */
export interface Block {
  lines: number[];
  texts: string[];
  fixed: boolean[];
  next: string[];
  fallsThrough: boolean;
  label: string[];
}

/** The blocks of the functions of a text; functions that jump by a register or hold anything but instructions are left out. */
export function functionsOf(lines: readonly string[]): Block[][] {
  const functions: Block[][] = [];
  let name: string | undefined;
  let blocks: Block[] | undefined;
  let awaited: string | undefined;
  let inAsm = false;
  const open = (label: string[]): Block => ({ lines: [], texts: [], fixed: [], next: [], fallsThrough: true, label });
  lines.forEach((line, at) => {
    const text = line.trim();
    if (text === "#APP") inAsm = true;
    else if (text === "#NO_APP") inAsm = false;
    const declared = /^\.type\t([\w.$]+), @function$/.exec(text)?.[1];
    if (declared) awaited = declared;
    const label = /^([\w.$]+):$/.exec(text)?.[1];
    if (label && label === awaited) {
      name = label;
      awaited = undefined;
      blocks = [open([label])];
      return;
    }
    if (!name) return;
    if (text === `.size\t${name}, .-${name}`) {
      if (blocks) functions.push(blocks);
      name = blocks = undefined;
      return;
    }
    if (!blocks || text === "" || text.startsWith("#")) return;
    if (label) {
      const last = blocks.at(-1)!;
      if (last.texts.length === 0 && last.label.length > 0) last.label.push(label);
      else blocks.push(open([label]));
      return;
    }
    if (text.startsWith(".") || /^(jx|loop)/.test(text)) {
      blocks = undefined;
      return;
    }
    const block = blocks.at(-1)!;
    block.lines.push(at);
    block.texts.push(text);
    block.fixed.push(inAsm);
    const target = /(\.L\w+)$/.exec(text)?.[1];
    if (/^(j|b\w+|ret(\.n)?)\b/.test(text) && !/^break/.test(text)) {
      if (target) block.next.push(target);
      block.fallsThrough = !/^(j|ret(\.n)?)\b/.test(text);
      blocks.push(open([]));
    }
  });
  return functions;
}

/** For each block, whether what a register holds behind each of its instructions is needed. A function that ends needs a0 alone. */
export function needsOf(blocks: readonly Block[], register: Register): { atStart: boolean[]; behind: boolean[][] } {
  const byLabel = new Map(blocks.flatMap((block, i) => block.label.map((label) => [label, i] as const)));
  const atStart = blocks.map(() => false);
  const behind = blocks.map((block) => block.texts.map(() => false));
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const block = blocks[i]!;
      const follow = block.next.map((label) => byLabel.get(label)).concat(block.fallsThrough ? [i + 1] : []);
      /* what is not known needs it */
      let needed = follow.some((to) => to === undefined || (atStart[to] ?? false));
      for (let k = block.texts.length - 1; k >= 0; k--) {
        behind[i]![k] = needed;
        const use = useOf(block.texts[k]!, register);
        if (use) needed = use === "reads";
      }
      if (needed !== atStart[i]) {
        atStart[i] = needed;
        changed = true;
      }
    }
  }
  return { atStart, behind };
}
