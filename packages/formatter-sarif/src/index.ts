export { formatSarif, type SarifOptions } from "./format.ts";
