import {
  DependencyType,
  type CreateDependencies,
  type CreateNodesV2,
  type TargetConfiguration,
} from "@nx/devkit";
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { modulesBelow, readModules, requiredModules, type GoModule } from "./go-modules.ts";
import { inputsOf } from "./inputs.ts";
import type { GopherwoodPluginOptions } from "./options.ts";

export const name = "@gopherwood/nx";

/** Makes a project with a task of each go.mod. */
export const createNodesV2: CreateNodesV2<GopherwoodPluginOptions> = [
  "**/go.mod",
  (files, options, { workspaceRoot }) => {
    const modules = readModules(files, workspaceRoot);
    const { targetName = "gopherwood" } = options ?? {};
    return modules.map((module) => {
      const { root } = module;
      const target = targetOf(module, modules, options ?? {}, workspaceRoot);
      const project = { ...nameOf(module, workspaceRoot), targets: { [targetName]: target } };
      return [posix.join(root, "go.mod"), { projects: { [root]: project } }];
    });
  },
];

/** Makes a project depend on those whose modules its own requires. */
export const createDependencies: CreateDependencies<GopherwoodPluginOptions> = (
  _,
  { projects, workspaceRoot },
) => {
  const names = new Map(Object.entries(projects).map(([key, { root }]) => [root, key]));
  const files = [...names.keys()]
    .map((root) => posix.join(root, "go.mod"))
    .filter((file) => existsSync(join(workspaceRoot, file)));
  const modules = readModules(files, workspaceRoot);
  return modules.flatMap((module) =>
    requiredModules(module, modules).map((required) => ({
      source: names.get(module.root) ?? "",
      target: names.get(required.root) ?? "",
      sourceFile: posix.join(module.root, "go.mod"),
      type: DependencyType.static,
    })),
  );
};

function targetOf(
  module: GoModule,
  modules: readonly GoModule[],
  { args, independent = false, inputs = [], outputs = [] }: GopherwoodPluginOptions,
  workspaceRoot: string,
): TargetConfiguration {
  // A module in its directory has a task of its own.
  const below = modulesBelow(module, modules).map((root) => `--ignore-pattern "${root}/**"`);
  const command = ["gopherwood --no-error-on-unmatched-pattern", ...below, args ?? ""];
  return {
    command: command.filter((part) => part !== "").join(" "),
    options: { cwd: module.root },
    cache: true,
    inputs: [
      ...inputsOf(module, workspaceRoot, independent),
      ...inputs,
      ...outputs.map((output) => `!${output}`),
    ],
    outputs: [...outputs],
    metadata: {
      technologies: ["go"],
      description: "Lints the module with the rules of its Gopherwood config.",
    },
  };
}

/** Returns the name of the project; none if another plugin of Nx names it. */
function nameOf({ root, path }: GoModule, workspaceRoot: string): { name?: string } {
  const isNamed = ["project.json", "package.json"].some((file) =>
    existsSync(join(workspaceRoot, root, file)),
  );
  if (isNamed) return {};
  return { name: root === "." ? posix.basename(path) : root.replaceAll("/", "-") };
}
