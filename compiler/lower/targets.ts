/** Assignment in all its forms, and `del`. */
import type { OpName } from "../../build/generated/opcodes.js";
import type { AnnAssign, Assign, AugAssign, Expression } from "../ast.js";
import { keepAnnotation } from "./annotations.js";
import { ARITHMETIC, attributeName, emitArithmetic, lowerExpression, shared, smallIndex } from "./expressions.js";
import { callIntrinsic } from "./intrinsics.js";
import { moduleGlobal } from "./known.js";
import { deleteName, directRegister, loadInt, loadName, storeName } from "./names.js";
import { assignGlobalItem } from "./namespaces.js";
import type { FunctionState } from "./state.js";

/** Assigns what a register holds. */
export function assignTarget(f: FunctionState, target: Expression, register: number): void {
  f.at(target, () =>
    f.scoped(() => {
      if (target.kind === "Name") storeName(f, target.id, register);
      else if (target.kind === "Attribute") {
        const slot = moduleGlobal(f, target);
        if (slot !== null) f.code.emit("SETG", register, slot);
        else f.code.emit("SETATTR", lowerExpression(f, target.value), attributeName(f, target), register);
      } else if (target.kind === "Subscript") {
        if (assignGlobalItem(f, target, register, (item) => lowerExpression(f, item))) return;
        const object = lowerExpression(f, target.value);
        const index = smallIndex(f, target.slice);
        if (index !== null) f.code.emit("SETITEMI", object, index, register);
        else f.code.emit("SETITEM", object, lowerExpression(f, target.slice), register);
      } else if (target.kind === "Tuple" || target.kind === "List") unpack(f, target.elts, register);
    }),
  );
}

/** The first of the registers of plain local names that follow each other; null for any other targets. */
function registersInARow(f: FunctionState, targets: readonly Expression[]): number | null {
  let first: number | null = null;
  for (const [index, target] of targets.entries()) {
    const register = target.kind === "Name" ? directRegister(f, target.id) : null;
    if (register === null) return null;
    first ??= register;
    if (register !== first + index) return null;
  }
  return first;
}

function unpack(f: FunctionState, targets: readonly Expression[], register: number): void {
  const star = targets.findIndex((target) => target.kind === "Starred");
  let source = register;
  if (star >= 0) source = callIntrinsic(f, "_unpack_ex", [register, loadInt(f, star), loadInt(f, targets.length - star - 1)]);
  const inPlace = registersInARow(f, targets);
  const first = inPlace ?? f.registers.run(targets.length);
  f.code.emit("UNPACK", first, source, targets.length);
  targets.forEach((target, index) => {
    if (inPlace !== null && target.kind === "Name") f.bound?.add(f.scope.mangle(target.id));
    else assignTarget(f, target.kind === "Starred" ? target.value : target, first + index);
  });
}

export function lowerAssign(f: FunctionState, statement: Assign): void {
  const { targets, value } = statement;
  const only = targets.length === 1 ? targets[0]! : null;
  if (only?.kind === "Name") {
    assignName(f, only.id, value);
    return;
  }
  if (only && assignInParallel(f, only, value)) return;
  f.scoped(() => {
    let register = lowerExpression(f, value);
    if (!only) register = shared(f, register);
    if (!only && !f.registers.isTemporary(register)) {
      const copy = f.temporary();
      f.move(copy, register);
      register = copy;
    }
    for (const target of targets) assignTarget(f, target, register);
  });
}

/** Binds a name to an expression's value, in its own register where it has one. */
export function assignName(f: FunctionState, id: string, value: Expression): void {
  f.scoped(() => {
    const direct = directRegister(f, id);
    if (direct === null) storeName(f, id, lowerExpression(f, value));
    else {
      lowerExpression(f, value, direct);
      f.bound?.add(f.scope.mangle(id));
    }
  });
}

/** `a, b = b, a` makes no tuple: all values first, then the targets from left to right. */
function assignInParallel(f: FunctionState, target: Expression, value: Expression): boolean {
  if (target.kind !== "Tuple" && target.kind !== "List") return false;
  if (value.kind !== "Tuple" && value.kind !== "List") return false;
  const count = target.elts.length;
  if (count !== value.elts.length || count > 16) return false;
  if ([...target.elts, ...value.elts].some((item) => item.kind === "Starred")) return false;
  f.scoped(() => {
    const written = new Set<number>();
    const registers = value.elts.map((item, index) => {
      const register = lowerExpression(f, item);
      const before = target.elts[index - 1];
      if (before?.kind === "Name") written.add(directRegister(f, before.id) ?? -1);
      else if (before) collectRegisters(f, before, written);
      if (!written.has(register)) return register;
      const copy = f.temporary();
      f.move(copy, register);
      return copy;
    });
    target.elts.forEach((item, index) => {
      assignTarget(f, item, registers[index]!);
    });
  });
  return true;
}

/** The registers of the names in a nested target. */
function collectRegisters(f: FunctionState, target: Expression, registers: Set<number>): void {
  if (target.kind === "Name") registers.add(directRegister(f, target.id) ?? -1);
  else if (target.kind === "Starred") collectRegisters(f, target.value, registers);
  else if (target.kind === "Tuple" || target.kind === "List") for (const item of target.elts) collectRegisters(f, item, registers);
}

export function lowerAnnotated(f: FunctionState, statement: AnnAssign): void {
  const { target, value } = statement;
  if (value === null) {
    if (target.kind === "Attribute" || target.kind === "Subscript") f.scoped(() => lowerExpression(f, target.value));
  } else if (target.kind === "Name") assignName(f, target.id, value);
  else f.scoped(() => assignTarget(f, target, lowerExpression(f, value)));
  keepAnnotation(f, statement);
}

export function lowerAugmented(f: FunctionState, statement: AugAssign): void {
  const { target, value } = statement;
  const row = `I${ARITHMETIC[statement.op]}`;
  f.scoped(() => {
    if (target.kind === "Name") {
      const direct = directRegister(f, target.id);
      const name = { ...target, ctx: "Load" as const };
      const register = direct !== null && !f.unsteady.has(f.scope.mangle(target.id)) ? loadName(f, name) : loadName(f, name, f.temporary());
      emitArithmetic(f, row, register, register, value);
      if (register !== direct) storeName(f, target.id, register);
      return;
    }
    const result = f.temporary();
    if (target.kind === "Attribute") {
      const slot = moduleGlobal(f, target);
      if (slot !== null) {
        f.code.emit("GETG", result, slot);
        emitArithmetic(f, row, result, result, value);
        f.code.emit("SETG", result, slot);
        return;
      }
      const object = lowerExpression(f, target.value);
      const name = attributeName(f, target);
      f.code.emit("GETATTR", result, object, name);
      emitArithmetic(f, row, result, result, value);
      f.code.emit("SETATTR", object, name, result);
      return;
    }
    const object = lowerExpression(f, target.value);
    const small = smallIndex(f, target.slice);
    const index = small ?? lowerExpression(f, target.slice);
    const suffix = small === null ? "" : "I";
    f.code.emit(`GETITEM${suffix}` as OpName, result, object, index);
    emitArithmetic(f, row, result, result, value);
    f.code.emit(`SETITEM${suffix}` as OpName, object, index, result);
  });
}

/** `del target`. */
export function deleteTarget(f: FunctionState, target: Expression): void {
  f.at(target, () =>
    f.scoped(() => {
      if (target.kind === "Name") deleteName(f, target.id);
      else if (target.kind === "Attribute") {
        const slot = moduleGlobal(f, target);
        if (slot !== null) f.code.emit("DELG", 0, slot);
        else f.code.emit("DELATTR", lowerExpression(f, target.value), attributeName(f, target));
      } else if (target.kind === "Subscript") {
        const object = lowerExpression(f, target.value);
        f.code.emit("DELITEM", object, lowerExpression(f, target.slice));
      } else if (target.kind === "Tuple" || target.kind === "List") for (const item of target.elts) deleteTarget(f, item);
    }),
  );
}
