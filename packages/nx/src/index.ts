/** An Nx plugin: each go.mod of a workspace becomes a project with a task that lints it. */
export { createDependencies, createNodesV2, name } from "./plugin.ts";
export type { GopherwoodPluginOptions } from "./options.ts";
