/** A process of its own, started when the tables are generated: compiles the prelude for C and for the compiler. */
import { compilePrelude, preludeSources } from "../../compiler/compile-prelude.js";
import { writePreludeFiles } from "../../compiler/prelude-files.js";
import { renderDiagnostic } from "../../compiler/render-diagnostic.js";
import { at, built } from "./paths.js";

const result = compilePrelude(preludeSources(at("runtime-c/prelude")));
if (result.diagnostics.length > 0) {
  process.stderr.write(`${result.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join("\n")}\n`);
  process.exit(1);
}
writePreludeFiles(result, built("generated"));
