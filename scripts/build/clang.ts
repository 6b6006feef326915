/** A process of its own for npm's clang: runs all jobs of one build, for the compiler costs seconds to start and half a GB to keep. */
import { readFileSync, writeFileSync } from "node:fs";
import { commands, Exit, type Tree } from "@yowasp/clang";
import { IncludeScanner } from "./content.js";
import type { ClangJob } from "./wasm.js";

const { include, jobs } = JSON.parse(process.argv[2]!) as { include: string[]; jobs: ClangJob[] };
const scanner = new IncludeScanner(include);

/** The compiler sees a file system of its own with folders of its own (tmp, usr): all paths are shown below one folder of ours. */
const inside = (path: string): string => `nanopy/${path.replaceAll("\\", "/").replace(/^([A-Za-z]:)?\//, "")}`;

function put(tree: Tree, path: string, content: Uint8Array): void {
  const parts = inside(path).split("/");
  const name = parts.pop()!;
  let folder = tree;
  for (const part of parts) {
    folder[part] ??= {};
    folder = folder[part] as Tree;
  }
  folder[name] = content;
}

function get(tree: Tree, path: string): Uint8Array {
  let node: Tree[string] = tree;
  for (const part of inside(path).split("/")) node = (node as Tree)[part]!;
  return node as Uint8Array;
}

const closure = (path: string): string[] => (/\.[ch]$/.test(path) ? scanner.closure(path) : [path]);

for (const job of jobs) {
  const tree: Tree = {};
  for (const path of job.inputs.flatMap(closure)) put(tree, path, readFileSync(path));
  for (const folder of include) put(tree, `${folder}/.folder`, new Uint8Array());
  put(tree, `${job.output}.folder`, new Uint8Array());
  const said: string[] = [];
  const listen = (bytes: Uint8Array | null): void => {
    if (bytes) said.push(Buffer.from(bytes).toString());
  };
  try {
    const known = new Set([...job.inputs, job.output]);
    const args = job.args.map((arg) => (known.has(arg) ? inside(arg) : arg.startsWith("-I") ? `-I${inside(arg.slice(2))}` : arg));
    const result = await commands.clang(args, tree, { stdout: listen, stderr: listen });
    writeFileSync(job.output, get(result!, job.output));
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    process.stderr.write(`${said.join("")}clang for WebAssembly failed\n`);
    process.exit(1);
  }
}
