/** List, tuple, set and dict displays. Long ones are made in pieces, so that registers do not run out. */

import type { Dict, Expression } from "../ast.js";
import { type Const, tuple } from "../constants.js";
import { typeCalled } from "../environment.js";
import { lowerExpression, settle, workRegister } from "./expressions.js";
import { fold } from "./fold.js";
import { callIntrinsic } from "./intrinsics.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";

/** The most items that are held in registers at once. */
const PIECE = 24;
/** From so many constants on, a list is made out of a constant tuple. */
const MANY_CONSTANTS = 4;

/** Calls a builtin type with one argument. */
function callType(f: FunctionState, name: string, argument: number, into: number): void {
  f.scoped(() => {
    const base = loadConstant(f, typeCalled(name));
    f.move(f.temporary(), argument);
    f.code.emit("CALL", base, 1);
    f.move(into, base);
  });
}

/** Values in registers in a row; the first of them. It is a register even when there are none. */
export function lowerRun(f: FunctionState, items: readonly Expression[]): number {
  const first = items.length > 0 ? f.registers.mark : f.scoped(() => f.temporary());
  for (const item of items) {
    const register = f.temporary();
    f.scoped(() => lowerExpression(f, item, register));
  }
  return first;
}

const hasStar = (items: readonly Expression[]): boolean => items.some((item) => item.kind === "Starred");

export function lowerTuple(f: FunctionState, items: readonly Expression[], into: number | null): number {
  return settle(f, into, (target) => {
    if (!hasStar(items) && items.length <= PIECE * 2) f.code.emit("TUPLE", target, lowerRun(f, items), items.length);
    else callType(f, "tuple", fillList(f, items, f.temporary()), target);
  });
}

export function lowerList(f: FunctionState, items: readonly Expression[], into: number | null): number {
  return settle(f, into, (target) => {
    const constants = items.length >= MANY_CONSTANTS ? constantTuple(f, items) : null;
    if (constants) {
      f.scoped(() => callType(f, "list", loadConstant(f, constants), target));
    } else if (!hasStar(items) && items.length <= PIECE) f.code.emit("LIST", target, lowerRun(f, items), items.length);
    else f.move(target, fillList(f, items, workRegister(f, target)));
  });
}

function constantTuple(f: FunctionState, items: readonly Expression[]): Const | null {
  const values: Const[] = [];
  for (const item of items) {
    const value = item.kind === "Starred" ? null : fold(f, item);
    if (!value) return null;
    values.push(value);
  }
  return tuple(values);
}

/** Makes a list of the items in a temporary, piece by piece. */
export function fillList(f: FunctionState, items: readonly Expression[], list: number): number {
  const firstStar = items.findIndex((item) => item.kind === "Starred");
  const count = Math.min(firstStar < 0 ? items.length : firstStar, PIECE);
  f.scoped(() => f.code.emit("LIST", list, lowerRun(f, items.slice(0, count)), count));
  for (const item of items.slice(count)) {
    f.scoped(() => {
      if (item.kind === "Starred") callIntrinsic(f, "_call_star", [list, lowerExpression(f, item.value)]);
      else f.code.emit("LISTADD", list, lowerExpression(f, item));
    });
  }
  return list;
}

export function lowerSet(f: FunctionState, items: readonly Expression[], into: number | null): number {
  return settle(f, into, (target) => {
    const work = workRegister(f, target);
    const firstStar = items.findIndex((item) => item.kind === "Starred");
    const count = Math.min(firstStar < 0 ? items.length : firstStar, PIECE);
    f.scoped(() => f.code.emit("SET", work, lowerRun(f, items.slice(0, count)), count));
    for (const item of items.slice(count)) {
      f.scoped(() => {
        if (item.kind === "Starred") callIntrinsic(f, "_set_update", [work, lowerExpression(f, item.value)]);
        else f.code.emit("SETADD", work, lowerExpression(f, item));
      });
    }
    f.move(target, work);
  });
}

export function lowerDict(f: FunctionState, expression: Dict, into: number | null): number {
  const { keys, values } = expression;
  return settle(f, into, (target) => {
    const work = workRegister(f, target);
    const firstStar = keys.indexOf(null);
    const count = Math.min(firstStar < 0 ? keys.length : firstStar, PIECE / 2);
    f.scoped(() => {
      const pairs = keys.slice(0, count).flatMap((key, index) => [key!, values[index]!]);
      f.code.emit("DICT", work, lowerRun(f, pairs), count);
    });
    for (let index = count; index < keys.length; index++) {
      f.scoped(() => {
        const key = keys[index];
        if (!key) callIntrinsic(f, "_dict_update", [work, lowerExpression(f, values[index]!)]);
        else {
          const first = lowerRun(f, [key, values[index]!]);
          f.code.emit("SETITEM", work, first, first + 1);
        }
      });
    }
    f.move(target, work);
  });
}
