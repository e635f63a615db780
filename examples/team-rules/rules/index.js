import { definePack } from "@gopherwood/core";
import durationNames from "./duration-names.js";
import noFloatPrices from "./no-float-prices.js";
import snakeCaseJson from "./snake-case-json.js";

export default definePack({
  name: "billing-rules",
  namespace: "billing",
  version: "1.0.0",
  // Messages link to the pages of the rules: wiki.example.com/billing/duration-names.md.
  pages: "https://wiki.example.com/billing",
  rules: {
    "duration-names": durationNames,
    "no-float-prices": noFloatPrices,
    "snake-case-json": snakeCaseJson,
  },
  recommended: {
    "duration-names": "warn",
    "no-float-prices": "error",
    "snake-case-json": "error",
  },
});
