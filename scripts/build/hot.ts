/**
 * Cuts a function of gcc's assembler text for the lx106 in two: its hot part goes to a section of its own, which a linker script may put into iram; the rest stays
 * where functions are. gcc itself does not (its jumps for this core don't reach from the one to the other).
 *
 * The function is one that dispatches by a table of labels. Its rows are hot, and what they lead to, up to a block of instructions that calls, returns, or is marked as
 * rare: such a block is not, nor is what only such blocks lead to. So the hot part calls nothing. Where one part leads into the other there stands, in the
 * place of the block that is elsewhere, a jump by register a0, which holds nothing between the function's entry and its return.
 */

/** What an asm statement puts into a block that is rare. */
const marker = "# rare";

interface Block {
  labels: string[];
  lines: string[];
  /** Labels that it jumps to, and those in a table of words that it loads. */
  jumps: string[];
  loads: string[];
  fallsThrough: boolean;
  rare: boolean;
  hot: boolean;
}

interface Parsed {
  /** What stands before and behind the function, and the constants amid its instructions. */
  before: string[];
  after: string[];
  constants: string[];
  /** Values of the literals by their labels. */
  literals: Map<string, string>;
  blocks: Block[];
  byLabel: Map<string, Block>;
}

/** The text with function `name` cut into the sections .text.NAME and .hot.NAME, in which it is called NAME_hot. Its rows are in the static table `labels`. */
export function splitHot(text: string, name: string): string {
  const parsed = parse(text, name);
  const { blocks, byLabel, before, after, constants } = parsed;
  const todo = wordsAt(after, "labels\\$\\d+").map((label) => byLabel.get(label));
  if (todo.length === 0) throw new Error(`${name} has no table of labels`);
  for (let block = todo.pop(); block || todo.length > 0; block = todo.pop()) {
    if (!block || block.hot || block.rare) continue;
    block.hot = true;
    for (const label of [...block.jumps, ...block.loads]) todo.push(byLabel.get(label));
    if (block.fallsThrough) todo.push(blocks[blocks.indexOf(block) + 1]);
  }
  checkEntry(blocks, name);
  const relocated = (line: string): string => line.replace(/\.L\w+$/, (label) => place(parsed, label));
  return [
    ...before,
    `\t.section\t.text.${name},"ax",@progbits`,
    ...part(parsed, false, name),
    ...constants.map(relocated),
    `\t.section\t.hot.${name},"ax",@progbits`,
    ...part(parsed, true, `${name}_hot`),
    ...after.map(relocated),
  ].join("\n");
}

const suffix = (hot: boolean): string => (hot ? "_hot" : "");

/** Where a label's block is; other labels stay as they are. */
const place = ({ byLabel }: Parsed, label: string): string => `${label}${suffix(byLabel.get(label)?.hot ?? false)}`;

/** The words of the table whose label matches. */
function wordsAt(lines: readonly string[], table: string): string[] {
  const from = lines.findIndex((line) => new RegExp(`^${table}:$`).test(line)) + 1;
  const words: string[] = [];
  for (let i = from; from > 0 && lines[i]?.startsWith("\t.word\t"); i++) words.push(lines[i]!.slice(7));
  return words;
}

function parse(text: string, name: string): Parsed {
  const lines = text.split("\n");
  const start = lines.indexOf(`${name}:`);
  const end = lines.indexOf(`\t.size\t${name}, .-${name}`);
  const section = lines.lastIndexOf(`\t.section\t.text.${name},"ax",@progbits`, start);
  if (start < 0 || end < start || section < 0) throw new Error(`the text has no function ${name} in a section of its own`);
  const literals = new Map<string, string>();
  const constants: string[] = [];
  const blocks: Block[] = [];
  const open = (labels: string[]): Block => ({ labels, lines: [], jumps: [], loads: [], fallsThrough: true, rare: false, hot: false });
  let inCode = true;
  let block = open([]);
  /* every block has a label, for jumps from the other part */
  const close = (): void => {
    if (block.lines.length === 0) return;
    if (block.labels.length === 0) block.labels.push(`.LB${blocks.length}`);
    blocks.push(block);
    block = open([]);
  };
  for (const line of lines.slice(section + 1, end)) {
    const [, directive, operands = ""] = /^\t\.(\w+)(?:[\t ](.*))?$/.exec(line) ?? [];
    if (directive === "section") inCode = operands.startsWith(".text.");
    if (directive === "literal") literals.set(...(operands.split(", ") as [string, string]));
    else if (directive === "section" || !inCode) constants.push(line);
    if (directive || !inCode) continue;
    const label = /^([\w.$]+):$/.exec(line)?.[1];
    if (label) {
      close();
      block.labels.push(label);
      continue;
    }
    block.lines.push(line);
    if (line.includes(marker) || /^\t(callx?0\t|ret)/.test(line)) block.rare = true;
    const target = /^\t(?:j|b\w+)(?:\.n)?[\t ].*?(\.L\w+)$/.exec(line)?.[1];
    if (target) block.jumps.push(target);
    if (/^\t(j|jx|ret|ret\.n)\b/.test(line)) block.fallsThrough = false;
    if (target || !block.fallsThrough) close();
  }
  close();
  for (const each of blocks)
    for (const line of each.lines) {
      const loaded = literals.get(/^\tl32r\t\w+, (\.L\w+)$/.exec(line)?.[1] ?? "");
      if (loaded) each.loads.push(...wordsAt(constants, loaded.replaceAll(/[.$+]/g, "\\$&")));
    }
  const byLabel = new Map(blocks.flatMap((each) => each.labels.map((label) => [label, each] as const)));
  return { before: lines.slice(0, section), after: lines.slice(end + 1), constants, literals, blocks, byLabel };
}

/** The function must be entered and left outside its hot part, and a0 must hold its return address there alone. */
function checkEntry(blocks: readonly Block[], name: string): void {
  if (blocks[0]!.hot) throw new Error(`${name} is entered in its hot part`);
  for (const [i, { lines, hot }] of blocks.entries()) {
    const use = lines.find((line) => /\ba0\b/.test(line)) ?? lines.find((line) => /^\tret/.test(line));
    if (use && (hot || !(i === 0 || lines.some((line) => /^\tret/.test(line))))) throw new Error(`${name} has a use of a0 amid it: ${use.trim()}`);
  }
}

/** One part: literals, then its blocks in the old order; in the place of a block of the other part that one leads to, the jump there. */
function part(parsed: Parsed, hot: boolean, name: string): string[] {
  const { blocks, literals, byLabel } = parsed;
  const wanted = new Set<Block | undefined>();
  blocks.forEach((block, i) => {
    if (block.hot !== hot) return;
    for (const label of block.jumps) wanted.add(byLabel.get(label));
    if (block.fallsThrough) wanted.add(blocks[i + 1]);
  });
  const named = (label: string): string => (byLabel.has(label) || literals.has(label) ? `${label}${suffix(hot)}` : label);
  const used = new Map<string, string>();
  const code = blocks.flatMap((block) => {
    if (block.hot !== hot && !wanted.has(block)) return [];
    const labels = block.labels.filter((label) => label.startsWith(".L")).map((label) => `${named(label)}:`);
    const far = block.labels.at(-1)!;
    if (block.hot !== hot) used.set(`${far}_at`, far);
    const lines = block.hot === hot ? block.lines : [`\tl32r\ta0, ${far}_at`, "\tjx\ta0"];
    for (const line of block.lines) {
      const literal = block.hot === hot && /^\tl32r\t\w+, (\.L\w+)$/.exec(line)?.[1];
      if (literal) used.set(named(literal), literals.get(literal)!);
    }
    return [...labels, ...lines.map((line) => (block.hot === hot ? line.replace(/\.L\w+$/, named) : line))];
  });
  return [
    "\t.literal_position",
    ...[...used].map(([label, value]) => `\t.literal ${label}, ${place(parsed, value)}`),
    "\t.align\t4",
    ...(hot ? [] : [`\t.global\t${name}`]),
    `\t.type\t${name}, @function`,
    `${name}:`,
    ...code,
    `\t.size\t${name}, .-${name}`,
  ];
}
