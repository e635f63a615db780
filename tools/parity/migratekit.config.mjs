export { migratekit as default } from "../../packages/config/dist/index.js";
