#!/usr/bin/env node
import { existsSync } from "node:fs";

const bundle = new URL("../dist/cli.js", import.meta.url);
if (existsSync(bundle)) await import(bundle.href);
else {
  console.error("nanopy: this clone is not built yet: npm start, or npm run build");
  process.exit(2);
}
