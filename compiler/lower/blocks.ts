/** Stretches of code with something to do on every way out: exception ranges with gaps, and the ways out through them. */
import type { Node } from "../ast.js";
import type { Label } from "../emit/code.js";
import type { Bound, FunctionState, ProtectedBlock } from "./state.js";
import { bindLanding, landingOf } from "./trace.js";
import { walk } from "./walk.js";

export interface Protection {
  readonly handler: Label;
  /** Where the exception comes. */
  readonly register: number;
  /** What is to be done when control leaves by return, break or continue. */
  readonly exit?: () => void;
  /** For code that handles an exception: the register of what was handled before. */
  readonly saved?: number;
}

/** Lowers `body` under an exception range. */
export function protect(f: FunctionState, protection: Protection, body: () => void): void {
  const { handler, register, exit, saved } = protection;
  const landing = landingOf(f, handler);
  const block: ProtectedBlock = {
    kind: "protected",
    handler: landing,
    register,
    exit: exit ?? null,
    covered: [],
    start: f.code.here(),
    handling: saved === undefined ? null : { exception: register, saved },
  };
  f.blocks.push(block);
  body();
  f.blocks.pop();
  suspend(f, block);
  for (const { start, end } of block.covered) f.code.range(start, end, landing, register);
  bindLanding(f, landing, handler, register);
}

function suspend(f: FunctionState, block: ProtectedBlock): void {
  if (block.start) block.covered.push({ start: block.start, end: f.code.here() });
  block.start = null;
}

/**
 * Leaves all blocks from number `depth` on: does what each wants done on the way out, then emits `finish`. None of that
 * code is under the ranges of the blocks that it has left.
 */
export function leave(f: FunctionState, depth: number, finish: () => void): void {
  const blocks = f.blocks;
  const left: ProtectedBlock[] = [];
  for (let index = blocks.length - 1; index >= depth && f.isReachable; index--) {
    const block = blocks[index]!;
    if (block.kind === "loop") continue;
    suspend(f, block);
    left.push(block);
    f.blocks = blocks.slice(0, index);
    block.exit?.();
  }
  f.blocks = blocks.slice(0, depth);
  if (f.isReachable) finish();
  f.blocks = blocks;
  for (const block of left) block.start = f.code.here();
  f.bound = null;
}

/** True when leaving the blocks from `depth` on takes more than a jump. */
export function hasExits(f: FunctionState, depth: number): boolean {
  return f.blocks.slice(depth).some((block) => block.kind === "protected" && block.exit !== null);
}

/** The innermost exception that this function handles where the code stands. */
export function handledHere(f: FunctionState): { outermost: number; exception: number } | null {
  const handling = f.blocks.flatMap((block) => (block.kind === "protected" && block.handling ? [block.handling] : []));
  const first = handling[0];
  return first ? { outermost: first.saved, exception: handling.at(-1)!.exception } : null;
}

/** What is bound for certain at a place that any instruction of `nodes` may lead to, of what was bound before them. */
export function withoutUnbound(f: FunctionState, bound: Bound, nodes: readonly Node[]): Bound {
  if (bound === null) return null;
  const result = new Set(bound);
  for (const root of nodes) {
    for (const node of walk(root)) {
      if (node.kind === "Name" && node.ctx === "Del") result.delete(f.scope.mangle(node.id));
      else if (node.kind === "ExceptHandler" && node.name !== null) result.delete(f.scope.mangle(node.name));
    }
  }
  return result;
}
