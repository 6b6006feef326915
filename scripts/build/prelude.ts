/** A process of its own, started when the tables are generated: compiles the prelude and writes it as a C array. */
import { writeFileSync } from "node:fs";
import { compilePrelude } from "../../compiler/compile.js";
import { renderDiagnostic } from "../../compiler/render-diagnostic.js";
import { at } from "./paths.js";

const output = process.argv[2]!;
const { image, diagnostics } = compilePrelude(at("runtime-c/prelude"));
if (diagnostics.length > 0) {
  process.stderr.write(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join("\n"));
  process.exit(1);
}
const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
const words = Array.from({ length: image.byteLength / 4 }, (_, i) => `0x${view.getUint32(i * 4, true).toString(16).padStart(8, "0")}`);
const lines = Array.from({ length: Math.ceil(words.length / 8) }, (_, i) => `    ${words.slice(i * 8, i * 8 + 8).join(", ")},`);
writeFileSync(
  output,
  `/* The prelude's image: made by scripts/build/prelude.ts out of runtime-c/prelude. */
#include "vm/np.h"

const uint32_t np_prelude[] = {
${lines.join("\n")}
};

const uint32_t np_prelude_bytes = sizeof np_prelude;
`,
);
