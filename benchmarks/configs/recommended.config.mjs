import { logrusToSlog, recommended } from "../../packages/config/dist/index.js";

/** The preset with the migration, whose rules the peers' configs have as far as they can. */
export default [...recommended, ...logrusToSlog];
