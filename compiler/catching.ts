/** What a `try` catches, as far as its text tells. */
import type { Try } from "./ast.js";

/** True if some handler names one of these exceptions, or catches all. */
export const catches = (handlers: Try["handlers"], names: ReadonlySet<string>): boolean =>
  handlers.some(({ type }) => {
    if (type === null) return true;
    const types = type.kind === "Tuple" ? type.elts : [type];
    return types.some((item) => item.kind === "Name" && names.has(item.id));
  });
