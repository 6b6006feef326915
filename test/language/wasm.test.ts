import { openWasm } from "../../host/machine/wasm.js";
import { languageSuite } from "../support/language-suite.js";

languageSuite("wasm", "wasm", 10000, openWasm);
