import { migratekit } from "@gopherwood/config";

export default migratekit;
