import { parseStubs } from "../packages/stub-source.ts";
import { COBRA } from "./cobra.ts";
import { GIN } from "./gin.ts";
import { GO_KIT } from "./go-kit.ts";
import { GORM } from "./gorm.ts";
import { HCLOG } from "./hclog.ts";
import { LOGR } from "./logr.ts";
import { LOGRUS } from "./logrus.ts";
import { RESTY } from "./resty.ts";
import { STANDARD_LOGGERS } from "./standard-loggers.ts";
import { VIPER } from "./viper.ts";
import { ZAP } from "./zap.ts";
import { ZEROLOG } from "./zerolog.ts";

/** Declarations of widely used packages, for code whose dependencies are not there. */
export const KNOWN_STUBS = parseStubs({
  ...COBRA,
  ...GIN,
  ...GO_KIT,
  ...GORM,
  ...HCLOG,
  ...LOGR,
  ...LOGRUS,
  ...RESTY,
  ...STANDARD_LOGGERS,
  ...VIPER,
  ...ZAP,
  ...ZEROLOG,
});
