/** f-strings: each replacement field is formatted, then the pieces are joined. */

import type { FormattedValue, JoinedStr } from "../ast.js";
import { str } from "../constants.js";
import { typeCalled } from "../environment.js";
import { lowerExpression, settle } from "./expressions.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";

/** The most pieces that are held in registers at once. */
const PIECE = 24;

export function lowerJoined(f: FunctionState, expression: JoinedStr, into: number | null): number {
  const { values } = expression;
  return settle(f, into, (target) => {
    if (values.length === 0) {
      loadConstant(f, str(""), target);
      return;
    }
    const only = values[0]!;
    if (values.length === 1 && only.kind === "FormattedValue") {
      lowerField(f, only, target);
      return;
    }
    const first = f.registers.mark;
    let held = 0;
    for (const value of values) {
      if (held === PIECE) {
        f.code.emit("STRCAT", first, first, held);
        f.registers.release(first + 1);
        held = 1;
      }
      const register = f.temporary();
      held++;
      f.scoped(() => {
        if (value.kind === "FormattedValue") lowerField(f, value, register);
        else lowerExpression(f, value, register);
      });
    }
    f.code.emit("STRCAT", target, first, held);
  });
}

function lowerField(f: FunctionState, field: FormattedValue, target: number): void {
  f.at(field, () =>
    f.scoped(() => {
      const value = field.conversion === null ? lowerExpression(f, field.value) : lowerConverted(f, field);
      if (field.conversion !== null && !field.format_spec) {
        f.move(target, value);
        return;
      }
      const spec = field.format_spec ? lowerExpression(f, field.format_spec) : loadConstant(f, str(""));
      f.code.emit("FORMAT", target, value, spec);
    }),
  );
}

/** `!s`, `!r` and `!a` are the builtins str, repr and ascii, whatever the module calls so. */
function lowerConverted(f: FunctionState, field: FormattedValue): number {
  const { environment, missingIntrinsics } = f.program;
  const name = { s: "str", r: "repr", a: "ascii" }[field.conversion!];
  const callee = name === "str" ? typeCalled("str") : environment.builtin(name);
  if (!callee) missingIntrinsics.add(name);
  const base = loadConstant(f, callee ?? { kind: "none" });
  const argument = f.temporary();
  f.scoped(() => lowerExpression(f, field.value, argument));
  f.code.emit("CALL", base, 1);
  return base;
}
