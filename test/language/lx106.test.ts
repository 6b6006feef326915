import { openLx106 } from "../../host/machine/lx106.js";
import { languageSuite } from "../support/language-suite.js";

languageSuite("lx106", "lx106", 3000, openLx106);
