/** NP308 mutable defaults, NP309 `is` with a literal, NP310 __del__, NP311 an assertion that always holds. */
import type { Expression } from "../ast.js";
import type { ModuleState } from "../lower/state.js";
import { walk } from "../lower/walk.js";
import type { Report } from "./lint.js";

export function suspiciousCode(module: ModuleState, report: Report): void {
  for (const node of walk(module.tree)) {
    switch (node.kind) {
      case "arguments":
        for (const value of [...node.defaults, ...node.kw_defaults])
          if (value && isMutable(value))
            report("NP308", value.span, "this default is one object for all calls", "use None, and make a new one inside");
        break;
      case "Compare":
        node.ops.forEach((op, index) => {
          const sides = [node.comparators[index - 1] ?? node.left, node.comparators[index]!];
          const literal = sides.find(isLiteral);
          if ((op === "Is" || op === "IsNot") && literal)
            report(
              "NP309",
              node.span,
              `'${op === "Is" ? "is" : "is not"}' with a literal compares identity`,
              `did you mean '${op === "Is" ? "==" : "!="}'?`,
            );
        });
        break;
      case "ClassDef":
        for (const statement of node.body)
          if (statement.kind === "FunctionDef" && statement.name === "__del__")
            report(
              "NP310",
              { start: statement.span.start, end: statement.body[0]?.span.start ?? statement.span.end },
              "__del__ is never called",
              "use a with statement, or call a method of yours",
            );
        break;
      case "Assert":
        if (node.test.kind === "Tuple" && node.test.elts.length > 0)
          report("NP311", node.test.span, "this always holds: a tuple with something in it is true", "remove the parentheses");
        break;
    }
  }
}

const isMutable = ({ kind }: Expression): boolean => ["List", "Dict", "Set", "ListComp", "SetComp", "DictComp"].includes(kind);

const isLiteral = (value: Expression): boolean =>
  (value.kind === "Constant" && ["int", "float", "str", "bytes", "complex"].includes(value.value.type)) ||
  (value.kind === "Tuple" && value.elts.every(isLiteral));
