import { openNative } from "../../host/machine/native.js";
import { languageSuite } from "../support/language-suite.js";

languageSuite("native", "native", 20000, () => openNative("native"));
