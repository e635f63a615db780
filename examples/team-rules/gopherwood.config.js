import { defineConfig, recommended } from "@gopherwood/config";
import billing from "./rules/index.js";

export default defineConfig([recommended, billing.configs.recommended]);
