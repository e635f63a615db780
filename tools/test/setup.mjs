/** Prepares a process of Jest for tests and sources in TypeScript. */
import { register } from "node:module";

process.setSourceMapsEnabled(true);
register("./loader.mjs", import.meta.url, {
  data: {
    root: new URL("../..", import.meta.url).href,
    framework: new URL("framework.mjs", import.meta.url).href,
  },
});
