import { openNative } from "../../host/machine/native.js";
import { languageSuite } from "../support/language-suite.js";

languageSuite("debug", "native", 2000, () => openNative("debug"));
